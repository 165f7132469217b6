/** Many values from a program, through the very commands of the pages: all of them or none, and sent twice they are one. */
import { z } from 'zod';
import { isInScope } from '../../kernel/permit.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { figureGiven, typedFigure } from '../../platform/api/figure.ts';
import type { Content } from '../../platform/api/operation.ts';
import { content } from '../../platform/api/operation.ts';
import type { Problem } from '../../platform/api/problem.ts';
import { act } from '../../platform/command.server.ts';
import type { Context, Edge } from '../../platform/command.server.ts';
import { idsFor } from '../../platform/api/sent-rows.server.ts';
import { unitCode, unitIdsOfRows } from '../organisation/api-units.server.ts';
import { answerActual } from './api-answer.server.ts';
import type { ActualAnswer } from './api-answer.server.ts';
import { rowsProblem } from './api-refusal.server.ts';
import type { RefusedRow } from './api-refusal.server.ts';
import { actualsApiText as said } from './api.text.ts';
import { enterMany } from './entering-many.server.ts';
import type { EnterCommand } from './entering.server.ts';
import { listActuals } from './list.server.ts';
import { moveMany } from './moving.server.ts';

export const mostRows = 10_000;

export const figureFields = {
  value: figureGiven.optional().describe(said.fields.value),
  numerator: figureGiven.optional(),
  denominator: figureGiven.optional(),
  asOfDate: z.iso.date().describe(said.fields.asOfDate),
  source: z.string().max(2000).optional(),
  note: z.string().max(2000).optional(),
};

const row = z.strictObject({
  id: z.uuid().optional().describe(said.fields.id),
  indicator: z.string().max(20),
  unit: unitCode.describe(said.fields.unit),
  period: z.string().max(10).describe(said.query.period),
  ...figureFields,
});
type Row = z.output<typeof row>;

export const manyActuals = z.strictObject({
  items: z.array(row).min(1).max(mostRows),
  submit: z.boolean().optional(),
});
type Many = z.output<typeof manyActuals>;

export async function enterFromApi(
  edge: Edge,
  { items, submit }: Many,
  key: string | null,
): Promise<Content | Problem> {
  // What is sent must be seen by whoever sends it.
  if (submit && !isInScope(edge.actor, 'actuals:read')) return { kind: 'not_scoped', detail: said.submitNeedsRead };
  const commands = await commandsOf(edge, items, key);
  if (!commands.ok) return commands.refusal;
  const ids = commands.value.map(({ id }) => id);
  const done = await act<undefined, Refused>(edge, async (context) => {
    const entered = await enterMany(context, commands.value);
    if (!entered.ok) return refuse({ kind: 'rows', rows: entered.refusal.refusals });
    return submit ? submitAll(context, ids) : ok();
  });
  if (!done.ok) return rowsProblem(edge.services.db, items, done.refusal.rows);
  return content({ items: await keptRows(edge, ids) });
}

/** What stands after a deed, in the order asked. Whoever did it may know of it. */
export async function keptRows({ services: { db } }: Edge, ids: readonly string[]): Promise<readonly ActualAnswer[]> {
  const wanted = { ids, size: ids.length, withSuperseded: true };
  const listed = await listActuals(db, { kind: 'system', name: 'job' }, wanted);
  const byId = new Map(listed.rows.map((each) => [each.id, answerActual(each)]));
  return ids.map((id) => byId.get(id)).filter((each) => each !== undefined);
}

export type Refused = { readonly kind: 'rows'; readonly rows: readonly RefusedRow[] };

/** What an earlier sending has submitted already stays as it is. */
export async function submitAll(context: Context, ids: readonly string[]): Promise<Result<undefined, Refused>> {
  const open = await context.tx
    .selectFrom('actual')
    .select(['id', 'version'])
    .where('id', 'in', [...ids])
    .where('stage', 'in', ['entered', 'returned'])
    .execute();
  if (open.length === 0) return ok();
  const moved = await moveMany(context, { move: 'submit', chosen: open });
  if (moved.ok) return ok();
  const rows = moved.refusal.refusals.map(({ id, refusal }) => ({ index: ids.indexOf(id), refusal }));
  return refuse({ kind: 'rows', rows });
}

async function commandsOf(
  { services: { db }, actor }: Edge,
  items: readonly Row[],
  key: string | null,
): Promise<Result<readonly EnterCommand[], Problem>> {
  const ids = idsFor(items, { actor, what: 'actuals', key });
  if (!ids.ok) return ids;
  const unitIds = await unitIdsOfRows(db, items);
  if (!unitIds.ok) return unitIds;
  const commands = items.map((item, index) => ({
    id: ids.value[index] ?? '',
    indicatorCode: item.indicator,
    unitId: unitIds.value[index] ?? '',
    typed: { ...typedOf(item), period: item.period },
  }));
  return ok(commands);
}

type Figures = Pick<Row, keyof typeof figureFields>;

export function typedOf({ value, numerator, denominator, asOfDate, source, note }: Figures): EnterCommand['typed'] {
  const figures = { value, numerator, denominator };
  const typed = Object.entries(figures).flatMap(([name, figure]) => {
    const text = typedFigure(figure);
    return text === undefined ? [] : [[name, text] as const];
  });
  return { ...Object.fromEntries(typed), asOfDate, ...(source && { source }), ...(note && { note }) };
}
