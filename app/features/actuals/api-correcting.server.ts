/** Verified values corrected by a program, through the page's own command: all of them or none, and sent twice they are one. */
import { z } from 'zod';
import { isInScope } from '../../kernel/permit.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Content } from '../../platform/api/operation.ts';
import { content } from '../../platform/api/operation.ts';
import type { Problem } from '../../platform/api/problem.ts';
import { idsFor } from '../../platform/api/sent-rows.server.ts';
import { act } from '../../platform/command.server.ts';
import type { Edge } from '../../platform/command.server.ts';
import { figureFields, keptRows, submitAll, typedOf } from './api-entering.server.ts';
import type { Refused } from './api-entering.server.ts';
import { rowsProblem } from './api-refusal.server.ts';
import type { RefusedRow } from './api-refusal.server.ts';
import { actualsApiText as said } from './api.text.ts';
import { correct } from './entering.server.ts';
import { listActuals } from './list.server.ts';

const row = z.strictObject({
  id: z.uuid().optional().describe(said.fields.id),
  corrects: z.uuid().describe(said.fields.corrects),
  reason: z.string().max(2000).describe(said.fields.reason),
  ...figureFields,
});

export const manyCorrections = z.strictObject({
  items: z.array(row).min(1).max(500),
  submit: z.boolean().optional(),
});
type Many = z.output<typeof manyCorrections>;

export async function correctFromApi(
  edge: Edge,
  { items, submit }: Many,
  key: string | null,
): Promise<Content | Problem> {
  // What is sent must be seen by whoever sends it.
  if (submit && !isInScope(edge.actor, 'actuals:read')) return { kind: 'not_scoped', detail: said.submitNeedsRead };
  const ids = idsFor(items, { actor: edge.actor, what: 'corrections', key });
  if (!ids.ok) return ids.refusal;
  const done = await act<undefined, Refused>(edge, async (context) => {
    const refused: RefusedRow[] = [];
    for (const [index, item] of items.entries()) {
      const command = { id: item.corrects, newId: ids.value[index] ?? '', reason: item.reason, typed: typedOf(item) };
      const corrected = await correct(context, command);
      if (!corrected.ok) refused.push({ index, refusal: corrected.refusal });
    }
    if (refused.length > 0) return refuse({ kind: 'rows', rows: refused });
    return submit ? submitAll(context, ids.value) : ok();
  });
  if (!done.ok) return rowsProblem(edge.services.db, await aboutOf(edge, items), done.refusal.rows);
  return content({ items: await keptRows(edge, ids.value) });
}

/** The indicator of what each row corrects, as far as this person may know of it. */
async function aboutOf({ services: { db }, actor }: Edge, items: Many['items']) {
  const asked = items.map(({ corrects }) => corrects);
  const { rows } = await listActuals(db, actor, { ids: asked, size: asked.length, withSuperseded: true });
  const codes = new Map(rows.map(({ id, indicatorCode }) => [id, indicatorCode]));
  return items.map(({ corrects }) => ({ indicator: codes.get(corrects.toLowerCase()) ?? '' }));
}
