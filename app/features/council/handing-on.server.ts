/** A dossier leaves the council: on to whoever decides once all of it was voted on and the minutes are frozen, or back to appraisal. */
import { sql } from 'kysely';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lockDossier } from '../dossiers/case.server.ts';
import type { Moved } from '../dossiers/moving.server.ts';
import { stepDossier } from '../dossiers/moving.server.ts';
import { permitAs } from '../dossiers/owners.ts';
import { isConcludedOn, isInSession, lapseItems } from './standing-items.server.ts';

/** Nobody has voted on them yet, or the minutes are not frozen. */
export type NotVotedOn = { readonly kind: 'not_voted_on'; readonly names: readonly string[] };
/** A session that is not over has it on its agenda. */
export type OnAgenda = { readonly kind: 'on_agenda' };
export type HandRefusal = ProcedureRefusal | NotThere | LostRace | NotVotedOn | OnAgenda;
export type HandOn = { readonly dossierId: string; readonly version: number };
export type HandBack = HandOn & { readonly reason: string };

/** Where whoever concluded the session could not: who handed it in takes no later step. */
export async function handToAuthority(
  context: Context,
  { dossierId, version }: HandOn,
): Promise<Result<Moved, HandRefusal>> {
  const { tx, actor } = context;
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  const allowed = permitAs('council', dossier, actor, 'to_authority');
  if (!allowed.ok) return allowed;
  if (dossier.version !== version) return refuse({ kind: 'lost_race', current: dossier.version });
  const names = await notVotedOn(context, dossierId);
  if (names.length > 0) return refuse({ kind: 'not_voted_on', names });
  return ok(await stepDossier(context, { dossier, permit: allowed.value, to: 'deciding' }));
}

async function notVotedOn({ tx }: Context, dossierId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select h.name from nominee n join holder h on h.id = n.holder_id
    where n.dossier_id = ${dossierId} and n.outcome = 'open' and not ${isConcludedOn} order by n.position`.execute(tx);
  return rows.map(({ name }) => name);
}

/** With a reason. What the council said of it lapses. */
export async function handBack(
  context: Context,
  { dossierId, version, reason }: HandBack,
): Promise<Result<Moved, HandRefusal>> {
  const { tx, actor } = context;
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  const allowed = permitAs('council', dossier, actor, 'back', { reason });
  if (!allowed.ok) return allowed;
  if (dossier.version !== version) return refuse({ kind: 'lost_race', current: dossier.version });
  const { rows } =
    await sql`select from nominee n where n.dossier_id = ${dossierId} and ${isInSession} limit 1`.execute(tx);
  if (rows.length > 0) return refuse({ kind: 'on_agenda' });
  await lapseItems(context, dossierId);
  return ok(await stepDossier(context, { dossier, permit: allowed.value, to: 'appraising', reason }));
}
