/** The page of one decision: what it says, who is in it, what is asked, what waits to be signed. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { sharesOf } from '../register/fairness.server.ts';
import { linesOf } from './case.server.ts';
import { questionsOf } from './decision.ts';
import { listDecisions } from './list.server.ts';
import { signings } from './signing.server.ts';

export async function findDecision(db: Kysely<DB>, actor: Actor, id: string) {
  const decision = (await listDecisions(db, actor, { id, size: 1 })).rows[0];
  if (!decision) return undefined;
  const lines = await linesOf(db, id);
  const waiting = await signings(db)
    .select('last_error as lastError')
    .where('decision_id', '=', id)
    .where('state', '=', 'prepared')
    .executeTakeFirst();
  const shares = await sharesOf(
    db,
    lines.map(({ holderId }) => holderId),
  );
  return { decision, lines: lines.map((line) => ({ ...line, questions: questionsOf(line) })), waiting, shares };
}
export type DecisionPage = NonNullable<Awaited<ReturnType<typeof findDecision>>>;
