/** What the page of one decision can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import type { Fields, Typed } from '../../platform/http.server.ts';
import { askedId, mintedId } from '../../platform/id.server.ts';
import { addAnnex, readAnnex, removeAnnex } from './annexes.server.ts';
import { approveDecision, returnDecision, sendOn, withdrawDecision } from './approving.server.ts';
import { leaveOut, saveDecision } from './drafting.server.ts';
import { nameInitiative } from './initiatives.server.ts';
import { issueDecision } from './issuing.server.ts';
import { answerLine, judgeLines } from './judging.server.ts';
import type { Asked } from './opening.server.ts';
import { signDecision } from './sealing.server.ts';
import type { SigningDeed } from './signing-deeds.server.ts';
import { isSigningDeed, signingDeeds } from './signing-deeds.server.ts';

const deeds = [
  'change',
  'leave_out',
  'attach',
  'detach',
  'judge',
  'answer',
  'initiative',
  'submit',
  'recall',
  'return',
  'approve',
  ...signingDeeds,
  'issue',
  'withdraw',
] as const;
export type DecisionDeed = (typeof deeds)[number];

export const deedIn = (fields: Fields): DecisionDeed | undefined => deeds.find((each) => each === fields['viec']);

type Sent = Pick<Typed, 'fields' | 'many' | 'uploads'>;

export async function doOnDecision(
  edge: Edge,
  id: string,
  sent: Sent,
  act: typeof actAtEdge,
): Promise<Result<unknown, Refusal>> {
  const deed = deedIn(sent.fields);
  const asked: Asked = { id, version: versionIn(sent.fields), reason: sent.fields['ly-do'] ?? null };
  if (deed === undefined) return refuse({ kind: 'not_there' });
  if (isSigningDeed(deed)) return signDecision(edge, { deed, asked, sent }, act);
  if (deed === 'attach') return attach(edge, { asked, sent }, act);
  return act<unknown, Refusal>(edge, (context) => carryOut(context, edge, { deed, asked, sent }));
}

/** Read and proven outside of the transaction that hangs it on. */
async function attach(
  edge: Edge,
  { asked, sent: { fields, uploads } }: { readonly asked: Asked; readonly sent: Sent },
  act: typeof actAtEdge,
): Promise<Result<unknown, Refusal>> {
  const annex = await readAnnex(edge.services, { name: fields['ten-tep'] ?? '', uploads });
  if (!annex.ok) return annex;
  const command = { ...asked, annexId: mintedId(fields['ma']), annex: annex.value };
  return act<unknown, Refusal>(edge, (context) => addAnnex(context, edge.services, command));
}

type Order = {
  readonly deed: Exclude<DecisionDeed, SigningDeed | 'attach'>;
  readonly asked: Asked;
  readonly sent: Sent;
};

async function carryOut(
  context: Context,
  { services }: Edge,
  { deed, asked, sent: { fields, many } }: Order,
): Promise<Result<unknown, Refusal>> {
  const lineId = askedId(fields['dong']);
  switch (deed) {
    case 'change':
      return saveDecision(context, { ...asked, typed: fields });
    case 'leave_out':
      return leaveOut(context, { ...asked, lineId });
    case 'detach':
      return removeAnnex(context, { ...asked, annexId: askedId(fields['phu-luc']) });
    case 'judge': {
      const verdict = fields['ket-qua'] === 'refuse' ? 'refuse' : 'grant';
      return judgeLines(context, { ...asked, lineIds: many('dong').map(askedId), verdict });
    }
    case 'answer':
      return answerLine(context, {
        ...asked,
        lineId,
        posthumous: fields['truy-tang'] === 'on',
        answer: fields['tra-loi'] ?? '',
      });
    case 'initiative': {
      const chosen = fields['sang-kien'];
      return nameInitiative(context, { ...asked, lineId, initiativeId: chosen ? askedId(chosen) : null });
    }
    case 'submit':
    case 'recall':
      return sendOn(context, asked, deed);
    case 'return':
      return returnDecision(context, asked);
    case 'approve':
      return approveDecision(context, services, { ...asked, number: fields['so'], day: dayIn(fields['ngay']) });
    case 'issue':
      return issueDecision(context, asked);
    case 'withdraw':
      return withdrawDecision(context, asked);
  }
}

/** Date fields send ISO; typed as 15/06/2026 it is the same. */
export function dayIn(text: string | undefined): string | undefined {
  const typed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text?.trim() ?? '');
  return typed ? `${typed[3]}-${typed[2]?.padStart(2, '0')}-${typed[1]?.padStart(2, '0')}` : text;
}
