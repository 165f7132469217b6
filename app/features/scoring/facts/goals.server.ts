/**
 * What a unit pledged or was assigned for the year, and single indicators against it (features/pledges, `unitYears`). A goal without a verified figure is not known, never missed: then
 * the whole share is missing and says what would be certain without it. What adds up over the year is known when the year is whole: months that nobody reported are not zero. Before that
 * only a goal that is passed already is certain.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { ZERO } from '../../../kernel/decimal.ts';
import type { Decimal } from '../../../kernel/decimal.ts';
import type { DB } from '../../../platform/db-types.ts';
import { endOfDay } from '../../../platform/known.server.ts';
import { directionOf, goalOf, limitsOf, meets } from '../../indicators/goal.ts';
import { indicatorsOn } from '../../indicators/definitions.server.ts';
import { unitYears } from '../../pledges/unit-year.server.ts';
import type { UnitYear } from '../../pledges/unit-year.server.ts';
import type { Quantity } from '../../criteria/rule.ts';
import type { Behind, Measured, WhyMissing } from '../measured.ts';
import { share } from '../measured.ts';
import type { FactsAsked, Measurement } from './asked.server.ts';
import { among } from './asked.server.ts';

type Judged = UnitYear & { readonly judged: NonNullable<UnitYear['judged']> };
/** A goal with its figure as known, looked at once. */
type Stood = {
  readonly row: Judged;
  readonly figure: Decimal | undefined;
  readonly goal: Decimal;
  readonly isAttained: boolean;
  readonly isKnown: boolean;
  readonly behind: Behind;
};
type WhyOf = (row: Judged) => WhyMissing;

export async function goals(
  db: Kysely<DB>,
  asked: FactsAsked,
  codes: readonly string[],
): Promise<{ readonly attained: Measurement; readonly indicator: (code: string) => Measurement }> {
  const { year, today, known, unitIds } = asked;
  const found = await unitYears(db, { year, day: { today, known, through: `${year}-12-31` }, unitIds });
  const stood = found.filter((row): row is Judged => row.judged !== undefined).map(standing);
  const why = stood.every(({ isKnown }) => isKnown) ? () => 'not_reported' as const : await reasons(db, asked);
  const byUnit = Map.groupBy(stood, ({ row }) => row.unitId);
  const byCode = Map.groupBy(stood, ({ row }) => row.definition.code);
  const strange = await strangeAmong(
    db,
    codes.filter((code) => !byCode.has(code)),
    known,
  );
  return {
    attained: new Map([...byUnit].map(([unitId, own]) => [unitId, attainedOf(own, why)])),
    indicator: (code) =>
      strange.has(code)
        ? new Map(unitIds.map((unitId) => [unitId, unknownIndicator]))
        : new Map((byCode.get(code) ?? []).map((one) => [one.row.unitId, attainmentOf(one, why)])),
  };
}

const unknownIndicator: Measured = { state: 'missing', why: 'indicator_unknown', atLeast: null, behind: [] };

function standing(row: Judged): Stood {
  const { demanded } = row.judged;
  const isPart = row.definition.timeRollup === 'sum' && row.soFar !== undefined && row.soFar.period.kind !== 'year';
  const figure = isPart ? row.soFar?.value : row.judged.figure;
  const isMet = figure !== undefined && meets(demanded, figure);
  // What may still grow stays below a limit only when the year is whole.
  const isAttained = isMet && (!isPart || limitsOf(demanded).high === undefined);
  const isKnown = figure !== undefined && (!isPart || isAttained);
  const stood = { row, figure, goal: goalOf(demanded), isAttained, isKnown };
  return { ...stood, behind: behindOf(stood) };
}

/** Why a goal has no figure: one waits to be verified, the year is not over for it, or nobody sent one. */
async function reasons(db: Kysely<DB>, { year, today, known, unitIds }: FactsAsked): Promise<WhyOf> {
  const waiting =
    known === undefined
      ? sql`a.stage = 'submitted'`
      : sql`a.submitted_at < ${endOfDay(known)} and (a.decided_at is null or a.decided_at >= ${endOfDay(known)})`;
  const { rows } = await sql<{ key: string }>`
    select distinct a.unit_id || ' ' || a.indicator_code as key from actual a
    where a.period_end between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) and ${waiting} and ${among('a.unit_id', unitIds)}`.execute(
    db,
  );
  const sent = new Set(rows.map(({ key }) => key));
  const isOver = (known ?? today) > `${year}-12-31`;
  return ({ unitId, definition, soFar }) => {
    if (sent.has(`${unitId} ${definition.code}`)) return 'not_verified';
    return !isOver && (soFar !== undefined || definition.reporting === 'year') ? 'not_due_yet' : 'not_reported';
  };
}

async function strangeAmong(
  db: Kysely<DB>,
  codes: readonly string[],
  known: FactsAsked['known'],
): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set();
  const { rows } = await sql<{ code: string }>`select i.code from ${indicatorsOn(known)} i`.execute(db);
  const there = new Set(rows.map(({ code }) => code));
  return new Set(codes.filter((code) => !there.has(code)));
}

function behindOf({ row, figure, goal, isAttained, isKnown }: Omit<Stood, 'behind'>): Behind {
  const { code, name } = row.definition;
  return {
    way: isKnown ? (isAttained ? 'goal_attained' : 'goal_not_attained') : 'goal_not_known',
    label: `${code} ${name}`,
    href: `/chi-tieu/${code}`,
    counts: isAttained,
    figure: figure?.toFixed() ?? null,
    goal: goal.toFixed(),
    knownAt: row.knownOn,
  };
}

const inOrder: readonly WhyMissing[] = ['not_verified', 'not_reported', 'not_due_yet'];

function attainedOf(own: readonly Stood[], whyOf: WhyOf): Measured {
  const behind = own.map((one) => one.behind);
  const quantity = share(own.filter(({ isAttained }) => isAttained).length, own.length);
  const reasonsThere = own.filter(({ isKnown }) => !isKnown).map(({ row }) => whyOf(row));
  const why = inOrder.find((one) => reasonsThere.includes(one));
  return why === undefined
    ? { state: 'known', quantity, behind }
    : { state: 'missing', why, atLeast: quantity, behind };
}

/** The figure as a share of the goal; of what is to be kept low, the goal as a share of the figure. */
function attainmentOf(one: Stood, whyOf: WhyOf): Measured {
  const behind = [one.behind];
  const { row, figure, isKnown } = one;
  if (figure === undefined) return { state: 'missing', why: whyOf(row), atLeast: null, behind };
  const isUp = directionOf(row.judged.demanded) === 'up';
  const quantity = quantityOf(one, figure, isUp);
  return isKnown
    ? { state: 'known', quantity, behind }
    : { state: 'missing', why: whyOf(row), atLeast: isUp ? quantity : null, behind };
}

function quantityOf({ goal, isAttained }: Stood, figure: Decimal, isUp: boolean): Quantity {
  const [part, whole] = isUp ? [figure, goal] : [goal, figure];
  // A goal of zero or a figure below it: attained or not, there is no share between.
  return whole.lte(ZERO) || part.lt(ZERO) ? share(isAttained ? 1 : 0, 1) : { part, whole };
}
