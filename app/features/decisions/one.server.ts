/** The page of one decision: what it says, who is in it, what is asked, what waits to be signed. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { sharesOf } from '../register/fairness.server.ts';
import { annexesOf } from './annexes.server.ts';
import type { ShownLine } from './asked-lines.server.ts';
import { shownLines } from './asked-lines.server.ts';
import { listDecisions } from './list.server.ts';
import type { Question } from './questions.ts';
import { questionsOf, restsOnCouncil } from './questions.ts';
import { waitingSigning } from './signing.server.ts';

export async function findDecision(db: Kysely<DB>, actor: Actor, id: string, today: PlainDate) {
  const decision = (await listDecisions(db, actor, { id, size: 1 })).rows[0];
  if (!decision) return undefined;
  const lines = await shownLines(db, actor, decision, today);
  const waiting = await waitingSigning(db, { kind: 'decision', id });
  const annexes = await annexesSeen(db, id);
  const shares = await sharesOf(
    db,
    lines.map(({ holderId }) => holderId),
  );
  // Issued, nothing is asked any more: what comes to light then is for a revocation.
  const isOver = decision.stage === 'issued' || decision.stage === 'withdrawn';
  return { decision, lines: lines.map((line) => seenOf(line, isOver, questionsOf(line))), waiting, annexes, shares };
}
export type DecisionPage = NonNullable<Awaited<ReturnType<typeof findDecision>>>;

/** With what waits to be signed of each. */
async function annexesSeen(db: Kysely<DB>, decisionId: string) {
  const annexes = await annexesOf(db, decisionId);
  return Promise.all(
    annexes.map(async (annex) => ({ ...annex, waiting: await waitingSigning(db, { kind: 'annex', id: annex.id }) })),
  );
}

/**
 * Whoever is related to a nominee, or may not know what the council came to (the clerk who seals), reads no answer that rests on it; the clerk, who answers
 * nothing, no question either (ADR 0245).
 */
function seenOf(
  { advised: _hidden, changesKey: _key, ...line }: ShownLine,
  isOver: boolean,
  questions: readonly Question[],
) {
  const isClosed = line.advice.kind === 'closed';
  const isTold = (line.isNear || isClosed) && line.answered.some((key) => key.startsWith('council:'));
  const own = isTold ? { answer: null, answered: [] } : {};
  const asked = isClosed ? questions.filter((each) => !restsOnCouncil(each)) : questions;
  return { ...line, ...own, changes: isOver ? null : line.changes, questions: isOver ? [] : asked };
}
