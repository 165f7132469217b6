/** A dossier from a program, through the very commands of the pages: whole or not at all. */
import { z } from 'zod';
import { isInScope } from '../../kernel/permit.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { content } from '../../platform/api/operation.ts';
import type { Content } from '../../platform/api/operation.ts';
import { problemOf } from '../../platform/api/problem.ts';
import type { FieldError, Problem } from '../../platform/api/problem.ts';
import { idsFor } from '../../platform/api/sent-rows.server.ts';
import type { Context, Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import { importedId } from '../../platform/id.server.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { reviewKinds } from '../movements/movement.ts';
import { unitCode } from '../organisation/api-units.server.ts';
import { idsByCode } from '../organisation/unit-queries.server.ts';
import { answerDossier } from './api-answer.server.ts';
import { dossiersApiText as said } from './api.text.ts';
import { clocksOn } from './clocks.server.ts';
import { dossierKinds, simplifiedGrounds } from './dossier.ts';
import type { EnterDossier } from './drafting.server.ts';
import { enterDossier } from './drafting.server.ts';
import { findListed } from './list.server.ts';
import { returnGrounds } from './grounds.ts';
import type { MoveDossier } from './moving.server.ts';
import { moveDossier } from './moving.server.ts';
import { ownMoves } from './owners.ts';
import type { AddNominee } from './nominees.server.ts';
import { addNominee } from './nominees.server.ts';
import { dossierProblems } from './refusals.text.ts';

export const newDossier = z.strictObject({
  id: z.uuid().optional().describe(said.fields.id),
  unit: unitCode.describe(said.fields.unit),
  to: unitCode.describe(said.fields.to),
  via: unitCode.optional().describe(said.fields.via),
  kind: z.enum(dossierKinds).describe(said.fields.kind),
  simplified: z.enum(simplifiedGrounds).optional().describe(said.fields.simplified),
  year: z.int(),
  movement: z.uuid().optional(),
  review: z.enum(reviewKinds).optional().describe(said.fields.review),
  title: z.string().max(1000),
  paperNumber: z.string().max(200).optional(),
  paperDate: z.iso.date().optional(),
  nominees: z
    .array(
      z.strictObject({
        holder: z.uuid().describe(said.fields.holder),
        award: z.string().max(80),
        achievement: z.string().max(10_000).default(''),
        rank: z.int().min(1).max(9999).optional().describe(said.fields.rank),
      }),
    )
    .max(500)
    .default([]),
  submit: z.boolean().optional(),
  reason: z.string().max(2000).optional().describe(said.fields.lackingReason),
});
type NewDossier = z.output<typeof newDossier>;

export async function enterDossierFromApi(
  edge: Edge,
  body: NewDossier,
  key: string | null,
): Promise<Content | Problem> {
  const { services, actor } = edge;
  if (!isInScope(actor, 'dossiers:read')) return { kind: 'not_scoped', detail: said.needsRead };
  const ids = idsFor([body], { actor, what: 'dossiers', key });
  if (!ids.ok) return ids.refusal;
  const [id = ''] = ids.value;
  const command = await commandOf(edge, id, body);
  if (!command.ok) return command.refusal;
  const done = await act<undefined, Refusal>(edge, (context) => enterWhole(context, command.value, body));
  if (!done.ok) return problemFrom(done.refusal);
  return answered(edge, id, services.clock());
}

async function commandOf(
  { services: { db } }: Edge,
  id: string,
  body: NewDossier,
): Promise<Result<EnterDossier, Problem>> {
  const codes = [body.unit, body.to, ...(body.via === undefined ? [] : [body.via])];
  const units = await idsByCode(db, codes);
  const missing = codes.find((code) => !units.has(code));
  if (missing !== undefined) {
    const pointer = missing === body.unit ? '#/unit' : missing === body.to ? '#/to' : '#/via';
    return refuse({ kind: 'invalid_body', errors: [{ pointer, detail: said.unknownUnit(missing) }] });
  }
  const unmoved = body.kind === 'movement' ? [] : ofMovementAlone(body);
  if (unmoved.length > 0) return refuse({ kind: 'invalid_body', errors: unmoved });
  const { kind, simplified = '', title, movement = '', review = '', paperNumber = '', paperDate = '', via } = body;
  const typed = { kind, simplified, title, movement, review, paperNumber, paperDate, year: String(body.year) };
  const where = { to: units.get(body.to) ?? '', via: units.get(via ?? '') ?? '', route: via ? 'sector' : 'territory' };
  return ok({ id, unitId: units.get(body.unit) ?? '', typed: { ...typed, ...where } });
}

/** What a dossier that is of no movement cannot say: refused, where a form does not offer it. */
function ofMovementAlone({ review, nominees }: NewDossier): readonly FieldError[] {
  const detail = said.ofMovementAlone;
  return [
    ...(review === undefined ? [] : [{ pointer: '#/review', detail }]),
    ...nominees.flatMap(({ rank }, at) => (rank === undefined ? [] : [{ pointer: `#/nominees/${at}/rank`, detail }])),
  ];
}

/** What is there already is not added again: the same request twice does the same. */
async function enterWhole(context: Context, command: EnterDossier, body: NewDossier): Promise<Result<undefined>> {
  const entered = await enterDossier(context, command);
  if (!entered.ok) return entered;
  const { stage } = await stageOf(context, command.id);
  if (stage !== 'draft') return ok();
  for (const [at, { holder, award, achievement, rank }] of body.nominees.entries()) {
    const nominee: AddNominee = {
      id: importedId(command.id, `nominee ${at}`),
      dossierId: command.id,
      holderId: holder,
      awardCode: award,
      achievement,
      rank: String(rank ?? ''),
    };
    const added = await addNominee(context, nominee);
    if (!added.ok) return added;
  }
  if (!body.submit) return ok();
  const { version } = await stageOf(context, command.id);
  const moved = await moveDossier(context, { id: command.id, version, move: 'submit', reason: body.reason });
  return moved.ok ? ok() : moved;
}

function stageOf({ tx }: Context, id: string) {
  return tx.selectFrom('dossier').where('id', '=', id).select(['stage', 'version']).executeTakeFirstOrThrow();
}

/** As the page asks for it: the same command, the same checks. */
export const dossierMove = z.strictObject({
  move: z.enum(ownMoves).describe(said.fields.move),
  version: z.int(),
  reason: z.string().max(2000).optional().describe(said.fields.reason),
  ground: z.enum(returnGrounds).optional().describe(said.fields.ground),
});

export async function moveFromApi(edge: Edge, command: MoveDossier): Promise<Content | Problem> {
  if (!isInScope(edge.actor, 'dossiers:read')) return { kind: 'not_scoped', detail: said.needsRead };
  const moved = await act(edge, (context) => moveDossier(context, command));
  return moved.ok ? answered(edge, command.id, edge.services.clock()) : problemFrom(moved.refusal);
}

async function answered({ services: { db }, actor }: Edge, id: string, now: Date): Promise<Content | Problem> {
  const row = await findListed(db, actor, id);
  return row ? content(answerDossier(row, await clocksOn(db, plainDateIn(now)))) : { kind: 'not_there' };
}

function problemFrom(refusal: Refusal): Problem {
  const problems = dossierProblems(refusal);
  const detail = problems
    .map(({ label, message }) => (label === undefined ? message : `${label}: ${message}`))
    .join(' ');
  return problemOf(refusal, detail);
}
