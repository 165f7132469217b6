/** What the page of one plan can be asked to do, one deed a form; the answer names the plan to show next. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import type { Fields, Typed } from '../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../platform/id.server.ts';
import { changePlan, revisePlan } from './drafting.server.ts';
import { attachPaper } from './files.server.ts';
import { movePlan } from './moving.server.ts';

export const planDeeds = ['change', 'submit', 'recall', 'withdraw', 'approve', 'return', 'attach', 'revise'] as const;
export type PlanDeed = (typeof planDeeds)[number];
type Next = Result<{ readonly id: string }>;

export async function doOnPlan(
  edge: Edge,
  id: string,
  typed: Typed,
  act: typeof actAtEdge,
): Promise<{ readonly deed: PlanDeed; readonly result: Next }> {
  const deed = planDeeds.find((each) => each === typed.fields['viec']) ?? 'change';
  const file = deed === 'attach' ? await uploadIn(edge.services, typed.uploads) : undefined;
  if (file && !file.ok) return { deed, result: file };
  const order = { id, deed, fields: typed.fields, pledgeIds: typed.many('dang-ky').map(askedId), file: file?.value };
  const result = await act<{ readonly id: string }, Refusal>(edge, (context) => carryOut(context, order));
  return { deed, result };
}

type Order = {
  readonly id: string;
  readonly deed: PlanDeed;
  readonly fields: Fields;
  readonly pledgeIds: readonly string[];
  readonly file: KeptFile | undefined;
};

async function carryOut(context: Context, { id, deed, fields, pledgeIds, file }: Order): Promise<Next> {
  const version = versionIn(fields);
  switch (deed) {
    case 'change':
      return keepsTheirs(fields) ? ok({ id }) : changePlan(context, { id, version, typed: fields, pledgeIds });
    case 'revise':
      return revisePlan(context, { id, newId: mintedId(fields['moi']), reason: fields['ly-do'] ?? '' });
    case 'attach': {
      if (!file) return refuse({ kind: 'empty_file' });
      const attached = await attachPaper(context, { id: newId(), planId: id, file });
      return attached.ok ? ok({ id }) : attached;
    }
    case 'submit':
    case 'recall':
    case 'withdraw':
    case 'approve':
    case 'return': {
      const paper = { number: fields['so-hieu'] ?? '', date: fields['ngay-ky'] ?? '' };
      return movePlan(context, { id, version, move: deed, reason: fields['ly-do'] ?? null, paper });
    }
  }
}
