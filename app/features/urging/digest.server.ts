/**
 * The daily digest: on working days, whoever has something due on a step of the settings is told once of all that is
 * late, due or near. One transaction a person, kept by person and day: stopped in the middle and run again, each has one.
 * Steps of working days on which the product stood still are told on the next, to whoever was not told on the day itself.
 */
import { isWorkingDay, plainDateIn } from '../../kernel/calendar.ts';
import { permitSystem } from '../../kernel/permit.ts';
import { ok } from '../../kernel/result.ts';
import type { Context, Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { readSettings } from '../../platform/settings.server.ts';
import { readCalendar } from '../actuals/due.server.ts';
import { escalateLate } from './escalation.server.ts';
import { gatherDuties } from './gather.server.ts';
import { judgeDuty } from './duty.ts';
import type { GatheredDuty } from './gathered.ts';
import { daysToTell, isStep } from './steps.ts';

/** How many were told. Nothing on days off, nor when the day is done. */
export async function runDigest(edge: Edge): Promise<number> {
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  if (!isWorkingDay(today, await readCalendar(db))) return 0;
  if (await isDone(edge.services, today)) return 0;
  await act(edge, async (context) => ok(await escalateLate(context)));
  const people = await peopleToTell(edge);
  let told = 0;
  for (const personId of people) {
    const made = await act(edge, async (context) => ok(await makeDigest(context, personId)));
    if (made.ok && made.value) told += 1;
  }
  await db
    .insertInto('digest_day')
    .values({ day: today, finished_at: clock() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return told;
}

async function isDone({ db }: Services, day: string): Promise<boolean> {
  const row = await db.selectFrom('digest_day').select('day').where('day', '=', day).executeTakeFirst();
  return row !== undefined;
}

async function peopleToTell({ services, actor }: Edge): Promise<readonly string[]> {
  const { db, clock } = services;
  const today = plainDateIn(clock());
  const [{ duties, nearDays }, { remind_before, remind_after }, calendar, last] = await Promise.all([
    gatherDuties(db, actor, { today }),
    readSettings(db),
    readCalendar(db),
    lastDone(services, today),
  ]);
  const steps = { before: remind_before, after: remind_after };
  const days = daysToTell({ last, today, calendar });
  const told = await toldOn(services, days);
  const people = days.flatMap((day) => {
    const rules = { today: day, calendar, nearDays };
    const due = duties.filter(({ dueOn }) => isStep(judgeDuty(dueOn, rules), steps));
    const owners = due.flatMap((duty) => duty.owners.map(({ personId }) => personId));
    return owners.filter((personId) => !told.has(`${day} ${personId}`));
  });
  return [...new Set(people)].toSorted();
}

async function lastDone({ db }: Services, today: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('digest_day')
    .select('day')
    .where('day', '<', today)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.day;
}

/** Who had a digest on which of these days, though the day was not finished. */
async function toldOn({ db }: Services, days: readonly string[]): Promise<ReadonlySet<string>> {
  if (days.length === 0) return new Set();
  const rows = await db
    .selectFrom('digest')
    .select(['day', 'person_id'])
    .where('day', 'in', [...days])
    .execute();
  return new Set(rows.map(({ day, person_id }) => `${day} ${person_id}`));
}

/** False when the person has today's already. */
export async function makeDigest({ tx, actor, now, record }: Context, personId: string): Promise<boolean> {
  const id = newId();
  const added = await tx
    .insertInto('digest')
    .values({ id, person_id: personId, day: plainDateIn(now), made_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'day']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return false;
  const permit = permitSystem('digest.make', actor);
  await record({ permit, kind: 'digest.made', subject: { kind: 'digest', id } });
  return true;
}

/** What a digest says: all that is late, due today or near. */
export function isPressing({ state }: Pick<GatheredDuty, 'state'>): boolean {
  return state === 'late' || state === 'today' || state === 'near';
}
