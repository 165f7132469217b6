/**
 * Movements of the story: most units have received the one of the directive; a short one of the province is over and
 * concluded, another runs and was reviewed halfway, and one commune of the cast carries it on; an urgent one is for a few
 * chosen communes.
 */
import type { PlainDate } from '../kernel/calendar.ts';
import { addDays, daysBetween } from '../kernel/calendar.ts';
import type { Person } from '../kernel/actor.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { enterMovement } from '../features/movements/drafting.server.ts';
import type { MovementWay } from '../features/movements/moving.server.ts';
import { moveMovement } from '../features/movements/moving.server.ts';
import { receiveMovement } from '../features/movements/receiving.server.ts';
import { drawn, drawnDay } from './chance.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, inTurns, personOf, placeOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

export async function playMovements(stage: Stage, from: PlainDate, starring: readonly string[]): Promise<void> {
  const { today, province } = stage;
  const [first, ...others] = starring;
  const keeper = personOf(stage, 'appraiser', province.code);
  const directive = await stage.services.db
    .selectFrom('movement')
    .select('id')
    .where('pack_code', 'is not', null)
    .executeTakeFirst();
  if (directive) await receive(stage, { id: directive.id, since: from, never: others });
  const over = { first: addDays(from, 30), last: addDays(from, 90), ...demoText.movementOver };
  const done = await launch(stage, keeper, { ...over, unit: province.code, scope: ['commune'] });
  await receive(stage, { id: done, since: over.first, never: [] });
  await move(stage, keeper, { id: done, day: addDays(over.last, 1), version: 2, way: 'close', typed: {} });
  const outcome = { heldOn: addDays(over.last, 10), conclusion: demoText.movementOutcome };
  await move(stage, keeper, { id: done, day: outcome.heldOn, version: 3, way: 'conclude', typed: outcome });
  const running = { first: addDays(today, -40), last: addDays(today, 50), ...demoText.movementRunning };
  const id = await launch(stage, keeper, { ...running, unit: province.code, scope: ['commune'] });
  await receive(stage, { id, since: running.first, never: others });
  const halfway = { reviewKind: 'mid_term', heldOn: addDays(today, -6), conclusion: demoText.movementHalfway };
  await move(stage, keeper, { id, day: halfway.heldOn, version: 2, way: 'review', typed: halfway });
  await playUrgent(stage, keeper, starring);
  if (first === undefined || !stage.people.has(`head@${first}`)) return;
  const own = { first: addDays(today, -20), last: running.last, ...demoText.movementCarriedOn };
  await launch(stage, personOf(stage, 'head', first), { ...own, unit: first, scope: [], parentId: id });
}

/** For single communes: those of the cast and the first few others, of which some have not answered yet. */
async function playUrgent(stage: Stage, keeper: Person, starring: readonly string[]): Promise<void> {
  const codes = [...starring, ...stage.communes.slice(0, 6).map(({ code }) => code)];
  const scopeUnits = [...new Set(codes)].map((code) => placeOf(stage, code).id);
  const days = { first: addDays(stage.today, -9), last: addDays(stage.today, 20) };
  const told = { ...days, ...demoText.movementUrgent, unit: stage.province.code, scope: [], scopeUnits };
  const id = await launch(stage, keeper, told);
  await receive(stage, { id, since: days.first, never: starring.slice(1), within: 6 });
}

type Told = {
  readonly unit: string;
  readonly name: string;
  readonly aim: string;
  readonly goals: string;
  readonly number: string;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly scope: readonly string[];
  readonly scopeUnits?: readonly string[];
  readonly parentId?: string;
};

/** Drafted and launched the day before it begins. */
async function launch(stage: Stage, by: Person, told: Told): Promise<string> {
  const id = newId();
  const { unit, name, aim, goals, number, first, last, scope, scopeUnits = [], parentId = null } = told;
  const midTerm = addDays(first, Math.floor(daysBetween(first, last) / 2));
  const reviews = { midTerm, final: addDays(last, 10) };
  const typed = { name, kind: 'themed', first, last, aim, goals, ...reviews, scope, scopeUnits };
  const day = addDays(first, -1);
  await play(stage, { at: instantOf(day, 9), by }, async (context) => {
    expectOk(await enterMovement(context, { id, unitId: placeOf(stage, unit).id, parentId, typed }));
    const document = { number, date: day };
    expectOk(await moveMovement(context, { id, version: 1, move: 'launch', typed: document }));
  });
  return id;
}

type Turn = {
  readonly id: string;
  readonly day: PlainDate;
  readonly version: number;
  readonly way: MovementWay;
  readonly typed: Readonly<Record<string, string>>;
};

async function move(stage: Stage, by: Person, { id, day, version, way, typed }: Turn): Promise<void> {
  await play(stage, { at: instantOf(day, 15), by }, async (context) =>
    expectOk(await moveMovement(context, { id, version, move: way, typed })),
  );
}

type Wave = {
  readonly id: string;
  readonly since: PlainDate;
  readonly never: readonly string[];
  /** In so many days; a fortnight when left out. */
  readonly within?: number;
};

/** Five out of six, within a fortnight; the first of the cast surely, the others still have it before them. */
async function receive(stage: Stage, { id, since, never, within = 14 }: Wave): Promise<void> {
  const seats = await stage.services.db
    .selectFrom('movement_unit as s')
    .innerJoin('unit as u', 'u.id', 's.unit_id')
    .where('s.movement_id', '=', id)
    .select(['u.id', 'u.code'])
    .orderBy('u.code')
    .execute();
  const played = new Set(stage.story.cast.map(({ unit }) => unit));
  await inTurns(seats, async ({ id: unitId, code }) => {
    const by = stage.people.get(`officer@${code}`);
    const isLate = !played.has(code) && drawn(code, since, 'receipt') > 0.84;
    if (!by || isLate || never.includes(code)) return;
    const day = addDays(since, drawnDay(1, within, code, 'receipt'));
    await play(stage, { at: instantOf(day, 10), by }, async (context) =>
      expectOk(await receiveMovement(context, { id, unitId })),
    );
  });
}
