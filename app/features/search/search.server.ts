/**
 * Finding units, indicators, schemes, movements, plans and rounds. PostgreSQL gathers few candidates by the trigram indexes on folded names, each
 * step limited so that a word of which there are a hundred thousand costs no more than a rare one; the order is
 * ranking.ts alone. Steps stop as soon as there is enough.
 */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import type { DB } from '../../platform/db-types.ts';
import { visibleTo as initiativeVisibleTo } from '../initiatives/visible.server.ts';
import { visibleTo as movementVisibleTo } from '../movements/visible.server.ts';
import { visibleTo as unitVisibleTo } from '../organisation/visible.server.ts';
import { planInForce, visibleTo as planVisibleTo } from '../plans/visible.server.ts';
import { draftVisibleTo, roundVisibleTo } from '../rounds/visible.server.ts';
import type { Candidate } from './ranking.ts';
import { ranked, tidyQuery, hitsPerKind } from './ranking.ts';

export type Hit = Candidate & { readonly note: string };
export type Hits = {
  readonly query: string;
  readonly units: readonly Hit[];
  readonly indicators: readonly Hit[];
  readonly schemes: readonly Hit[];
  readonly movements: readonly Hit[];
  readonly plans: readonly Hit[];
  /** Rounds, and reports of one's own unit: the code is the way there. */
  readonly rounds: readonly Hit[];
  readonly initiatives: readonly Hit[];
};

export async function search(db: Kysely<DB>, actor: Actor, typed: string): Promise<Hits> {
  const query = tidyQuery(typed);
  const none = { units: [], indicators: [], schemes: [], movements: [], plans: [], rounds: [], initiatives: [] };
  if (query === '') return { query, ...none };
  const [units, indicators, schemes, movements, plans, rounds, initiatives] = await Promise.all([
    findUnits(db, actor, query),
    findIn(db, indicatorSource, query),
    findIn(db, schemeSource, query),
    findIn(db, movementSource(actor), query),
    findIn(db, planSource(actor), query),
    findIn(db, roundSource(actor), query),
    findInitiatives(db, actor, query),
  ]);
  const first = (hits: readonly Hit[]) => ranked(hits, query).slice(0, hitsPerKind);
  return {
    query,
    units: first(units),
    indicators: first(indicators),
    schemes: first(schemes),
    movements: first(movements),
    plans: first(plans),
    rounds: first(rounds),
    initiatives: first(initiatives),
  };
}

/** Tables small enough to be read as they are: a few dozen rows each. */
const indicatorSource = sql<Hit>`
  select x.code, x.name, x.unit_of_measure as note, '{}'::text[] as aliases, true as "isActive" from indicator x`;
/** The public name only: whatever else there is of a scheme is found on its page by those who may. */
const schemeSource = sql<Hit>`
  select x.code, x.name, '' as note, '{}'::text[] as aliases, true as "isActive" from scheme x`;

/** Found by name; its address is the code. */
const movementSource = (actor: Actor) => sql<Hit>`
  select x.code, x.name, x.note, '{}'::text[] as aliases, true as "isActive" from (
    select movement.id::text as code, movement.name, movement.name_fold, u.name as note
    from movement join unit_now u on u.id = movement.unit_id
    where movement.stage <> 'withdrawn' and not movement.is_secret and ${movementVisibleTo(actor)}) x`;

/** Plans in force by their name, and tasks of theirs by their own; the address stands for the code. */
const planSource = (actor: Actor) => sql<Hit>`
  select x.code, x.name, x.note, '{}'::text[] as aliases, true as "isActive" from (
    select plan.id::text as code, plan.title as name, plan.title_fold as name_fold, u.name as note
    from plan join unit_now u on u.id = plan.unit_id where ${planInForce('plan')} and ${planVisibleTo(actor)}
    union all
    select plan.id::text || '/nhiem-vu/' || t.id, t.title, t.title_fold, u.name || ' · ' || plan.title
    from plan_task t join plan on plan.id = t.plan_id join unit_now u on u.id = plan.unit_id
    where ${planInForce('plan')} and ${planVisibleTo(actor)}) x`;
