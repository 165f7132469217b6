/**
 * Plans of the story: lead bodies' for their schemes and communes' for the movement, approved early and reported on as
 * the year goes; some fall behind, one waits, one came back, one has a second edition, and a few units have none.
 */
import type { PlainDate } from '../kernel/calendar.ts';
import { addDays, daysBetween, lastDayOfMonth } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { changePlan, enterPlan, revisePlan } from '../features/plans/drafting.server.ts';
import { tasksOf } from '../features/plans/lines.server.ts';
import { movePlan } from '../features/plans/moving.server.ts';
import { saveTask } from '../features/plans/tasks.server.ts';
import { drawn, drawnDay } from './chance.ts';
import type { PlayedPlan } from './planned.server.ts';
import { movementPlans, pledgesFor, schemePlans, taskOf } from './planned.server.ts';
import { reportUntil } from './progress.server.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, inTurns, personOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

type Fate = 'draft' | 'submitted' | 'returned' | 'approved' | 'revised';
export async function playPlans(stage: Stage, from: PlainDate, starring: readonly string[]): Promise<void> {
  const last = addDays(stage.today, 60);
  const days = { firstDay: from, lastDay: lastDayOfMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7))) };
  const ofSchemes = await schemePlans(stage, days, starring);
  const ofMovement = await movementPlans(stage, days, starring);
  const fates: readonly Fate[] = ['approved', 'revised', 'submitted', 'approved', 'returned'];
  const all = [
    ...ofSchemes.map((plan, at) => ({ plan, fate: fates[at] ?? 'approved' })),
    ...ofMovement.map((plan) => ({ plan, fate: fateOf(plan) })),
  ];
  await inTurns(all, ({ plan, fate }) => playPlan(stage, plan, fate));
}

function fateOf({ unit }: PlayedPlan): Fate {
  const chance = drawn(unit, 'plan fate');
  if (chance < 0.05) return 'draft';
  if (chance < 0.1) return 'returned';
  return chance < 0.16 ? 'submitted' : 'approved';
}

async function playPlan(stage: Stage, plan: PlayedPlan, fate: Fate): Promise<void> {
  const { unit, firstDay } = plan;
  const officer = personOf(stage, 'officer', unit);
  const isLate = fate !== 'approved' && fate !== 'revised';
  const day = isLate
    ? addDays(stage.today, -drawnDay(4, 12, unit, 'plan day'))
    : addDays(firstDay, drawnDay(20, 45, unit, 'plan day'));
  const id = newId();
  await play(stage, { at: instantOf(day, 9), by: officer }, async (context) => {
    const { title, schemeCode, movementId, unitId, aims, lastDay } = plan;
    const typed = { title, objectives: demoText.planObjectives, firstDay, lastDay };
    expectOk(await enterPlan(context, { id, unitId, schemeCode, movementId, typed }));
    for (const [at] of aims.entries())
      expectOk(await saveTask(context, { planId: id, taskId: newId(), version: null, typed: taskOf(plan, at) }));
    const version = plan.aims.length + 1;
    const pledgeIds = await pledgesFor(context.tx, plan);
    expectOk(await changePlan(context, { id, version, typed, pledgeIds }));
    if (fate !== 'draft') expectOk(await movePlan(context, { id, version: version + 1, move: 'submit' }));
  });
  if (fate === 'draft' || fate === 'submitted') return;
  await decide(stage, plan, { id, day: addDays(day, 3), fate, version: plan.aims.length + 3 });
  if (fate === 'returned') return;
  const since = addDays(day, 5);
  const middle = addDays(firstDay, Math.floor(daysBetween(firstDay, stage.today) / 2));
  if (fate !== 'revised') return reportUntil(stage, { unit, planId: id, since, until: stage.today });
  await reportUntil(stage, { unit, planId: id, since, until: middle });
  const next = await revise(stage, plan, { id, day: middle });
  await reportUntil(stage, { unit, planId: next, since: addDays(middle, 5), until: stage.today });
}

type Decision = { readonly id: string; readonly day: PlainDate; readonly fate: Fate; readonly version: number };

async function decide(stage: Stage, { unit }: PlayedPlan, { id, day, fate, version }: Decision): Promise<void> {
  const number = demoText.planNumber(drawnDay(10, 99, unit, 'number'));
  await play(stage, { at: instantOf(day, 15), by: personOf(stage, 'head', unit) }, async (context) => {
    const order = { id, version };
    expectOk(
      fate === 'returned'
        ? await movePlan(context, { ...order, move: 'return', reason: demoText.planReturned })
        : await movePlan(context, { ...order, move: 'approve', paper: { number, date: day } }),
    );
  });
}

/** In the middle of the year: the last task gives up half of its weight to a new one. */
async function revise(stage: Stage, plan: PlayedPlan, { id, day }: Pick<Decision, 'id' | 'day'>): Promise<string> {
  const next = newId();
  const at = plan.aims.length - 1;
  const last = taskOf(plan, at);
  const half = String(Number(last.weight) / 2).replace('.', ',');
  await play(stage, { at: instantOf(day, 9), by: personOf(stage, 'officer', plan.unit) }, async (context) => {
    expectOk(await revisePlan(context, { id, newId: next, reason: demoText.planRevised }));
    const tasks = await tasksOf(context.tx, [next]);
    const changed = tasks[at];
    if (!changed) throw new Error('the plan to revise has no tasks');
    const { milestones } = changed;
    const typed = { ...last, weight: half, milestones };
    expectOk(await saveTask(context, { planId: next, taskId: changed.id, version: changed.version, typed }));
    const added = { ...last, ...demoText.planAddedTask, weight: half };
    expectOk(await saveTask(context, { planId: next, taskId: newId(), version: null, typed: added }));
    expectOk(await movePlan(context, { id: next, version: 3, move: 'submit' }));
  });
  await decide(stage, plan, { id: next, day: addDays(day, 3), fate: 'approved', version: 4 });
  return next;
}
