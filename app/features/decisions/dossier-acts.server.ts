/** What whoever decides does to a dossier as a whole, with no decision of its own: back to appraisal, or refused. */
import { sql } from 'kysely';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lapseItems } from '../council/standing-items.server.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import { lockDossier } from '../dossiers/case.server.ts';
import type { Moved } from '../dossiers/moving.server.ts';
import { stepDossier } from '../dossiers/moving.server.ts';
import { nomineesOf } from '../dossiers/nominee-rows.server.ts';
import type { ReasonMissing, SettledAlready } from '../dossiers/nominees.server.ts';
import { settleNominee } from '../dossiers/nominees.server.ts';
import type { DossierPermit } from '../dossiers/owners.ts';
import { permitAs } from '../dossiers/owners.ts';

/** Somebody of it stands in a decision that is not withdrawn, by its subject. */
export type InDecision = { readonly kind: 'in_decision'; readonly about: string };
export type DossierActRefusal = ProcedureRefusal | NotThere | LostRace | InDecision | ReasonMissing | SettledAlready;
export const dossierActs = ['back', 'refuse'] as const;
export type DossierAct = (typeof dossierActs)[number];
export type ActOnDossier = {
  readonly dossierId: string;
  readonly version: number;
  readonly move: DossierAct;
  readonly reason: string;
};

/** Sent back, what the council said lapses. One that is decided comes back by its decision alone, which undoes what it settled. */
export async function actOnDossier(
  context: Context,
  { dossierId, version, move, reason }: ActOnDossier,
): Promise<Result<Moved, DossierActRefusal>> {
  const { tx, actor } = context;
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  if (dossier.stage !== 'deciding') return refuse({ kind: 'wrong_stage', stage: dossier.stage, move });
  const allowed = permitAs('decisions', dossier, actor, move, { reason });
  if (!allowed.ok) return allowed;
  if (dossier.version !== version) return refuse({ kind: 'lost_race', current: dossier.version });
  const about = await decisionWith(context, dossierId);
  if (about !== undefined) return refuse({ kind: 'in_decision', about });
  if (move === 'back') await lapseItems(context, dossierId);
  else {
    const refused = await refuseAll(context, { dossier, permit: allowed.value, reason });
    if (!refused.ok) return refused;
  }
  return ok(await stepDossier(context, { dossier, permit: allowed.value, reason }));
}

type Refusing = { readonly dossier: DossierRow; readonly permit: DossierPermit; readonly reason: string };

async function refuseAll(
  context: Context,
  { dossier, permit, reason }: Refusing,
): Promise<Result<undefined, NotThere | ReasonMissing | SettledAlready>> {
  for (const { id: nomineeId, outcome } of await nomineesOf(context.tx, dossier.id)) {
    if (outcome !== 'open') continue;
    const done = await settleNominee(context, { permit, nomineeId, outcome: 'refused', reason });
    if (!done.ok) return done;
  }
  return ok();
}

/** Of those that are not over: while one has somebody of it, the dossier stays. */
export async function decisionWith({ tx }: Pick<Context, 'tx'>, dossierId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('decision_line as l')
    .innerJoin('nominee as n', 'n.id', 'l.nominee_id')
    .innerJoin('decision as d', 'd.id', 'l.decision_id')
    .where('n.dossier_id', '=', dossierId)
    .where('l.is_live', '=', true)
    .where('d.stage', '<>', 'issued')
    .select(sql<string>`coalesce(d.content ->> 'about', '')`.as('about'))
    .executeTakeFirst();
  return row?.about;
}
