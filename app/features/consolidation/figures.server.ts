/** The pieces drawn from figures, each with the day, round or snapshot they stand on. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Reach } from '../../ui/day.ts';
import { dayOf } from '../../ui/day.ts';
import type { Field } from '../directive/terms.ts';
import { recognisedIn } from '../initiatives/recognised.server.ts';
import { findingsReported, inspectionsHeld } from '../inspections/reported.server.ts';
import { listSchemes } from '../overview/schemes.server.ts';
import { provinceLines } from '../overview/view.server.ts';
import { listPlans } from '../plans/list.server.ts';
import { pledgeInForce } from '../pledges/visible.server.ts';
import type { RoundDetail } from '../rounds/list.server.ts';
import { findRound, listRounds } from '../rounds/list.server.ts';
import { countStandings } from '../rounds/standing.ts';
import type { FrozenSnapshot } from '../snapshots/list.server.ts';
import { findSnapshot } from '../snapshots/list.server.ts';
import type { CriterionFigures, IndicatorFigures, SchemeFigures } from './figures.text.ts';
import {
  criteriaTable,
  indicatorsSentence,
  indicatorsTable,
  lateTable,
  roundsTable,
  schemesTable,
  sendingsSentence,
  sendingsTable,
  tasksTable,
  unitsTable,
} from './figures.text.ts';
import {
  findingsSentence,
  findingsTable,
  initiativeList,
  initiativesSentence,
  initiativesTable,
} from './reached.text.ts';
import { purposeOf } from './consolidation.ts';
import type { Harvest, Wanted } from './gather.server.ts';
import type { FigurePart } from './parts.ts';
import { figurePartsOf } from './parts.ts';
import type { FigureKind, Gathered, PieceTable, Placement } from './pieces.ts';

type Ground = Wanted & {
  readonly db: Kysely<DB>;
  readonly actor: Actor;
  /** What is said of a round goes to the round's last day, of a review to the day of its snapshot. */
  readonly day: Reach;
  readonly round: RoundDetail | undefined;
  readonly snapshot: FrozenSnapshot | undefined;
};

export async function figurePieces(db: Kysely<DB>, actor: Actor, wanted: Wanted, today: PlainDate): Promise<Harvest> {
  const round = wanted.roundId === null ? undefined : await findRound(db, actor, { id: wanted.roundId, today });
  const snapshot = wanted.snapshotId === null ? undefined : await findSnapshot(db, actor, wanted.snapshotId);
  const day = { today, known: undefined, through: purposeOf[wanted.kind] ? snapshot?.asOf : round?.lastDay };
  const ground = { ...wanted, db, actor, day, round, snapshot };
  const pieces: Gathered[] = [];
  for (const part of figurePartsOf[wanted.kind]) pieces.push(...(await drawers[part](ground)));
  return { pieces, inputs: snapshot ? [{ label: snapshot.title, digest: snapshot.digest }] : [] };
}

const drawers: Readonly<Record<FigurePart, (ground: Ground) => Promise<readonly Gathered[]>>> = {
  'gui-bao-cao': async (ground) => {
    const units = ground.round?.units ?? [];
    const at = place(ground, 'gui-bao-cao');
    return [
      at.text('sendings', sendingsSentence(countStandings(units))),
      ...at.table('sendings', sendingsTable(units)),
      ...at.table('late', lateTable(units), 'annex'),
    ];
  },
  'chi-tieu': async (ground) => {
    const indicators = await indicatorFigures(ground);
    if (indicators.length === 0) return [];
    const at = place(ground, 'chi-tieu');
    return [
      at.text('indicators', indicatorsSentence(indicators)),
      ...at.table('indicators', indicatorsTable(indicators)),
    ];
  },
  'don-vi': async (ground) => {
    const units = ground.snapshot?.content.units ?? [];
    const rows = units.map(({ name, status, indicators }) => ({
      name,
      status,
      statuses: indicators.map((one) => one.status),
    }));
    return rows.length === 0 ? [] : place(ground, 'don-vi').table('units', unitsTable(rows), 'annex');
  },
  'de-an': async (ground) => place(ground, 'de-an').table('schemes', schemesTable(await schemeFigures(ground))),
  'sang-kien': async (ground) => {
    const all = await recognisedIn(ground.db, ground.actor, { ...spanOf(ground), schemeCode: ground.schemeCode });
    if (all.length === 0) return [];
    const at = place(ground, 'sang-kien');
    return [
      at.text('initiatives', initiativesSentence(all)),
      ...at.table('initiatives', initiativesTable(all)),
      ...at.table('initiatives', initiativeList(all), 'annex', ':list'),
    ];
  },
  'kiem-tra': async (ground) => {
    const { db, actor, schemeCode } = ground;
    const span = spanOf(ground);
    const asked = { ...span, schemeCode, today: ground.day.today };
    const [held, findings] = await Promise.all([inspectionsHeld(db, actor, asked), findingsReported(db, actor, asked)]);
    if (held.length === 0 && findings.length === 0) return [];
    const found = { held, findings, day: dayOf({ ...ground.day, through: span.last }) };
    const at = place(ground, 'kiem-tra');
    return [at.text('findings', findingsSentence(found)), ...at.table('findings', findingsTable(found))];
  },
  'tieu-chi': async (ground) => place(ground, 'tieu-chi').table('criteria', criteriaTable(await criteria(ground))),
  'ke-hoach': schemePlans,
  'ky-bao-cao': async (ground) => {
    const year = (ground.snapshot?.asOf ?? ground.day.today).slice(0, 4);
    const { rows } = await listRounds(ground.db, ground.actor, { today: ground.day.today, size: 60 });
    const within = rows.filter(
      ({ lastDay, stage }) => stage !== 'draft' && (ground.kind !== 'yearly' || lastDay.startsWith(year)),
    );
    return within.length === 0 ? [] : place(ground, 'ky-bao-cao').table('rounds', roundsTable(within));
  },
};

