/**
 * A year as a country of communes would have it judged, straight into the tables: units in blocks, each block with its criteria set of sixty criteria (half from data, half by hand
 * through three steps) and its judgement, and the figures that the data criteria read. The same each time.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Criterion } from '../app/features/criteria/criterion.ts';
import type { MeasureName, Rule } from '../app/features/criteria/rule.ts';
import type { Database } from '../app/platform/db.server.ts';
import type { World } from './measured.ts';

export const judgedYear = 2030;
/** Members of a block; the last one has what is left. */
const BLOCK = 27;

/** The criterion that reads the first indicator: seven others read the data before it. */
export const firstIndicator = 'G1.7';

/** Sixty that are scored, ten points each, in six groups. */
export function benchCriteria(indicators: readonly string[]): readonly Criterion[] {
  const rules: readonly Rule[] = [
    ...(['reports_on_time', 'findings_closed', 'pledges_attained'] as const).map((name) => proportion(name)),
    ...(['plan_issued', 'pledges_registered', 'initiatives_recognised', 'initiatives_adopted'] as const).map((name) =>
      each(name),
    ),
    ...indicators.map((code, at) => (at % 2 === 0 ? proportion('indicator', code) : steps(code))),
  ];
  const data = rules.slice(0, 30).map((rule) => ({ way: 'data', rule }) as const);
  const hand = Array.from({ length: 60 - data.length }, () => ({ way: 'hand', rule: null }) as const);
  const bare = { guidance: '', max: 1000, expertUnitId: null, needsEvidence: false };
  const groups = Array.from({ length: 6 }, (_, at) => ({
    ...bare,
    max: 10_000,
    code: `G${at}`,
    parent: null,
    kind: 'group',
    title: `Nhóm đo ${at}`,
    way: null,
    rule: null,
  })) satisfies readonly Criterion[];
  const leaves = [...data, ...hand].map((how, at) => ({
    ...bare,
    code: `G${at % 6}.${at}`,
    parent: `G${at % 6}`,
    kind: 'criterion',
    title: `Tiêu chí đo ${at}`,
    ...how,
  })) satisfies readonly Criterion[];
  return [...groups, ...leaves];
}

const measure = (name: MeasureName, indicator: string | null) => ({ name, indicator });
const proportion = (name: MeasureName, indicator: string | null = null): Rule => ({
  name: 'proportion',
  measure: measure(name, indicator),
  from: '0.5',
  full: '1',
});
const each = (name: MeasureName): Rule => ({ name: 'each', measure: measure(name, null), points: 500 });
const steps = (code: string): Rule => ({
  name: 'steps',
  measure: measure('indicator', code),
  steps: [
    { atLeast: '0.8', points: 500 },
    { atLeast: '1', points: 1000 },
  ],
});

export type JudgedBlock = { readonly judgementId: string; readonly setId: string; readonly unitIds: readonly string[] };

/** Of so many villages; the scene is set once. */
export async function judgeVillages(owner: Database, world: World, many: number): Promise<readonly JudgedBlock[]> {
  const codes = world.indicators.map(({ code }) => code).slice(0, 23);
  await insertBlocks(owner, world, many);
  await insertCriteria(owner, benchCriteria(codes));
  await insertCards(owner, world);
  await insertGoals(owner, world, codes);
  await insertReports(owner, world);
  await insertPlans(owner, world);
  await insertInitiatives(owner, world);
  await insertFindings(owner, world);
  await sql`analyze criterion, score_card, card_score, assigned_target, actual, reporting_round, round_unit, report, report_sending, plan, pledge,
    movement_unit, initiative, initiative_recognition, inspection, finding`.execute(owner);
  const { rows } = await sql<JudgedBlock>`
    select j.id as "judgementId", j.set_id as "setId", array_agg(c.unit_id::text order by c.unit_id) as "unitIds"
    from judgement j join score_card c on c.judgement_id = j.id where j.year = ${judgedYear} group by j.id, j.set_id order by j.id`.execute(
    owner,
  );
  return rows;
}

async function insertBlocks(owner: Database, { rootId, appraiser }: World, many: number): Promise<void> {
  await sql`
    insert into block (id, code, name, kind)
    select gen_random_uuid(), 'khoi-do-' || n, 'Khối Đo ' || n, 'khoi' from generate_series(0, ${Math.ceil(many / BLOCK) - 1}::int) n`.execute(
    owner,
  );
  await sql`
    insert into block_member (block_id, unit_id, year, part)
    select b.id, u.id, ${judgedYear}::int, case when u.n % ${BLOCK}::int = 0 then 'lead' else 'member' end
    from (select id, row_number() over (order by code) - 1 as n from unit where code like 'thon-do-%') u
    join block b on b.code = 'khoi-do-' || u.n / ${BLOCK}::int where u.n < ${many}::int`.execute(owner);
  await sql`
    insert into criteria_set (id, block_id, year, title, stage, is_proposal, made_at)
    select gen_random_uuid(), id, ${judgedYear}::int, 'Bộ tiêu chí đo', 'draft', true, now() from block where code like 'khoi-do-%'`.execute(
    owner,
  );
  await sql`
    insert into judgement (id, set_id, unit_id, year, title, stage, objection_days, made_by, made_at)
    select gen_random_uuid(), s.id, ${rootId}, ${judgedYear}::int, 'Chấm điểm đo', 'scoring', 5, ${appraiser.personId}, now()
    from criteria_set s where s.year = ${judgedYear}::int`.execute(owner);
}

