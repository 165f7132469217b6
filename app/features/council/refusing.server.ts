/** A vote that was refused leaves a trace of its own: the refused deed itself was rolled back. */
import { permitOwn } from '../../kernel/permit.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { act as actAtEdge, Edge } from '../../platform/command.server.ts';

const told: ReadonlySet<string> = new Set([
  'already_voted',
  'ballot_taken',
  'gave_paper',
  'papers_differ',
  'voting_closed',
  'has_interest',
  'not_taking_part',
]);

export async function recordRefusedVote(
  edge: Edge,
  sessionId: string,
  { kind }: Refusal,
  act: typeof actAtEdge,
): Promise<void> {
  const { actor } = edge;
  if (actor.kind !== 'person' || !told.has(kind)) return;
  const own = permitOwn('council.vote', actor, actor.personId);
  if (!own.ok) return;
  const { deed: _done, ...again } = edge;
  await act(again, async ({ record }): Promise<Result<undefined>> => {
    await record({
      permit: own.value,
      kind: 'council.vote_refused',
      subject: { kind: 'council_session', id: sessionId },
      after: { why: kind },
    });
    return ok();
  });
}
