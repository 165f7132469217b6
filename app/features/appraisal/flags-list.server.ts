/** Flags as lists and pages read them: only what the reader may know of. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FlagEffect, FlagState, Matching } from './flag.ts';
import { flagStateOf } from './flag.ts';
import { visibleTo } from './visible.server.ts';

export type ListedFlag = {
  readonly id: string;
  readonly kindCode: string;
  readonly kindName: string;
  readonly body: string;
  readonly statedName: string;
  readonly statedUnit: string;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly holderUnit: string | null;
  readonly matchedBy: Matching | null;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly number: string;
  readonly date: PlainDate | null;
  readonly what: string;
  readonly expires: PlainDate | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawReason: string | null;
  readonly enteredAt: Date;
  readonly version: number;
  readonly state: FlagState;
};

export type FlagsQuery = {
  readonly state?: FlagState | undefined;
  readonly kindCode?: string | undefined;
  readonly words?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly holderIds?: readonly string[] | undefined;
  readonly today: PlainDate;
  readonly page?: number;
  readonly size?: number;
};

export async function listFlags(
  db: Kysely<DB>,
  actor: Actor,
  query: FlagsQuery,
): Promise<{ readonly rows: readonly ListedFlag[]; readonly total: number }> {
  const size = query.size ?? 50;
  const wanted = narrowed(db, actor, query);
  const { total } = await wanted.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await wanted
    .innerJoin('flag_kind as k', 'k.code', 'flag.kind_code')
    .leftJoin('holder as h', 'h.id', 'flag.holder_id')
    .leftJoin('unit_now as u', 'u.id', 'h.unit_id')
    .select([
      'flag.id',
      'flag.kind_code as kindCode',
      'k.name as kindName',
      'flag.body',
      'flag.stated_name as statedName',
      'flag.stated_unit as statedUnit',
      'flag.holder_id as holderId',
      'h.name as holderName',
      'u.name as holderUnit',
      sql<Matching | null>`flag.matched_by`.as('matchedBy'),
      'flag.period_from as from',
      'flag.period_until as until',
      'flag.paper_number as number',
      'flag.paper_date as date',
      'flag.what',
      'flag.expires_on as expires',
      'flag.withdrawn_at as withdrawnAt',
      'flag.withdraw_reason as withdrawReason',
      'flag.entered_at as enteredAt',
      'flag.version',
    ])
    .orderBy('flag.entered_at', 'desc')
    .orderBy('flag.id', 'desc')
    .limit(size)
    .offset(((query.page ?? 1) - 1) * size)
    .execute();
  return { total, rows: rows.map((row) => ({ ...row, state: flagStateOf(row, query.today) })) };
}

function narrowed(db: Kysely<DB>, actor: Actor, { state, kindCode, words, ids, holderIds, today }: FlagsQuery) {
  let wanted = db.selectFrom('flag').where(visibleTo(actor));
  if (state) wanted = wanted.where(isIn(state, today));
  if (kindCode) wanted = wanted.where('flag.kind_code', '=', kindCode);
  if (ids) wanted = wanted.where(sql<boolean>`flag.id = any(${[...ids]}::uuid[])`);
  if (holderIds) wanted = wanted.where(sql<boolean>`flag.holder_id = any(${[...holderIds]}::uuid[])`);
  for (const word of wordsOf(words))
    wanted = wanted.where(
      sql<boolean>`fold_vi(flag.stated_name || ' ' || flag.stated_unit || ' ' || flag.paper_number || ' ' || flag.what)
        like ${`%${word}%`}`,
    );
  return wanted;
}

/** The same as `flagStateOf`, over rows. */
function isIn(state: FlagState, today: PlainDate) {
  const isRunning = sql`flag.withdrawn_at is null and (flag.expires_on is null or flag.expires_on >= ${today})`;
  switch (state) {
    case 'withdrawn':
      return sql<boolean>`flag.withdrawn_at is not null`;
    case 'expired':
      return sql<boolean>`(flag.withdrawn_at is null and flag.expires_on < ${today})`;
    case 'unmatched':
      return sql<boolean>`(${isRunning} and flag.holder_id is null)`;
    case 'standing':
      return sql<boolean>`(${isRunning} and flag.holder_id is not null)`;
  }
}

function wordsOf(typed: string | undefined): readonly string[] {
  return fold(typed ?? '')
    .slice(0, 200)
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
    .split(/\s+/)
    .filter(Boolean);
}

export type FlagDecision = {
  readonly nomineeId: string;
  readonly nomineeName: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly effect: FlagEffect;
  readonly reason: string;
  readonly decidedAt: Date;
  readonly decidedBy: string;
};

/** Of a flag that the asker was found to know of. */
export async function decisionsOn(db: Kysely<DB>, flagId: string): Promise<readonly FlagDecision[]> {
  const { rows } = await sql<FlagDecision>`
    select n.id as "nomineeId", h.name as "nomineeName", d.id as "dossierId", d.code as "dossierCode", f.effect, f.reason,
      f.decided_at as "decidedAt", p.full_name as "decidedBy"
    from flag_decision f join nominee n on n.id = f.nominee_id join holder h on h.id = n.holder_id
      join dossier d on d.id = n.dossier_id join person p on p.id = f.decided_by
    where f.flag_id = ${flagId} order by f.decided_at desc`.execute(db);
  return rows;
}
