/** Who is proposed in a dossier that the asker was found to know of. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Holder } from '../awards/award.ts';
import type { NomineeOutcome } from './nominee.ts';

export type NomineeRow = {
  readonly id: string;
  readonly dossierId: string;
  readonly holderId: string;
  readonly holderKind: Holder;
  readonly name: string;
  readonly holderUnitId: string;
  readonly holderUnitName: string;
  readonly positionTitle: string | null;
  readonly awardCode: string;
  readonly position: number;
  readonly achievement: string;
  readonly movementRank: number | null;
  readonly outcome: NomineeOutcome;
  readonly outcomeReason: string | null;
  readonly version: number;
};

export function nominees(db: Kysely<DB>) {
  return db
    .selectFrom('nominee')
    .innerJoin('holder', 'holder.id', 'nominee.holder_id')
    .innerJoin('unit_now as holder_unit', 'holder_unit.id', 'holder.unit_id')
    .select([
      'nominee.id',
      'nominee.dossier_id as dossierId',
      'nominee.holder_id as holderId',
      sql<Holder>`holder.kind`.as('holderKind'),
      'holder.name',
      'holder.unit_id as holderUnitId',
      sql<string>`holder_unit.name`.as('holderUnitName'),
      'holder.position_title as positionTitle',
      'nominee.award_code as awardCode',
      'nominee.position',
      'nominee.achievement',
      'nominee.movement_rank as movementRank',
      sql<NomineeOutcome>`nominee.outcome`.as('outcome'),
      'nominee.outcome_reason as outcomeReason',
      'nominee.version',
    ])
    .orderBy('nominee.position')
    .orderBy('nominee.id');
}

export async function nomineesOf(db: Kysely<DB>, dossierId: string): Promise<readonly NomineeRow[]> {
  return nominees(db).where('nominee.dossier_id', '=', dossierId).execute();
}

export async function lockNominee(tx: Transaction<DB>, id: string): Promise<NomineeRow | undefined> {
  return nominees(tx).where('nominee.id', '=', id).forUpdate('nominee').executeTakeFirst();
}

export async function awardCodesIn(db: Kysely<DB>, dossierId: string) {
  const rows = await nomineesOf(db, dossierId);
  return rows.map(({ awardCode, holderKind }) => ({ code: awardCode, holder: holderKind }));
}
