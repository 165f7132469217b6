/** The scene: the pack's real units and indicators, made-up people, and values straight into the tables. */
import { sql } from 'kysely';
import type { Holding, Person, Role } from '../app/kernel/actor.ts';
import type { Database } from '../app/platform/db.server.ts';
import { newId } from '../app/platform/id.server.ts';
import type { World } from './measured.ts';

/** Beyond the last month of the term, so that each of its 60 months can be reported. */
export const benchClock = (): Date => new Date('2031-01-15T02:00:00.000Z');
const WRITERS = 20;

/** Every indicator is taken by month, without papers and without bounds: what is measured is the way of 37 × 99 × 60 figures. */
export async function prepareWorld(owner: Database): Promise<World> {
  await owner
    .updateTable('indicator')
    .set({ reporting: 'month', evidence_required: false, range_min: null, range_max: null })
    .execute();
  const { rows: communes } = await sql<World['communes'][number]>`
    select id, code, name from unit_now where kind = 'commune' and is_active order by code`.execute(owner);
  const { rows: indicators } = await sql<World['indicators'][number]>`
    select code, numerator_name is not null and denominator_name is not null as "hasParts", scale::float8 as scale
    from indicator order by position`.execute(owner);
  const { rows: roots } = await sql<{ id: string }>`
    select id from unit_now where kind = 'province' and parent_id is null and is_active`.execute(owner);
  const rootId = roots[0]?.id ?? '';
  const appraiser = await insertPerson(owner, { name: 'Người Đo Thẩm Định', role: 'appraiser', unitId: rootId });
  const officers: Person[] = [];
  for (const [at, { id }] of communes.slice(0, WRITERS).entries())
    officers.push(await insertPerson(owner, { name: `Người Đo ${at + 1}`, role: 'officer', unitId: id }));
  return { rootId, communes, indicators, appraiser, officers };
}

type Given = { readonly name: string; readonly role: Role; readonly unitId: string };

export async function insertPerson(owner: Database, { name, role, unitId }: Given): Promise<Person> {
  const [personId, accountId, holdingId] = [newId(), newId(), newId()];
  const created_at = new Date();
  await owner.insertInto('person').values({ id: personId, full_name: name, unit_id: unitId, created_at }).execute();
  const account = { id: accountId, person_id: personId, username: `do-${personId.slice(-12)}`, state: 'active' };
  await owner
    .insertInto('account')
    .values({ ...account, created_at })
    .execute();
  const holding = { id: holdingId, person_id: personId, role, unit_id: unitId, valid_from: '2020-01-01' };
  await owner.insertInto('role_holding').values(holding).execute();
  const holdings: readonly Holding[] = [{ holdingId, role, unitId }];
  return { kind: 'person', personId, accountId, name, positionTitle: null, homeUnitId: unitId, holdings };
}

export type Filling = {
  readonly months: number;
  readonly limit: number;
  /** Of a hundred: the rest is verified. */
  readonly entered: number;
  readonly submitted: number;
};

/** Values month by month over every commune and indicator, without the record: that is the import's to measure. */
export async function fillValues(owner: Database, world: World, { months, limit, entered, submitted }: Filling) {
  const by = world.officers[0]?.personId ?? '';
  await sql`truncate actual`.execute(owner);
  await sql`
    insert into actual (id, indicator_code, unit_id, period, period_start, period_end, value, numerator, denominator,
      as_of_date, stage, entered_by, entered_at, submitted_by, submitted_at, decided_by, decided_at, known_at)
    select gen_random_uuid(), code, unit_id, to_char(month, 'YYYY-MM'), month, month + interval '1 month - 1 day',
      case when parts then round(n * scale / 100, 4) else n end, case when parts then n end, case when parts then 100 end,
      month + interval '1 month - 1 day', stage, ${by}, entered_at,
      case when stage <> 'entered' then ${by}::uuid end, case when stage <> 'entered' then entered_at end,
      case when stage = 'verified' then ${world.appraiser.personId}::uuid end,
      case when stage = 'verified' then entered_at end, case when stage = 'verified' then entered_at end
    from (
      select i.code, u.id as unit_id, month, i.scale, i.numerator_name is not null as parts,
        (row_number() over () * 37 % 97 + 1)::numeric as n, now() - row_number() over () * interval '1 second' as entered_at,
        case when row_number() over () % 100 < ${entered}::int then 'entered'
          when row_number() over () % 100 < ${entered + submitted}::int then 'submitted' else 'verified' end as stage
      from generate_series(date '2026-01-01', date '2026-01-01' + (${months}::int - 1) * interval '1 month', '1 month') month,
        unit_now u, indicator i
      where u.kind = 'commune' and u.is_active
      order by month
      limit ${limit}::int) given`.execute(owner);
  await sql`vacuum analyze actual`.execute(owner);
}

/** The country's communes; more units than any one province has. */
const COMMUNES = 3_321;

/** So many villages under the communes, once; how many there are. */
export async function addVillages(owner: Database, { communes }: World, most: number): Promise<number> {
  const many = Math.min(COMMUNES, most);
  const there = await owner.selectFrom('unit').select('id').where('code', '=', 'thon-do-1').executeTakeFirst();
  if (there) return many;
  const parents = communes.map(({ id }) => id);
  await sql`
    with made as (
      select gen_random_uuid() as id, n, (${parents}::uuid[])[n % ${parents.length}::int + 1] as parent_id
      from generate_series(1, ${many}::int) n),
    placed as (
      insert into unit (id, code, kind, valid_from) select id, 'thon-do-' || n, 'village', '2025-07-01' from made returning id)
    insert into unit_version (unit_id, valid_from, name, short_name, parent_id)
    select m.id, '2025-07-01', 'Thôn Đo ' || n, 'Thôn Đo ' || n, m.parent_id from made m join placed p on p.id = m.id`.execute(
    owner,
  );
  await sql`select refresh_unit_tree()`.execute(owner);
  await sql`analyze unit, unit_version, unit_tree`.execute(owner);
  return many;
}

/** As many bodies under the province as are wanting to the number asked for. */
export async function addBodies(owner: Database, rootId: string, wanted: number): Promise<void> {
  await sql`
    with there as (select count(*) as n from unit_now where is_active and kind <> 'village' and parent_id is not null),
    made as (select gen_random_uuid() as id, n from generate_series(1, ${wanted}::int - (select n from there)::int) n),
    placed as (
      insert into unit (id, code, kind, valid_from) select id, 'co-quan-do-' || n, 'other', '2025-07-01' from made returning id)
    insert into unit_version (unit_id, valid_from, name, short_name, parent_id)
    select m.id, '2025-07-01', 'Cơ quan Đo ' || n, 'Cơ quan Đo ' || n, ${rootId} from made m join placed p on p.id = m.id`.execute(
    owner,
  );
  await sql`select refresh_unit_tree()`.execute(owner);
}
