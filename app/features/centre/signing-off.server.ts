/** Signed off to go up, by whoever would decide if it were theirs to decide (Luật Điều 84.4). */
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { findAward } from '../awards/award.ts';
import type { InDecision } from '../decisions/dossier-acts.server.ts';
import { decisionWith } from '../decisions/dossier-acts.server.ts';
import { lockDossier } from '../dossiers/case.server.ts';
import type { Moved } from '../dossiers/moving.server.ts';
import { stepDossier } from '../dossiers/moving.server.ts';
import { nomineesOf } from '../dossiers/nominee-rows.server.ts';
import { permitAs } from '../dossiers/owners.ts';

/** Somebody in it is proposed for an award that is decided here. */
export type NotForCentre = { readonly kind: 'not_for_centre'; readonly names: readonly string[] };
export type SignOffRefusal = ProcedureRefusal | NotThere | LostRace | InDecision | NotForCentre;
export type SignOff = { readonly dossierId: string; readonly version: number };

export async function signOff(
  context: Context,
  { dossierId, version }: SignOff,
): Promise<Result<Moved, SignOffRefusal>> {
  const { tx, actor } = context;
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  const allowed = permitAs('centre', dossier, actor, 'send_up');
  if (!allowed.ok) return allowed;
  if (dossier.version !== version) return refuse({ kind: 'lost_race', current: dossier.version });
  const about = await decisionWith(context, dossierId);
  if (about !== undefined) return refuse({ kind: 'in_decision', about });
  const open = (await nomineesOf(tx, dossierId)).filter(({ outcome }) => outcome === 'open');
  const here = open.filter(({ awardCode }) => findAward(awardCode)?.level !== 'centre');
  if (here.length > 0) return refuse({ kind: 'not_for_centre', names: here.map(({ name }) => name) });
  return ok(await stepDossier(context, { dossier, permit: allowed.value, to: 'at_centre' }));
}
