/** A paper that was kept on its way to the signed one, handed out as it was. */
import { fileAnswer } from '../../platform/files/attachments.server.ts';
import type { Services } from '../../platform/services.server.ts';

/** The final one; signed; signed and sealed; what waits to be signed. */
export const keptNames = ['cuoi-cung', 'da-ky', 'dong-dau', 'cho-ky'] as const;
export type KeptName = (typeof keptNames)[number];

type Kept = {
  readonly row: {
    readonly paper: string | null;
    readonly signedPaper: string | null;
    readonly sealedPaper: string | null;
  };
  readonly waiting: { readonly basePaper: string } | undefined;
  /** Without its ending. */
  readonly name: string;
};

export async function keptFile(services: Services, which: KeptName, { row, waiting, name }: Kept) {
  const hash = {
    'cuoi-cung': row.paper,
    'da-ky': row.signedPaper,
    'dong-dau': row.sealedPaper,
    'cho-ky': waiting?.basePaper ?? null,
  }[which];
  return hash === null ? undefined : fileAnswer(services, { hash, name: `${name}.pdf`, mediaType: 'application/pdf' });
}

/** Of a file attached to a decision; undefined while there is none. */
export async function annexFile(
  services: Services,
  { hash, name }: { readonly hash: string | null; readonly name: string },
) {
  return hash === null ? undefined : fileAnswer(services, { hash, name, mediaType: 'application/pdf' });
}
