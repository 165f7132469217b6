/** One holder with all that the register knows of them, for the page. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isAllowed } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import { pathOf } from '../organisation/paths.server.ts';
import type { ListedHolder } from './list.server.ts';
import { listHolders } from './list.server.ts';
import type { HonourOrigin } from './honour.ts';
import { registerRights } from './rights.ts';

export type HeldHonour = {
  readonly id: string;
  readonly awardCode: string;
  readonly year: number;
  readonly kind: string | null;
  readonly achievement: string | null;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly goldenBookNumber: string | null;
  readonly revokedOn: string | null;
  readonly revokedBy: string | null;
  readonly source: string | null;
  readonly version: number;
  readonly origin: HonourOrigin;
  readonly struckAt: Date | null;
  readonly struckReason: string | null;
};

/** Whoever it is has their own; a token of the API may not. */
const isTheirs = (actor: Actor, { personId }: ListedHolder) =>
  actor.kind === 'person' && actor.scopes === undefined && actor.personId === personId;

type MayDo =
  | 'history'
  | 'change'
  | 'note'
  | 'merge'
  | 'identity'
  | 'export'
  | 'enter'
  | 'enterAbove'
  | 'correct'
  | 'correctAbove';

export type OneHolder = {
  readonly holder: ListedHolder;
  readonly honours: readonly HeldHonour[];
  readonly may: Readonly<Record<MayDo, boolean>>;
};

export async function findHolder(db: Kysely<DB>, actor: Actor, id: string): Promise<OneHolder | undefined> {
  const [holder] = (await listHolders(db, actor, { ids: [id] })).rows;
  if (!holder) return undefined;
  const [path, honours] = await Promise.all([pathOf(db, holder.unitId), honoursOf(db, id)]);
  const may = (deed: keyof typeof registerRights) =>
    holder.mergedInto === null && isAllowed(registerRights, deed, actor, path);
  return {
    holder,
    honours,
    may: {
      history: isAllowed(registerRights, 'holder.history', actor, path),
      change: may('holder.change'),
      note: may('holder.note'),
      merge: may('holder.merge'),
      identity: may('holder.identity') && holder.hasIdentity,
      export: may('holder.export') || (holder.mergedInto === null && isTheirs(actor, holder)),
      enter: may('honour.enter'),
      enterAbove: may('honour.enter_above'),
      correct: may('honour.correct'),
      correctAbove: may('honour.correct_above'),
    },
  };
}

/** For a query that reads `honour`. */
export const originOf: RawBuilder<HonourOrigin> = sql<HonourOrigin>`case
  when honour.nominee_id is null then 'entered'
  when exists (select from decision_line l where l.nominee_id = honour.nominee_id) then 'decision' else 'centre' end`;

/** Newest first, struck ones among them. For callers that may read the holder. */
export async function honoursOf(db: Kysely<DB>, holderId: string): Promise<readonly HeldHonour[]> {
  const { rows } = await sql<HeldHonour>`
    select id, award_code as "awardCode", year, kind, achievement, decision_number as "decisionNumber", decided_on as "decidedOn",
      decided_by as "decidedBy", golden_book_number as "goldenBookNumber", revoked_on as "revokedOn", revoked_by_number as "revokedBy",
      source, version, ${originOf} as origin, struck_at as "struckAt", struck_reason as "struckReason"
    from honour where holder_id = ${holderId} order by year desc, decided_on desc, id desc`.execute(db);
  return rows;
}
