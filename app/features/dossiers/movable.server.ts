/**
 * The guard of the procedure as a condition over dossiers, for lists and counts: on which a person may take a move now. Stages, roles,
 * places and four eyes are read from the table; a test holds it against `permit`.
 */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { Hand } from '../../kernel/procedure.ts';
import { actingUnit, isActedForBy, isReachedFrom } from '../organisation/hands.server.ts';
import type { DossierMove, DossierPlace, DossierStage } from './procedure.ts';
import { dossierProcedure, dossierStages } from './procedure.ts';

/** For a query that reads `dossier`. */
export function movableBy(person: Person, move: DossierMove): RawBuilder<boolean> {
  return anyOf(dossierStages.map((stage) => stageMovable(person, stage, move)));
}

function stageMovable(person: Person, stage: DossierStage, move: DossierMove): RawBuilder<boolean> {
  const row = dossierProcedure[stage][move];
  if (!row) return sql<boolean>`false`;
  // A lent role is the same hand as its lender's: neither checks what either handed in.
  const lent = Map.groupBy(person.holdings, ({ forPersonId }) => forPersonId ?? person.personId);
  const ways = [...lent].map(([lender, holdings]) => {
    const held = anyOf(row.by.map((hand) => isHeld(hand, { ...person, holdings })));
    return row.fourEyes ? sql<boolean>`(${isOfOthers(person.personId)} and ${isOfOthers(lender)} and ${held})` : held;
  });
  return sql<boolean>`(dossier.stage = ${stage} and ${anyOf(ways)})`;
}

const isOfOthers = (personId: string) =>
  sql<boolean>`(dossier.submitted_by is distinct from ${personId} and dossier.submitted_for is distinct from ${personId})`;

function isHeld({ role, at }: Hand<DossierPlace>, person: Person): RawBuilder<boolean> {
  const roots = unitsHeld(person, role);
  switch (at) {
    case 'unit':
      return isReachedFrom('dossier.unit_id', roots);
    case 'receiver':
      return isReachedFrom('dossier.to_unit_id', roots);
    case 'decider':
      return isActedForBy('dossier.to_unit_id', roots);
    case 'self':
      return sql<boolean>`(${actingUnit('dossier.unit_id')} = ${actingUnit('dossier.to_unit_id')} and ${isReachedFrom('dossier.unit_id', roots)})`;
    case 'via':
      return isReachedFrom('dossier.via_unit_id', roots);
  }
}

/** Steps that others wait for; what a unit still writes is its own to hand in. */
export const waitedMoves = [
  'submit',
  'confirm',
  'receive',
  'to_council',
  'to_authority',
  'decide',
  'issue',
  'enter_result',
] as const satisfies readonly DossierMove[];

export function waitsFor(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'person') return sql<boolean>`false`;
  const isConfirmedFirst = sql<boolean>`not (dossier.stage = 'submitted' and dossier.via_unit_id is not null
    and dossier.confirmed_at is null)`;
  const others = anyOf(waitedMoves.filter((move) => move !== 'confirm').map((move) => movableBy(actor, move)));
  const confirms = sql<boolean>`(dossier.confirmed_at is null and ${movableBy(actor, 'confirm')})`;
  return sql<boolean>`(${confirms} or ${others} and ${isConfirmedFirst})`;
}

const anyOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
