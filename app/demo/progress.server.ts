/** What units report of their plans as the year goes: most keep step, some fall behind, some stop reporting half-way. */
import type { PlainDate } from '../kernel/calendar.ts';
import { addDays } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import type { PlanTask } from '../features/plans/lines.server.ts';
import { tasksOf } from '../features/plans/lines.server.ts';
import { reportProgress } from '../features/plans/reporting.server.ts';
import { expectedPercent } from '../features/plans/standing.ts';
import { drawn, drawnDay } from './chance.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

const sitting = 42;

type Reporting = {
  readonly unit: string;
  readonly planId: string;
  readonly since: PlainDate;
  readonly until: PlainDate;
};

/** One sitting every so many days, about all that has begun. */
export async function reportUntil(stage: Stage, { unit, planId, since, until }: Reporting): Promise<void> {
  const tasks = await tasksOf(stage.services.db, [planId]);
  const by = personOf(stage, 'officer', unit);
  let day = addDays(since, drawnDay(20, sitting, unit, 'first report'));
  for (; day < until; day = addDays(day, sitting)) {
    const on = day;
    const told = tasks.flatMap((task) => reportsOn(unit, task, on));
    if (told.length === 0) continue;
    await play(stage, { at: instantOf(on, 16), by }, async (context) => {
      for (const report of told) {
        const typed = { percent: String(report.percent), asOf: on, note: demoText.planNote };
        expectOk(await reportProgress(context, { id: newId(), planId, ...report, typed }));
      }
    });
    for (const { id, parts } of tasks.filter(({ startsOn, dueOn }) => startsOn <= on && dueOn >= on))
      for (const { code } of parts) await reportPart(stage, { planId, taskId: id, part: code, on });
  }
}

type PartTold = { readonly planId: string; readonly taskId: string; readonly part: string; readonly on: PlainDate };

/** Units that join say now and then how far their part is. */
async function reportPart(stage: Stage, { planId, taskId, part, on }: PartTold): Promise<void> {
  const by = stage.people.get(`officer@${part}`);
  if (!by || drawn(part, on, 'part') < 0.4) return;
  const percent = String(drawnDay(2, 9, part, on) * 10);
  const typed = { percent, asOf: on, note: demoText.planNote };
  await play(stage, { at: instantOf(on, 17), by }, async (context) =>
    expectOk(await reportProgress(context, { id: newId(), planId, taskId, milestoneId: null, part, typed })),
  );
}

type Told = { readonly taskId: string; readonly milestoneId: string | null; readonly percent: number };

function reportsOn(unit: string, task: PlanTask, day: PlainDate): readonly Told[] {
  if (task.startsOn > day || addDays(task.dueOn, sitting) < day) return [];
  const luck = drawn(unit, task.title, 'pace');
  const pace = luck < 0.05 ? 0.5 : luck < 0.12 ? 0.75 : 1.05;
  const percent = Math.min(100, Math.round(expectedPercent(task, day) * pace));
  const reached = task.milestones.filter(
    ({ dueOn, title }) => dueOn <= day && dueOn > addDays(day, -sitting) && drawn(unit, task.title, title) < pace,
  );
  return [
    { taskId: task.id, milestoneId: null, percent },
    ...reached.map(({ id }) => ({ taskId: task.id, milestoneId: id, percent: 100 })),
  ];
}
