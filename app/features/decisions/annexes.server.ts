/**
 * Files attached to a decision that are not in its own file: added and taken off while it is drafted, named in the decision, and each signed
 * with the seal of the body before the decision itself is (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.8.b; ADR 0244).
 */
import type { Kysely } from 'kysely';
import type { Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { UploadedFile } from '../../platform/files/multipart.server.ts';
import type { StoreRefusal } from '../../platform/files/store.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { trustOf } from '../../platform/signing/desk.server.ts';
import { fileIdOf } from '../../platform/signing/file-id.ts';
import { firstCorner } from '../../platform/signing/page-corner.server.ts';
import { prepare } from '../../platform/signing/prepare.server.ts';
import type { PdfUnreadable } from '../../platform/signing/verdict.ts';
import { verifyPdf } from '../../platform/signing/verify.server.ts';
import type { AnnexProblem } from './annex.ts';
import { annexField, annexesAtMost, annexNameLimit } from './annex.ts';
import { keepPaper } from './keeping.server.ts';
import type { Asked, Moved, OpenRefusal } from './opening.server.ts';
import { open, step } from './opening.server.ts';

export type Annex = {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly hash: string;
  readonly signedHash: string | null;
};

/** Of a decision that the asker was found to know of. */
export function annexesOf(db: Kysely<DB>, decisionId: string): Promise<readonly Annex[]> {
  return db
    .selectFrom('decision_annex')
    .where('decision_id', '=', decisionId)
    .select(['id', 'position', 'name', 'file_hash as hash', 'signed_hash as signedHash'])
    .orderBy('position')
    .execute();
}

export type AnnexWrong = { readonly kind: 'annex_wrong'; readonly problem: AnnexProblem };
/** Read, proven to be a PDF that a signature can be put into, and free of what does harm. */
export type ReadAnnex = { readonly name: string; readonly pdf: Uint8Array };

/** Outside of any transaction. */
export async function readAnnex(
  services: Services,
  { name, uploads }: { readonly name: string; readonly uploads: readonly UploadedFile[] },
): Promise<Result<ReadAnnex, AnnexWrong | PdfUnreadable>> {
  const wrong = (problem: AnnexProblem) => refuse({ kind: 'annex_wrong', problem } as const);
  const [upload] = uploads;
  const title = name.trim();
  if (title === '') return wrong('unnamed');
  if (title.length > annexNameLimit) return wrong('name_too_long');
  if (!upload || upload.bytes.length === 0) return wrong('no_file');
  const pdf = upload.bytes;
  const now = services.clock();
  const verified = await verifyPdf({ pdf, trust: await trustOf(services), now });
  if (!verified.ok) return verified;
  if (verified.value.hazards.length > 0) return wrong('hazardous');
  // The very deed that comes later: what cannot be signed is said now, to whoever can bring another file.
  const mark = { box: await firstCorner(pdf), colour: 'black', shape: 'text', lines: [] } as const;
  const isSignable = await prepare(pdf, { field: annexField, name: title, at: now, mark }).then(
    () => true,
    () => false,
  );
  return isSignable ? ok({ name: title, pdf }) : wrong('not_signable');
}

export type AddAnnex = Asked & { readonly annexId: string; readonly annex: ReadAnnex };

export async function addAnnex(
  context: Context,
  services: Pick<Services, 'files'>,
  { annexId, annex: { name, pdf }, ...asked }: AddAnnex,
): Promise<Result<Moved, OpenRefusal | AnnexWrong | StoreRefusal>> {
  const { tx, actor, now } = context;
  const sent = await tx.selectFrom('decision_annex').select('id').where('id', '=', annexId).executeTakeFirst();
  if (sent) return ok({ id: asked.id, version: asked.version });
  const opened = await open(context, asked, 'change');
  if (!opened.ok) return opened;
  if (actor.kind !== 'person') return refuse(notThere);
  const kept = await keepPaper(context, services, pdf);
  if (!kept.ok) return kept;
  const there = await annexesOf(tx, asked.id);
  if (there.length >= annexesAtMost) return refuse({ kind: 'annex_wrong', problem: 'too_many' });
  if (there.some(({ hash }) => hash === kept.value)) return refuse({ kind: 'annex_wrong', problem: 'added_already' });
  const position = Math.max(0, ...there.map((one) => one.position)) + 1;
  const row = { id: annexId, decision_id: asked.id, position, name, file_hash: kept.value };
  await tx
    .insertInto('decision_annex')
    .values({ ...row, file_id: fileIdOf(pdf) ?? null, added_by: actor.personId, added_at: now })
    .execute();
  return ok(await step(context, { ...opened.value, after: { annex: name, file: kept.value } }));
}

export async function removeAnnex(
  context: Context,
  { annexId, ...asked }: Asked & { readonly annexId: string },
): Promise<Result<Moved, OpenRefusal>> {
  const opened = await open(context, asked, 'change');
  if (!opened.ok) return opened;
  const gone = await context.tx
    .deleteFrom('decision_annex')
    .where('id', '=', annexId)
    .where('decision_id', '=', asked.id)
    .returning('name')
    .executeTakeFirst();
  if (!gone) return refuse(notThere);
  return ok(await step(context, { ...opened.value, after: { annexTakenOff: gone.name } }));
}
