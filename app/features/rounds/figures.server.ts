/** The sections of a report as they stand: texts as written, tables filled from the figures, papers. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AttachedFile } from '../../platform/files/attachments.server.ts';
import { inForce } from '../actuals/vintage.server.ts';
import { recognisedIn } from '../initiatives/recognised.server.ts';
import { findingsReported } from '../inspections/reported.server.ts';
import { tasksOf } from '../plans/lines.server.ts';
import { standingOf } from '../plans/standing.ts';
import { planInForce } from '../plans/visible.server.ts';
import type { UnitYear } from '../pledges/unit-year.server.ts';
import { unitYears } from '../pledges/unit-year.server.ts';
import { pledgeInForce } from '../pledges/visible.server.ts';
import type {
  FilledSection,
  FindingLine,
  IndicatorRow,
  InitiativeLine,
  PlanLine,
  PledgeLine,
  Section,
  SectionKind,
  SectionPart,
  Text,
} from './report.ts';
import { slotKey } from './report.ts';

export type Asked = {
  readonly unitId: string;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly today: PlainDate;
  /** Tables of what not everybody may know of are as this one may. */
  readonly actor: Actor;
};
type Given = {
  readonly asked: Asked;
  readonly texts: readonly Text[];
  readonly papers: readonly AttachedFile[];
};

/** Every section of the form with what stands in it now. */
export async function fillSections(
  db: Kysely<DB>,
  sections: readonly Section[],
  { asked, texts, papers }: Given,
): Promise<readonly FilledSection[]> {
  const bodies = new Map(texts.map((text) => [slotKey(text), text.body]));
  const needs = (...kinds: readonly SectionKind[]) => sections.some(({ kind }) => kinds.includes(kind));
  const indicators = needs('indicators') ? await indicatorRows(db, asked) : [];
  const listed = sections.filter(({ kind }) => kind === 'indicator_list').flatMap(({ parts }) => parts);
  const commented = listed.length > 0 ? await indicatorRows(db, asked, listed) : [];
  const rows = new Map([...commented, ...indicators].map((row) => [row.code, row]));
  const tables = {
    indicators,
    pledges: needs('pledges') ? await pledgeLines(db, asked) : [],
    plans: needs('plans') ? await planLines(db, asked) : [],
    initiatives: needs('initiatives') ? await initiativeLines(db, asked) : [],
    findings: needs('findings') ? await findingLines(db, asked) : [],
  };
  return sections.map((section) => {
    const { position, kind, heading } = section;
    const body = bodies.get(slotKey({ position, part: '' })) ?? '';
    const parts = section.parts.map((part) => ({
      ...part,
      body: bodies.get(slotKey({ position, part: part.part })) ?? '',
      row: kind === 'indicator_list' ? (rows.get(part.part) ?? null) : null,
    }));
    switch (kind) {
      case 'narrative':
        return { position, kind, heading, body };
      case 'criteria':
        return { position, kind, heading, body, parts };
      case 'indicator_list':
        return { position, kind, heading, parts };
      case 'indicators':
        return { position, kind, heading, rows: tables.indicators };
      case 'pledges':
        return { position, kind, heading, rows: tables.pledges };
      case 'plans':
        return { position, kind, heading, rows: tables.plans };
      case 'initiatives':
        return { position, kind, heading, rows: tables.initiatives };
      case 'findings':
        return { position, kind, heading, rows: tables.findings };
      case 'attachments':
        return { position, kind, heading, files: papers.filter(({ place }) => place === position).map(paperOf) };
    }
  });
}

const paperOf = ({ id, name, size, hash }: AttachedFile) => ({ id, name, size, hash });

/** Those it has a goal or a figure for in the year, or those listed; judged as everywhere (pledges/unit-year.server.ts). */
async function indicatorRows(
  db: Kysely<DB>,
  { unitId, lastDay, today }: Asked,
  listed?: readonly SectionPart[],
): Promise<readonly IndicatorRow[]> {
  const year = Number(lastDay.slice(0, 4));
  const [latest, years] = await Promise.all([
    latestValues(db, { unitId, lastDay }),
    unitYears(db, { unitIds: [unitId], year, day: { today, known: undefined, through: lastDay } }),
  ]);
  const yearOf = new Map(years.map((one) => [one.definition.code, one]));
  const codes = listed && new Set(listed.map(({ part }) => part));
  return latest
    .filter(({ code, period }) => (codes ? codes.has(code) : period !== null || yearOf.get(code)?.judged))
    .map((row) => ({ ...row, ...judgedOf(yearOf.get(row.code)) }));
}

