/**
 * Decided by who granted it: the number is taken from the body's book of decisions and the final paper is made, in one transaction. Whatever fails,
 * the paper that cannot be drawn too, leaves nothing behind, the number least of all.
 */
import { plainDateIn } from '../../kernel/calendar.ts';
import { permit } from '../../kernel/procedure.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { renderToSign } from '../../platform/print/pdf.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { fileIdOf } from '../../platform/signing/file-id.ts';
import { wrongNumberOrDay } from '../decisions/approving.server.ts';
import { numberText } from '../decisions/decision.ts';
import { keepPaper } from '../decisions/keeping.server.ts';
import { takeNumber } from '../decisions/numbering.server.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import type { RevocationRow } from './case.server.ts';
import { isOfCentre, lockRevocation } from './case.server.ts';
import { revocationPaper, revocationSymbol } from './decision.text.ts';
import type { KeptRevocation } from './drafting.server.ts';
import { daysToGiveBack, usedBy } from './effect.server.ts';
import { step } from './moving.server.ts';
import { revocationProcedure } from './procedure.ts';
import type { Approval, Typed } from './revocation.ts';
import { readApproval } from './revocation.ts';

export type DecideRevocation = {
  readonly id: string;
  readonly version: number;
  /** Day, signatory, what is to be given back; a number only where the clerk's book rules. */
  readonly typed: Typed;
};

export async function decideRevocation(
  context: Context,
  services: Pick<Services, 'files'>,
  { id, version, typed }: DecideRevocation,
): Promise<Result<KeptRevocation, Refusal>> {
  const { tx, actor, now } = context;
  const before = await lockRevocation(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(revocationProcedure, before, actor, 'decide');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  if (isOfCentre(before)) return refuse({ kind: 'other_decides', level: 'centre' });
  const today = plainDateIn(now);
  const read = readApproval(typed, { today, notBefore: before.awardedOn, early: 'before_award' });
  if (!read.ok) return read;
  const number = typed['number']?.trim() ?? '';
  const wrong = wrongNumberOrDay({ number, day: read.value.on }, today);
  if (wrong) return refuse(wrong);
  const numbered = await numberFor(context, before, { ...read.value, number });
  if (!numbered.ok) return numbered;
  const drawn = await finalPaper(context, services, numbered.value);
  if (!drawn.ok) return drawn;
  return step(context, { before, permit: allowed.value, reason: '' }, { ...drawn.value, ...approvedBy(context) });
}

type Numbered = { readonly row: RevocationRow; readonly approval: Approval };

/** From the book of decisions of the body; typed where the clerk keeps it, then no number that a decision of the register bears already. */
async function numberFor(
  context: Context,
  before: RevocationRow,
  { number: typed, ...approval }: Approval & { readonly number: string },
): Promise<Result<Numbered, Refusal>> {
  const symbol = revocationSymbol(await issuerAt(context.tx, before.deciderId));
  const { on, by, items } = approval;
  const byHand = typed === '' ? undefined : Number(typed);
  const used = byHand && (await usedBy(context.tx, before, { number: numberText(byHand, symbol), on, by }));
  if (used) return refuse({ kind: 'number_used', by: used });
  const taken = await takeNumber(context, {
    book: { unitId: before.deciderId, kind: 'decision', year: Number(on.slice(0, 4)) },
    of: { kind: 'revocation', id: before.id },
    byHand,
  });
  if (!taken.ok) return taken;
  const number = numberText(taken.value, symbol);
  const decided = { decisionNumber: number, decidedOn: on, decidedByWords: by };
  const row = { ...before, ...decided, signer: approval.signer, recalledItems: items };
  return { ok: true, value: { row, approval } };
}

async function finalPaper(context: Context, services: Pick<Services, 'files'>, { row, approval }: Numbered) {
  const { tx, now } = context;
  const issuer = await issuerAt(tx, row.deciderId);
  const giveBackDays = await daysToGiveBack(tx, approval.on);
  const drawn = await renderToSign(revocationPaper({ revocation: row, issuer, giveBackDays, today: approval.on }), now);
  if (!drawn.ok) return drawn;
  const { pdf, places } = drawn.value;
  const kept = await keepPaper(context, services, pdf);
  if (!kept.ok) return kept;
  const place = places.find(({ name }) => name === 'signature') ?? null;
  const value = {
    decider_id: row.deciderId,
    decision_number: row.decisionNumber,
    decided_on: approval.on,
    decided_by_words: approval.by,
    signer: approval.signer,
    recalled_items: approval.items,
    issuer: issuer.name,
    paper: kept.value,
    sign_place: JSON.stringify(place),
    file_id: fileIdOf(pdf) ?? null,
    return_reason: null,
  };
  return { ok: true, value } as const;
}

function approvedBy({ actor, now }: Context) {
  return { approved_by: actor.kind === 'person' ? actor.personId : null, approved_at: now };
}
