/** Which sets a frozen result may be tried with: of the same block or movement, of any year, drafts too for whoever may know of them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { DB } from '../../../platform/db-types.ts';
import type { StoredSet } from '../../criteria/sets.server.ts';
import { setById } from '../../criteria/sets.server.ts';
import { visibleTo } from '../../criteria/visible.server.ts';
import type { JudgementRow } from '../../scoring/case.server.ts';

export type SetChoice = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly edition: number;
};

export async function setsToTry(
  db: Kysely<DB>,
  actor: Actor,
  { setId }: Pick<JudgementRow, 'setId'>,
): Promise<readonly SetChoice[]> {
  const { rows } = await sql<SetChoice>`
    select criteria_set.id, criteria_set.title, criteria_set.year, criteria_set.edition
    from criteria_set join criteria_set own on own.id = ${setId}
    where criteria_set.stage <> 'withdrawn' and criteria_set.id <> own.id and ${visibleTo(actor)}
      and criteria_set.block_id is not distinct from own.block_id and criteria_set.movement_id is not distinct from own.movement_id
    order by criteria_set.year desc, criteria_set.edition desc, criteria_set.id`.execute(db);
  return rows;
}

type Asked = { readonly judgement: Pick<JudgementRow, 'setId'>; readonly id: string };
/** Undefined where it is none of those. */
export async function setToTry(db: Kysely<DB>, actor: Actor, { judgement, id }: Asked): Promise<StoredSet | undefined> {
  const offered = await setsToTry(db, actor, judgement);
  return offered.some((one) => one.id === id) ? setById(db, id) : undefined;
}