type Latest = Pick<IndicatorRow, 'code' | 'name' | 'unitOfMeasure' | 'value' | 'period'>;

/** Every indicator, with the last verified value of the year by the round's last day as it was reported. */
async function latestValues(
  db: Kysely<DB>,
  { unitId, lastDay }: Pick<Asked, 'unitId' | 'lastDay'>,
): Promise<readonly Latest[]> {
  const { rows } = await sql<Latest>`
    select i.code, i.name, i.unit_of_measure as "unitOfMeasure", v.value, v.period
    from indicator i
    left join lateral (
      select a.value, a.period from actual a
      where a.indicator_code = i.code and a.unit_id = ${unitId} and ${inForce()}
        and a.period_end <= ${lastDay} and a.period_start >= date_trunc('year', ${lastDay}::date)
      order by a.period_end desc, a.period_start limit 1) v on true
    order by i.position`.execute(db);
  return rows;
}

function judgedOf(year: UnitYear | undefined) {
  const { goal, evaluation } = year?.judged ?? {};
  const soFar = year?.soFar && { value: year.soFar.value.toFixed(), until: year.soFar.period.code };
  return {
    goal: goal?.value ?? goal?.low ?? null,
    goalHigh: goal?.high ?? null,
    isPledge: goal?.isPledge ?? false,
    soFar: soFar ?? null,
    status: evaluation?.status ?? null,
  };
}

async function pledgeLines(db: Kysely<DB>, { unitId, lastDay }: Asked): Promise<readonly PledgeLine[]> {
  const { rows } = await sql<PledgeLine>`
    select coalesce(p.criterion_code, p.scheme_code, p.indicator_code) as about, p.wording, p.value,
      p.unit_of_measure as "unitOfMeasure"
    from pledge p
    where p.unit_id = ${unitId} and p.year = ${Number(lastDay.slice(0, 4))} and ${pledgeInForce('p')}
    order by p.scheme_code nulls last, p.criterion_code nulls first, p.indicator_code, p.id`.execute(db);
  return rows;
}

/** Plans in force in the year, with the progress that concerns the time up to the round's last day. */
async function planLines(db: Kysely<DB>, { unitId, lastDay, today }: Asked): Promise<readonly PlanLine[]> {
  const year = Number(lastDay.slice(0, 4));
  const { rows } = await sql<Pick<PlanLine, 'id' | 'title' | 'about'>>`
    select p.id, p.title, coalesce(s.code || ' ' || s.name, m.name) as about
    from plan p left join scheme s on s.code = p.scheme_code left join movement m on m.id = p.movement_id
    where p.unit_id = ${unitId} and ${planInForce('p')}
      and p.first_day <= make_date(${year}, 12, 31) and p.last_day >= make_date(${year}, 1, 1)
    order by p.first_day desc, p.id`.execute(db);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const tasks = Map.groupBy(await tasksOf(db, ids, { through: lastDay }), ({ planId }) => planId);
  const day = today < lastDay ? today : lastDay;
  return rows.map((plan) => {
    const { percent, tasks: count, lateTasks, lateMilestones } = standingOf(tasks.get(plan.id) ?? [], day);
    return { ...plan, percent, tasks: count, lateTasks, lateMilestones };
  });
}

async function initiativeLines(
  db: Kysely<DB>,
  { unitId, firstDay: first, lastDay: last, actor }: Asked,
): Promise<readonly InitiativeLine[]> {
  const rows = await recognisedIn(db, actor, { unitId, first, last });
  return rows.map(({ unitKind: _kind, ...line }) => line);
}

async function findingLines(
  db: Kysely<DB>,
  { unitId, firstDay: first, lastDay: last, today, actor }: Asked,
): Promise<readonly FindingLine[]> {
  const rows = await findingsReported(db, actor, { unitId, first, last, today });
  return rows.map(({ id, inspectionId, byUnitName, statement, remedy, dueOn, standing }) => ({
    id,
    inspectionId,
    byUnitName,
    statement,
    remedy,
    dueOn,
    standing,
  }));
}
