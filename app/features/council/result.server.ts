/** What the council came to about a nominee: for the deciding authority, who decides (Luật Điều 90.4: the council advises). */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';

export type CouncilResult = {
  readonly sessionId: string;
  readonly for: number;
  readonly against: number;
  readonly blank: number;
  readonly members: number;
  readonly passed: boolean;
  readonly isSecret: boolean;
  readonly atLeastPercent: number | null;
  readonly ruleState: string;
};

/** Of the last concluded session that voted on it; undefined when none has. */
export async function councilResult(db: Kysely<DB>, nomineeId: string): Promise<CouncilResult | undefined> {
  return (await councilResults(db, [nomineeId])).get(nomineeId);
}

export async function councilResults(
  db: Kysely<DB>,
  nomineeIds: readonly string[],
): Promise<ReadonlyMap<string, CouncilResult>> {
  const { rows } = await sql<CouncilResult & { readonly nomineeId: string }>`
    select distinct on (i.nominee_id) i.nominee_id as "nomineeId", s.id as "sessionId", p.votes_for as "for", p.votes_against as against,
      p.votes_blank as blank, p.members, p.passed, p.is_secret as "isSecret", i.at_least_percent as "atLeastPercent", i.rule_state as "ruleState"
    from council_item i join council_session s on s.id = i.session_id join council_poll p on p.item_id = i.id
    where i.nominee_id = any(${[...nomineeIds]}::uuid[]) and s.stage = 'concluded' and i.stage = 'counted'
      and p.closed_at is not null and p.annulled_reason is null
    order by i.nominee_id, s.concluded_at desc, p.round desc`.execute(db);
  return new Map(rows.map(({ nomineeId, ...result }) => [nomineeId, result]));
}
