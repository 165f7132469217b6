/** What anybody may learn with the code of a receipt: the stage and its days; no name, no award, no reason, no unit. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { TIME_ZONE } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { DossierStage } from './procedure.ts';

export type LookedUp = {
  readonly code: string;
  readonly stage: DossierStage;
  readonly stageOn: PlainDate;
  readonly submittedOn: PlainDate | null;
  readonly receivedOn: PlainDate | null;
};

/** A draft that never was handed in is not there. The code is read whatever its case and spaces. */
export async function lookUp(db: Kysely<DB>, typed: string): Promise<LookedUp | undefined> {
  const code = typed.toUpperCase().replaceAll(/\s+/g, '');
  const day = (column: string) => sql<PlainDate>`(${sql.ref(column)} at time zone ${TIME_ZONE})::date`;
  return db
    .selectFrom('dossier')
    .where('code', '=', code)
    .where('stage', '<>', 'draft')
    .where('submitted_at', 'is not', null)
    .select([
      'code',
      sql<DossierStage>`stage`.as('stage'),
      day('stage_since').as('stageOn'),
      day('submitted_at').as('submittedOn'),
      'received_on as receivedOn',
    ])
    .executeTakeFirst();
}
