/** Who is proposed: added, changed and taken off by the unit while it writes; settled, each for itself, by those who decide. */
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DossierRow } from './case.server.ts';
import { lockDossier } from './case.server.ts';
import type { AchievementTooLong, NomineeOutcome, RankWrong } from './nominee.ts';
import { readAchievement, readRank } from './nominee.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import { lockNominee } from './nominee-rows.server.ts';
import { keepPrints } from './prints.server.ts';
import type { DossierPermit } from './owners.ts';
import { permitAs } from './owners.ts';
import type { AwardUnfit } from './receiving.ts';
import { fits } from './receiving.ts';
import { touchDossier } from './touch.server.ts';
import { findNominable } from './nominable.server.ts';

export type AddNominee = {
  /** Minted when the form was drawn: sent twice, it is one. */
  readonly id: string;
  readonly dossierId: string;
  readonly holderId: string;
  readonly awardCode: string;
  readonly achievement: string;
  /** As typed; of a dossier of a movement. */
  readonly rank?: string;
};
export type TwiceInDossier = { readonly kind: 'twice_in_dossier' };
export type HolderMerged = { readonly kind: 'holder_merged'; readonly into: string };
export type NomineeRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | AwardUnfit
  | AchievementTooLong
  | RankWrong
  | TwiceInDossier
  | HolderMerged;
export type KeptNominee = { readonly id: string; readonly version: number };

export async function addNominee(
  context: Context,
  { id, dossierId, holderId, awardCode, achievement, rank = '' }: AddNominee,
): Promise<Result<KeptNominee, NomineeRefusal>> {
  const { tx, record } = context;
  const open = await openFor(context, dossierId);
  if (!open.ok) return open;
  const { dossier, allowed } = open.value;
  const holder = await findNominable(tx, context.actor, holderId);
  if (!holder) return refuse(notThere);
  if (holder.mergedInto) return refuse({ kind: 'holder_merged', into: holder.mergedInto });
  const fit = fits(awardCode, holder.kind, dossier);
  if (!fit.ok) return fit;
  const words = readAchievement(achievement);
  if (!words.ok) return words;
  const place = rankIn(dossier, rank);
  if (!place.ok) return place;
  const said = { achievement: words.value, movement_rank: place.value };
  const row = { id, dossier_id: dossierId, holder_id: holderId, award_code: awardCode, ...said };
  const added = await tx
    .insertInto('nominee')
    .values((eb) => ({
      ...row,
      position: eb
        .selectFrom('nominee')
        .where('dossier_id', '=', dossierId)
        .select((last) => last(last.fn.coalesce(last.fn.max('position'), last.lit(0)), '+', last.lit(1)).as('next')),
    }))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!added) return addedBefore(context, row);
  await keepPrints(context, id);
  await touchDossier(context, dossier);
  const subject = { kind: 'dossier', id: dossierId };
  await record({ permit: allowed, kind: 'nominee.added', subject, unitId: dossier.unitId, after: row });
  return ok(added);
}

/** The same request twice adds one; the same nominee for the same award a second time is refused. */
async function addedBefore(
  { tx }: Context,
  { id, holder_id, award_code }: { readonly id: string; readonly holder_id: string; readonly award_code: string },
) {
  const there = await lockNominee(tx, id);
  const isSame = there?.holderId === holder_id && there.awardCode === award_code;
  return isSame ? ok({ id, version: there.version }) : refuse({ kind: 'twice_in_dossier' });
}

/** Of a movement alone. */
const rankIn = ({ movementId }: DossierRow, typed: string) => readRank(movementId === null ? '' : typed);

type Open = { readonly dossier: DossierRow; readonly allowed: DossierPermit };

async function openFor({ tx, actor }: Context, dossierId: string): Promise<Result<Open, ProcedureRefusal | NotThere>> {
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  const allowed = permitAs('dossiers', dossier, actor, 'change');
  return allowed.ok ? ok({ dossier, allowed: allowed.value }) : allowed;
}

export type ChangeNominee = {
  readonly id: string;
  readonly version: number;
  readonly awardCode: string;
  readonly achievement: string;
  readonly rank?: string;
};

