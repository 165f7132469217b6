/** A conclusion from a program, through the very command of the page; an item that the checklist does not hold is refused, not left out. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { isInScope } from '../../kernel/permit.ts';
import { content } from '../../platform/api/operation.ts';
import type { Content } from '../../platform/api/operation.ts';
import type { FieldError, Problem } from '../../platform/api/problem.ts';
import { problemOf } from '../../platform/api/problem.ts';
import type { Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import { answerAppraised } from './api-answer.server.ts';
import { appraisalApiText as said } from './api.text.ts';
import type { AppraisedNominee } from './appraised.server.ts';
import { appraisedNominees } from './appraised.server.ts';
import { itemsOf } from './appraised-items.ts';
import type { ConcludeRefusal } from './concluding.server.ts';
import { appraiseNominee } from './concluding.server.ts';
import { conclusions, verdicts } from './conclusion.ts';
import { appraisalOf } from './one.server.ts';
import { appraisalProblems } from './text.ts';

export const newConclusion = z.strictObject({
  version: z.int().describe(said.fields.version),
  conclusion: z.enum(conclusions).optional().describe(said.fields.conclusion),
  reason: z.string().max(4000).default(''),
  checks: z
    .array(
      z.strictObject({
        item: z.string().max(100).describe(said.fields.items),
        verdict: z.enum(verdicts).describe(said.fields.verdict),
        reason: z.string().max(2000).default(''),
      }),
    )
    .max(100)
    .default([]),
});
type NewConclusion = z.output<typeof newConclusion>;
type On = { readonly dossierId: string; readonly nomineeId: string };

export async function concludeFromApi(edge: Edge, on: On, body: NewConclusion): Promise<Content | Problem> {
  if (!isInScope(edge.actor, 'dossiers:read')) return { kind: 'not_scoped', detail: said.needsRead };
  const nominee = await findAppraised(edge, on);
  if (!nominee) return { kind: 'not_there' };
  const errors = itemErrors(body, itemsOf(nominee));
  if (errors.length > 0) return { kind: 'invalid_body', errors };
  const { version, conclusion = '', reason, checks } = body;
  const typed = Object.fromEntries([
    ['conclusion', conclusion],
    ['reason', reason],
    ...checks.flatMap((check) => [
      [`v:${check.item}`, check.verdict],
      [`r:${check.item}`, check.reason],
    ]),
  ]);
  const done = await act(edge, (context) => appraiseNominee(context, { ...on, version, typed }));
  if (!done.ok) return problemFrom(done.refusal, body);
  const kept = await findAppraised(edge, on);
  return kept ? content(answerAppraised(kept)) : { kind: 'not_there' };
}

async function findAppraised({ services: { db, clock }, actor }: Edge, on: On): Promise<AppraisedNominee | undefined> {
  const today = plainDateIn(clock());
  const one = await appraisalOf(db, actor, on.dossierId, today);
  if (one?.kind !== 'inside') return undefined;
  const { dossier, nominees: all } = one;
  return (await appraisedNominees(db, actor, { dossier, all, ids: [on.nomineeId] }, today))[0];
}

function itemErrors({ checks }: NewConclusion, items: readonly string[]): readonly FieldError[] {
  return checks.flatMap(({ item }, at): readonly FieldError[] => {
    const pointer = `#/checks/${at}/item`;
    if (!items.includes(item)) return [{ pointer, detail: said.unknownItem(item) }];
    const isAgain = checks.findIndex((each) => each.item === item) < at;
    return isAgain ? [{ pointer, detail: said.itemTwice(item) }] : [];
  });
}

/** Fields of the form are places of the body. */
function problemFrom(refusal: ConcludeRefusal, { checks }: NewConclusion): Problem {
  if (refusal.kind === 'not_there') return { kind: 'not_there' };
  const shown = appraisalProblems(refusal);
  if (refusal.kind !== 'appraisal_wrong') return problemOf(refusal, shown.map(({ message }) => message).join(' '));
  const pointerOf = (field = '') => {
    const at = checks.findIndex(({ item }) => field === `r:${item}`);
    return at < 0 ? `#/${field}` : `#/checks/${at}/reason`;
  };
  return {
    kind: 'invalid_body',
    errors: shown.map(({ field, message }) => ({ pointer: pointerOf(field), detail: message })),
  };
}
