/**
 * What 130 units owe over a whole year: the page of urging, the page of progress, and what stands on every page of an
 * officer (the number beside "my work"); beside the bare aggregate that counts the same late lines and names none.
 */
import { sql } from 'kysely';
import { plansAttention } from '../../app/features/plans/attention.server.ts';
import { dutyList } from '../../app/features/urging/list.server.ts';
import { countOf, workOf } from '../../app/features/work/work.server.ts';
import { plainDateIn } from '../../app/kernel/calendar.ts';
import { median, percentile } from '../figures.ts';
import type { Bench, Case, Measured } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { addBodies, benchClock } from '../world.ts';

const UNITS = 130;
const TASKS = 12;
const MILESTONES = 3;
const today = plainDateIn(benchClock());

export const duties: Case = {
  name: 'duties',
  run: async (bench) => {
    const { world, product } = bench;
    const { db } = product.services;
    await planYear(bench);
    const officer = world.officers[0] ?? world.appraiser;
    const query = { view: 'can-lam' } as const;
    const list = () => dutyList(db, world.appraiser, { today, query, by: 'don-vi', page: 1, size: 50 });
    const progress = () => plansAttention(db, world.appraiser, { today });
    const work = async () => countOf(await workOf(db, officer, benchClock()));
    const [{ total }, { lines, plans }, count] = [await list(), await progress(), await work()];
    await sameCount(bench, lines.filter(({ attention }) => attention === 'late').length);
    return [
      await against(bench, { name: 'list of duties, p95', body: list, notes: [`${total} duties late or near`] }),
      await against(bench, {
        name: 'progress of plans, p95',
        body: progress,
        notes: [`${plans} plans, ${lines.length} lines late, behind or near`],
      }),
      await against(bench, { name: 'my work of one officer, p95', body: work, notes: [`${count} lines`] }),
    ];
  },
};

type Asked = { readonly name: string; readonly body: () => Promise<unknown>; readonly notes: readonly string[] };

async function against(bench: Bench, { name, body, notes }: Asked): Promise<Measured> {
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < bench.sizes.rounds * 4 + 3; round += 1) {
    const pair = [await milliseconds(body), await milliseconds(() => lateLines(bench))];
    if (round < 3) continue; // warming up
    own.push(pair[0] ?? Number.NaN);
    bare.push(pair[1] ?? Number.NaN);
  }
  const baseline = { what: 'bare count of late lines', figure: median(bare), unit: 'ms' };
  const figure = percentile(own, 0.95);
  const middle = `median ${median(own).toFixed(0)} ms`;
  return { name, figure, unit: 'ms', target: { most: 150 }, baseline, notes: [...notes, middle] };
}

/** A plan of the year for each unit, reported on every month; of three tasks one falls behind. */
async function planYear({ owner, world }: Bench): Promise<void> {
  await addBodies(owner, world.rootId, UNITS);
  const [by = '', other = ''] = world.officers.map(({ personId }) => personId);
  await sql`
    insert into movement_unit (movement_id, unit_id) select m.id, u.id from movement m, unit_now u
    where m.pack_code is not null and u.is_active and u.kind <> 'village' and u.parent_id is not null
    on conflict do nothing`.execute(owner);
  await sql`
    insert into plan (id, unit_id, movement_id, title, objectives, first_day, last_day, stage, entered_by, entered_at)
    select gen_random_uuid(), u.id, m.id, 'Kế hoạch năm đo', 'Mục tiêu', '2030-01-01', '2031-12-31', 'draft', ${by}, now()
    from movement m, (select id from unit_now where is_active and kind <> 'village' and parent_id is not null
      order by kind = 'commune' desc, code limit ${UNITS}) u where m.pack_code is not null`.execute(owner);
  await sql`
    insert into plan_task (id, plan_id, line_id, position, title, product, lead, joins, starts_on, due_on)
    select gen_random_uuid(), p.id, gen_random_uuid(), n, 'Nhiệm vụ đo ' || n, 'Sản phẩm', 'Phòng', '',
      make_date(2030, n, 1), make_date(2030, n, 1) + 45
    from plan p, generate_series(1, ${TASKS}::int) n where p.title = 'Kế hoạch năm đo'`.execute(owner);
  await sql`
    insert into plan_task_unit (task_id, unit_id)
    select t.id, (select u.id from unit_now u where u.is_active and u.kind = 'department' and u.id <> p.unit_id order by u.code limit 1)
    from plan_task t join plan p on p.id = t.plan_id where p.title = 'Kế hoạch năm đo' and t.position % 3 = 1`.execute(
    owner,
  );
  await sql`
    insert into plan_milestone (id, task_id, line_id, position, title, due_on, product)
    select gen_random_uuid(), t.id, gen_random_uuid(), n, 'Mốc ' || n, t.starts_on + n * 12, ''
    from plan_task t join plan p on p.id = t.plan_id, generate_series(1, ${MILESTONES}::int) n
    where p.title = 'Kế hoạch năm đo'`.execute(owner);
  await sql`
    insert into plan_progress (id, plan_id, line_kind, line_id, percent, as_of_date, note, reported_by, reported_at)
    select gen_random_uuid(), t.plan_id, 'task', t.line_id, least(100, n * case when t.position % 3 = 0 then 30 else 50 end),
      t.starts_on + n * 15, '', ${by}::uuid, t.starts_on + n * 15
    from plan_task t join plan p on p.id = t.plan_id, generate_series(1, 3) n where p.title = 'Kế hoạch năm đo'
    union all
    select gen_random_uuid(), t.plan_id, 'milestone', m.line_id, 100, m.due_on, '', ${by}::uuid, m.due_on
    from plan_milestone m join plan_task t on t.id = m.task_id join plan p on p.id = t.plan_id
    where p.title = 'Kế hoạch năm đo' and (t.position + m.position) % 4 > 0`.execute(owner);
  await sql`
    update plan set stage = 'approved', document_number = '1/KH', document_date = '2030-01-05', submitted_by = ${by},
      submitted_at = '2030-01-04', decided_by = ${other}, decided_at = '2030-01-05' where title = 'Kế hoạch năm đo'`.execute(
    owner,
  );
  await sql`analyze movement_unit, plan, plan_task, plan_task_unit, plan_milestone, plan_progress`.execute(owner);
}

/** What PostgreSQL needs to say how many tasks and milestones of plans in force are late. */
async function lateLines({ product }: Bench): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with line as (
      select t.line_id, t.due_on from plan p join plan_task t on t.plan_id = p.id where p.stage = 'approved' and p.superseded_at is null
      union all
      select m.line_id, m.due_on from plan p join plan_task t on t.plan_id = p.id join plan_milestone m on m.task_id = t.id
      where p.stage = 'approved' and p.superseded_at is null)
    select count(*)::int as n from line where line.due_on < ${today} and coalesce((
      select r.percent from plan_progress r where r.line_id = line.line_id and r.part_unit_id is null
      order by r.reported_at desc, r.id desc limit 1), 0) < 100`.execute(product.services.db);
  return rows[0]?.n ?? 0;
}

async function sameCount(bench: Bench, counted: number): Promise<void> {
  const bare = await lateLines(bench);
  if (bare !== counted) throw new Error(`the page of progress counts ${counted} late lines, bare SQL ${bare}`);
}
