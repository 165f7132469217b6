/** The tables of a report, filled from verified values and accepted pledges: nothing in them is typed. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { inForce } from '../actuals/vintage.server.ts';
import { pledgeInForce } from '../pledges/visible.server.ts';
import type { FilledSection, IndicatorRow, PledgeLine, Section, Text } from './report.ts';

export type Asked = { readonly unitId: string; readonly lastDay: PlainDate };

/** Every section of the form with what stands in it now. */
export async function fillSections(
  db: Kysely<DB>,
  sections: readonly Section[],
  { asked, texts }: { readonly asked: Asked; readonly texts: readonly Text[] },
): Promise<readonly FilledSection[]> {
  const bodies = new Map(texts.map(({ position, body }) => [position, body]));
  const needs = (kind: Section['kind']) => sections.some((section) => section.kind === kind);
  const indicators = needs('indicators') ? await indicatorRows(db, asked) : [];
  const pledges = needs('pledges') ? await pledgeLines(db, asked) : [];
  return sections.map(({ position, kind, heading }) => {
    switch (kind) {
      case 'narrative':
        return { position, kind, heading, body: bodies.get(position) ?? '' };
      case 'indicators':
        return { position, kind, heading, rows: indicators };
      case 'pledges':
        return { position, kind, heading, rows: pledges };
    }
  });
}

/** What was assigned for the year, else what was pledged; the last verified value of the year by the round's last day. */
async function indicatorRows(db: Kysely<DB>, { unitId, lastDay }: Asked): Promise<readonly IndicatorRow[]> {
  const year = Number(lastDay.slice(0, 4));
  const { rows } = await sql<IndicatorRow>`
    select i.code, i.name, i.unit_of_measure as "unitOfMeasure",
      coalesce(t.value, t.low, p.value) as goal, t.high as "goalHigh", t.id is null and p.id is not null as "isPledge",
      v.value, v.period
    from indicator i
    left join assigned_target t on t.indicator_code = i.code and t.unit_id = ${unitId} and t.year = ${year}
      and t.superseded_at is null
    left join pledge p on p.indicator_code = i.code and p.unit_id = ${unitId} and p.year = ${year}
      and p.scheme_code is null and ${pledgeInForce('p')}
    left join lateral (
      select a.value, a.period from actual a
      where a.indicator_code = i.code and a.unit_id = ${unitId} and ${inForce()}
        and a.period_end <= ${lastDay} and a.period_start >= make_date(${year}, 1, 1)
      order by a.period_end desc, a.period_start limit 1) v on true
    where t.id is not null or p.id is not null or v.period is not null
    order by i.position`.execute(db);
  return rows;
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
