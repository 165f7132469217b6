/** What the year at a glance is made of, each read as its own pages read it: no figure of its own. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { listProgrammes } from '../inspections/list.server.ts';
import { listMovements } from '../movements/list.server.ts';
import { rootUnit } from '../organisation/root.server.ts';
import { listRounds } from '../rounds/list.server.ts';
import { coveredOf } from './coverage.ts';
import { unitCoverage } from './coverage.server.ts';
import { directiveReviews, leadCoverage } from './leads.server.ts';
import { hasFullPlan } from './leads.ts';
import { reviewLines } from './reviews.ts';
import type { YearRow } from './year.ts';

type Asked = { readonly year: number; readonly today: PlainDate };

export async function yearRows(db: Kysely<DB>, person: Person, asked: Asked): Promise<readonly YearRow[]> {
  const parts = await Promise.all([
    commitmentRows(db, person, asked),
    movementRows(db, person, asked),
    roundRows(db, person, asked),
    programmeRows(db, person, asked),
  ]);
  return parts.flat();
}

async function commitmentRows(db: Kysely<DB>, person: Person, { year, today }: Asked): Promise<readonly YearRow[]> {
  const [units, leads, reviews] = await Promise.all([
    unitCoverage(db, person, { year }),
    leadCoverage(db, person, { year }),
    directiveReviews(db, undefined),
  ]);
  const all = coveredOf(units);
  const whole = { name: null, first: `${year}-01-01`, last: `${year}-12-31` };
  const lacking = (about: string) => `/do-phu?nam=${year}&viec=${about}&xem=thieu#don-vi`;
  const ofUnits = [
    { id: 'receipt', kind: 'receipt', done: all.received, href: lacking('tiep-nhan') },
    { id: 'plans', kind: 'plans', done: all.planned, href: lacking('ke-hoach') },
    { id: 'pledges', kind: 'pledges', done: all.pledged, href: lacking('dang-ky') },
    { id: 'initiatives', kind: 'initiatives', done: all.initiative, href: lacking('pt-1.4') },
  ] as const;
  const checked = leads.filter(({ checks }) => checks > 0).length;
  const ofLeads = [
    { id: 'lead_plans', kind: 'lead_plans', done: leads.filter(hasFullPlan).length, about: 'pt-1.3-ke-hoach' },
    { id: 'lead_checks', kind: 'lead_checks', done: checked, about: 'pt-1.3-kiem-tra' },
  ] as const;
  const lines = reviews
    ? reviewLines(reviews.planned, reviews.held, {
        term: { from: reviews.from, to: reviews.to },
        thisYear: Number(today.slice(0, 4)),
      })
    : [];
  return [
    ...ofUnits.map((row) => ({ ...whole, ...row, of: all.units })),
    ...ofLeads.map(({ about, ...row }) => ({
      ...whole,
      ...row,
      of: leads.length,
      href: `/do-phu?nam=${year}&viec=${about}&xem=thieu#pt-1-3`,
    })),
    ...lines.flatMap(({ kind, year: own, held }) =>
      own === year
        ? [
            {
              ...whole,
              id: kind,
              kind: 'review' as const,
              name: kind,
              done: held ? 1 : 0,
              of: 1,
              href: '/do-phu#pt-1-5',
            },
          ]
        : [],
    ),
  ];
}

/** Those of the province beside the directive's. */
async function movementRows(db: Kysely<DB>, person: Person, { year }: Asked): Promise<readonly YearRow[]> {
  const root = await rootUnit(db);
  const { rows } = await listMovements(db, person, { year, unitCode: root?.code, size: 100 });
  return rows
    .filter(({ packCode, stage }) => packCode === null && stage !== 'draft')
    .map(({ id, name, firstDay, lastDay, received, inScope, stage }) => ({
      id,
      kind: 'movement',
      name,
      first: firstDay,
      last: lastDay,
      done: received,
      of: inScope,
      isOver: stage !== 'launched',
      href: `/phong-trao/${id}`,
    }));
}

async function roundRows(db: Kysely<DB>, person: Person, { today }: Asked): Promise<readonly YearRow[]> {
  const { rows } = await listRounds(db, person, { today, size: 200 });
  return rows.map(({ id, name, firstDay, dueOn, counts }) => ({
    id,
    kind: 'round',
    name,
    first: firstDay < dueOn ? firstDay : dueOn,
    last: dueOn,
    done: counts.sent,
    of: counts.expected,
    href: `/ky-bao-cao/${id}`,
  }));
}

async function programmeRows(db: Kysely<DB>, person: Person, { year }: Asked): Promise<readonly YearRow[]> {
  const { rows } = await listProgrammes(db, person, { year, size: 100 });
  return rows.map(({ id, title, held, planned }) => ({
    id,
    kind: 'programme',
    name: title,
    first: `${year}-01-01`,
    last: `${year}-12-31`,
    done: held,
    of: planned,
    href: `/kiem-tra/chuong-trinh/${id}`,
  }));
}
