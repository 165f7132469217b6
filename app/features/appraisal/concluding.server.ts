/** What whoever appraises writes of a nominee, of many at once, and of the dossier. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import { lockDossier } from '../dossiers/case.server.ts';
import type { ReasonMissing, SettledAlready } from '../dossiers/nominees.server.ts';
import { settleNominee } from '../dossiers/nominees.server.ts';
import type { DossierPermit } from '../dossiers/owners.ts';
import { permitAs } from '../dossiers/owners.ts';
import type { AppraisedNominee } from './appraised.server.ts';
import { appraisedNominees } from './appraised.server.ts';
import { concludedNominees } from './concluded.server.ts';
import { itemsOf } from './appraised-items.ts';
import type { Appraised } from './conclusion.ts';
import { isWithoutMatter, readAppraisal } from './conclusion.ts';
import { plainOf } from './plain.ts';
import { takeOffLists } from './lists.server.ts';
import type { FormWrong, TypedFields } from './typed.ts';
import { problemsIn, textOf } from './typed.ts';

export type ListChanged = { readonly kind: 'list_changed'; readonly names: readonly string[] };
export type ConcludeRefusal =
  | ProcedureRefusal
  | FormWrong
  | NotThere
  | LostRace
  | ReasonMissing
  | SettledAlready
  | ListChanged;

export type AppraiseNominee = {
  readonly dossierId: string;
  readonly nomineeId: string;
  /** Of the appraisal as it was drawn; 0 while nothing was written. */
  readonly version: number;
  readonly typed: TypedFields;
};

export async function appraiseNominee(
  context: Context,
  { dossierId, nomineeId, version, typed }: AppraiseNominee,
): Promise<Result<{ readonly nomineeId: string; readonly version: number }, ConcludeRefusal>> {
  const open = await openFor(context, dossierId, [nomineeId]);
  if (!open.ok) return open;
  const { dossier, allowed, nominees } = open.value;
  const [nominee] = nominees;
  if (!nominee) return refuse(notThere);
  const read = readAppraisal(typed, itemsOf(nominee));
  if (!read.ok) return read;
  if (nominee.appraisalVersion !== version) return refuse({ kind: 'lost_race', current: nominee.appraisalVersion });
  const settled = await settle(context, { dossier, allowed, nominee, appraised: read.value });
  if (!settled.ok) return settled;
  await write(context, { dossier, allowed, nominee, appraised: read.value });
  return ok({ nomineeId, version: version + 1 });
}

/** `nominees`: those that were asked for. */
type Open = {
  readonly dossier: DossierRow;
  readonly allowed: DossierPermit;
  readonly nominees: readonly AppraisedNominee[];
};

/** The dossier is locked before anything of it, as everywhere. */
async function openFor(
  { tx, actor, now }: Context,
  dossierId: string,
  ids: readonly string[],
): Promise<Result<Open, ProcedureRefusal | NotThere>> {
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  const allowed = permitAs('appraisal', dossier, actor, 'appraise');
  if (!allowed.ok) return allowed;
  const today = plainDateIn(now);
  const all = await concludedNominees(tx, dossier, today);
  const nominees = await appraisedNominees(tx, actor, { dossier, all, ids }, today);
  return ok({ dossier, allowed: allowed.value, nominees });
}

type Writing = Omit<Open, 'nominees'> & { readonly nominee: AppraisedNominee; readonly appraised: Appraised };

/** Taken out of the list, or brought back into it when the conclusion is another one now. */
async function settle(
  context: Context,
  { allowed, nominee, appraised: { conclusion, reason }, dossier }: Writing,
): Promise<Result<unknown, NotThere | ReasonMissing | SettledAlready>> {
  const isOut = conclusion === 'removed';
  if (isOut === (nominee.outcome === 'removed')) return ok();
  const outcome = isOut ? 'removed' : 'open';
  const done = await settleNominee(context, { permit: allowed, nomineeId: nominee.id, outcome, reason });
  if (done.ok && isOut) await takeOffLists(context, { dossierId: dossier.id, nomineeId: nominee.id, reason });
  return done;
}

