/** Values sent, recalled, withdrawn, verified or returned by a program: the procedure's table decides, four eyes included. */
import { z } from 'zod';
import { isInScope } from '../../kernel/permit.ts';
import type { Content } from '../../platform/api/operation.ts';
import { content } from '../../platform/api/operation.ts';
import type { Problem } from '../../platform/api/problem.ts';
import { act } from '../../platform/command.server.ts';
import type { Edge } from '../../platform/command.server.ts';
import { keptRows } from './api-entering.server.ts';
import { movesProblem } from './api-refusal.server.ts';
import { actualsApiText as said } from './api.text.ts';
import { moveMany } from './moving.server.ts';
import type { Way } from './moving.server.ts';

const ways = ['submit', 'recall', 'withdraw', 'verify', 'return'] as const satisfies readonly Way[];

export const manyMoves = z.strictObject({
  move: z.enum(ways).describe(said.fields.move),
  reason: z.string().max(2000).optional().describe(said.fields.returnReason),
  items: z
    .array(z.strictObject({ id: z.uuid(), version: z.int().min(1).describe(said.fields.seenVersion) }))
    .min(1)
    .max(1000),
});

export async function moveFromApi(
  edge: Edge,
  { move, reason, items }: z.output<typeof manyMoves>,
): Promise<Content | Problem> {
  // What is moved must be seen by whoever moves it.
  if (!isInScope(edge.actor, 'actuals:read')) return { kind: 'not_scoped', detail: said.moveNeedsRead };
  const chosen = items.map(({ id, version }) => ({ id: id.toLowerCase(), version }));
  const ids = chosen.map(({ id }) => id);
  const moved = await act(edge, (context) => moveMany(context, { move, chosen, reason: reason ?? null }));
  if (!moved.ok) return movesProblem(ids, moved.refusal.refusals);
  return content({ items: await keptRows(edge, [...new Set(ids)]) });
}