/** The time a report is about: that of its round, else the year so far; for the reviews of several years all of them. */
function spanOf({ kind, day, round }: Ground): { readonly first: PlainDate | null; readonly last: PlainDate } {
  const last = day.through ?? day.today;
  if (kind === 'midterm' || kind === 'final') return { first: null, last };
  return { first: round && !purposeOf[kind] ? round.firstDay : `${last.slice(0, 4)}-01-01`, last };
}

function place({ day, round, snapshot }: Ground, part: FigurePart) {
  const from = (of: FigureKind) => {
    const isFrozen = snapshot !== undefined && (of === 'indicators' || of === 'units');
    const isOfRound = round !== undefined && (of === 'sendings' || of === 'late');
    return {
      kind: 'figures',
      of,
      asOf: isFrozen ? snapshot.asOf : day.today,
      through: isFrozen || isOfRound ? null : (day.through ?? null),
      snapshot: isFrozen ? { id: snapshot.id, title: snapshot.title } : null,
      round: isOfRound ? { id: round.id, name: round.name } : null,
    } as const;
  };
  const piece = (of: FigureKind, more: Pick<Gathered, 'key' | 'original' | 'content' | 'placement'>): Gathered => ({
    part,
    source: from(of),
    ...more,
  });
  return {
    text: (of: FigureKind, original: string) =>
      piece(of, { key: `figures:${of}:text`, original, content: null, placement: 'body' }),
    table: (of: FigureKind, content: PieceTable | undefined, placement: Placement = 'body', more = '') =>
      content && content.rows.length > 0
        ? [piece(of, { key: `figures:${of}:table${more}`, original: '', content, placement })]
        : [],
  };
}

/** From the snapshot where there is one, else as known today of the round's time; of a scheme those linked with it. */
async function indicatorFigures({ db, day, snapshot, schemeCode }: Ground): Promise<readonly IndicatorFigures[]> {
  const clauses = await db.selectFrom('indicator').select(['code', 'clause']).execute();
  const clauseOf = new Map(clauses.map(({ code, clause }) => [code, clause]));
  const linked = schemeCode === null ? undefined : await linkedIndicators(db, schemeCode);
  const all = snapshot
    ? snapshot.content.indicators.map(({ answer, ...one }) => ({
        ...one,
        field: one.field as Field,
        status: answer.status,
      }))
    : (await provinceLines(db, day)).map((line) => ({ ...line, latest: line.latest ?? null }));
  return all
    .filter(({ code }) => linked === undefined || linked.has(code))
    .map((one) => ({ ...one, clause: clauseOf.get(one.code) ?? '' }));
}

async function linkedIndicators(db: Kysely<DB>, schemeCode: string): Promise<ReadonlySet<string>> {
  const schemes = await listSchemes(db, { today: '9999-12-31', known: undefined });
  return new Set(schemes.find(({ code }) => code === schemeCode)?.indicators);
}

async function schemeFigures({ db, actor, day }: Ground): Promise<readonly SchemeFigures[]> {
  const [schemes, plans] = await Promise.all([
    listSchemes(db, day),
    listPlans(db, actor, { ...day, stages: ['approved'], isOfScheme: true, size: 500 }),
  ]);
  const plansOf = Map.groupBy(plans.rows, ({ schemeCode }) => schemeCode);
  return schemes.map(({ code, name, isSecret, leads, pledging }) => ({
    code,
    name,
    isSecret,
    leads: leads.map(({ wording }) => wording),
    pledging,
    plans: plansOf.get(code) ?? [],
  }));
}

async function criteria({ db, schemeCode, day }: Ground): Promise<readonly CriterionFigures[]> {
  const { rows } = await sql<CriterionFigures>`
    select c.code, c.wording, (select count(distinct p.unit_id) from pledge p where p.criterion_code = c.code
      and p.year = ${Number(dayOf(day).slice(0, 4))} and ${pledgeInForce('p')}) as pledging
    from scheme_criterion c join scheme s on s.code = c.scheme_code
    where c.scheme_code = ${schemeCode} and not s.is_secret order by c.position`.execute(db);
  return rows;
}

async function schemePlans(ground: Ground): Promise<readonly Gathered[]> {
  const { db, actor, day, schemeCode } = ground;
  if (schemeCode === null) return [];
  const { rows } = await listPlans(db, actor, { ...day, stages: ['approved'], schemeCode });
  const at = place(ground, 'ke-hoach');
  return rows.flatMap(({ id, unitName, tasks }) =>
    at.table('tasks', tasksTable(unitName, tasks, dayOf(day)), 'body', `:${id}`),
  );
}