export async function changeNominee(
  context: Context,
  { id, version, awardCode, achievement, rank = '' }: ChangeNominee,
): Promise<Result<KeptNominee, NomineeRefusal>> {
  const { tx, record } = context;
  const found = await openNominee(context, id, version);
  if (!found.ok) return found;
  const { dossier, allowed, nominee } = found.value;
  const fit = fits(awardCode, nominee.holderKind, dossier);
  if (!fit.ok) return fit;
  const words = readAchievement(achievement);
  if (!words.ok) return words;
  const place = rankIn(dossier, rank);
  if (!place.ok) return place;
  const twin = await tx
    .selectFrom('nominee')
    .where('dossier_id', '=', dossier.id)
    .where('holder_id', '=', nominee.holderId)
    .where('award_code', '=', awardCode)
    .where('id', '<>', id)
    .select('id')
    .executeTakeFirst();
  if (twin) return refuse({ kind: 'twice_in_dossier' });
  const said = { award_code: awardCode, achievement: words.value, movement_rank: place.value };
  const columns = { ...said, version: version + 1 };
  await tx.updateTable('nominee').set(columns).where('id', '=', id).execute();
  await keepPrints(context, id);
  await touchDossier(context, dossier);
  const { awardCode: award_code, achievement: before, movementRank: movement_rank } = nominee;
  const about = { subject: { kind: 'dossier', id: dossier.id }, unitId: dossier.unitId };
  const both = { before: { id, award_code, achievement: before, movement_rank }, after: { id, ...columns } };
  await record({ permit: allowed, kind: 'nominee.changed', ...about, ...both });
  return ok({ id, version: version + 1 });
}

export async function removeNominee(
  context: Context,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<{ readonly dossierId: string }, NomineeRefusal>> {
  const found = await openNominee(context, id, version);
  if (!found.ok) return found;
  const { dossier, allowed, nominee } = found.value;
  await context.tx.deleteFrom('nominee').where('id', '=', id).execute();
  await touchDossier(context, dossier);
  const { holderId, awardCode, achievement } = nominee;
  const before = { id, holder_id: holderId, award_code: awardCode, achievement };
  const about = { subject: { kind: 'dossier', id: dossier.id }, unitId: dossier.unitId };
  await context.record({ permit: allowed, kind: 'nominee.removed', ...about, before });
  return ok({ dossierId: dossier.id });
}

/** The dossier is locked before the nominee, as everywhere. Without a version whatever stands there is meant. */
export async function openNominee(
  context: Context,
  id: string,
  version?: number,
): Promise<Result<Open & { readonly nominee: NomineeRow }, NomineeRefusal>> {
  const seen = await context.tx.selectFrom('nominee').where('id', '=', id).select('dossier_id').executeTakeFirst();
  if (!seen) return refuse(notThere);
  const open = await openFor(context, seen.dossier_id);
  if (!open.ok) return open;
  const nominee = await lockNominee(context.tx, id);
  if (!nominee) return refuse(notThere);
  if (version !== undefined && nominee.version !== version)
    return refuse({ kind: 'lost_race', current: nominee.version });
  return ok({ ...open.value, nominee });
}

export type SettleNominee = {
  /** Of a move of the dossier by which it is settled: appraise, decide, refuse, enter_result, back. */
  readonly permit: DossierPermit;
  readonly nomineeId: string;
  readonly outcome: NomineeOutcome;
  /** Needed to refuse and to take off the list. */
  readonly reason?: string | null;
};
export type ReasonMissing = { readonly kind: 'reason_missing' };
export type SettledAlready = { readonly kind: 'settled_already'; readonly outcome: NomineeOutcome };

/**
 * For the features that appraise and decide, inside their command, the dossier locked. `open` takes a settlement back. Settled
 * to the same a second time, nothing happens.
 */
export async function settleNominee(
  { tx, now, record }: Context,
  { permit: allowed, nomineeId, outcome, reason }: SettleNominee,
): Promise<Result<KeptNominee, NotThere | ReasonMissing | SettledAlready>> {
  const { actor } = allowed;
  if (actor.kind !== 'person') throw new Error('only people settle nominees');
  const before = await lockNominee(tx, nomineeId);
  if (!before) return refuse(notThere);
  if (before.outcome === outcome) return ok({ id: nomineeId, version: before.version });
  if (before.outcome !== 'open' && outcome !== 'open')
    return refuse({ kind: 'settled_already', outcome: before.outcome });
  const words = reason?.trim() || null;
  if ((outcome === 'refused' || outcome === 'removed') && !words) return refuse({ kind: 'reason_missing' });
  const settled = outcome === 'open' ? null : { by: actor.personId, at: now };
  const columns = {
    outcome,
    outcome_reason: outcome === 'open' ? null : words,
    outcome_by: settled?.by ?? null,
    outcome_at: settled?.at ?? null,
    version: before.version + 1,
  };
  await tx.updateTable('nominee').set(columns).where('id', '=', nomineeId).execute();
  const { unit_id } = await tx
    .selectFrom('dossier')
    .where('id', '=', before.dossierId)
    .select('unit_id')
    .executeTakeFirstOrThrow();
  await record({
    permit: allowed,
    kind: 'nominee.settled',
    subject: { kind: 'dossier', id: before.dossierId },
    unitId: unit_id,
    reason: words,
    before: { id: nomineeId, outcome: before.outcome },
    after: { id: nomineeId, outcome },
  });
  return ok({ id: nomineeId, version: before.version + 1 });
}
