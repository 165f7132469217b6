/**
 * The yearly results of the movement that is reviewed, as the unit's frozen judgements give them: each year's exact score as a share of its full points, weighed alike. A year that is still
 * being judged is missing, never nothing; a year in which the unit was not judged is not asked for.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { Decimal } from '../../../kernel/decimal.ts';
import { decimal, ZERO } from '../../../kernel/decimal.ts';
import type { DB } from '../../../platform/db-types.ts';
import { by } from '../../coverage/coverage.server.ts';
import type { Quantity } from '../../criteria/rule.ts';
import type { Behind, BehindWay, Measured } from '../measured.ts';
import { standsAside } from '../measured.ts';
import type { FactsAsked, Measurement } from './asked.server.ts';
import { among, dayIn } from './asked.server.ts';

type Row = {
  readonly unitId: string;
  readonly judgementId: string;
  readonly title: string;
  readonly isFrozen: boolean;
  readonly frozenOn: PlainDate | null;
  readonly above: string | null;
  readonly below: string | null;
  readonly full: number | null;
};

export async function yearsResults(
  db: Kysely<DB>,
  { judgementId, year, known, unitIds }: FactsAsked,
): Promise<Measurement> {
  const frozen = sql`(j.stage = 'frozen' and ${by(sql`j.frozen_at`, known)})`;
  const { rows } = await sql<Row>`
    select c.unit_id as "unitId", j.id as "judgementId", j.title, ${frozen} as "isFrozen", ${dayIn('j.frozen_at')} as "frozenOn", r.score_above::text as above,
      r.score_below::text as below, r.full_points as full
    from judgement reviewed join criteria_set set_reviewed on set_reviewed.id = reviewed.set_id
    join criteria_set s on s.movement_id = set_reviewed.movement_id and s.review = 'yearly' and s.year <= ${year}
    join judgement j on j.set_id = s.id and j.stage not in ('prepared', 'cancelled')
    join score_card c on c.judgement_id = j.id and c.stage <> 'dropped' and ${among('c.unit_id', unitIds)}
    left join judgement_result r on r.judgement_id = j.id and r.unit_id = c.unit_id
    where reviewed.id = ${judgementId} order by s.year, j.id`.execute(db);
  return new Map([...Map.groupBy(rows, ({ unitId }) => unitId)].map(([unitId, own]) => [unitId, measured(own)]));
}

function measured(rows: readonly Row[]): Measured {
  const behind = rows.map(behindOf);
  const weighed = behind.filter((one) => !standsAside(one));
  if (weighed.length === 0) return { state: 'not_applicable', why: 'no_year_results', behind };
  const quantity = meanOf(rows, weighed.length);
  return weighed.every(({ counts }) => counts)
    ? { state: 'known', quantity, behind }
    : { state: 'missing', why: 'year_not_frozen', atLeast: quantity, behind };
}

const scoreOf = ({ isFrozen, above, below, full }: Row) =>
  isFrozen && above !== null && below !== null && full !== null
    ? { part: decimal(above), whole: decimal(below).times(full) }
    : null;

/** Over one denominator, so that nothing is rounded; a year without a score adds nothing. */
function meanOf(rows: readonly Row[], years: number): Quantity {
  const begun: { part: Decimal; whole: Decimal } = { part: ZERO, whole: decimal(1) };
  const sum = rows.reduce((all, row) => {
    const one = scoreOf(row);
    return one === null
      ? all
      : { part: all.part.times(one.whole).plus(one.part.times(all.whole)), whole: all.whole.times(one.whole) };
  }, begun);
  return { part: sum.part, whole: sum.whole.times(years) };
}

function behindOf(row: Row): Behind {
  const score = scoreOf(row);
  const way: BehindWay = !row.isFrozen ? 'year_running' : score === null ? 'year_not_ranked' : 'year_frozen';
  return {
    way,
    label: row.title,
    href: `/cham-diem/${row.judgementId}/xep-hang`,
    counts: way === 'year_frozen',
    figure:
      score &&
      score.part
        .div(decimal(row.below ?? 1))
        .div(100)
        .round(2)
        .toFixed(),
    goal: row.full === null ? null : decimal(row.full).div(100).toFixed(),
    knownAt: row.isFrozen ? row.frozenOn : null,
  };
}
