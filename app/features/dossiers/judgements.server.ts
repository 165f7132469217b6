/** The last judgement on each pair of reports. For callers that may know of both. */
import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { textsOf } from './prints.server.ts';
import type { ReportJudgement, ReportVerdict } from './report-judgement.ts';
import { pairOf } from './report-judgement.ts';

export function textsHash(texts: ReadonlyMap<string, readonly string[]>, first: string, second: string): string {
  return hash('sha256', JSON.stringify([texts.get(first) ?? [], texts.get(second) ?? []]));
}

export const pairKey = (one: string, other: string): string => {
  const { first, second } = pairOf(one, other);
  return `${first} ${second}`;
};

type Row = Omit<ReportJudgement, 'isStale'> & {
  readonly first: string;
  readonly second: string;
  readonly textsHash: string;
  readonly verdict: ReportVerdict;
};

/** By `pairKey`; `texts` of all of them, where the caller has them. */
export async function judgementsOn(
  db: Kysely<DB>,
  pairs: readonly (readonly [string, string])[],
  texts?: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, ReportJudgement>> {
  if (pairs.length === 0) return new Map();
  const sorted = pairs.map(([one, other]) => pairOf(one, other));
  const { rows } = await sql<Row>`
    select distinct on (j.first_id, j.second_id) j.first_id as first, j.second_id as second, j.verdict, j.reason,
      j.texts_hash as "textsHash", p.full_name as by, j.judged_at as at
    from unnest(${sorted.map(({ first }) => first)}::uuid[], ${sorted.map(({ second }) => second)}::uuid[]) w(first, second)
      join report_judgement j on j.first_id = w.first and j.second_id = w.second join person p on p.id = j.judged_by
    order by j.first_id, j.second_id, j.judged_at desc, j.id desc`.execute(db);
  if (rows.length === 0) return new Map();
  const words = texts ?? (await textsOf(db, [...new Set(rows.flatMap(({ first, second }) => [first, second]))]));
  return new Map(
    rows.map(({ first, second, textsHash: kept, ...row }) => [
      pairKey(first, second),
      { ...row, isStale: kept !== textsHash(words, first, second) },
    ]),
  );
}
