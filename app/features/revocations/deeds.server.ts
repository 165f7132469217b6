/** What the page of one revocation can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import type { Fields, Typed } from '../../platform/http.server.ts';
import { askedId, newId } from '../../platform/id.server.ts';
import type { Services } from '../../platform/services.server.ts';
import type { SigningDeed } from '../decisions/signing-deeds.server.ts';
import { doSigning, isSigningDeed, signingDeeds } from '../decisions/signing-deeds.server.ts';
import { decideRevocation } from './deciding.server.ts';
import { attachToRevocation } from './files.server.ts';
import { moveRevocation, revocationWays } from './moving.server.ts';
import { returnItem } from './recalling.server.ts';
import { revocationDesk } from './signing-desk.server.ts';

const deeds = [...revocationWays, 'decide', ...signingDeeds, 'attach', 'recall'] as const;
export type RevocationDeed = (typeof deeds)[number];
export const deedIn = (fields: Fields): RevocationDeed | undefined => deeds.find((each) => each === fields['viec']);

type Done = Result<{ readonly id: string } | 'waiting'>;

export async function doOnRevocation(
  edge: Edge,
  id: string,
  { fields, uploads }: Pick<Typed, 'fields' | 'uploads'>,
  act: typeof actAtEdge,
): Promise<Done> {
  const deed = deedIn(fields);
  if (deed === undefined) return refuse({ kind: 'not_there' });
  const file = deed === 'attach' ? await uploadIn(edge.services, uploads) : undefined;
  if (file && !file.ok) return file;
  if (isSigningDeed(deed)) {
    const asked = { id, version: versionIn(fields) };
    return doSigning(edge, { desk: revocationDesk, deed, asked, sent: { fields, uploads } }, act);
  }
  const order = { id, deed, fields, file: file?.value };
  return act<{ readonly id: string }, Refusal>(edge, (context) => carryOut(context, edge.services, order));
}

type Order = {
  readonly id: string;
  readonly deed: Exclude<RevocationDeed, SigningDeed>;
  readonly fields: Fields;
  readonly file: KeptFile | undefined;
};

async function carryOut(
  context: Context,
  services: Services,
  { id, deed, fields, file }: Order,
): Promise<Result<{ readonly id: string }>> {
  const version = versionIn(fields);
  switch (deed) {
    case 'attach':
      return file ? attachToRevocation(context, { attachmentId: newId(), id, file }) : refuse({ kind: 'empty_file' });
    case 'decide':
      return decideRevocation(context, services, { id, version, typed: fields });
    case 'recall':
      return returnItem(context, { id, itemId: askedId(fields['khoan']), version, typed: fields });
    case 'propose':
    case 'withdraw':
    case 'appraise':
    case 'return':
    case 'enter_decision':
    case 'refuse':
    case 'issue':
    case 'restore':
      return moveRevocation(context, { id, version, move: deed, reason: fields['ly-do'] ?? '', typed: fields });
  }
}
