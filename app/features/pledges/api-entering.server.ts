/** Pledges from a program, through the very commands of the pages: all of them or none. */
import { z } from 'zod';
import { isInScope } from '../../kernel/permit.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { figureGiven, typedFigure } from '../../platform/api/figure.ts';
import { content } from '../../platform/api/operation.ts';
import type { Content } from '../../platform/api/operation.ts';
import { kindOfAll, problemOf } from '../../platform/api/problem.ts';
import type { FieldError, Problem, ProblemKind } from '../../platform/api/problem.ts';
import { act } from '../../platform/command.server.ts';
import type { Context, Edge } from '../../platform/command.server.ts';
import { idsFor } from '../../platform/api/sent-rows.server.ts';
import { unitCode, unitIdsOfRows } from '../organisation/api-units.server.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { answerPledge } from './api-answer.server.ts';
import { pledgeProblemText, pledgesApiText as said } from './api.text.ts';
import { listPledges } from './list.server.ts';
import { movePledges } from './moving.server.ts';
import type { MovePledgeRefusal } from './moving.server.ts';
import { pledgeStages } from './pledge.ts';
import { enterPledge } from './pledges.server.ts';
import type { EnterPledge, EnterPledgeRefusal } from './pledges.server.ts';

const row = z.strictObject({
  id: z.uuid().optional().describe(said.fields.id),
  unit: unitCode.describe(said.fields.unit),
  year: z.int(),
  indicator: z.string().max(20).optional(),
  scheme: z.string().max(20).optional(),
  criterion: z.string().max(20).optional().describe(said.fields.criterion),
  wording: z.string().describe(said.fields.wording),
  value: figureGiven.optional().describe(said.fields.value),
  unitOfMeasure: z.string().max(100).optional().describe(said.fields.unitOfMeasure),
});

export const manyPledges = z.strictObject({ items: z.array(row).min(1).max(500), submit: z.boolean().optional() });
type Many = z.output<typeof manyPledges>;

type Reason = EnterPledgeRefusal | MovePledgeRefusal;
type RefusedRow = { readonly index: number; readonly refusal: Reason };
type Refused = { readonly kind: 'rows'; readonly rows: readonly RefusedRow[] };

export async function enterPledgesFromApi(
  edge: Edge,
  { items, submit }: Many,
  key: string | null,
): Promise<Content | Problem> {
  const { services, actor } = edge;
  if (submit && !isInScope(actor, 'pledges:read')) return { kind: 'not_scoped', detail: said.submitNeedsRead };
  const commands = await commandsOf(edge, items, key);
  if (!commands.ok) return commands.refusal;
  const ids = commands.value.map(({ id }) => id);
  const done = await act<undefined, Refused>(edge, async (context) => {
    const rows: RefusedRow[] = [];
    for (const [index, command] of commands.value.entries()) {
      const entered = await enterPledge(context, command);
      if (!entered.ok) rows.push({ index, refusal: entered.refusal });
    }
    if (rows.length > 0) return refuse({ kind: 'rows', rows });
    return submit ? submitAll(context, ids) : ok();
  });
  if (!done.ok) return problemOfRows(done.refusal.rows, items.length);
  const query = { ids, stages: pledgeStages, size: ids.length };
  const listed = await listPledges(services.db, { kind: 'system', name: 'job' }, query);
  const byId = new Map(listed.rows.map((each) => [each.id, each]));
  const kept = ids.map((id) => byId.get(id)).filter((each) => each !== undefined);
  return content({ items: kept.map(answerPledge) });
}

async function submitAll(context: Context, ids: readonly string[]): Promise<Result<undefined, Refused>> {
  const chosen = await context.tx
    .selectFrom('pledge')
    .select(['id', 'version'])
    .where('id', 'in', [...ids])
    .where('stage', 'in', ['draft', 'returned'])
    .execute();
  if (chosen.length === 0) return ok();
  const moved = await movePledges(context, { move: 'submit', chosen });
  if (moved.ok) return ok();
  const rows = moved.refusal.refusals.map(({ id, refusal }) => ({ index: ids.indexOf(id), refusal }));
  return refuse({ kind: 'rows', rows });
}

async function commandsOf(
  { services: { db }, actor }: Edge,
  items: Many['items'],
  key: string | null,
): Promise<Result<readonly EnterPledge[], Problem>> {
  const ids = idsFor(items, { actor, what: 'pledges', key });
  if (!ids.ok) return ids;
  const unitIds = await unitIdsOfRows(db, items);
  if (!unitIds.ok) return unitIds;
  const commands = items.map((item, index) => ({
    id: ids.value[index] ?? '',
    unitId: unitIds.value[index] ?? '',
    year: item.year,
    ...aboutOf(item),
    typed: typedOf(item),
  }));
  return ok(commands);
}

type Row = Many['items'][number];

function aboutOf({ scheme, criterion, indicator }: Row) {
  return { schemeCode: scheme ?? null, criterionCode: criterion ?? null, indicatorCode: indicator ?? null };
}

function typedOf({ wording, value, unitOfMeasure }: Row): EnterPledge['typed'] {
  const figure = typedFigure(value);
  return { wording, ...(figure !== undefined && { value: figure }), ...(unitOfMeasure && { unitOfMeasure }) };
}

function problemOfRows(rows: readonly RefusedRow[], all: number): Problem {
  const kind = kindOfAll(rows.map(({ refusal }) => kindOf(refusal)));
  return { kind, detail: said.rows(rows.length, all), errors: rows.flatMap(errorsOf) };
}

function kindOf(refusal: Reason): ProblemKind {
  if (refusal.kind === 'pledge_wrong' || refusal.kind === 'not_there' || refusal.kind === 'year_outside')
    return 'invalid_body';
  return problemOf(refusal, '').kind;
}

function errorsOf({ index, refusal }: RefusedRow): readonly FieldError[] {
  const pointer = `#/items/${index}`;
  switch (refusal.kind) {
    case 'pledge_wrong':
      return refusal.problems.map(({ field, problem }) => ({
        pointer: `${pointer}/${field}`,
        detail: pledgeProblemText(problem),
      }));
    case 'not_there':
      return [{ pointer, detail: said.notThere }];
    case 'secret_scheme':
      return [{ pointer: `${pointer}/scheme`, detail: said.secret }];
    case 'year_outside':
      return [{ pointer: `${pointer}/year`, detail: said.year }];
    case 'already_open':
      return [{ pointer, detail: said.open(refusal.id) }];
    case 'already_accepted':
      return [{ pointer, detail: said.accepted(refusal.id) }];
    case 'lost_race':
      return [{ pointer, detail: said.other }];
    case 'wrong_stage':
    case 'not_yours':
    case 'four_eyes':
    case 'needs':
    case 'not_scoped':
      return [{ pointer, detail: kernelRefusal(refusal) }];
  }
}
