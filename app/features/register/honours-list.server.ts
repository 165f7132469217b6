/** Awards that were decided, as lists, exports and the API read them: found by name, unit, award, year, decision. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import type { AwardKind } from './honour.ts';
import type { Found } from './list.server.ts';
import { findHonours } from './find.server.ts';
import { all, ofHolders } from './list.server.ts';

export type ListedHonour = {
  readonly id: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly holderKind: HolderKind;
  readonly unitCode: string;
  readonly unitName: string;
  readonly awardCode: string;
  readonly year: number;
  readonly kind: AwardKind | null;
  readonly achievement: string | null;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly goldenBookNumber: string | null;
  readonly revokedOn: string | null;
  readonly revokedBy: string | null;
  readonly source: string | null;
  /** Entered by mistake and struck: only in the list of those. */
  readonly struckReason: string | null;
};

export type HonoursQuery = {
  /** Only those that were struck; else none of them. */
  readonly isStruck?: boolean | undefined;
  /** Words of the holder's name, with or without marks. */
  readonly words?: string | undefined;
  readonly holderKind?: HolderKind | undefined;
  readonly unitId?: string | undefined;
  readonly awardCode?: string | undefined;
  readonly year?: number | undefined;
  /** How the decision's number begins, whatever the case of its letters. */
  readonly number?: string | undefined;
  readonly page?: number;
  readonly size?: number;
};

/** Newest first. Names and units are looked up for the page alone. */
export async function listHonours(db: Kysely<DB>, actor: Actor, query: HonoursQuery): Promise<Found<ListedHonour>> {
  const { words, holderKind: kind, unitId, number = '' } = query;
  const holders = ofHolders(actor, { words, kind, unitId });
  const asked = { ...query, holders, honours: ofHonours(query), hasNumber: number.trim() !== '' };
  const { ids, total, isMore } = await findHonours(db, asked);
  if (ids.length === 0) return { rows: [], total, isMore };
  const { rows } = await sql<ListedHonour>`
    select o.id, o.holder_id as "holderId", h.name as "holderName", h.kind as "holderKind", u.code as "unitCode", u.name as "unitName",
      o.award_code as "awardCode", o.year, o.kind, o.achievement, o.decision_number as "decisionNumber", o.decided_on as "decidedOn",
      o.decided_by as "decidedBy", o.golden_book_number as "goldenBookNumber", o.revoked_on as "revokedOn",
      o.revoked_by_number as "revokedBy", o.source, o.struck_reason as "struckReason"
    from honour o join holder h on h.id = o.holder_id join unit_now u on u.id = h.unit_id
    where o.id = any(${[...ids]}::uuid[])
    order by o.year desc, o.decided_on desc, o.id desc`.execute(db);
  return { rows, total, isMore };
}

function ofHonours({ awardCode, year, number = '', isStruck = false }: HonoursQuery): RawBuilder<boolean> {
  return all([
    isStruck ? sql<boolean>`o.struck_at is not null` : sql<boolean>`o.struck_at is null`,
    ...(awardCode ? [sql<boolean>`o.award_code = ${awardCode}`] : []),
    ...(year ? [sql<boolean>`o.year = ${year}`] : []),
    ...(number.trim() ? [sql<boolean>`lower(o.decision_number) like ${`${escaped(number)}%`}`] : []),
  ]);
}

const escaped = (number: string) =>
  number
    .trim()
    .toLowerCase()
    .slice(0, 100)
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
