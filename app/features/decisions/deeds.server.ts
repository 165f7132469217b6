/** What the page of one decision can be asked to do, one deed a form. Signing takes its steps one after the other, outside of one transaction. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import type { Fields, Typed } from '../../platform/http.server.ts';
import { askedId } from '../../platform/id.server.ts';
import { trustOf } from '../../platform/signing/desk.server.ts';
import { takeReturned } from '../../platform/signing/hand-over.server.ts';
import { approveDecision, returnDecision, sendOn, withdrawDecision } from './approving.server.ts';
import { leaveOut, saveDecision } from './drafting.server.ts';
import { issueDecision } from './issuing.server.ts';
import { answerLine, judgeLines } from './judging.server.ts';
import { readPaper } from './keeping.server.ts';
import type { Asked } from './opening.server.ts';
import { runSigning } from './run-signing.server.ts';
import type { Signing } from './signing.server.ts';
import { completeSigning, prepareSigning } from './signing.server.ts';

const deeds = [
  'change',
  'leave_out',
  'judge',
  'answer',
  'submit',
  'recall',
  'return',
  'approve',
  'sign',
  'seal',
  'hand',
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
  if (deed === 'sign' || deed === 'seal') {
    return signNow(edge, { ...asked, part: deed === 'sign' ? 'person' : 'seal' }, sent.fields, act);
  }
  if (deed === 'hand') return takeByHand(edge, asked, sent, act);
  return act<unknown, Refusal>(edge, (context) => carryOut(context, edge, { deed, asked, sent }));
}

type Order = {
  readonly deed: Exclude<DecisionDeed, 'sign' | 'seal' | 'hand'>;
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
function dayIn(text: string | undefined): string | undefined {
  const typed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text?.trim() ?? '');
  return typed ? `${typed[3]}-${typed[2]?.padStart(2, '0')}-${typed[1]?.padStart(2, '0')}` : text;
}

type ToSign = Asked & { readonly part: Signing['part'] };

async function signNow(
  edge: Edge,
  asked: ToSign,
  fields: Fields,
  act: typeof actAtEdge,
): Promise<Result<unknown, Refusal>> {
  const prepared = await act<Signing, Refusal>(edge, (context) => prepareSigning(context, edge.services, asked));
  if (!prepared.ok) return prepared;
  // The key of the request stood for the first of the two commands.
  const { deed: _spent, ...rest } = edge;
  return runSigning(rest, prepared.value, {
    pin: fields['mat-khau-khoa'] || undefined,
    otp: fields['otp'] || undefined,
  });
}

async function takeByHand(
  edge: Edge,
  asked: Asked,
  { uploads, fields }: Sent,
  act: typeof actAtEdge,
): Promise<Result<unknown, Refusal>> {
  const { services } = edge;
  const [upload] = uploads;
  if (!upload) return refuse({ kind: 'signature_wrong', because: 'signature_wrong' });
  const part = fields['phan'] === 'seal' ? 'seal' : 'person';
  const { deed: _spent, ...rest } = edge;
  const found = await act<Signing, Refusal>(rest, (context) => prepareSigning(context, services, { ...asked, part }));
  if (!found.ok) return found;
  const { preparedPaper, basePaper, range, id } = found.value;
  const [pdf, base] = await Promise.all([readPaper(services, preparedPaper), readPaper(services, basePaper)]);
  const trust = await trustOf(services);
  const taken = await takeReturned({
    prepared: { pdf, range },
    base,
    returned: upload.bytes,
    trust,
    now: services.clock(),
  });
  if (!taken.ok) return taken;
  const done = await act(edge, (context) =>
    completeSigning(context, services, { signingId: id, signed: taken.value.pdf }),
  );
  return done.ok ? ok(done.value) : done;
}
