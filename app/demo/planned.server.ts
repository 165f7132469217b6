/** Which plans the story has: who plans for what, and how the tasks lie in the year. */
import type { Kysely } from 'kysely';
import type { PlainDate } from '../kernel/calendar.ts';
import { addDays, daysBetween } from '../kernel/calendar.ts';
import type { DB } from '../platform/db-types.ts';
import { drawn } from './chance.ts';
import type { Stage } from './stage.server.ts';
import { demoText } from './text.ts';

type Aim = {
  readonly title: string;
  readonly product: string;
  readonly criteria: readonly string[];
  readonly joinUnits: readonly string[];
};
export type PlayedPlan = {
  readonly unit: string;
  readonly unitId: string;
  readonly schemeCode: string | null;
  readonly movementId: string | null;
  readonly title: string;
  readonly aims: readonly Aim[];
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
};
type Days = Pick<PlayedPlan, 'firstDay' | 'lastDay'>;

/** All but the last scheme: somebody has yet to plan. Each leaves one line of its scheme without a task now and then. */
export async function schemePlans(
  stage: Stage,
  days: Days,
  starring: readonly string[],
): Promise<readonly PlayedPlan[]> {
  const { db } = stage.services;
  const parts = await db
    .selectFrom('scheme_unit as l')
    .innerJoin('scheme as s', 's.code', 'l.scheme_code')
    .innerJoin('unit as u', 'u.id', 'l.unit_id')
    .where('s.is_secret', '=', false)
    .select(['s.code', 's.name', 'l.part', 'u.code as unit', 'u.id as unitId'])
    .orderBy('s.position')
    .orderBy('l.position')
    .execute();
  const criteria = await db
    .selectFrom('scheme_criterion')
    .select(['code', 'scheme_code', 'wording'])
    .orderBy('position')
    .execute();
  const ofScheme = Map.groupBy(criteria, ({ scheme_code }) => scheme_code);
  const leads = parts.filter(({ part, unit }) => part === 'lead' && stage.people.has(`officer@${unit}`));
  return leads.slice(0, -1).map(({ code, name, unit, unitId }) => {
    const joining = parts.filter((one) => one.part === 'coordinator' && one.code === code).map((one) => one.unit);
    const isPlayed = stage.story.cast.some((player) => player.unit === unit);
    const all = [...joining, ...(isPlayed ? starring : [])].filter((one) => one !== unit);
    const lines = (ofScheme.get(code) ?? []).slice(0, drawn(code, 'lines') < 0.5 ? 4 : 5);
    const aims = lines.map((line, at) => ({
      ...demoText.planTask(line.wording),
      criteria: [line.code],
      joinUnits: all.filter((_, place) => place % lines.length === at),
    }));
    return { unit, unitId, schemeCode: code, movementId: null, title: demoText.schemePlan(name), aims, ...days };
  });
}

/** Half of the communes, the first of the cast among them; its neighbours have yet to plan. */
export async function movementPlans(
  stage: Stage,
  days: Days,
  starring: readonly string[],
): Promise<readonly PlayedPlan[]> {
  const movement = await stage.services.db
    .selectFrom('movement')
    .select('id')
    .where('pack_code', 'is not', null)
    .executeTakeFirst();
  if (!movement) return [];
  const [first] = starring;
  const planned = stage.communes.filter(({ code }) =>
    starring.includes(code) ? code === first : drawn(code, 'plan') < 0.5,
  );
  const aims = demoText.movementTasks.map((task) => ({ ...task, criteria: [], joinUnits: [] }));
  return planned.map(({ id, code, name }) => {
    const about = { schemeCode: null, movementId: movement.id };
    return { unit: code, unitId: id, ...about, title: demoText.movementPlan(name), aims, ...days };
  });
}

/** Accepted ones of the unit, of its scheme where it plans for one. */
export async function pledgesFor(
  db: Kysely<DB>,
  { unitId, schemeCode, lastDay }: PlayedPlan,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('pledge')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('stage', '=', 'accepted')
    .where('year', '<=', Number(lastDay.slice(0, 4)))
    .$if(schemeCode !== null, (query) => query.where('scheme_code', '=', schemeCode))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Tasks begin one after another and overlap; every one has a milestone half-way and one at its end. */
export function taskOf({ aims, firstDay, lastDay, unit }: PlayedPlan, at: number) {
  const whole = daysBetween(firstDay, lastDay);
  const startsOn = addDays(firstDay, Math.floor((at * whole) / (aims.length + 2)));
  const dueOn = addDays(firstDay, Math.floor(((at + 3) * whole) / (aims.length + 2)));
  const aim = aims[at] ?? { title: '', product: '', criteria: [], joinUnits: [] };
  const even = Math.floor(100 / aims.length);
  const weight = String(at === 0 ? 100 - even * (aims.length - 1) : even);
  const half = addDays(startsOn, Math.floor(daysBetween(startsOn, dueOn) / 2));
  const milestones = [
    { lineId: '', title: demoText.planHalf, dueOn: half, product: '' },
    { lineId: '', title: demoText.planEnd, dueOn, product: aim.product },
  ];
  const hands = { leadUnit: unit, lead: demoText.planLead, owner: demoText.planOwner, joins: '' };
  return { ...aim, ...hands, weight, startsOn, dueOn, milestones };
}
