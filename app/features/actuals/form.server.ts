/** One form of a unit and a period: what it asks, what stands there already, and for which units a person fills it in. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Period } from '../../kernel/period.ts';
import { startOf } from '../../kernel/period.ts';
import type { DB } from '../../platform/db-types.ts';
import { pathOf, pathsOf } from '../organisation/paths.server.ts';
import { newId } from '../../platform/id.server.ts';
import type { Rollup } from '../indicators/indicator.ts';
import type { FigureRule, Stage } from './actual.ts';
import { ruleColumns, ruleOf } from './case.server.ts';
import { isTooFine } from './figures.ts';
import { permitEnter } from './procedure.ts';
import { isReporter, isRoot } from './reporters.ts';
import type { ReportingUnit } from './reporters.ts';
import { visibleTo } from './visible.server.ts';

export type FormLine = {
  readonly rule: FigureRule;
  /** Of the value that stands there; minted for one that is not there yet. */
  readonly id: string;
  readonly version: number | null;
  readonly stage: Stage | null;
  readonly figure: {
    readonly value: string;
    readonly numerator: string | null;
    readonly denominator: string | null;
  } | null;
  readonly asOfDate: string | null;
  readonly source: string | null;
  readonly returnReason: string | null;
  readonly evidence: number;
  /** The latest verified figure of an earlier period. */
  readonly last: { readonly value: string; readonly period: string } | null;
};

export type EntryForm = {
  readonly unit: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly from: PlainDate | null;
    readonly until: PlainDate | null;
  };
  readonly period: Period;
  readonly lines: readonly FormLine[];
};

export async function findEntryForm(
  db: Kysely<DB>,
  person: Person,
  { unitCode, period }: { readonly unitCode: string; readonly period: Period },
): Promise<EntryForm | undefined> {
  const unit = await findUnit(db, unitCode);
  if (!unit) return undefined;
  const standing = await standingValues(db, person, unit.id, period);
  const asked = (await indicatorsFor(db, person, unit)).filter(
    ({ rule, isAsked, inTerm }) =>
      standing.has(rule.code) ||
      (isAsked && inTerm(period) && rule.reporting === period.kind && !isTooFine(period, rule.reporting)),
  );
  const lines = asked.map(({ rule }) => {
    const found = standing.get(rule.code);
    return { rule, ...(found ?? { ...nothing, id: newId() }), last: null };
  });
  const last = await lastValues(db, person, unit.id, period);
  return { unit, period, lines: lines.map((line) => ({ ...line, last: last.get(line.rule.code) ?? null })) };
}

const nothing = {
  version: null,
  stage: null,
  figure: null,
  asOfDate: null,
  source: null,
  returnReason: null,
  evidence: 0,
} as const;

type Unit = ReportingUnit & EntryForm['unit'];

async function findUnit(db: Kysely<DB>, code: string): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`
    select u.id, u.code, u.name, u.kind, u.parent_id as "parentId", n.takes_part as "takesPart",
      n.valid_from as "from", n.valid_until as "until"
    from unit_now u join unit n on n.id = u.id where u.code = ${code}`.execute(db);
  return rows[0];
}

async function indicatorsFor(db: Kysely<DB>, person: Person, unit: Unit) {
  const rows = await db
    .selectFrom('indicator')
    .select(ruleColumns)
    .select([
      'indicator.rollup',
      'indicator.from_year as from',
      'indicator.deadline as until',
      'indicator.owner_unit_id as owner',
    ])
    .orderBy('position')
    .execute();
  const path = await pathOf(db, unit.id);
  const owners = await pathsOf(db, [...new Set(rows.flatMap((row) => row.owner ?? []))]);
  return rows
    .filter(({ owner }) => permitEnter({ unit: path, owner: owners.get(owner ?? '') ?? [] }, person).ok)
    .map((row) => ({
      rule: ruleOf(row),
      isAsked: isReporter(unit, { rollup: row.rollup as Rollup }) || isRoot(unit),
      inTerm: (period: Period) => period.year >= row.from && period.year <= row.until,
    }));
}

async function standingValues(db: Kysely<DB>, actor: Actor, unitId: string, period: Period) {
  const rows = await db
    .selectFrom('actual')
    .where('unit_id', '=', unitId)
    .where('period', '=', period.code)
    .where('stage', '!=', 'withdrawn')
    .where('superseded_at', 'is', null)
    .where(visibleTo(actor))
    .select([
      'id',
      'indicator_code as code',
      'version',
      'stage',
      'value',
      'numerator',
      'denominator',
      'as_of_date as asOfDate',
      'source',
      'return_reason as returnReason',
      sql<number>`(select count(*) from attachment a
        where a.subject_kind = 'actual' and a.subject_id = actual.id and a.detached_at is null)`.as('evidence'),
    ])
    // What is open comes last and stands for the line.
    .orderBy(sql`stage <> 'verified'`)
    .execute();
  return new Map(
    rows.map(({ code, value, numerator, denominator, stage, ...row }) => [
      code,
      { ...row, stage: stage as Stage, figure: { value: value ?? '', numerator, denominator } },
    ]),
  );
}

async function lastValues(db: Kysely<DB>, actor: Actor, unitId: string, period: Period) {
  const { rows } = await sql<{ readonly code: string; readonly value: string; readonly period: string }>`
    select distinct on (actual.indicator_code) actual.indicator_code as code, actual.value, actual.period
    from actual where actual.unit_id = ${unitId} and actual.stage = 'verified' and actual.superseded_at is null
      and actual.period_end < ${startOf(period)}::date and ${visibleTo(actor)}
    order by actual.indicator_code, actual.period_end desc, length(actual.period)`.execute(db);
  return new Map(rows.map(({ code, ...last }) => [code, last]));
}

/** Units a person may report for: those of their office and below, and the province for what their body owns. */
export async function unitsToReport(
  db: Kysely<DB>,
  person: Person,
): Promise<readonly { readonly id: string; readonly code: string; readonly name: string; readonly kind: string }[]> {
  const held = person.holdings.filter(({ role }) => role === 'officer' || role === 'head').map(({ unitId }) => unitId);
  const { rows } = await sql<{ id: string; code: string; name: string; kind: string }>`
    select u.id, u.code, u.name, u.kind from unit_now u join unit n on n.id = u.id
    where u.is_active and ((u.kind = 'province' and u.parent_id is null) or (u.kind = 'commune' and n.takes_part))
      and (u.id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[]))
        or exists (select from indicator i join unit_tree t on t.descendant_id = i.owner_unit_id
          where t.ancestor_id = any(${held}::uuid[])))
    order by u.kind <> 'province', u.name collate "vi-x-icu"`.execute(db);
  return rows;
}
