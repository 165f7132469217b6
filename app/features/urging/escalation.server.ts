/**
 * What stays undone is passed up: to the head of the unit, later to the appraising body; once for each duty and level. A
 * head who answers for it is not told of it again. What has been fulfilled since is closed.
 */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import { permitSystem } from '../../kernel/permit.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { readSettings } from '../../platform/settings.server.ts';
import { gatherDuties } from './gather.server.ts';
import type { GatheredDuty } from './gathered.ts';
import { headsBeside, headsOf } from './owner.ts';
import type { Holder } from './owner.ts';
import type { Heights, Level } from './steps.ts';
import { levelsOf } from './steps.ts';

/** How many were passed up. Run twice, nothing is passed up twice. */
export async function escalateLate(context: Context): Promise<number> {
  const { tx, actor, now } = context;
  const [{ duties, holders }, settings] = await Promise.all([
    gatherDuties(tx, actor, { today: plainDateIn(now) }),
    readSettings(tx),
  ]);
  await closeFulfilled(context, duties);
  const heights = { head: settings.escalate_head_days, appraiser: settings.escalate_appraiser_days };
  const high = duties.flatMap((duty) => levelsAsked(duty, heights, holders).map((level) => ({ level, duty })));
  let passed = 0;
  for (const some of Map.groupBy(high, ({ level, duty }) => `${level} ${duty.unitId}`).values())
    passed += await passUp(
      context,
      some[0]?.level ?? 'head',
      some.map(({ duty }) => duty),
    );
  return passed;
}

function levelsAsked(duty: GatheredDuty, heights: Heights, holders: readonly Holder[]): readonly Level[] {
  const hasOther = headsBeside(duty, headsOf(holders, duty.unitId)).length > 0;
  return levelsOf(duty, heights).filter((level) => level === 'appraiser' || hasOther);
}

async function closeFulfilled({ tx, now }: Context, duties: readonly GatheredDuty[]): Promise<void> {
  const late = duties.filter(({ state }) => state === 'late').map(({ key }) => key);
  await tx
    .updateTable('escalation')
    .set({ closed_at: now })
    .where('closed_at', 'is', null)
    .where(sql<boolean>`duty_key <> all(${late}::text[])`)
    .execute();
}

async function passUp(context: Context, level: Level, duties: readonly GatheredDuty[]): Promise<number> {
  const { tx, actor, now, record } = context;
  const [first] = duties;
  if (!first) return 0;
  const batch_id = newId();
  const rows = duties.map(({ key, dueOn }) => ({
    duty_key: key,
    level,
    batch_id,
    unit_id: first.unitId,
    due_on: dueOn ?? plainDateIn(now),
    at: now,
  }));
  const added = await tx
    .insertInto('escalation')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['duty_key', 'level']).doNothing())
    .returning('duty_key')
    .execute();
  if (added.length === 0) return 0;
  await record({
    permit: permitSystem('duty.escalate', actor),
    kind: 'duty.escalated',
    subject: { kind: 'escalation', id: batch_id },
    unitId: first.unitId,
    after: { level, duties: added.map(({ duty_key }) => duty_key) },
  });
  return added.length;
}
