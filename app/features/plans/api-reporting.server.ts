/** Progress from a program, through the command of the pages. */
import { z } from 'zod';
import { plainDateIn } from '../../kernel/calendar.ts';
import { isInScope } from '../../kernel/permit.ts';
import { content } from '../../platform/api/operation.ts';
import type { Content } from '../../platform/api/operation.ts';
import { problemOf } from '../../platform/api/problem.ts';
import type { Problem } from '../../platform/api/problem.ts';
import { idsFor } from '../../platform/api/sent-rows.server.ts';
import { act } from '../../platform/command.server.ts';
import type { Edge } from '../../platform/command.server.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { answerTask } from './api-answer.server.ts';
import { plansApiText as said, progressProblemSaid } from './api.text.ts';
import { findPlan } from './one.server.ts';
import type { ReportRefusal } from './reporting.server.ts';
import { reportProgress } from './reporting.server.ts';

export const progressBody = z.strictObject({
  id: z.uuid().optional().describe(said.fields.id),
  milestone: z.uuid().optional().describe(said.fields.milestone),
  part: z.string().max(80).optional().describe(said.fields.part),
  percent: z.int().min(0).max(100),
  asOf: z.iso.date().describe(said.fields.asOf),
  note: z.string().max(2000).optional(),
});

type Sent = {
  readonly params: { readonly id: string; readonly taskId: string };
  readonly body: z.output<typeof progressBody>;
  readonly key: string | null;
};

export async function reportFromApi(edge: Edge, { params, body, key }: Sent): Promise<Content | Problem> {
  const { services, actor } = edge;
  if (!isInScope(actor, 'plans:read')) return { kind: 'not_scoped', detail: said.notRead };
  const [planId, taskId] = [params.id.toLowerCase(), params.taskId.toLowerCase()];
  const ids = idsFor([body], { actor, what: `plans/${planId}/${taskId}`, key });
  if (!ids.ok) return ids.refusal;
  const about = { planId, taskId, milestoneId: body.milestone?.toLowerCase() ?? null, part: body.part };
  const typed = { percent: String(body.percent), asOf: body.asOf, note: body.note ?? '' };
  const command = { id: ids.value[0] ?? '', ...about, typed };
  const done = await act<undefined, ReportRefusal>(edge, (context) => reportProgress(context, command));
  if (!done.ok) return refused(done.refusal);
  const today = plainDateIn(services.clock());
  const found = await findPlan(services.db, actor, { id: planId, today });
  const task = found?.plan.tasks.find(({ id }) => id === taskId);
  return task ? content(answerTask(task, today)) : { kind: 'not_there', detail: said.notThere };
}

function refused(refusal: ReportRefusal): Problem {
  switch (refusal.kind) {
    case 'progress_wrong': {
      const errors = refusal.problems.map(({ field, problem }) => ({
        pointer: `#/${field}`,
        detail: progressProblemSaid[problem],
      }));
      return { kind: 'invalid_body', detail: said.wrong, errors };
    }
    case 'not_there':
      return { kind: 'not_there', detail: said.notThere };
    case 'plan_replaced':
      return { kind: 'conflict', detail: said.replaced };
    case 'wrong_stage':
    case 'not_yours':
    case 'four_eyes':
    case 'needs':
    case 'not_scoped':
      return problemOf(refusal, kernelRefusal(refusal));
  }
}
