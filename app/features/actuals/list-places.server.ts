/**
 * The units and indicators that a question comes down to, looked up before it is asked: with these at hand the database
 * makes a plan for them, where with a query in their place it makes one for any (three to eight times as dear).
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Reader } from '../../platform/db.server.ts';
import { patternOf, treeOn } from '../organisation/unit-rows.server.ts';
import type { ActualsQuery } from './list.server.ts';
import { reachOf, unlessAll } from './visible.server.ts';
import type { Reach } from './visible.server.ts';

export type Places = {
  readonly reach: Reach;
  /** The unit asked for and those below it. */
  readonly within: readonly string[] | null;
  /** What bears the text asked for in its name or code. */
  readonly named: Reach;
};

type Row = {
  readonly reachUnits: readonly string[] | null;
  readonly reachIndicators: readonly string[];
  readonly within: readonly string[] | null;
  readonly namedUnits: readonly string[] | null;
  readonly namedIndicators: readonly string[];
};

export async function placesOf(db: Reader, actor: Actor, { unitId, text, knownOn }: ActualsQuery): Promise<Places> {
  const reach = reachOf(actor);
  const within = unlessAll(sql`select t.descendant_id from ${treeOn(knownOn)} t where t.ancestor_id = ${unitId}`);
  const part = text?.trim();
  const { rows } = await sql<Row>`
    select ${reach.units} as "reachUnits", ${reach.indicators} as "reachIndicators",
      ${unitId ? within : none} as within, ${part ? unitsNamed(part) : none} as "namedUnits",
      ${part ? indicatorsNamed(part) : sql`'{}'::text[]`} as "namedIndicators"`.execute(db);
  const [row] = rows;
  return {
    reach: { units: row?.reachUnits ?? null, indicators: row?.reachIndicators ?? [] },
    within: row?.within ?? null,
    named: { units: row?.namedUnits ?? null, indicators: row?.namedIndicators ?? [] },
  };
}

const none = sql<null>`null::text[]`;

function unitsNamed(text: string): RawBuilder<readonly string[] | null> {
  const part = patternOf(text);
  return unlessAll(sql`select id from unit_now where name_fold like ${part} or code like ${part}`);
}

function indicatorsNamed(text: string): RawBuilder<readonly string[]> {
  const part = patternOf(text);
  return sql`array(select code from indicator where name_fold like ${part} or lower(code) like ${part})`;
}
