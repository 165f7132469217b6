/** What the council came to about a nominee: for the deciding authority, who decides (Luật Điều 90.4: the council advises). */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { RuleState } from './rule.ts';
import { isInterested, isResultVisible } from './visible.server.ts';

export type CouncilResult = {
  readonly sessionId: string;
  /** When the minutes were frozen. */
  readonly concludedAt: Date;
  readonly for: number;
  readonly against: number;
  readonly blank: number;
  /** Of those who voted, how many from afar. */
  readonly written: number;
  readonly members: number;
  readonly passed: boolean;
  readonly isSecret: boolean;
  readonly atLeastPercent: number | null;
  readonly ruleArticle: string;
  readonly ruleSource: string;
  readonly ruleState: RuleState;
};
type Results = ReadonlyMap<string, CouncilResult>;

/** Of the last concluded session that voted on it; undefined when none has. For checks of the product, not for showing. */
export async function councilResult(db: Kysely<DB>, nomineeId: string): Promise<CouncilResult | undefined> {
  return (await councilResults(db, [nomineeId])).get(nomineeId);
}

export function councilResults(db: Kysely<DB>, nomineeIds: readonly string[]): Promise<Results> {
  return resultsWhere(db, nomineeIds, sql<boolean>`true`);
}

/** Those that this person may see: of a session that is theirs to know, and not of whom they are related to (ADR 0185). */
export function councilResultsFor(db: Kysely<DB>, actor: Actor, nomineeIds: readonly string[]): Promise<Results> {
  return resultsWhere(db, nomineeIds, isResultVisible(actor));
}

async function resultsWhere(
  db: Kysely<DB>,
  nomineeIds: readonly string[],
  isSeen: RawBuilder<boolean>,
): Promise<Results> {
  const { rows } = await sql<CouncilResult & { readonly nomineeId: string }>`
    select distinct on (council_item.nominee_id) council_item.nominee_id as "nomineeId", council_session.id as "sessionId",
      council_session.concluded_at as "concludedAt", p.votes_for as "for", p.votes_against as against, p.votes_blank as blank,
      p.written, p.members, p.passed, p.is_secret as "isSecret", council_item.at_least_percent as "atLeastPercent",
      council_item.rule_article as "ruleArticle", council_item.rule_source as "ruleSource", council_item.rule_state as "ruleState"
    from council_item join council_session on council_session.id = council_item.session_id
      join council_poll p on p.item_id = council_item.id
    where council_item.nominee_id = any(${[...nomineeIds]}::uuid[]) and council_item.lapsed_at is null
      and council_session.stage = 'concluded' and council_item.stage = 'counted'
      and p.closed_at is not null and p.annulled_reason is null and ${isSeen}
    order by council_item.nominee_id, council_session.concluded_at desc, p.round desc`.execute(db);
  return new Map(rows.map(({ nomineeId, ...result }) => [nomineeId, result]));
}

/** Of these, whom this person is related to where a council voted on them: of those they learn nothing that rests on its result. */
export async function nearTo(
  db: Kysely<DB>,
  actor: Actor,
  nomineeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'person') return new Set();
  const { rows } = await sql<{ id: string }>`
    select distinct council_item.nominee_id as id from council_item
    where council_item.nominee_id = any(${[...nomineeIds]}::uuid[]) and ${isInterested(actor.personId)}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
