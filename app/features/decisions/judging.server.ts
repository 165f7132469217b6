/** Whoever decides looks at each nominee: grants, refuses with a reason, answers what the register asks. A bulk deed names whom it changes. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { askedLines } from './asked-lines.server.ts';
import type { Verdict } from './decision.ts';
import type { AskedLine } from './questions.ts';
import { answeredBy, isBeyondAnswer, questionsOf } from './questions.ts';
import type { Asked, Moved, OpenRefusal } from './opening.server.ts';
import { open, step } from './opening.server.ts';

export type ReasonNeeded = { readonly kind: 'reason_needed' };
export type NobodyChosen = { readonly kind: 'nobody_chosen' };
/** Somebody changed the list since it was shown: nothing is done to people who were not shown. */
export type OthersThanShown = { readonly kind: 'others_than_shown' };
export type JudgeRefusal = OpenRefusal | ReasonNeeded | NobodyChosen | OthersThanShown;

export type JudgeLines = Asked & { readonly lineIds: readonly string[]; readonly verdict: Verdict };

/** By whoever drafts while it is a draft, by whoever decides once it lies before them. */
export async function judgeLines(context: Context, asked: JudgeLines): Promise<Result<Moved, JudgeRefusal>> {
  const opened = await openToJudge(context, asked);
  if (!opened.ok) return opened;
  const { lineIds, verdict, reason } = asked;
  const words = reason?.trim() || null;
  if (lineIds.length === 0) return refuse({ kind: 'nobody_chosen' });
  if (verdict === 'refuse' && words === null) return refuse({ kind: 'reason_needed' });
  const changed = await context.tx
    .updateTable('decision_line')
    .set((eb) => ({
      verdict,
      reason: verdict === 'refuse' ? words : null,
      // What is not granted uses no initiative: it is free for another.
      ...(verdict === 'refuse' && { initiative_id: null }),
      version: eb('version', '+', 1),
    }))
    .where('decision_id', '=', asked.id)
    .where('id', 'in', [...lineIds])
    .returning(['nominee_id'])
    .execute();
  if (changed.length !== new Set(lineIds).size) return refuse({ kind: 'others_than_shown' });
  const after = { verdict, nominees: changed.map((each) => each.nominee_id) };
  return ok(await step(context, { ...opened.value, reason: words, after }));
}

export type AnswerLine = Asked & { readonly lineId: string; readonly posthumous: boolean; readonly answer: string };
export type AnswerNeeded = { readonly kind: 'answer_needed'; readonly name: string };

/**
 * To what is asked: after death (truy tặng), or why it is granted in spite of discipline, a matter that is being looked into, what has changed
 * since appraisal, or the council's advice. It stands for what was asked when it was given.
 */
export async function answerLine(
  context: Context,
  asked: AnswerLine,
): Promise<Result<Moved, OpenRefusal | NotThere | AnswerNeeded>> {
  const opened = await openToJudge(context, asked);
  if (!opened.ok) return opened;
  const line = (await askedLines(context.tx, context.actor, asked.id, plainDateIn(context.now))).find(
    ({ id }) => id === asked.lineId,
  );
  if (!line) return refuse(notThere);
  const words = asked.answer.trim() || null;
  const keys = words === null ? line.answered : answeredBy(line);
  const now: AskedLine = { ...line, posthumous: asked.posthumous, answer: words ?? line.answer, answered: keys };
  if (questionsOf(now).some((each) => !isBeyondAnswer(each))) return refuse({ kind: 'answer_needed', name: line.name });
  const { posthumous, answer, answered } = now;
  await context.tx
    .updateTable('decision_line')
    .set({ posthumous, answer, answered: [...answered], version: line.version + 1 })
    .where('id', '=', line.id)
    .execute();
  return ok(
    await step(context, { ...opened.value, reason: answer, after: { nominee: line.nomineeId, posthumous, answered } }),
  );
}

/** Whoever drafts, while it is a draft; whoever decides, once it lies before them. */
export async function openToJudge(context: Context, asked: Asked) {
  const judged = await open(context, asked, 'judge');
  if (judged.ok || judged.refusal.kind !== 'wrong_stage') return judged;
  return open(context, asked, 'change');
}
