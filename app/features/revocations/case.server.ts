/** A revocation as a case of its procedure. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { SignPlace } from '../../platform/print/pdf-job.ts';
import { findAward } from '../awards/award.ts';
import { actingPath, actingUnit } from '../organisation/hands.server.ts';
import type { Ground } from './ground.ts';
import type { RevocationPlace, RevocationStage } from './procedure.ts';
import { isInside, visibleTo } from './visible.server.ts';

export type RevocationRow = {
  readonly id: string;
  readonly honourId: string;
  readonly unitId: string;
  readonly deciderId: string;
  readonly ground: Ground;
  readonly statement: string;
  readonly stage: RevocationStage;
  readonly stageSince: Date;
  readonly opinion: string | null;
  readonly refusal: string | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly decidedByWords: string | null;
  readonly issuer: string | null;
  readonly signer: string | null;
  readonly recalledItems: readonly string[] | null;
  readonly returnReason: string | null;
  readonly paper: string | null;
  readonly signPlace: SignPlace | null;
  readonly signedPaper: string | null;
  readonly sealedPaper: string | null;
  readonly restoredNumber: string | null;
  readonly restoredOn: string | null;
  readonly restoredReason: string | null;
  readonly version: number;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly isInside: boolean;
  readonly holderId: string;
  readonly holderName: string;
  readonly holderUnitName: string;
  readonly awardCode: string;
  readonly year: number;
  readonly awardNumber: string;
  readonly awardedOn: string;
  readonly awardedBy: string;
  readonly places: Readonly<Record<RevocationPlace, UnitPath>>;
};

export function revocations(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('revocation')
    .innerJoin('honour', 'honour.id', 'revocation.honour_id')
    .innerJoin('holder', 'holder.id', 'honour.holder_id')
    .innerJoin('unit_now as u', 'u.id', 'holder.unit_id')
    .where(visibleTo(actor))
    .select([
      'revocation.id',
      'revocation.honour_id as honourId',
      'revocation.unit_id as unitId',
      // In whose book and name it is decided: before it has a number, whoever acts for that body now (ADR 0261).
      sql<string>`case when revocation.stage in ('draft', 'proposed', 'appraised') then ${actingUnit('revocation.decider_id')} else revocation.decider_id end`.as(
        'deciderId',
      ),
      sql<Ground>`revocation.ground`.as('ground'),
      'revocation.statement',
      sql<RevocationStage>`revocation.stage`.as('stage'),
      'revocation.stage_since as stageSince',
      'revocation.opinion',
      'revocation.refusal',
      'revocation.decision_number as decisionNumber',
      'revocation.decided_on as decidedOn',
      'revocation.decided_by_words as decidedByWords',
      'revocation.issuer',
      'revocation.signer',
      sql<readonly string[] | null>`revocation.recalled_items`.as('recalledItems'),
      'revocation.return_reason as returnReason',
      'revocation.paper',
      sql<SignPlace | null>`revocation.sign_place`.as('signPlace'),
      'revocation.signed_paper as signedPaper',
      'revocation.sealed_paper as sealedPaper',
      'revocation.restored_number as restoredNumber',
      'revocation.restored_on as restoredOn',
      'revocation.restored_reason as restoredReason',
      'revocation.version',
      'revocation.submitted_by as submittedBy',
      'revocation.submitted_for as submittedFor',
      isInside(actor).as('isInside'),
      'holder.id as holderId',
      'holder.name as holderName',
      sql<string>`u.name`.as('holderUnitName'),
      'honour.award_code as awardCode',
      'honour.year',
      'honour.decision_number as awardNumber',
      'honour.decided_on as awardedOn',
      'honour.decided_by as awardedBy',
      actingPath('revocation.unit_id').as('unitPath'),
      actingPath('revocation.decider_id').as('deciderPath'),
    ]);
}

type Loaded = Omit<RevocationRow, 'places'> & Readonly<Record<'unitPath' | 'deciderPath', UnitPath>>;

/** Whoever may only know that it was decided does not read how it came to be. */
export function revocationOf<Row extends Loaded>({ unitPath, deciderPath, ...row }: Row) {
  const told = row.isInside ? row : { ...row, statement: '', opinion: null, refusal: null, returnReason: null };
  return { ...told, places: { unit: unitPath, receiver: deciderPath, decider: deciderPath.slice(0, 1) } };
}

export async function lockRevocation(
  tx: Transaction<DB>,
  actor: Actor,
  id: string,
): Promise<RevocationRow | undefined> {
  const row = await revocations(tx, actor).where('revocation.id', '=', id).forUpdate('revocation').executeTakeFirst();
  return row && revocationOf(row);
}

/** Of what the centre granted the decision is taken there and entered here. */
export const isOfCentre = ({ awardCode }: Pick<RevocationRow, 'awardCode'>) => findAward(awardCode)?.level === 'centre';
