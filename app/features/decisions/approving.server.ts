/**
 * Approved: every nominee is settled, the dossiers are decided, the number is taken and the final paper made, in one transaction. Whatever
 * fails, the paper that cannot be drawn too, leaves nothing behind, the number least of all.
 */
import { isPlainDate, plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { renderToSign } from '../../platform/print/pdf.server.ts';
import { fileIdOf } from '../../platform/signing/file-id.ts';
import type { Services } from '../../platform/services.server.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import { lockDossier } from '../dossiers/case.server.ts';
import { stepDossier } from '../dossiers/moving.server.ts';
import { settleNominee } from '../dossiers/nominees.server.ts';
import type { DossierMove } from '../dossiers/procedure.ts';
import type { DossierPermit } from '../dossiers/owners.ts';
import { permitAs } from '../dossiers/owners.ts';
import { annexesOf } from './annexes.server.ts';
import { askedLines } from './asked-lines.server.ts';
import type { DecisionRow } from './case.server.ts';
import { linesOf } from './case.server.ts';
import type { DecisionLine } from './decision.ts';
import { granted, readContent } from './decision.ts';
import { keepPaper } from './keeping.server.ts';
import { giveBack, takeNumber } from './numbering.server.ts';
import type { Asked, Moved } from './opening.server.ts';
import { open, step } from './opening.server.ts';
import { dropSignings } from './signing.server.ts';
import { decisionPaper } from './paper.text.ts';
import type { AskedLine } from './questions.ts';
import { unansweredIn } from './questions.ts';

export type ApproveDecision = Asked & {
  /** Where the clerk's book rules. */
  readonly number?: string | undefined;
  readonly day?: string | undefined;
};
export type NobodyGranted = { readonly kind: 'nobody_granted' };
export type NumberWrong = { readonly kind: 'number_wrong' };
export type DayWrong = { readonly kind: 'day_wrong'; readonly today: PlainDate };

export async function approveDecision(
  context: Context,
  services: Pick<Services, 'files'>,
  asked: ApproveDecision,
): Promise<Result<Moved, Refusal>> {
  const opened = await open(context, asked, 'approve');
  if (!opened.ok) return opened;
  const { decision } = opened.value;
  const today = plainDateIn(context.now);
  const lines = await askedLines(context.tx, context.actor, decision.id, today);
  const ready = readyToApprove(decision, lines) ?? wrongNumberOrDay(asked, today);
  if (ready) return refuse(ready);
  const settled = await settle(context, lines);
  if (!settled.ok) return settled;
  const book = { unitId: decision.unitId, kind: 'decision', year: decision.year } as const;
  const byHand = asked.number?.trim() ? Number(asked.number) : undefined;
  const taken = await takeNumber(context, { book, of: { kind: 'decision', id: decision.id }, byHand });
  if (!taken.ok) return taken;
  const day = asked.day?.trim() || today;
  const numbered = { ...decision, number: taken.value, decidedOn: day };
  const annexes = await annexesOf(context.tx, decision.id);
  const drawn = await renderToSign(decisionPaper(numbered, lines, annexes), context.now);
  if (!drawn.ok) return drawn;
  const kept = await keepPaper(context, services, drawn.value.pdf);
  if (!kept.ok) return kept;
  const place = drawn.value.places.find(({ name }) => name === 'signature') ?? null;
  const set = {
    number: taken.value,
    decided_on: day,
    paper: kept.value,
    sign_place: JSON.stringify(place),
    file_id: fileIdOf(drawn.value.pdf) ?? null,
    approved_by: context.actor.kind === 'person' ? context.actor.personId : null,
    approved_at: context.now,
    return_reason: null,
  };
  return ok(await step(context, { ...opened.value, set, after: { number: taken.value, day, paper: kept.value } }));
}

function readyToApprove(decision: DecisionRow, lines: readonly AskedLine[]): Refusal | undefined {
  if (granted(lines).length === 0) return { kind: 'nobody_granted' } satisfies NobodyGranted;
  const read = readContent(decision.content);
  return read.ok ? unansweredIn(lines) : read.refusal;
}

/** Of a paper numbered here: a whole number, a day of this year up to today. */
export function wrongNumberOrDay(
  { number, day }: Pick<ApproveDecision, 'number' | 'day'>,
  today: PlainDate,
): NumberWrong | DayWrong | undefined {
  if (number?.trim() && !/^[1-9]\d{0,5}$/.test(number.trim())) return { kind: 'number_wrong' };
  const isDay =
    !day?.trim() || (isPlainDate(day.trim()) && day.trim() <= today && day.slice(0, 4) === today.slice(0, 4));
  return isDay ? undefined : { kind: 'day_wrong', today };
}

async function settle(context: Context, lines: readonly DecisionLine[]): Promise<Result<undefined, Refusal>> {
  const dossiers = await lockAll(context, lines, 'decide', null);
  if (!dossiers.ok) return dossiers;
  for (const { dossier, allowed } of dossiers.value) {
    for (const line of lines.filter(({ dossierId }) => dossierId === dossier.id)) {
      const outcome = line.verdict === 'grant' ? 'granted' : 'refused';
      const done = await settleNominee(context, {
        permit: allowed,
        nomineeId: line.nomineeId,
        outcome,
        reason: line.reason,
      });
      if (!done.ok) return done;
    }
    // What another decision is to settle keeps the dossier where it is.
    if (!(await hasOpen(context, dossier.id))) await stepDossier(context, { dossier, permit: allowed, to: 'decided' });
  }
  return ok();
}

async function hasOpen({ tx }: Context, dossierId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('nominee')
    .select('id')
    .where('dossier_id', '=', dossierId)
    .where('outcome', '=', 'open')
    .executeTakeFirst();
  return row !== undefined;
}

type Locked = { readonly dossier: DossierRow; readonly allowed: DossierPermit };

/** In the order of their ids, as everywhere, so that two decisions at once wait for each other and do not block. */
async function lockAll(
  { tx, actor }: Context,
  lines: readonly DecisionLine[],
  move: DossierMove,
  reason: string | null,
): Promise<Result<readonly Locked[], ProcedureRefusal | typeof notThere>> {
  const locked: Locked[] = [];
  for (const id of [...new Set(lines.map(({ dossierId }) => dossierId))].toSorted()) {
    const dossier = await lockDossier(tx, actor, id);
    if (!dossier) return refuse(notThere);
    const allowed = permitAs('decisions', dossier, actor, move, { reason });
    if (!allowed.ok) return allowed;
    locked.push({ dossier, allowed: allowed.value });
  }
  return ok(locked);
}

/** Taken back before it is issued: nominees are open again, dossiers lie before the authority again. */
export async function unsettle(
  context: Context,
  lines: readonly DecisionLine[],
  reason: string,
): Promise<Result<undefined, Refusal>> {
  for (const id of [...new Set(lines.map(({ dossierId }) => dossierId))].toSorted()) {
    const dossier = await lockDossier(context.tx, context.actor, id);
    if (!dossier) return refuse(notThere);
    // One that still lies there has others open; then its nominees alone are opened, by the permit to decide on it.
    const isDecided = dossier.stage === 'decided';
    const allowed = permitAs('decisions', dossier, context.actor, isDecided ? 'back' : 'decide', { reason });
    if (!allowed.ok) return allowed;
    if (isDecided) await stepDossier(context, { dossier, permit: allowed.value, to: 'deciding', reason });
    for (const { nomineeId } of lines.filter(({ dossierId }) => dossierId === id)) {
      const done = await settleNominee(context, { permit: allowed.value, nomineeId, outcome: 'open' });
      if (!done.ok) return done;
    }
  }
  return ok();
}

/** To whoever drafts, with the reason; a number that nobody signed with goes back into the book. */
export async function returnDecision(context: Context, asked: Asked): Promise<Result<Moved, Refusal>> {
  const opened = await open(context, asked, 'return');
  if (!opened.ok) return opened;
  const { decision } = opened.value;
  const reason = asked.reason?.trim() ?? '';
  if (decision.stage === 'numbered') {
    const undone = await unsettle(context, await linesOf(context.tx, decision.id), reason);
    if (!undone.ok) return undone;
    await giveBack(context, { kind: 'decision', id: decision.id });
    await dropSignings(context, { kind: 'decision', id: decision.id });
  }
  const set = {
    return_reason: reason,
    number: null,
    decided_on: null,
    paper: null,
    sign_place: null,
    file_id: null,
    approved_by: null,
    approved_at: null,
  };
  return ok(await step(context, { ...opened.value, set, reason, after: { number: decision.number } }));
}

/** Never issued; signed already, its number stays with it, for a paper with that number exists. */
export async function withdrawDecision(context: Context, asked: Asked): Promise<Result<Moved, Refusal>> {
  const opened = await open(context, asked, 'withdraw');
  if (!opened.ok) return opened;
  const { decision } = opened.value;
  const reason = asked.reason?.trim() ?? '';
  const lines = await linesOf(context.tx, decision.id);
  if (decision.number !== null) {
    const undone = await unsettle(context, lines, reason);
    if (!undone.ok) return undone;
  }
  await dropSignings(context, { kind: 'decision', id: decision.id });
  await context.tx
    .updateTable('decision_line')
    .set({ is_live: false })
    .where('decision_id', '=', decision.id)
    .execute();
  return ok(await step(context, { ...opened.value, set: { withdraw_reason: reason }, reason }));
}

export async function sendOn(
  context: Context,
  asked: Asked,
  move: 'submit' | 'recall',
): Promise<Result<Moved, Refusal>> {
  const opened = await open(context, asked, move);
  if (!opened.ok) return opened;
  const { decision, allowed } = opened.value;
  if (move === 'recall') {
    return ok(
      await step(context, { ...opened.value, set: { submitted_by: null, submitted_for: null, submitted_at: null } }),
    );
  }
  const lines = await linesOf(context.tx, decision.id);
  if (lines.length === 0) return refuse({ kind: 'nobody_granted' });
  const read = readContent(decision.content);
  if (!read.ok) return read;
  const set = {
    submitted_by: context.actor.kind === 'person' ? context.actor.personId : null,
    submitted_for: allowed.holding?.forPersonId ?? null,
    submitted_at: context.now,
    return_reason: null,
  };
  return ok(await step(context, { ...opened.value, set }));
}
