/** What rounds ask of a person: reports of their own unit to write or sign, and reports that wait to be received. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { movableBy } from '../indicators/movable.server.ts';
import { reportProcedure } from './procedure.ts';
import type { ReportStage } from './report.ts';

export type OwedReport = {
  readonly roundId: string;
  readonly roundName: string;
  readonly dueOn: PlainDate;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** Null before anything was written. */
  readonly stage: ReportStage | null;
  /** Presented, and this person may sign it. */
  readonly isToSign: boolean;
  readonly returnReason: string | null;
};

/** A unit that has ended is in the care of those who took over from it. */
const inCareOf = (held: readonly string[]) =>
  sql<boolean>`e.unit_id in (select id from units_in_care(${held}::uuid[]) id)`;

/** Of open rounds, by due day: what is not sent yet, or came back. */
export async function reportsOwedBy(db: Kysely<DB>, person: Person): Promise<readonly OwedReport[]> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  const heads = [...unitsHeld(person, 'head')];
  if (held.length === 0) return [];
  const { rows } = await sql<OwedReport>`
    select o.id as "roundId", o.name as "roundName", o.due_on as "dueOn", u.id as "unitId", u.code as "unitCode", u.name as "unitName",
      r.stage, r.return_reason as "returnReason", (r.stage is not distinct from 'presented' and ${inCareOf(heads)}) as "isToSign"
    from round_unit e
    join reporting_round o on o.id = e.round_id and o.stage = 'open'
    join unit_now u on u.id = e.unit_id
    left join report r on r.round_id = e.round_id and r.unit_id = e.unit_id
    where ${inCareOf(held)} and (r.stage = 'returned' or e.exempt_reason is null)
      and (r.stage is null or r.stage in ('draft', 'returned', 'presented'))
    order by o.due_on, u.name collate "vi-x-icu", o.id limit 50`.execute(db);
  return rows;
}

export type ReportsToReceive = { readonly roundId: string; readonly roundName: string; readonly count: number };

export async function reportsToReceive(db: Kysely<DB>, person: Person): Promise<readonly ReportsToReceive[]> {
  if (unitsHeld(person, 'appraiser').length === 0) return [];
  const { rows } = await sql<ReportsToReceive>`
    select o.id as "roundId", o.name as "roundName", count(*) as count
    from report join reporting_round o on o.id = report.round_id
    where ${movableBy({ procedure: reportProcedure, move: 'receive', table: 'report' }, person)}
    group by o.id, o.name, o.due_on order by o.due_on, o.id limit 20`.execute(db);
  return rows;
}
