/**
 * Files that hang on a case: evidence, signed papers, annexes. One mechanism for all; who may attach, take off and read is
 * the feature's to decide, which is why a permit is asked for here and a condition of its own wherever files are listed.
 */
import { Readable } from 'node:stream';
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Permit } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';
import { refuse } from '../../kernel/result.ts';
import type { Context } from '../command.server.ts';
import type { DB } from '../db-types.ts';
import { askedId } from '../id.server.ts';
import type { UploadedFile } from './multipart.server.ts';
import type { Services } from '../services.server.ts';
import { typeOfMedia } from './file-types.ts';
import { downloadHeaders } from './headers.ts';
import type { KeptFile } from './intake.server.ts';
import { takeIn } from './intake.server.ts';

/** What files hang on; a new kind is also named in the constraint `attachment_subject_known`. */
export type SubjectKind =
  | 'actual'
  | 'movement'
  | 'plan'
  | 'plan_progress'
  | 'report'
  | 'initiative'
  | 'library_edition'
  | 'inspection'
  | 'finding_answer'
  | 'dossier'
  | 'revocation'
  | 'nominee'
  | 'opinion_request'
  | 'score_card'
  | 'result_appeal'
  | 'block_decision'
  | 'block_meeting';
export type Hook = { readonly kind: SubjectKind; readonly id: string; readonly unitId: string };

/** The one file of a form, taken into the store under the limits of the installation. */
export async function uploadIn(
  { files, config }: Pick<Services, 'files' | 'config'>,
  [upload]: readonly UploadedFile[],
): Promise<Result<KeptFile>> {
  if (!upload) return refuse({ kind: 'empty_file' });
  return takeIn({ name: upload.name, content: upload.bytes }, { store: files, limit: config.maxUploadBytes });
}

type Hang = {
  readonly permit: Permit;
  readonly id: string;
  readonly hook: Hook;
  readonly file: KeptFile;
  /** Whose record speaks of it; the case itself unless told. */
  readonly about?: { readonly kind: string; readonly id: string };
  /** Which place of the case it belongs to, where a case has several. */
  readonly place?: number;
};

/** The file is in the store already. Sent twice, it hangs there once: false the second time. */
export async function hang(context: Context, { permit, id, hook, file, about, place }: Hang): Promise<boolean> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== 'person') throw new Error('only people attach files');
  await tx
    .insertInto('stored_file')
    .values({ hash: file.hash, size: file.size, media_type: file.mediaType, stored_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const there = hangingOn(tx, hook)
    .where('hash', '=', file.hash)
    .where('place', 'is not distinct from', place ?? null);
  if (await there.executeTakeFirst()) return false;
  const row = { id, hash: file.hash, name: file.name, subject_kind: hook.kind, subject_id: hook.id };
  const after = { ...row, ...(place !== undefined && { place }) };
  await tx
    .insertInto('attachment')
    .values({ ...after, unit_id: hook.unitId, attached_by: actor.personId, attached_at: now })
    .execute();
  const subject = about ?? { kind: hook.kind, id: hook.id };
  await record({ permit, kind: 'file.attached', subject, unitId: hook.unitId, after });
  return true;
}

/** False when no such file hangs there. It stays in the store, and the record speaks of it. */
export async function takeOff(
  { tx, now, record }: Context,
  { permit, id, hook }: { readonly permit: Permit; readonly id: string; readonly hook: Hook },
): Promise<boolean> {
  const before = await hangingOn(tx, hook).where('id', '=', id).executeTakeFirst();
  if (!before) return false;
  await tx.updateTable('attachment').set({ detached_at: now }).where('id', '=', id).execute();
  const subject = { kind: hook.kind, id: hook.id };
  await record({ permit, kind: 'file.detached', subject, unitId: hook.unitId, before });
  return true;
}

function hangingOn(db: Kysely<DB>, { kind, id }: Hook) {
  return db
    .selectFrom('attachment')
    .select(['id', 'hash', 'name'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('detached_at', 'is', null);
}

export type AttachedFile = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly hash: string;
  readonly attachedAt: Date;
  readonly place: number | null;
};

/** What hangs on a case that the asker was found to know of, oldest first. */
export async function filesOn(
  db: Kysely<DB>,
  { kind, id }: Pick<Hook, 'kind' | 'id'>,
): Promise<readonly AttachedFile[]> {
  return db
    .selectFrom('attachment as a')
    .innerJoin('stored_file as f', 'f.hash', 'a.hash')
    .where('a.subject_kind', '=', kind)
    .where('a.subject_id', '=', id)
    .where('a.detached_at', 'is', null)
    .select(['a.id', 'a.hash', 'a.name', 'f.size', 'a.attached_at as attachedAt', 'a.place'])
    .orderBy('a.attached_at')
    .orderBy('a.id')
    .execute();
}

export type FoundFile = { readonly hash: string; readonly name: string; readonly mediaType: string };
type Reading = { readonly mayRead: RawBuilder<boolean>; readonly withTakenOff?: boolean };

/** One file. `mayRead` is the feature's own condition on `a`, the attachment: on what it hangs, and who knows of that. */
export async function findHung(
  db: Kysely<DB>,
  id: string,
  { mayRead, withTakenOff = false }: Reading,
): Promise<FoundFile | undefined> {
  const { rows } = await sql<FoundFile>`
    select a.hash, a.name, f.media_type as "mediaType" from attachment a join stored_file f on f.hash = a.hash
    where a.id = ${askedId(id)} and (${withTakenOff} or a.detached_at is null) and (${mayRead})`.execute(db);
  return rows[0];
}

/** The answer that hands a file out; undefined when the store has lost it. */
export async function fileAnswer(
  { files }: Pick<Services, 'files'>,
  { hash, name, mediaType }: FoundFile,
  inline = false,
): Promise<Response | undefined> {
  const [opened, type] = [await files.open(hash), typeOfMedia(mediaType)];
  if (!opened || !type) return undefined;
  const headers = downloadHeaders({ name, type, size: opened.size, hash, inline });
  return new Response(Readable.toWeb(opened.stream) as ReadableStream, { headers });
}
