/** Of the nominees of a decision, who has the same award of the same year already: in the register, or granted by a decision on its way. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { findAward } from '../awards/award.ts';
import { numberOf } from './number.server.ts';
import type { Held } from './questions.ts';

type Row = { readonly nomineeId: string; readonly awardCode: string; readonly number: string };

/** Whoever was merged counts as the one that was kept. A decision without a number yet is named by its dossier. */
export async function heldAlready(db: Kysely<DB>, nomineeIds: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  const { rows } = await sql<Row>`
    with mine as (
      select n.id, n.award_code, d.year, coalesce(h.merged_into, h.id) as kept
      from nominee n join dossier d on d.id = n.dossier_id join holder h on h.id = n.holder_id
      where n.id = any(${[...nomineeIds]}::uuid[])
    )
    select mine.id as "nomineeId", mine.award_code as "awardCode", o.decision_number as number
    from mine join honour o on o.holder_id = mine.kept and o.award_code = mine.award_code and o.year = mine.year
    where o.revoked_on is null and o.struck_at is null and o.nominee_id is distinct from mine.id
    union all
    select mine.id, mine.award_code, coalesce(${numberOf('x')}, d.code)
    from mine join holder h on coalesce(h.merged_into, h.id) = mine.kept
      join nominee n on n.holder_id = h.id and n.award_code = mine.award_code and n.id <> mine.id and n.outcome = 'granted'
      join dossier d on d.id = n.dossier_id and d.year = mine.year
      left join decision_line l on l.nominee_id = n.id and l.is_live left join decision x on x.id = l.decision_id
    where not exists (select from honour o where o.nominee_id = n.id)
    order by 1, 3`.execute(db);
  return new Map(
    rows
      .toReversed()
      .map(({ nomineeId, awardCode, number }) => [
        nomineeId,
        { number, isTitle: findAward(awardCode)?.type === 'title' },
      ]),
  );
}
