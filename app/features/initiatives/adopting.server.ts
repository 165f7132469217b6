/** Adoptions: recorded by the unit that took an initiative over, verified by another hand, counted. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { movesFor, permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AdoptionField, AdoptionMove, AdoptionStage, AdoptionWrong } from './adoption.ts';
import { adoptionProcedure, readAdoption } from './adoption.ts';
import { findGround, initiatives, lockInitiative } from './case.server.ts';
import { reviewingRoles, writingRoles } from './procedure.ts';

export type RecordAdoption = {
  /** Minted when the form was drawn. */
  readonly adoptionId: string;
  readonly id: string;
  readonly unitId: string;
  readonly typed: Readonly<Partial<Record<AdoptionField, string>>>;
};
export type AdoptRefusal =
  | ProcedureRefusal
  | AdoptionWrong
  | NotThere
  | LostRace
  | { readonly kind: 'own_initiative' | 'not_recognised' | 'adopted_already' };
type Done = Result<{ readonly id: string }, AdoptRefusal>;

export async function recordAdoption(context: Context, command: RecordAdoption): Promise<Done> {
  const { tx, actor, now, record } = context;
  const { adoptionId, id, unitId } = command;
  const row = await initiatives(tx, actor).where('initiative.id', '=', id).executeTakeFirst();
  const ground = await findGround(tx, unitId, { schemeCode: null, criterionCode: null });
  if (!row || !ground || actor.kind !== 'person') return refuse(notThere);
  const fresh = { stage: 'returned', places: ground.places, submittedBy: null } as const;
  const allowed = permit(adoptionProcedure, fresh, actor, 'record');
  if (!allowed.ok) return allowed;
  if (row.stage !== 'recognised' && row.stage !== 'raised') return refuse({ kind: 'not_recognised' });
  if (row.unitId === unitId) return refuse({ kind: 'own_initiative' });
  const read = readAdoption(command.typed, plainDateIn(now));
  if (!read.ok) return read;
  const { adoptedOn, result } = read.value;
  const after = { id: adoptionId, initiative_id: id, unit_id: unitId, adopted_on: adoptedOn, result };
  const sent = { submitted_by: actor.personId, submitted_for: allowed.value.holding?.forPersonId ?? null };
  const added = await tx
    .insertInto('initiative_adoption')
    .values({ ...after, ...sent, stage: 'submitted', submitted_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return (await isSame(context, adoptionId)) ? ok({ id }) : refuse({ kind: 'adopted_already' });
  const subject = { kind: 'initiative', id };
  await record({ permit: allowed.value, kind: 'initiative.adopted', subject, unitId, after });
  return ok({ id });
}

async function isSame({ tx }: Context, adoptionId: string): Promise<boolean> {
  const there = await tx.selectFrom('initiative_adoption').select('id').where('id', '=', adoptionId).executeTakeFirst();
  return there !== undefined;
}

export type MoveAdoption = {
  readonly id: string;
  readonly adoptionId: string;
  readonly version: number;
  readonly move: Exclude<AdoptionMove, 'record'>;
  readonly reason: string | null;
};

export async function moveAdoption(context: Context, command: MoveAdoption): Promise<Done> {
  const { tx, actor, now, record } = context;
  const { id, adoptionId, move, reason, version } = command;
  const row = await lockInitiative(tx, actor, id);
  const [found] = row ? await adoptionsOf(tx, actor, id, adoptionId) : [];
  if (!found || actor.kind !== 'person') return refuse(notThere);
  const allowed = permit(adoptionProcedure, found, actor, move, { reason });
  if (!allowed.ok) return allowed;
  if (found.version !== version) return refuse({ kind: 'lost_race', current: found.version });
  const stage = adoptionProcedure[found.stage][move]?.to ?? found.stage;
  const decided = move === 'withdraw' ? {} : { decided_by: actor.personId, decided_at: now };
  const said = move === 'return' ? { return_reason: reason?.trim() ?? null } : {};
  await tx
    .updateTable('initiative_adoption')
    .set({ stage, version: version + 1, ...decided, ...said })
    .where('id', '=', adoptionId)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'initiative.adopted',
    subject: { kind: 'initiative', id },
    unitId: found.unitId,
    reason: reason?.trim() || null,
    before: { adoption: adoptionId, stage: found.stage },
    after: { adoption: adoptionId, move, stage },
  });
  return ok({ id });
}

export type Adoption = {
  readonly id: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly adoptedOn: string;
  readonly result: string;
  readonly stage: AdoptionStage;
  readonly version: number;
  readonly returnReason: string | null;
  readonly submittedBy: string;
  readonly submittedFor: string | null;
  readonly places: { readonly unit: UnitPath };
  readonly moves: readonly AdoptionMove[];
};

/** Of an initiative that the asker may know of: verified ones for everybody, others for those whose office reaches the unit. */
export async function adoptionsOf(
  db: Kysely<DB>,
  actor: Actor,
  initiativeId: string,
  adoptionId?: string,
): Promise<readonly Adoption[]> {
  const held = [...unitsHeld(actor, ...writingRoles, ...reviewingRoles)];
  const { rows } = await sql<Omit<Adoption, 'places' | 'moves'> & { unitPath: UnitPath }>`
    select a.id, a.unit_id as "unitId", u.code as "unitCode", u.name as "unitName", a.adopted_on as "adoptedOn", a.result,
      a.stage, a.version, a.return_reason as "returnReason", a.submitted_by as "submittedBy", a.submitted_for as "submittedFor",
      array(select t.ancestor_id::text from unit_tree t where t.descendant_id = a.unit_id order by t.depth) as "unitPath"
    from initiative_adoption a join unit_now u on u.id = a.unit_id
    where a.initiative_id = ${initiativeId} and a.stage <> 'withdrawn'
      and (${adoptionId ?? null}::uuid is null or a.id = ${adoptionId ?? null}::uuid)
      and (a.stage = 'verified' or a.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[])))
    order by a.adopted_on, u.name collate "vi-x-icu"`.execute(db);
  return rows.map(({ unitPath, ...row }) => {
    const adoption = { ...row, places: { unit: unitPath } };
    return { ...adoption, moves: movesFor(adoptionProcedure, adoption, actor) };
  });
}
