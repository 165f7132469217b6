/**
 * A plan moved: its head hears that it waits, its officers what became of it, units that lead or join a task that it
 * stands. The appraising body finds plans in its lists and is not told of each.
 */
import { sql } from 'kysely';
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Subject = { readonly id: string; readonly subject_id: string };
type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;

export async function tellPlan(db: Database, { subject_id }: Subject, holders: Holders): Heard {
  const plan = await db
    .selectFrom('plan as p')
    .innerJoin('unit_now as u', 'u.id', 'p.unit_id')
    .select(['p.id', 'p.stage', 'p.title', 'p.unit_id', 'p.submitted_by', 'p.return_reason as reason'])
    .select('u.name as unit')
    .where('p.id', '=', subject_id)
    .executeTakeFirst();
  if (!plan) return [];
  const { id, stage, title, reason } = plan;
  const told = { about: 'plan', stage, title, unit: plan.unit ?? '', reason } as const;
  const link = `/ke-hoach/${id}`;
  const own = { facts: told, link, people: await waitFor(plan, holders) };
  if (stage !== 'approved') return own.people.length === 0 ? [] : [own];
  const people = await partnersOf(db, id, holders);
  return [own, { facts: { ...told, stage: 'joined', reason: null }, link, people }];
}

type Waiting = { readonly stage: string; readonly unit_id: string; readonly submitted_by: string | null };

async function waitFor({ stage, unit_id, submitted_by }: Waiting, holders: Holders): Promise<readonly string[]> {
  if (stage === 'submitted') return holders(['head'], unit_id, 'there only');
  if (stage !== 'approved' && stage !== 'returned') return [];
  const officers = await holders(['officer'], unit_id, 'there only');
  return submitted_by === null ? officers : [submitted_by, ...officers];
}

async function partnersOf(db: Database, planId: string, holders: Holders): Promise<readonly string[]> {
  const { rows } = await sql<{ unitId: string }>`
    select x.unit_id as "unitId" from (
      select t.lead_unit_id as unit_id from plan_task t where t.plan_id = ${planId}
      union select j.unit_id from plan_task t join plan_task_unit j on j.task_id = t.id where t.plan_id = ${planId}
    ) x join plan p on p.id = ${planId} where x.unit_id <> p.unit_id`.execute(db);
  const people = await Promise.all(rows.map(({ unitId }) => holders(['officer', 'head'], unitId, 'there only')));
  return people.flat();
}

type Progress = { readonly id: string; readonly part_unit_id: string | null; readonly line_kind: string };

/** A milestone reached, or not after all: the head. A part of another unit: the officers. Of the rest nobody need hear. */
export async function tellProgress(db: Database, { id: entryId, subject_id }: Subject, holders: Holders): Heard {
  const entry = await db.selectFrom('record_entry').select('after').where('id', '=', entryId).executeTakeFirst();
  const { id } = (entry?.after ?? {}) as Partial<Progress>;
  if (id === undefined) return [];
  const { rows } = await sql<{
    unitId: string;
    unit: string;
    what: string;
    percent: number;
    taskId: string;
    part: string | null;
  }>`
    select p.unit_id as "unitId", coalesce(n.name, u.name) as unit, coalesce(m.title, t.title) as what, r.percent,
      t.id as "taskId", n.name as part
    from plan_progress r join plan p on p.id = r.plan_id join unit_now u on u.id = p.unit_id
    left join unit_now n on n.id = r.part_unit_id
    join plan_task t on t.plan_id = p.id
    left join plan_milestone m on m.task_id = t.id and m.line_id = r.line_id
    where r.id = ${id} and (t.line_id = r.line_id or m.id is not null)
      and (r.line_kind = 'milestone' or r.part_unit_id is not null)`.execute(db);
  const [row] = rows;
  if (!row) return [];
  const { unitId, unit, what, percent, taskId, part } = row;
  const people = await holders([part === null ? 'head' : 'officer'], unitId, 'there only');
  const facts = { about: 'progress', isPart: part !== null, unit, what, percent } as const;
  return [{ facts, link: `/ke-hoach/${subject_id}/nhiem-vu/${taskId}`, people }];
}