async function write(context: Context, { dossier, allowed, nominee, appraised }: Writing): Promise<void> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== 'person') throw new Error('only people appraise');
  const { conclusion, reason, checks } = appraised;
  const version = nominee.appraisalVersion + 1;
  const concluded = conclusion
    ? { concluded_by: actor.personId, concluded_for: allowed.holding?.forPersonId ?? null, concluded_at: now }
    : { concluded_by: null, concluded_for: null, concluded_at: null };
  const columns = {
    conclusion,
    reason,
    checks: JSON.stringify(checks),
    facts: conclusion ? JSON.stringify(nominee.facts) : null,
    ...concluded,
    version,
  };
  await tx
    .insertInto('nominee_appraisal')
    .values({ nominee_id: nominee.id, ...columns })
    .onConflict((there) => there.column('nominee_id').doUpdateSet(columns))
    .execute();
  await record({
    permit: allowed,
    kind: 'nominee.appraised',
    subject: { kind: 'dossier', id: dossier.id },
    unitId: dossier.toUnitId,
    reason: reason || null,
    before: { nominee: nominee.id, conclusion: nominee.conclusion },
    after: { nominee: nominee.id, conclusion, checks, version },
  });
}

export type ConcludeMany = {
  readonly dossierId: string;
  /** Exactly those that were shown, each with the version it was shown in. */
  readonly shown: readonly { readonly nomineeId: string; readonly version: number }[];
};

/** All of them or none: whoever has changed since they were shown is named, and nothing is done. */
export async function concludeMany(
  context: Context,
  { dossierId, shown }: ConcludeMany,
): Promise<Result<{ readonly count: number }, ConcludeRefusal>> {
  const open = await openFor(
    context,
    dossierId,
    shown.map(({ nomineeId }) => nomineeId),
  );
  if (!open.ok) return open;
  const { nominees: chosen, ...at } = open.value;
  const versionOf = new Map(shown.map(({ nomineeId, version }) => [nomineeId, version]));
  const changed = chosen.filter(
    (one) => versionOf.get(one.id) !== one.appraisalVersion || !isWithoutMatter(plainOf(one)),
  );
  if (changed.length > 0) return refuse({ kind: 'list_changed', names: changed.map(({ name }) => name) });
  if (chosen.length === 0 || chosen.length !== versionOf.size) return refuse(notThere);
  for (const nominee of chosen) {
    const appraised: Appraised = { conclusion: 'qualified', reason: nominee.conclusionReason, checks: nominee.checks };
    await write(context, { ...at, nominee, appraised });
  }
  return ok({ count: chosen.length });
}

export type WriteSummary = { readonly dossierId: string; readonly version: number; readonly typed: TypedFields };

/** Of the dossier as a whole, for the report. */
export async function writeSummary(
  { tx, actor, now, record }: Context,
  { dossierId, version, typed }: WriteSummary,
): Promise<Result<{ readonly version: number }, ConcludeRefusal>> {
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  const allowed = permitAs('appraisal', dossier, actor, 'appraise');
  if (!allowed.ok) return allowed;
  const problems = problemsIn(typed, [{ field: 'summary', limit: 6000 }]);
  if (problems.length > 0) return refuse({ kind: 'appraisal_wrong', problems });
  const there = await tx
    .selectFrom('dossier_appraisal')
    .select('version')
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst();
  if ((there?.version ?? 0) !== version) return refuse({ kind: 'lost_race', current: there?.version ?? 0 });
  if (actor.kind !== 'person') throw new Error('only people appraise');
  const columns = {
    summary: textOf(typed, 'summary'),
    written_by: actor.personId,
    written_at: now,
    version: version + 1,
  };
  await tx
    .insertInto('dossier_appraisal')
    .values({ dossier_id: dossierId, ...columns })
    .onConflict((conflict) => conflict.column('dossier_id').doUpdateSet(columns))
    .execute();
  const subject = { kind: 'dossier', id: dossierId };
  const after = { summary: columns.summary, version: version + 1 };
  await record({ permit: allowed.value, kind: 'dossier.appraised', subject, unitId: dossier.toUnitId, after });
  return ok({ version: version + 1 });
}
