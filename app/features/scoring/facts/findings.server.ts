/**
 * Findings of inspections whose deadline falls in the year: closed on time, of all that had to be closed by now. What was found is for the unit and whoever inspects, so it is not
 * named here.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { DB } from '../../../platform/db-types.ts';
import { by } from '../../coverage/coverage.server.ts';
import { findingOn, standingOf } from '../../inspections/finding.ts';
import type { FindingStage, FindingStanding } from '../../inspections/finding.ts';
import { shareOf } from '../measured.ts';
import type { Behind, BehindWay, Measured } from '../measured.ts';
import type { FactsAsked, Measurement } from './asked.server.ts';
import { among, dayIn } from './asked.server.ts';

type Row = {
  readonly id: string;
  readonly unitId: string;
  readonly inspectionId: string;
  readonly stage: FindingStage;
  readonly dueOn: PlainDate;
  readonly issuedOn: PlainDate;
  readonly answeredOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
};

export async function findingsClosed(
  db: Kysely<DB>,
  { year, today, known, unitIds }: FactsAsked,
): Promise<Measurement> {
  const { rows } = await sql<Row>`
    select f.id, f.unit_id as "unitId", f.inspection_id as "inspectionId", f.stage, to_char(f.due_on, 'YYYY-MM-DD') as "dueOn",
      ${dayIn('i.issued_at')} as "issuedOn", ${dayIn('f.submitted_at')} as "answeredOn",
      case when f.stage = 'closed' then ${dayIn('f.decided_at')} end as "closedOn"
    from finding f join inspection i on i.id = f.inspection_id
    where f.stage <> 'draft' and ${by(sql`i.issued_at`, known)} and f.due_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
      and ${among('f.unit_id', unitIds)}
    order by f.due_on, f.id`.execute(db);
  const day = known ?? today;
  const standing = (row: Row) => standingOf(known === undefined ? row : findingOn(row, known), day);
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return new Map(
    [...byUnit].map(([unitId, own]) => [unitId, measured(own.map((row) => behindOf(row, standing(row))))]),
  );
}

const ways: Readonly<Record<FindingStanding, BehindWay>> = {
  on_time: 'finding_on_time',
  late: 'finding_late',
  overdue: 'finding_overdue',
  waiting: 'finding_answered',
  running: 'finding_running',
  draft: 'finding_running',
};

function behindOf({ id, inspectionId, dueOn, issuedOn, closedOn }: Row, standing: FindingStanding): Behind {
  const isClosed = standing === 'on_time' || standing === 'late';
  return {
    way: ways[standing],
    label: null,
    href: `/kiem-tra/${inspectionId}/ton-tai/${id}`,
    counts: standing === 'on_time',
    figure: null,
    goal: dueOn,
    knownAt: isClosed ? closedOn : issuedOn,
  };
}

function measured(behind: readonly Behind[]): Measured {
  const quantity = shareOf(behind);
  return quantity === null
    ? { state: 'not_applicable', why: 'no_findings', behind }
    : { state: 'known', quantity, behind };
}
