/** What a judgement can be prepared from: published criteria sets that no running judgement uses, and the newer edition of the one that it uses. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';

export type SetChoice = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly edition: number;
  readonly ofName: string;
  readonly isProposal: boolean;
  /** Members that would have a card. */
  readonly members: number;
};

/** For those who organise blocks. An edition whose forerunner is judged already is taken up there instead. */
export async function setsToJudge(db: Kysely<DB>): Promise<readonly SetChoice[]> {
  const { rows } = await sql<SetChoice>`
    select s.id, s.title, s.year, s.edition, coalesce(b.name, m.name) as "ofName", s.is_proposal as "isProposal",
      case when s.block_id is not null then (select count(*)::int from block_member x join unit_now u on u.id = x.unit_id and u.is_active
          where x.block_id = s.block_id and x.year = s.year)
        else (select count(*)::int from movement_unit x join unit_now u on u.id = x.unit_id and u.is_active
          where x.movement_id = s.movement_id and x.left_at is null) end as members
    from criteria_set s left join block b on b.id = s.block_id left join movement m on m.id = s.movement_id
    where s.stage = 'published' and not exists (
      select from judgement j join criteria_set o on o.id = j.set_id where j.stage <> 'cancelled' and o.year = s.year
        and o.block_id is not distinct from s.block_id and o.movement_id is not distinct from s.movement_id and o.review is not distinct from s.review)
    order by s.year desc, 5, s.title collate "vi-x-icu"`.execute(db);
  return rows;
}

export type NewerEdition = { readonly id: string; readonly title: string; readonly edition: number };

export async function newerEdition(db: Kysely<DB>, setId: string): Promise<NewerEdition | undefined> {
  const { rows } = await sql<NewerEdition>`
    select n.id, n.title, n.edition from criteria_set s join criteria_set n on n.year = s.year and n.stage = 'published' and n.edition > s.edition
      and n.block_id is not distinct from s.block_id and n.movement_id is not distinct from s.movement_id and n.review is not distinct from s.review
    where s.id = ${setId}`.execute(db);
  return rows[0];
}
