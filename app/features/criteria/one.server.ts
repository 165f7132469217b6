/** One set as its page shows it: with names, faults, what this person may do, and its other editions. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { SetFault } from './adding-up.ts';
import { faultsOf } from './adding-up.ts';
import type { ListedSet } from './list.server.ts';
import { listSets } from './list.server.ts';
import { setPlaces } from './places.server.ts';
import type { SetMove } from './procedure.ts';
import { setProcedure } from './procedure.ts';
import type { StoredSet } from './sets.server.ts';
import { setById } from './sets.server.ts';
import { inTreeOrder } from './criterion.ts';
import type { Names } from './text.ts';
import { visibleTo } from './visible.server.ts';

export type OneSet = {
  readonly set: StoredSet;
  readonly head: ListedSet;
  readonly names: Names;
  readonly moves: readonly SetMove[];
  /** Of a draft; what was published has none. */
  readonly faults: readonly SetFault[];
  /** Of the same block or movement and year, newest first, this one among them. */
  readonly editions: readonly ListedSet[];
};

export async function findSet(db: Kysely<DB>, actor: Actor, id: string): Promise<OneSet | undefined> {
  const seen = await listSets(db, actor, { id, size: 1, page: 1 });
  const [head] = seen.rows;
  const stored = head && (await setById(db, id));
  if (!stored) return undefined;
  const set = { ...stored, criteria: inTreeOrder(stored.criteria) };
  const [names, places, editions] = await Promise.all([namesOf(db, set), setPlaces(db), editionsOf(db, actor, set)]);
  const moves = movesFor(setProcedure, { stage: set.stage, places, submittedBy: null }, actor);
  const faults = set.stage === 'draft' ? faultsOf(set, set.review) : [];
  return { set, head, names, moves, faults, editions };
}

export async function namesOf(db: Kysely<DB>, { criteria }: Pick<StoredSet, 'criteria'>): Promise<Names> {
  const ids = criteria.flatMap(({ expertUnitId }) => expertUnitId ?? []);
  const codes = criteria.flatMap(({ rule }) => rule?.measure.indicator ?? []);
  const [bodies, indicators] = await Promise.all([
    sql<{ key: string; name: string }>`select id as key, name from unit_now where id = any(${ids}::uuid[])`.execute(db),
    sql<{
      key: string;
      name: string;
    }>`select code as key, name from indicator where code = any(${codes}::text[])`.execute(db),
  ]);
  const named = (rows: readonly { key: string; name: string }[]) =>
    Object.fromEntries(rows.map(({ key, name }) => [key, name]));
  return { bodies: named(bodies.rows), indicators: named(indicators.rows) };
}

async function editionsOf(db: Kysely<DB>, actor: Actor, set: StoredSet): Promise<readonly ListedSet[]> {
  const { blockId, movementId, review, year } = set;
  const { rows } = await sql<{ id: string }>`
    select criteria_set.id from criteria_set
    where criteria_set.year = ${year} and criteria_set.block_id is not distinct from ${blockId}
      and criteria_set.movement_id is not distinct from ${movementId} and criteria_set.review is not distinct from ${review}
      and ${visibleTo(actor)}
    order by criteria_set.edition desc, criteria_set.made_at desc`.execute(db);
  const found = await Promise.all(rows.map(({ id }) => listSets(db, actor, { id, size: 1, page: 1 })));
  return found.flatMap((one) => one.rows);
}