async function insertCriteria(owner: Database, criteria: readonly Criterion[]): Promise<void> {
  const rows = criteria.map(({ code, parent, kind, title, max, way, rule }, place) => ({
    code,
    parent,
    kind,
    title,
    max,
    way,
    rule,
    place,
  }));
  await sql`
    insert into criterion (set_id, code, parent, place, kind, title, max_points, way, rule)
    select s.id, c.code, c.parent, c.place, c.kind, c.title, c.max, c.way, c.rule
    from criteria_set s, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as c (code text, parent text, place int, kind text, title text, max int, way text, rule jsonb) where s.year = ${judgedYear}::int`.execute(
    owner,
  );
  await sql`update criteria_set set stage = 'published', published_at = now() where year = ${judgedYear}::int`.execute(
    owner,
  );
}

async function insertCards(owner: Database, { appraiser }: World): Promise<void> {
  await sql`
    insert into score_card (id, judgement_id, unit_id, stage)
    select gen_random_uuid(), j.id, m.unit_id, 'appraised'
    from judgement j join criteria_set s on s.id = j.set_id join block_member m on m.block_id = s.block_id and m.year = s.year
    where s.year = ${judgedYear}::int`.execute(owner);
  await sql`
    insert into card_score (card_id, code, step, state, points, entered_by, entered_at)
    select c.id, x.code, step, 'points', (row_number() over () * 37 % 1001)::int, ${appraiser.personId}, now()
    from score_card c join judgement j on j.id = c.judgement_id join criterion x on x.set_id = j.set_id and x.way = 'hand',
      unnest(array['self', 'cross', 'appraisal']) step where j.year = ${judgedYear}::int`.execute(owner);
}

/** The units that are judged, numbered, as `v`. */
const villages: RawBuilder<unknown> = sql`(select unit_id, row_number() over (order by unit_id) as n from block_member where year = ${sql.lit(judgedYear)}) v`;

/** A goal for each indicator, and a verified figure of each quarter. */
async function insertGoals(owner: Database, { appraiser, officers }: World, codes: readonly string[]): Promise<void> {
  const by = officers[0]?.personId ?? '';
  await sql`truncate actual`.execute(owner);
  await sql`
    insert into assigned_target (id, indicator_code, unit_id, year, value, basis, assigned_by, known_at)
    select gen_random_uuid(), code, unit_id, ${judgedYear}::int, 60, 'Giao đo', ${appraiser.personId}, '2030-01-05'
    from ${villages}, unnest(${[...codes]}::text[]) code`.execute(owner);
  await sql`
    insert into actual (id, indicator_code, unit_id, period, period_start, period_end, value, numerator, denominator, as_of_date, stage, entered_by,
      entered_at, submitted_by, submitted_at, decided_by, decided_at, known_at)
    select gen_random_uuid(), i.code, v.unit_id, '2030-Q' || q, make_date(2030, q * 3 - 2, 1), (make_date(2030, q * 3 - 2, 1) + interval '3 months - 1 day')::date,
      case when i.numerator_name is null then (v.n * 37 + q * 11) % 97 + 1 else round(((v.n * 37 + q * 11) % 97 + 1) * i.scale / 100, 4) end,
      case when i.numerator_name is not null then (v.n * 37 + q * 11) % 97 + 1 end, case when i.numerator_name is not null then 100 end,
      (make_date(2030, q * 3 - 2, 1) + interval '3 months - 1 day')::date, 'verified', ${by}, '2031-01-05', ${by}, '2031-01-05', ${appraiser.personId}, '2031-01-06', '2031-01-06'
    from ${villages}, indicator i, generate_series(1, 4) q where i.code = any(${[...codes]}::text[])`.execute(owner);
}

