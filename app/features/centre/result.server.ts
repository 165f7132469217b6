/** What the centre came to, entered when it comes: granted by a decision, refused with a reason, or only some; the rest waits. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import { lockDossier } from '../dossiers/case.server.ts';
import { stepDossier } from '../dossiers/moving.server.ts';
import type { NomineeRow } from '../dossiers/nominee-rows.server.ts';
import { nomineesOf } from '../dossiers/nominee-rows.server.ts';
import { settleNominee } from '../dossiers/nominees.server.ts';
import type { DossierPermit } from '../dossiers/owners.ts';
import { permitAs } from '../dossiers/owners.ts';
import { touchDossier } from '../dossiers/touch.server.ts';
import type { HonourDouble } from '../register/honours.server.ts';
import { enterHonour } from '../register/honours.server.ts';
import type { NotSent } from './sending.server.ts';
import { packageOut } from './sending.server.ts';
import type { CentreResult, SendingWrong, Typed } from './typed.ts';
import { readResult } from './typed.ts';

export type EnterResult = { readonly dossierId: string; readonly version: number; readonly typed: Typed };
export type Before = { readonly kind: 'held_before'; readonly name: string; readonly number: string };
export type ResultRefusal = ProcedureRefusal | NotThere | LostRace | NotSent | SendingWrong | Before;

export async function enterCentralResult(
  context: Context,
  { dossierId, version, typed }: EnterResult,
): Promise<Result<{ id: string }, ResultRefusal>> {
  const { tx, actor, now } = context;
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  const allowed = permitAs('centre', dossier, actor, 'enter_result');
  if (!allowed.ok) return allowed;
  if (!(await packageOut(tx, dossierId))) return refuse({ kind: 'not_sent' });
  if (dossier.version !== version) return refuse({ kind: 'lost_race', current: dossier.version });
  const open = (await nomineesOf(tx, dossierId)).filter(({ outcome }) => outcome === 'open');
  const ids = open.map(({ id }) => id);
  const read = readResult(typed, ids, plainDateIn(now));
  if (!read.ok) return read;
  const settled = await settleAll(context, { dossier, allowed: allowed.value, open, result: read.value });
  if (!settled.ok) return settled;
  if (read.value.outcomes.length === open.length)
    await stepDossier(context, { dossier, permit: allowed.value, to: 'issued' });
  else await touchDossier(context, dossier);
  return ok({ id: dossierId });
}

type Settling = {
  readonly dossier: DossierRow;
  readonly allowed: DossierPermit;
  readonly open: readonly NomineeRow[];
  readonly result: CentreResult;
};

async function settleAll(
  context: Context,
  { dossier, allowed, open, result }: Settling,
): Promise<Result<undefined, Before | NotThere>> {
  for (const each of result.outcomes) {
    const nominee = open.find(({ id }) => id === each.nomineeId);
    if (!nominee) return refuse(notThere);
    const reason = each.outcome === 'refused' ? each.reason : null;
    const done = await settleNominee(context, {
      permit: allowed,
      nomineeId: nominee.id,
      outcome: each.outcome,
      reason,
    });
    if (!done.ok) return refuse(notThere);
    if (each.outcome === 'granted' && result.decision) {
      const entered = await enter(context, { dossier, allowed, nominee, decision: result.decision });
      if (!entered.ok) return entered;
    }
  }
  return ok();
}

type Granted = Pick<Settling, 'dossier' | 'allowed'> & {
  readonly nominee: NomineeRow;
  readonly decision: NonNullable<CentreResult['decision']>;
};

async function enter(
  context: Context,
  { dossier, allowed, nominee, decision }: Granted,
): Promise<Result<{ id: string }, Before | NotThere>> {
  const entered = await enterHonour(context, {
    permit: allowed,
    holderId: nominee.holderId,
    awardCode: nominee.awardCode,
    year: dossier.year,
    kind: dossier.kind,
    achievement: nominee.achievement || null,
    decisionNumber: decision.number,
    decidedOn: decision.on,
    decidedBy: decision.by,
    nomineeId: nominee.id,
  });
  if (entered.ok || entered.refusal.kind === 'not_there') return entered as Result<{ id: string }, NotThere>;
  return refuse({
    kind: 'held_before',
    name: nominee.name,
    number: (entered.refusal satisfies HonourDouble).held.decisionNumber,
  });
}
