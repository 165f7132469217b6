/** Panels as rows: opened with the criteria of the day, and whether the latest of a level came out high enough. */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { Level } from './initiative.ts';

type Opening = { readonly initiativeId: string; readonly level: Level };

export async function openPanel({ tx, actor, now }: Context, { initiativeId, level }: Opening): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people open panels');
  const set = await tx
    .selectFrom('initiative_criteria_set')
    .select('id')
    .where('stage', '=', 'confirmed')
    .where('valid_from', '<=', plainDateIn(now))
    .orderBy('valid_from', 'desc')
    .orderBy('edition', 'desc')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('initiative_panel')
    .values({
      id: newId(),
      initiative_id: initiativeId,
      level,
      set_id: set.id,
      opened_by: actor.personId,
      opened_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** No recognition before the panel has closed at or above the threshold of its criteria. */
export type NotPassed =
  | { readonly kind: 'panel_open' }
  | { readonly kind: 'below_threshold'; readonly mean: number; readonly threshold: number };

export async function hasPassed(
  tx: Transaction<DB>,
  initiativeId: string,
  level: Level,
): Promise<Result<undefined, NotPassed>> {
  const { rows } = await sql<{ mean: number | null; threshold: number }>`
    select p.mean, s.threshold from initiative_panel p join initiative_criteria_set s on s.id = p.set_id
    where p.initiative_id = ${initiativeId} and p.level = ${level} order by p.opened_at desc limit 1`.execute(tx);
  const [panel] = rows;
  if (!panel || panel.mean === null) return refuse({ kind: 'panel_open' });
  const { mean, threshold } = panel;
  return mean >= threshold ? ok() : refuse({ kind: 'below_threshold', mean, threshold });
}
