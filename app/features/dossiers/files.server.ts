/** Papers of a dossier as files: each hangs on the dossier or on a nominee, in the place of its kind. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FoundFile } from '../../platform/files/attachments.server.ts';
import { findHung, hang, takeOff } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import type { DossierRow } from './case.server.ts';
import { lockDossier } from './case.server.ts';
import { awaitedIn } from './lacking.server.ts';
import { attachingAt, isAwaited } from './late-papers.ts';
import { touchDossier } from './touch.server.ts';
import type { PaperKind } from './papers.ts';
import { isOfNominee, paperAt, placeOfPaper } from './papers.ts';
import { dossierProcedure } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type PaperWithoutOwner = { readonly kind: 'paper_without_owner' };
/** The dossier was handed in, and this paper was not said to follow. */
export type PaperNotAwaited = { readonly kind: 'paper_not_awaited' };
export type AttachPaper = {
  readonly attachmentId: string;
  readonly dossierId: string;
  /** Whose paper it is, where its kind is of a nominee. */
  readonly nomineeId: string | null;
  readonly paper: PaperKind;
  readonly file: KeptFile;
};

export async function attachPaper(
  context: Context,
  { attachmentId, dossierId, nomineeId, paper, file }: AttachPaper,
): Promise<Result<{ id: string }, ProcedureRefusal | NotThere | PaperWithoutOwner | PaperNotAwaited>> {
  const dossier = await lockDossier(context.tx, context.actor, dossierId);
  if (!dossier) return refuse(notThere);
  const move = attachingAt(dossier.stage);
  const allowed = permit(dossierProcedure, dossier, context.actor, move);
  if (!allowed.ok) return allowed;
  const isOwned = isOfNominee(paper);
  const owner = isOwned && nomineeId !== null ? await ownerIn(context, dossier, nomineeId) : undefined;
  if (isOwned && !owner) return refuse({ kind: 'paper_without_owner' });
  const isLate = move === 'supplement';
  if (isLate && !isAwaited(await awaitedIn(context.tx, dossier), paper, owner?.name ?? null))
    return refuse({ kind: 'paper_not_awaited' });
  const hook = hookOf(dossier, isOwned ? nomineeId : null);
  const about = { kind: 'dossier', id: dossierId };
  const place = placeOfPaper(paper);
  const isNew = await hang(context, { permit: allowed.value, id: attachmentId, hook, file, about, place });
  if (isLate && isNew) {
    const after = { attachment: attachmentId, paper, name: file.name };
    const said = { kind: 'dossier.supplemented', subject: about, unitId: dossier.unitId, after } as const;
    await context.record({ permit: allowed.value, ...said });
  }
  await touchDossier(context, dossier);
  return ok({ id: dossierId });
}

function hookOf({ id, unitId }: DossierRow, nomineeId: string | null) {
  return nomineeId === null
    ? ({ kind: 'dossier', id, unitId } as const)
    : ({ kind: 'nominee', id: nomineeId, unitId } as const);
}

function ownerIn({ tx }: Context, { id }: DossierRow, nomineeId: string): Promise<{ name: string } | undefined> {
  return tx
    .selectFrom('nominee')
    .innerJoin('holder', 'holder.id', 'nominee.holder_id')
    .where('nominee.id', '=', nomineeId)
    .where('nominee.dossier_id', '=', id)
    .select('holder.name')
    .executeTakeFirst();
}

export async function detachPaper(
  context: Context,
  { dossierId, attachmentId }: { readonly dossierId: string; readonly attachmentId: string },
): Promise<Result<{ id: string }, ProcedureRefusal | NotThere>> {
  const dossier = await lockDossier(context.tx, context.actor, dossierId);
  if (!dossier) return refuse(notThere);
  const allowed = permit(dossierProcedure, dossier, context.actor, 'attach');
  if (!allowed.ok) return allowed;
  const there = (await papersIn(context.tx, dossierId)).find(({ id }) => id === attachmentId);
  if (!there) return refuse(notThere);
  await takeOff(context, { permit: allowed.value, id: attachmentId, hook: hookOf(dossier, there.nomineeId) });
  await touchDossier(context, dossier);
  return ok({ id: dossierId });
}

export type PaperFile = {
  readonly id: string;
  readonly nomineeId: string | null;
  readonly paper: PaperKind;
  readonly name: string;
  readonly size: number;
  readonly hash: string;
  readonly attachedAt: Date;
};

/** Of a dossier that the asker was found to know of, with those of its nominees. */
export async function papersIn(db: Kysely<DB>, dossierId: string): Promise<readonly PaperFile[]> {
  const rows = await db
    .selectFrom('attachment as a')
    .innerJoin('stored_file as f', 'f.hash', 'a.hash')
    .leftJoin('nominee as n', (join) => join.onRef('n.id', '=', 'a.subject_id').on('a.subject_kind', '=', 'nominee'))
    .where((eb) =>
      eb.or([
        eb.and([eb('a.subject_kind', '=', 'dossier'), eb('a.subject_id', '=', dossierId)]),
        eb('n.dossier_id', '=', dossierId),
      ]),
    )
    .where('a.detached_at', 'is', null)
    .select(['a.id', 'n.id as nomineeId', 'a.place', 'a.name', 'f.size', 'a.hash', 'a.attached_at as attachedAt'])
    .orderBy('a.place')
    .orderBy('a.attached_at')
    .orderBy('a.id')
    .execute();
  return rows.map(({ place, ...row }) => ({ ...row, paper: paperAt(place) }));
}

/** To whoever may know of its dossier; to anybody else it is not there. */
export function findDossierFile(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  return findHung(db, id, {
    mayRead: sql`exists (select from dossier where ${visibleTo(actor)} and (
      a.subject_kind = 'dossier' and dossier.id = a.subject_id
      or a.subject_kind = 'nominee' and dossier.id = (select dossier_id from nominee where id = a.subject_id)))`,
  });
}