/** Four rounds; every tenth report came late, every twentieth not at all. */
async function insertReports(owner: Database, { appraiser, officers }: World): Promise<void> {
  const by = officers[0]?.personId ?? '';
  await sql`
    insert into reporting_round (id, name, period, first_day, last_day, form_id, asked_day, due_on, stage, created_by, created_at, opened_by, opened_at)
    select gen_random_uuid(), 'Kỳ đo quý ' || q, '2030-Q' || q, make_date(2030, q * 3 - 2, 1), (make_date(2030, q * 3 - 2, 1) + interval '3 months - 1 day')::date,
      (select id from report_form order by id limit 1), day, day, 'open', ${appraiser.personId}, day - 20, ${appraiser.personId}, day - 20
    from generate_series(1, 4) q, lateral (select (make_date(2030, q * 3 - 2, 1) + interval '3 months + 9 days')::date as day) d`.execute(
    owner,
  );
  const rounds = sql`(select id, due_on from reporting_round where name like 'Kỳ đo quý %') o`;
  await sql`insert into round_unit (round_id, unit_id) select o.id, v.unit_id from ${rounds}, ${villages}`.execute(
    owner,
  );
  await sql`
    insert into report (id, round_id, unit_id, stage, entered_by, entered_at, submitted_by, submitted_at)
    select gen_random_uuid(), o.id, v.unit_id, 'signed', ${by}, o.due_on, ${by}, o.due_on from ${rounds}, ${villages} where v.n % 20 > 0`.execute(
    owner,
  );
  await sql`
    insert into report_sending (report_id, number, content, digest, signed_by, signed_at)
    select r.id, 1, '{}', 'x', ${by}, o.due_on + case when v.n % 10 = 3 then 2 else -1 end from report r join ${rounds} on o.id = r.round_id join ${villages} on v.unit_id = r.unit_id`.execute(
    owner,
  );
}

async function insertPlans(owner: Database, { officers }: World): Promise<void> {
  const [by = '', other = ''] = officers.map(({ personId }) => personId);
  await sql`insert into movement_unit (movement_id, unit_id) select m.id, v.unit_id from movement m, ${villages} where m.pack_code is not null
    on conflict do nothing`.execute(owner);
  await sql`
    insert into plan (id, unit_id, movement_id, title, objectives, first_day, last_day, document_number, document_date, stage, entered_by, entered_at,
      submitted_by, submitted_at, decided_by, decided_at)
    select gen_random_uuid(), v.unit_id, m.id, 'Kế hoạch đo', 'Mục tiêu', '2030-01-01', '2030-12-31', '1/KH', '2030-01-05', 'approved', ${by}, '2030-01-05',
      ${by}, '2030-01-05', ${other}, '2030-01-05' from movement m, ${villages} where m.pack_code is not null and v.n % 3 > 0`.execute(
    owner,
  );
  await sql`
    insert into pledge (id, unit_id, year, indicator_code, wording, value, stage, entered_by, entered_at, submitted_by, submitted_at, decided_by, decided_at)
    select gen_random_uuid(), v.unit_id, ${judgedYear}::int, i.code, 'Đăng ký đo', 60, 'accepted', ${by}, '2030-01-05', ${by}, '2030-01-05', ${other}, '2030-01-05'
    from ${villages}, (select code from indicator order by position limit 2) i where v.n % 2 = 0`.execute(owner);
}

async function insertInitiatives(owner: Database, { officers }: World): Promise<void> {
  const by = officers[0]?.personId ?? '';
  await sql`
    with made as (
      insert into initiative (id, unit_id, kind, year, title, problem, novelty, effect, applied_at, stage, source, entered_by, entered_at)
      select gen_random_uuid(), v.unit_id, 'initiative', ${judgedYear}::int, 'Sáng kiến đo ' || v.n, 'a', 'b', 'c', 'Thôn đo', 'recognised', 'Hồ sơ đo', ${by}, now()
      from ${villages} where v.n % 4 > 0 returning id)
    insert into initiative_recognition (id, initiative_id, level, scope, decision_number, decision_date, recognised_by, recognised_at)
    select gen_random_uuid(), id, 'unit', 'unit', '1/QĐ', '2030-06-01', ${by}, '2030-06-01' from made`.execute(owner);
}

/** Every third unit was inspected; two findings each, one answered in time. */
async function insertFindings(owner: Database, { rootId, officers }: World): Promise<void> {
  const [by = '', other = ''] = officers.map(({ personId }) => personId);
  await sql`
    with held as (
      insert into inspection (id, by_unit_id, unit_id, outside_reason, kind, title, content, first_day, last_day, stage, entered_by, entered_at, held_on, held_until,
        attendees, results, issued_by, issued_at)
      select gen_random_uuid(), ${rootId}, v.unit_id, 'Đo', 'inspection', 'Kiểm tra đo', 'Nội dung', '2030-03-01', '2030-03-02', 'held', ${by}, '2030-03-01',
        '2030-03-01', '2030-03-02', 'Đoàn', 'Kết quả', ${by}, '2030-03-03' from ${villages} where v.n % 3 = 0 returning id, unit_id)
    insert into finding (id, inspection_id, unit_id, by_unit_id, position, statement, remedy, asked_day, due_on, stage, entered_by, entered_at, submitted_by,
      submitted_at, decided_by, decided_at)
    select gen_random_uuid(), h.id, h.unit_id, ${rootId}, n, 'Tồn tại đo', 'Khắc phục', '2030-06-01', '2030-06-03', 'closed', ${by}, '2030-03-01', ${by},
      make_date(2030, 5 + n, 1), ${other}, '2030-07-01' from held h, generate_series(1, 2) n`.execute(owner);
}
