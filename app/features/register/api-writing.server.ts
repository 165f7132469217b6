/** An award entered or put right by a program, through the very commands of the pages. */
import { z } from 'zod';
import { isInScope } from '../../kernel/permit.ts';
import { content } from '../../platform/api/operation.ts';
import type { Content } from '../../platform/api/operation.ts';
import type { FieldError, Problem } from '../../platform/api/problem.ts';
import { problemOf } from '../../platform/api/problem.ts';
import { idsFor } from '../../platform/api/sent-rows.server.ts';
import { act } from '../../platform/command.server.ts';
import type { Edge } from '../../platform/command.server.ts';
import { awardKinds } from '../awards/standards/case.ts';
import { answerOneHonour } from './api-answer.server.ts';
import { registerApiText as said } from './api.text.ts';
import { correctHonour } from './correcting.server.ts';
import { findHonour } from './honour-row.server.ts';
import type { HonourField, TypedHonour } from './honour.ts';
import { typedFrom } from './honour.ts';
import { enterPastHonour } from './honours.server.ts';
import type { OwnRefusal } from './text.ts';
import { registerProblems, refusalText } from './text.ts';

const fields = {
  award: z.string().max(80).describe(said.query.award),
  year: z.int().describe(said.query.year),
  kind: z.enum(awardKinds).nullable().optional().describe(said.fields.kind),
  decisionNumber: z.string().max(100),
  decidedOn: z.iso.date(),
  decidedBy: z.string().max(300),
  goldenBookNumber: z.string().max(100).nullable().optional(),
  achievement: z.string().max(2000).nullable().optional(),
  source: z.string().max(500).nullable().describe(said.fields.source),
};

export const newHonour = z.strictObject({
  id: z.uuid().optional().describe(said.fields.ownId),
  holderId: z.uuid(),
  ...fields,
});

/** What is not sent stays as it is. */
export const honourCorrection = z.strictObject({
  ...z.strictObject(fields).partial().shape,
  version: z.int().min(1).describe(said.fields.version),
  reason: z.string().max(2000).describe(said.fields.reason),
});

const nameOf: Readonly<Record<HonourField, string>> = {
  award: 'award',
  year: 'year',
  kind: 'kind',
  achievement: 'achievement',
  number: 'decisionNumber',
  date: 'decidedOn',
  decidedBy: 'decidedBy',
  goldenBook: 'goldenBookNumber',
  source: 'source',
};
type Sent = Readonly<Partial<Record<string, string | number | null>>>;

/** As the page's form would have it; only what was sent. */
function typedOf(sent: Sent): TypedHonour {
  const given = Object.entries(nameOf).filter(([, name]) => sent[name] !== undefined);
  return Object.fromEntries(given.map(([field, name]) => [field, String(sent[name] ?? '')]));
}

export async function enterHonourFromApi(
  edge: Edge,
  body: z.output<typeof newHonour>,
  key: string | null,
): Promise<Content | Problem> {
  if (!isInScope(edge.actor, 'honours:read')) return { kind: 'not_scoped', detail: said.needsRead };
  const ids = idsFor([body], { actor: edge.actor, what: 'honours', key });
  if (!ids.ok) return ids.refusal;
  const { id: _id, holderId, ...sent } = body;
  const command = { id: ids.value[0] ?? '', holderId: holderId.toLowerCase(), typed: typedOf(sent) };
  const entered = await act(edge, (context) => enterPastHonour(context, command));
  return entered.ok ? answered(edge, entered.value.id) : problemFrom(entered.refusal);
}

export async function correctHonourFromApi(
  edge: Edge,
  honourId: string,
  { version, reason, ...sent }: z.output<typeof honourCorrection>,
): Promise<Content | Problem> {
  const { services, actor } = edge;
  if (!isInScope(actor, 'honours:read')) return { kind: 'not_scoped', detail: said.needsRead };
  const stored = await findHonour(services.db, actor, honourId);
  if (!stored) return { kind: 'not_there' };
  const typed = { ...typedFrom(stored), ...typedOf(sent) };
  const done = await act(edge, (context) => correctHonour(context, { honourId, version, reason, typed }));
  return done.ok ? answered(edge, honourId) : problemFrom(done.refusal);
}

async function answered({ services: { db }, actor }: Edge, id: string): Promise<Content | Problem> {
  const honour = await findHonour(db, actor, id);
  return honour ? content(answerOneHonour(honour)) : { kind: 'not_there' };
}

/** What is not there is refused as a reading of it is, word for word. */
function problemFrom(refusal: OwnRefusal): Problem {
  if (refusal.kind === 'not_there') return { kind: 'not_there' };
  if (refusal.kind === 'honour_wrong') {
    const told = registerProblems(refusal);
    const errors = refusal.problems.map(({ field }, at): FieldError => ({
      pointer: `#/${nameOf[field]}`,
      detail: told[at]?.message ?? '',
    }));
    return { kind: 'invalid_body', errors };
  }
  if (refusal.kind === 'reason_missing')
    return { kind: 'invalid_body', errors: [{ pointer: '#/reason', detail: refusalText(refusal) }] };
  return problemOf(refusal, refusalText(refusal));
}
