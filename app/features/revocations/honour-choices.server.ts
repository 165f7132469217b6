/** Honours that stand, found by the holder's name or the number of their decision, for whoever may propose to revoke them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import type { DB } from '../../platform/db-types.ts';
import { reaches } from '../organisation/reach.server.ts';
import { visibleTo as holderVisibleTo } from '../register/visible.server.ts';
import { writingRoles } from './procedure.ts';

export type HonourChoice = {
  readonly id: string;
  readonly holderName: string;
  readonly unitName: string;
  readonly awardCode: string;
  readonly year: number;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly decidedBy: string;
};

export async function findHonours(
  db: Kysely<DB>,
  actor: Actor,
  asked: { readonly words?: string; readonly id?: string },
): Promise<readonly HonourChoice[]> {
  const words = fold(asked.words ?? '')
    .slice(0, 200)
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
    .trim();
  if (words === '' && asked.id === undefined) return [];
  const wanted = asked.id
    ? sql<boolean>`honour.id = ${asked.id}`
    : sql<boolean>`(honour.decision_number = ${(asked.words ?? '').trim()} or holder.name_fold like ${`%${words}%`})`;
  const { rows } = await sql<HonourChoice>`
    select honour.id, holder.name as "holderName", u.name as "unitName", honour.award_code as "awardCode", honour.year,
      honour.decision_number as "decisionNumber", honour.decided_on as "decidedOn", honour.decided_by as "decidedBy"
    from honour join holder on holder.id = honour.holder_id join unit_now u on u.id = holder.unit_id
    where honour.revoked_on is null and honour.struck_at is null and ${holderVisibleTo(actor)} and ${reaches(actor, 'holder.unit_id', writingRoles)} and ${wanted}
    order by honour.decided_on desc, honour.id limit 50`.execute(db);
  return rows;
}