/** Rounds by their name, and what one's own unit wrote in them. */
const roundSource = (actor: Actor) => sql<Hit>`
  select x.code, x.name, x.note, '{}'::text[] as aliases, true as "isActive" from (
    select 'ky-bao-cao/' || reporting_round.id as code, reporting_round.name, fold_vi(reporting_round.name) as name_fold,
      f.name as note
    from reporting_round join report_form f on f.id = reporting_round.form_id
    where reporting_round.stage <> 'withdrawn' and ${roundVisibleTo(actor)}
    union all
    select 'bao-cao/' || o.id || '/' || u.code, o.name, fold_vi(o.name), u.name
    from report join reporting_round o on o.id = report.round_id join unit_now u on u.id = report.unit_id
    where ${draftVisibleTo(actor)}) x`;

/** There may be tens of thousands: by words of the name only, which the trigram index answers, and no more than a page can use. */
async function findInitiatives(db: Kysely<DB>, actor: Actor, query: string): Promise<readonly Hit[]> {
  const words = fold(query)
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
    .split(' ');
  const named = words.map((word) => sql<boolean>`initiative.title_fold like ${`%${word}%`}`);
  const { rows } = await sql<Hit>`
    select initiative.id::text as code, initiative.title as name, u.name as note, '{}'::text[] as aliases, true as "isActive"
    from initiative join unit_now u on u.id = initiative.unit_id
    where ${sql.join(named, sql` and `)} and initiative.stage <> 'withdrawn' and ${initiativeVisibleTo(actor)}
    limit ${candidates}`.execute(db);
  return rows;
}

async function findIn(db: Kysely<DB>, source: RawBuilder<Hit>, query: string): Promise<readonly Hit[]> {
  const code = plainCode(query);
  const byCode = sql<boolean>`(${code} <> '' and replace(lower(x.code), '-', '') = ${code})`;
  const any = sql.join([byCode, ...byName(query)], sql` or `);
  return (await sql<Hit>`${source} where ${any}`.execute(db)).rows;
}

/** By every name a unit ever had; shown under its present one. */
async function findUnits(db: Kysely<DB>, actor: Actor, query: string): Promise<readonly Hit[]> {
  const ids = new Set<string>();
  const byCode = sql<{ id: string }>`select u.id from unit u where u.code = ${fold(query)}`;
  for (const { id } of (await byCode.execute(db)).rows) ids.add(id);
  for (const [at, condition] of byName(query).entries()) {
    if (at === LIKENESS && ids.size >= few) break;
    const step = sql<{ id: string }>`select x.unit_id as id from unit_version x where ${condition} limit ${candidates}`;
    for (const { id } of (await step.execute(db)).rows) ids.add(id);
    if (ids.size >= enough) break;
  }
  return ids.size === 0 ? [] : unitsNamed(db, actor, [...ids]);
}

async function unitsNamed(db: Kysely<DB>, actor: Actor, ids: readonly string[]): Promise<readonly Hit[]> {
  const { rows } = await sql<Hit>`
    select u.code, u.name, u.is_active as "isActive",
      coalesce((select v.name from unit_version v where v.unit_id = u.parent_id order by v.valid_from desc limit 1), '') as note,
      array(select v.name from unit_version v where v.unit_id = u.id) || u.short_name as aliases
    from unit_now u where u.id = any(${[...ids]}::uuid[]) and ${unitVisibleTo(actor)}`.execute(db);
  return rows;
}

/** Candidates a step may give, and how many are enough to look no further. */
const candidates = 60;
const enough = hitsPerKind;
/** The last and dearest step is only for what was not found otherwise. */
const LIKENESS = 4;
const few = 3;

/** Exactly so, beginning so, containing it, containing every word of it, and when that gave little: looking alike. Each by the trigram index. */
function byName(query: string): readonly RawBuilder<boolean>[] {
  const bare = fold(query);
  const literal = bare.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  const found = [
    sql<boolean>`x.name_fold = ${bare}`,
    sql<boolean>`x.name_fold like ${`${literal}%`}`,
    sql<boolean>`x.name_fold like ${`%${literal}%`}`,
    sql.join(
      literal.split(' ').map((word) => sql<boolean>`x.name_fold like ${`%${word}%`}`),
      sql` and `,
    ) as RawBuilder<boolean>,
  ];
  return bare.length < 3 ? found : [...found, sql<boolean>`${bare} <% x.name_fold`];
}

/** KT-06, kt06 and "kt 06" are one. */
function plainCode(query: string): string {
  return fold(query).replaceAll(/[^a-z0-9]/g, '');
}
