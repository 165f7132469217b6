/** What everybody may read of results, by the portal's views and nothing else. */
import type { Kysely } from 'kysely';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { DB } from '../../../platform/db-types.ts';
import type { TieRule } from '../../criteria/tie.ts';
import type { Level } from '../classify.ts';

export type PublicResult = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly ofName: string;
  readonly minutesNumber: string | null;
  readonly minutesDate: PlainDate | null;
  readonly frozenAt: Date | null;
  readonly publishedAt: Date | null;
};
export type PublicLine = {
  readonly unitName: string;
  readonly place: number | null;
  readonly shown: number | null;
  readonly full: number;
  readonly level: Level | null;
  readonly isLeader: boolean;
  readonly partedBy: PublicParting | null;
};
/** What put a unit before or after another of the same points; which decision it was is not for everybody. */
export type PublicParting = TieRule | { readonly kind: 'decision' };

function results(db: Kysely<DB>) {
  return db
    .selectFrom('portal_result')
    .select((eb) => [
      eb.ref('id').$notNull().as('id'),
      eb.ref('title').$notNull().as('title'),
      eb.ref('year').$notNull().as('year'),
      eb.fn.coalesce('of_name', eb.val('')).as('ofName'),
      'minutes_number as minutesNumber',
      'minutes_date as minutesDate',
      'frozen_at as frozenAt',
      'published_at as publishedAt',
    ]);
}

/** Latest year first. */
export async function publishedResults(db: Kysely<DB>, year?: number): Promise<readonly PublicResult[]> {
  return results(db)
    .$if(year !== undefined, (some) => some.where('year', '=', year ?? 0))
    .orderBy('year', 'desc')
    .orderBy('title')
    .orderBy('id')
    .execute();
}

export type PublishedResult = { readonly result: PublicResult; readonly lines: readonly PublicLine[] };

export async function publishedResult(db: Kysely<DB>, id: string): Promise<PublishedResult | undefined> {
  const result = await results(db).where('id', '=', id).executeTakeFirst();
  if (!result) return undefined;
  const rows = await db
    .selectFrom('portal_result_unit')
    .selectAll()
    .where('judgement_id', '=', id)
    .orderBy((eb) => eb.fn.coalesce('place', eb.val(32_000)))
    .orderBy('unit_name')
    .execute();
  const lines = rows.map((row) => ({
    unitName: row.unit_name ?? '',
    place: row.place,
    shown: row.shown_points,
    full: row.full_points ?? 0,
    level: row.level as Level | null,
    isLeader: row.is_leader ?? false,
    partedBy: partingOf(row.parted_by, row.parted_code),
  }));
  return { result, lines };
}

function partingOf(kind: string | null, code: string | null): PublicParting | null {
  if (kind === 'points') return code === null ? null : { kind, code };
  return kind === 'fewer_penalties' || kind === 'less_bonus' || kind === 'decision' ? { kind } : null;
}
