/**
 * A dossier that holds awards of several levels becomes one dossier for each, before it is handed in (ADR 0206). Nominees go with their
 * reports and papers, what belongs to all is copied; the number of the submission and what was handed in before stay where they are.
 */
import { sql } from 'kysely';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { importedId } from '../../platform/id.server.ts';
import type { DossierRow } from './case.server.ts';
import { lockDossier } from './case.server.ts';
import type { TypedDossier } from './dossier.ts';
import type { DraftRefusal } from './drafting.server.ts';
import { enterDossier } from './drafting.server.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import { placeOfPaper } from './papers.ts';
import { dossierProcedure } from './procedure.ts';
import { isSentToRoot } from './ready.ts';
import { receiversFor } from './receivers.server.ts';
import type { DecidedAt, Part } from './receiving.ts';
import { goesToRoot, isWhole, partsOf } from './receiving.ts';
import { touchDossier } from './touch.server.ts';

export type SplitDossier = {
  readonly id: string;
  readonly version: number;
  /** Where each level goes, and how the dossier is called that is made for it. */
  readonly parts: Readonly<
    Partial<Record<DecidedAt, { readonly id: string; readonly toUnitId: string; readonly title: string }>>
  >;
};
export type NothingToSplit = { readonly kind: 'nothing_to_split' };
/** The list is no longer the one that was shown, or the receiver does not take this level. */
export type PartUnplaced = { readonly kind: 'part_unplaced'; readonly level: DecidedAt };
export type SplitRefusal = ProcedureRefusal | NotThere | LostRace | DraftRefusal | NothingToSplit | PartUnplaced;

export async function splitDossier(
  context: Context,
  { id, version, parts }: SplitDossier,
): Promise<Result<{ readonly id: string; readonly made: readonly string[] }, SplitRefusal>> {
  const { tx, actor, record } = context;
  const dossier = await lockDossier(tx, actor, id);
  if (!dossier) return refuse(notThere);
  const allowed = permit(dossierProcedure, dossier, actor, 'change');
  if (!allowed.ok) return allowed;
  if (dossier.version !== version) return refuse({ kind: 'lost_race', current: dossier.version });
  const planned = partsOf(openIn(await nomineesOf(tx, id)), isSentToRoot(dossier.places));
  if (isWhole(planned)) return refuse({ kind: 'nothing_to_split' });
  const receivers = await receiversFor(tx, dossier.unitId);
  const made: { readonly level: DecidedAt; readonly id: string; readonly nominees: readonly string[] }[] = [];
  for (const part of planned) {
    const to = parts[part.level];
    const receiver = receivers.find((one) => one.id === to?.toUnitId);
    if (!part.stays || part.turns)
      if (!to || receiver?.isRoot !== goesToRoot(part.level))
        return refuse({ kind: 'part_unplaced', level: part.level });
    if (part.stays) {
      if (part.turns && to) await turn(context, dossier, to.toUnitId);
      continue;
    }
    if (!to) continue;
    const done = await partOff(context, dossier, { ...to, part });
    if (!done.ok) return done;
    made.push({ level: part.level, id: to.id, nominees: part.nominees.map((one) => one.id) });
  }
  await touchDossier(context, dossier);
  const about = { subject: { kind: 'dossier', id }, unitId: dossier.unitId };
  await record({ permit: allowed.value, kind: 'dossier.split', ...about, after: { made } });
  return ok({ id, made: made.map((one) => one.id) });
}

export const openIn = (nominees: readonly NomineeRow[]) => nominees.filter(({ outcome }) => outcome !== 'removed');

async function turn({ tx }: Context, { id }: DossierRow, toUnitId: string): Promise<void> {
  await tx.updateTable('dossier').set({ to_unit_id: toUnitId }).where('id', '=', id).execute();
}

type Off = {
  readonly id: string;
  readonly toUnitId: string;
  readonly title: string;
  readonly part: Part<NomineeRow>;
};

async function partOff(
  context: Context,
  from: DossierRow,
  { id, toUnitId, title, part }: Off,
): Promise<Result<void, DraftRefusal>> {
  const { tx } = context;
  const typed: TypedDossier = {
    kind: from.kind,
    simplified: from.simplified ?? '',
    year: String(from.year),
    movement: from.movementId ?? '',
    review: from.movementReview ?? '',
    title,
    route: from.route,
    via: from.viaUnitId ?? '',
    to: toUnitId,
  };
  const entered = await enterDossier(context, { id, unitId: from.unitId, typed });
  if (!entered.ok) return entered;
  await tx.updateTable('dossier').set({ split_from: from.id }).where('id', '=', id).execute();
  for (const [at, { id: nomineeId }] of part.nominees.entries())
    await tx
      .updateTable('nominee')
      .set({ dossier_id: id, position: at + 1 })
      .where('id', '=', nomineeId)
      .where('dossier_id', '=', from.id)
      .execute();
  await copySharedPapers(context, from.id, id);
  return ok();
}

/** All but the signed submission, which is of the dossier that it was signed for. */
async function copySharedPapers({ tx, actor, now }: Context, fromId: string, toId: string): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people split dossiers');
  const papers = await tx
    .selectFrom('attachment')
    .where('subject_kind', '=', 'dossier')
    .where('subject_id', '=', fromId)
    .where('detached_at', 'is', null)
    .where(sql<boolean>`place is distinct from ${placeOfPaper('submission')}`)
    .select(['id', 'hash', 'name', 'place', 'unit_id'])
    .execute();
  if (papers.length === 0) return;
  const by = { subject_kind: 'dossier', subject_id: toId, attached_by: actor.personId, attached_at: now };
  await tx
    .insertInto('attachment')
    .values(papers.map(({ id, ...paper }) => ({ id: importedId(toId, `paper ${id}`), ...paper, ...by })))
    .execute();
}
