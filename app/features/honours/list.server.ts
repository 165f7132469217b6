/** The honours behind a figure. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Holder } from '../awards/award.ts';
import type { AwardKind } from '../awards/standards/case.ts';
import type { HonourField } from './field.ts';
import type { HonourFilter } from './filter.ts';
import { matching } from './matching.server.ts';

export type ListedHonour = {
  readonly id: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly holderKind: Holder;
  readonly unitCode: string;
  readonly unitName: string;
  readonly awardCode: string;
  readonly year: number;
  readonly kind: AwardKind | null;
  readonly field: HonourField | null;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly revokedOn: string | null;
};

type Asked = { readonly filter: HonourFilter; readonly page?: number; readonly size?: number };
export type HonourList = { readonly rows: readonly ListedHonour[]; readonly total: number };

/** Newest decision first. */
export async function listHonours(
  db: Kysely<DB>,
  actor: Actor,
  { filter, page = 1, size = 50 }: Asked,
): Promise<HonourList> {
  const wanted = matching(actor, filter);
  const counted = await sql<{ n: number }>`
    select count(*)::integer as n from honour join holder on holder.id = honour.holder_id where ${wanted}`.execute(db);
  const { rows } = await sql<ListedHonour>`
    select honour.id, honour.holder_id as "holderId", holder.name as "holderName", holder.kind as "holderKind",
      u.code as "unitCode", u.name as "unitName", honour.award_code as "awardCode", honour.year, honour.kind, honour.field,
      honour.decision_number as "decisionNumber", honour.decided_on as "decidedOn", honour.decided_by as "decidedBy",
      honour.revoked_on as "revokedOn"
    from honour join holder on holder.id = honour.holder_id join unit_now u on u.id = holder.unit_id
    where ${wanted}
    order by honour.decided_on desc, honour.id limit ${size} offset ${(page - 1) * size}`.execute(db);
  return { rows, total: counted.rows[0]?.n ?? 0 };
}
