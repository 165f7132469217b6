/** Who said that they do not sign a pact, and why: for whoever leads, who organises, and the unit itself. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { declineVisibleTo } from './visible.server.ts';

export type PactDecline = {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly reason: string;
  readonly declinedAt: Date;
};

/** Those that stand: of the words as they are out now; who signs afterwards has ended it. */
export async function declinesOn(db: Kysely<DB>, actor: Actor, pactId: string): Promise<readonly PactDecline[]> {
  const { rows } = await sql<PactDecline>`
    select block_pact_decline.id, block_pact_decline.unit_id as "unitId", block_pact_decline.name, block_pact_decline.reason,
      block_pact_decline.declined_at as "declinedAt"
    from block_pact_decline join block_pact on block_pact.id = block_pact_decline.pact_id
    where block_pact.id = ${pactId} and block_pact_decline.digest = block_pact.digest and block_pact_decline.ended_at is null and ${declineVisibleTo(actor)}
    order by block_pact_decline.declined_at, block_pact_decline.id`.execute(db);
  return rows;
}

export async function endDecline({ tx, now }: Context, pactId: string, unitId: string): Promise<void> {
  await tx
    .updateTable('block_pact_decline')
    .set({ ended_at: now })
    .where('pact_id', '=', pactId)
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .execute();
}
