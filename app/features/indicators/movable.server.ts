/**
 * The procedure's guard as a condition over rows, for lists and counts: which of them this person may take a move on now.
 * Stages, roles, places and four eyes are read from the procedure's table; tests hold it against `permit`.
 */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { Hand, Move, Procedure } from '../../kernel/procedure.ts';

/** `unit`: the row's own. `owner`: the body that owns its indicator, nowhere without one. */
type Place = 'unit' | 'owner';

export type Movable<Stage extends string, MoveName extends string> = {
  readonly procedure: Procedure<Stage, MoveName, Place>;
  readonly move: MoveName;
  /** Has unit_id, stage, submitted_by, submitted_for, and indicator_code where a hand is the owner's. */
  readonly table: 'actual' | 'pledge' | 'plan' | 'report' | 'initiative' | 'initiative_adoption' | 'consolidation';
};

export function movableBy<Stage extends string, MoveName extends string>(
  { procedure, move, table }: Movable<Stage, MoveName>,
  person: Person,
): RawBuilder<boolean> {
  const stages = Object.keys(procedure) as Stage[];
  const open = stages.flatMap((stage) => {
    const row: Move<Stage, Place> | undefined = procedure[stage][move];
    return row ? [sql<boolean>`(${sql.ref(`${table}.stage`)} = ${stage} and ${mayTake(row, table, person)})`] : [];
  });
  return anyOf(open);
}

/** A lent role does not check what its lender sent; what is held by another way still may. */
function mayTake(row: Move<string, Place>, table: string, person: Person): RawBuilder<boolean> {
  const lent = Map.groupBy(person.holdings, ({ forPersonId }) => forPersonId ?? person.personId);
  const ways = [...lent].map(([lender, holdings]) => {
    const held = anyOf(row.by.map((hand) => isHeld(hand, table, { ...person, holdings })));
    return row.fourEyes ? sql<boolean>`(${isOfOthers(table, lender)} and ${held})` : held;
  });
  return row.fourEyes ? sql<boolean>`(${isOfOthers(table, person.personId)} and ${anyOf(ways)})` : anyOf(ways);
}

function isOfOthers(table: string, personId: string): RawBuilder<boolean> {
  const [by, lender] = [sql.ref(`${table}.submitted_by`), sql.ref(`${table}.submitted_for`)];
  return sql<boolean>`(${by} is distinct from ${personId} and ${lender} is distinct from ${personId})`;
}

function isHeld({ role, at }: Hand<Place>, table: string, person: Person): RawBuilder<boolean> {
  const roots = [...unitsHeld(person, role)];
  if (roots.length === 0) return sql<boolean>`false`;
  const below = sql`select t.descendant_id from unit_tree t where t.ancestor_id = any(${roots}::uuid[])`;
  return at === 'unit'
    ? sql<boolean>`${sql.ref(`${table}.unit_id`)} in (${below})`
    : sql<boolean>`${sql.ref(`${table}.indicator_code`)} in (
        select i.code from indicator i where i.owner_unit_id in (${below}))`;
}

const anyOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
