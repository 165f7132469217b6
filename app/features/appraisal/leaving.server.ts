/** A dossier leaves appraisal: to consultation, to the council, to whoever decides. What still stops it is said, by name. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import { lockDossier } from '../dossiers/case.server.ts';
import type { Moved } from '../dossiers/moving.server.ts';
import { stepDossier } from '../dossiers/moving.server.ts';
import type { DossierMove } from '../dossiers/procedure.ts';
import type { DossierPermit } from '../dossiers/owners.ts';
import { permitAs } from '../dossiers/owners.ts';
import type { ConcludedNominee } from './concluded.server.ts';
import { concludedNominees } from './concluded.server.ts';
import { openOpinions } from './opening.server.ts';
import type { NothingToAsk } from './opening.server.ts';
import type { Demanded } from './readiness.server.ts';
import { blocksIn, demandedOf, opinionsOn } from './readiness.server.ts';
import type { Block } from './ready.ts';
import type { FormWrong, TypedFields } from './typed.ts';

export const leavings = ['consult', 'to_council', 'to_authority'] as const satisfies readonly DossierMove[];
export type Leaving = (typeof leavings)[number];

export type Blocked = { readonly kind: 'appraisal_blocked'; readonly blocks: readonly Block[] };
export type CouncilNeeded = { readonly kind: 'council_needed'; readonly awardCodes: readonly string[] };
/** The register says otherwise than when they were concluded on. */
export type ChangedSince = { readonly kind: 'changed_since'; readonly names: readonly string[] };
export type LeaveRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | FormWrong
  | Blocked
  | CouncilNeeded
  | ChangedSince
  | NothingToAsk;

export type LeaveAppraisal = {
  readonly dossierId: string;
  /** Of the dossier. */
  readonly version: number;
  readonly move: Leaving;
  readonly typed: TypedFields;
};

export type Leaver = {
  readonly dossier: DossierRow;
  readonly permit: DossierPermit;
  readonly nominees: readonly ConcludedNominee[];
  readonly demanded: Demanded;
};

export async function leaveAppraisal(
  context: Context,
  { dossierId, version, move, typed }: LeaveAppraisal,
): Promise<Result<Moved, LeaveRefusal>> {
  const { tx, actor, now } = context;
  const today = plainDateIn(now);
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  const allowed = permitAs('appraisal', dossier, actor, move);
  if (!allowed.ok) return allowed;
  if (dossier.version !== version) return refuse({ kind: 'lost_race', current: dossier.version });
  const nominees = await concludedNominees(tx, dossier, today);
  const demanded = await demandedOf(tx, dossier, nominees, today);
  const leaver = { dossier, permit: allowed.value, nominees, demanded };
  const ready =
    move === 'consult' ? await openOpinions(context, leaver, typed) : await readyToGo(context, leaver, move);
  if (!ready.ok) return ready;
  return ok(await stepDossier(context, { dossier, permit: allowed.value }));
}

async function readyToGo(
  { tx, now }: Context,
  { dossier, nominees, demanded }: Leaver,
  move: Leaving,
): Promise<Result<undefined, LeaveRefusal>> {
  const opinions = await opinionsOn(tx, dossier);
  const blocks = blocksIn({ dossier, nominees, demanded, opinions }, plainDateIn(now));
  if (blocks.length > 0) return refuse({ kind: 'appraisal_blocked', blocks });
  const changed = nominees.filter(({ outcome, changes }) => outcome === 'open' && changes.length > 0);
  if (changed.length > 0) return refuse({ kind: 'changed_since', names: changed.map(({ name }) => name) });
  if (move === 'to_authority' && demanded.councilFor.length > 0)
    return refuse({ kind: 'council_needed', awardCodes: demanded.councilFor });
  return ok();
}
