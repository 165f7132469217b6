/** A round as a case of its procedure. */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { RoundStage } from './round.ts';
import { roundVisibleTo } from './visible.server.ts';

export type RoundCase = {
  readonly id: string;
  readonly stage: RoundStage;
  readonly version: number;
  readonly dueOn: string;
  readonly formId: string;
  readonly submittedBy: null;
  readonly places: Readonly<Record<'root', UnitPath>>;
};

export async function lockRound(tx: Transaction<DB>, actor: Actor, id: string): Promise<RoundCase | undefined> {
  const row = await tx
    .selectFrom('reporting_round')
    .select(['id', 'version', 'due_on as dueOn', 'form_id as formId', sql<RoundStage>`stage`.as('stage')])
    .where('id', '=', id)
    .where(roundVisibleTo(actor))
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, submittedBy: null, places: { root: await rootPath(tx) } };
}
