/** Reports of the year's rounds that came on time: each round whose days end in the year, once its due day has passed or the report is in. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { DB } from '../../../platform/db-types.ts';
import { endOfDay } from '../../../platform/known.server.ts';
import { by } from '../../coverage/coverage.server.ts';
import type { ReportStage } from '../../rounds/report.ts';
import { judge } from '../../rounds/standing.ts';
import { shareOf } from '../measured.ts';
import type { Behind, BehindWay, Measured } from '../measured.ts';
import type { FactsAsked, Measurement } from './asked.server.ts';
import { among, dayIn } from './asked.server.ts';

type Row = {
  readonly unitId: string;
  readonly roundId: string;
  readonly name: string;
  readonly dueOn: PlainDate;
  readonly openedOn: PlainDate;
  readonly isExempt: boolean;
  readonly stage: ReportStage | null;
  readonly sentOn: PlainDate | null;
};

export async function reportsOnTime(db: Kysely<DB>, asked: FactsAsked): Promise<Measurement> {
  const rows = await rowsOf(db, asked);
  const day = asked.known ?? asked.today;
  return new Map(
    [...Map.groupBy(rows, ({ unitId }) => unitId)].map(([unitId, own]) => [
      unitId,
      measured(own.map((row) => behindOf(row, day))),
    ]),
  );
}

/** A sending taken back before the day is none; one taken back later stood on the day. */
async function rowsOf(db: Kysely<DB>, { year, known, unitIds }: FactsAsked): Promise<readonly Row[]> {
  const stood =
    known === undefined
      ? sql`s.recalled_at is null`
      : sql`s.signed_at < ${endOfDay(known)} and (s.recalled_at is null or s.recalled_at >= ${endOfDay(known)})`;
  const { rows } = await sql<Row>`
    select e.unit_id as "unitId", o.id as "roundId", o.name, to_char(o.due_on, 'YYYY-MM-DD') as "dueOn", ${dayIn('o.opened_at')} as "openedOn",
      (e.exempted_at is not null and ${by(sql`e.exempted_at`, known)}) as "isExempt", r.stage, min(${dayIn('s.signed_at')}) as "sentOn"
    from reporting_round o
    join round_unit e on e.round_id = o.id and ${among('e.unit_id', unitIds)}
    left join lateral (select r.id, r.stage from report r where r.round_id = e.round_id and r.unit_id = e.unit_id offset 0) r on true
    left join report_sending s on s.report_id = r.id and ${stood}
    where o.last_day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) and o.stage in ('open', 'closed') and ${by(sql`o.opened_at`, known)}
    group by e.unit_id, e.round_id, o.id, r.stage, e.exempted_at order by o.last_day, o.due_on, o.id`.execute(db);
  return rows;
}

function behindOf({ roundId, name, dueOn, openedOn, isExempt, stage, sentOn }: Row, day: PlainDate): Behind {
  const { standing, isLate } = judge({ isExempt, stage, sentOn }, { dueOn, today: day });
  return {
    way: wayOf(standing, isLate),
    label: name,
    href: `/ky-bao-cao/${roundId}`,
    counts: sentOn !== null && !isLate,
    figure: sentOn,
    goal: dueOn,
    knownAt: sentOn ?? openedOn,
  };
}

function wayOf(standing: ReturnType<typeof judge>['standing'], isLate: boolean): BehindWay {
  switch (standing) {
    case 'exempt':
      return 'report_exempt';
    case 'waiting':
      return 'report_awaited';
    case 'overdue':
      return 'report_owed';
    case 'sent':
    case 'received':
    case 'returned':
      return isLate ? 'report_late' : 'report_on_time';
  }
}

function measured(behind: readonly Behind[]): Measured {
  const quantity = shareOf(behind);
  return quantity === null
    ? { state: 'not_applicable', why: 'no_reports_asked', behind }
    : { state: 'known', quantity, behind };
}
