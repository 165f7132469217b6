/** Initiatives from a program, through the very commands of the pages: all of them or none. */
import { z } from 'zod';
import { isInScope } from '../../kernel/permit.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { figureGiven, typedFigure } from '../../platform/api/figure.ts';
import { content } from '../../platform/api/operation.ts';
import type { Content } from '../../platform/api/operation.ts';
import { kindOfAll, problemOf } from '../../platform/api/problem.ts';
import type { FieldError, Problem, ProblemKind } from '../../platform/api/problem.ts';
import { idsFor } from '../../platform/api/sent-rows.server.ts';
import { act } from '../../platform/command.server.ts';
import type { Context, Edge } from '../../platform/command.server.ts';
import { unitCode, unitIdsOfRows } from '../organisation/api-units.server.ts';
import { answerInitiative } from './api-answer.server.ts';
import { initiativesApiText as said } from './api.text.ts';
import type { DraftRefusal, EnterInitiative, KeptInitiative } from './drafting.server.ts';
import { enterInitiative } from './drafting.server.ts';
import { initiativeKinds } from './initiative.ts';
import type { TypedInitiative } from './initiative.ts';
import { listInitiatives } from './list.server.ts';
import type { MoveRefusal } from './moving.server.ts';
import { moveInitiative } from './moving.server.ts';
import { initiativeProblems } from './text.ts';

const row = z.strictObject({
  id: z.uuid().optional().describe(said.fields.id),
  unit: unitCode.describe(said.fields.unit),
  kind: z.enum(initiativeKinds).describe(said.fields.kind),
  scheme: z.string().max(20).optional(),
  criterion: z.string().max(20).optional().describe(said.fields.criterion),
  year: z.int(),
  title: z.string(),
  problem: z.string().default('').describe(said.fields.problem),
  novelty: z.string().default('').describe(said.fields.novelty),
  effect: z.string().default('').describe(said.fields.effect),
  appliedAt: z.string().default('').describe(said.fields.appliedAt),
  authors: z
    .array(z.strictObject({ name: z.string(), place: z.string().default(''), share: figureGiven }))
    .max(50)
    .default([]),
  effects: z
    .array(
      z.strictObject({
        what: z.string(),
        unitOfMeasure: z.string(),
        before: figureGiven.nullish().describe(said.fields.before),
        after: figureGiven,
      }),
    )
    .max(50)
    .default([]),
});
export const manyInitiatives = z.strictObject({
  items: z.array(row).min(1).max(100),
  submit: z.boolean().optional(),
});
type Many = z.output<typeof manyInitiatives>;

type Reason = DraftRefusal | MoveRefusal;
type RefusedRow = { readonly index: number; readonly refusal: Reason };
type Refused = { readonly kind: 'rows'; readonly rows: readonly RefusedRow[] };

export async function enterInitiativesFromApi(
  edge: Edge,
  { items, submit }: Many,
  key: string | null,
): Promise<Content | Problem> {
  const { services, actor } = edge;
  if (submit && !isInScope(actor, 'initiatives:read')) return { kind: 'not_scoped', detail: said.submitNeedsRead };
  const commands = await commandsOf(edge, items, key);
  if (!commands.ok) return commands.refusal;
  const done = await act<undefined, Refused>(edge, async (context) => {
    const rows: RefusedRow[] = [];
    for (const [index, command] of commands.value.entries()) {
      const kept = await enterOne(context, command, submit === true);
      if (!kept.ok) rows.push({ index, refusal: kept.refusal });
    }
    return rows.length > 0 ? refuse({ kind: 'rows', rows }) : ok();
  });
  if (!done.ok) return problemOfRows(done.refusal.rows, items.length);
  const ids = commands.value.map(({ id }) => id);
  const query = { ids, size: ids.length, withWithdrawn: true };
  const { rows } = await listInitiatives(services.db, { kind: 'system', name: 'job' }, query);
  const byId = new Map(rows.map((each) => [each.id, each]));
  const kept = ids.map((id) => byId.get(id)).filter((each) => each !== undefined);
  return content({ items: kept.map(answerInitiative) });
}

/** What was submitted already is not submitted again: the same request twice does the same. */
async function enterOne(
  context: Context,
  command: EnterInitiative,
  submit: boolean,
): Promise<Result<KeptInitiative, Reason>> {
  const entered = await enterInitiative(context, command);
  if (!entered.ok || !submit) return entered;
  const { id, version } = entered.value;
  const { stage } = await context.tx
    .selectFrom('initiative')
    .select('stage')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return stage === 'draft' ? moveInitiative(context, { id, version, move: 'submit' }) : entered;
}

async function commandsOf(
  { services: { db }, actor }: Edge,
  items: Many['items'],
  key: string | null,
): Promise<Result<readonly EnterInitiative[], Problem>> {
  const ids = idsFor(items, { actor, what: 'initiatives', key });
  if (!ids.ok) return ids;
  const unitIds = await unitIdsOfRows(db, items);
  if (!unitIds.ok) return unitIds;
  const commands = items.map((item, index) => ({
    id: ids.value[index] ?? '',
    unitId: unitIds.value[index] ?? '',
    schemeCode: item.scheme ?? null,
    criterionCode: item.criterion ?? null,
    typed: typedOf(item),
  }));
  return ok(commands);
}

function typedOf({ authors, effects, ...item }: Many['items'][number]): TypedInitiative {
  const { kind, title, problem, novelty, effect, appliedAt } = item;
  return {
    fields: { kind, title, problem, novelty, effect, appliedAt, year: String(item.year) },
    authors: authors.map(({ name, place, share }) => ({ name, place, share: typedFigure(share) ?? '' })),
    effects: effects.map(({ what, unitOfMeasure, before, after }) => ({
      what,
      unitOfMeasure,
      before: typedFigure(before ?? undefined) ?? '',
      after: typedFigure(after) ?? '',
    })),
  };
}

function problemOfRows(rows: readonly RefusedRow[], all: number): Problem {
  const kind = kindOfAll(rows.map(({ refusal }) => kindOf(refusal)));
  return { kind, detail: said.rows(rows.length, all), errors: rows.flatMap(errorsOf) };
}

function kindOf(refusal: Reason): ProblemKind {
  const isOfBody = ['initiative_wrong', 'initiative_incomplete', 'not_there', 'secret_scheme'].includes(refusal.kind);
  return isOfBody ? 'invalid_body' : problemOf(refusal, '').kind;
}

function errorsOf({ index, refusal }: RefusedRow): readonly FieldError[] {
  return initiativeProblems(refusal).map(({ label, message }) => ({
    pointer: `#/items/${index}`,
    detail: label === undefined ? message : `${label}: ${message}`,
  }));
}
