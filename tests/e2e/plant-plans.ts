/** Plans of one commune for the movement of the directive: a draft, one that waits for the head, one that runs. */
import { addDays, plainDateIn } from '../../app/kernel/calendar.ts';
import { enterPlan } from '../../app/features/plans/drafting.server.ts';
import { tasksOf } from '../../app/features/plans/lines.server.ts';
import type { PlanWay } from '../../app/features/plans/moving.server.ts';
import { movePlan } from '../../app/features/plans/moving.server.ts';
import { reportProgress } from '../../app/features/plans/reporting.server.ts';
import { saveTask } from '../../app/features/plans/tasks.server.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { takeIn } from '../../app/platform/files/intake.server.ts';
import { openStore } from '../../app/platform/files/store.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as } from './plant.ts';

type Plan = { readonly plan: string; readonly task: string };

/** `joinUnits`: codes of those who do a part of its task. */
export async function plantRunningPlan(
  app: App,
  { people, units }: Cast,
  joinUnits: readonly string[] = [],
): Promise<{ readonly runningPlan: string; readonly runningTask: string; readonly planFile: string }> {
  const { officerOfBinh, headOfBinh } = people;
  const { plan, task } = await plantPlan(app, officerOfBinh, {
    unitId: units.communeBinh,
    title: 'Kế hoạch mẫu của xã',
    joinUnits,
  });
  await moved(app, plan, 'submit', officerOfBinh);
  await moved(app, plan, 'approve', headOfBinh);
  const store = openStore({ s3: undefined, dataDir: app.dataDir });
  const file = expectOk(await takeIn({ name: 'zqPlanFile.txt', content: Buffer.from('zqPlanFile') }, { store }));
  const day = addDays(plainDateIn(new Date()), -1);
  const typed = { percent: '35', asOf: day, note: 'zqProgressNote' };
  await as(app, officerOfBinh, (context) =>
    reportProgress(context, { id: newId(), planId: plan, taskId: task, milestoneId: null, typed, file }),
  );
  const { id } = await app.db
    .selectFrom('attachment')
    .select('id')
    .where('name', '=', 'zqPlanFile.txt')
    .executeTakeFirstOrThrow();
  return { runningPlan: plan, runningTask: task, planFile: id };
}

export async function plantOpenPlans(
  app: App,
  { people, units }: Cast,
): Promise<{ readonly plan: string; readonly task: string; readonly sentPlan: string }> {
  const unitId = units.communeBinh;
  const sent = await plantPlan(app, people.officerOfBinh, { unitId, title: 'zqSentPlan' });
  await moved(app, sent.plan, 'submit', people.officerOfBinh);
  return { ...(await plantPlan(app, people.officerOfBinh, { unitId, title: 'zqPlan' })), sentPlan: sent.plan };
}

type Named = { readonly unitId: string; readonly title: string; readonly joinUnits?: readonly string[] };

async function plantPlan(app: App, by: Person, { unitId, title, joinUnits = [] }: Named): Promise<Plan> {
  const { id: movementId } = await app.db
    .selectFrom('movement')
    .select('id')
    .where('pack_code', 'is not', null)
    .executeTakeFirstOrThrow();
  const year = new Date().getFullYear();
  const days = { firstDay: `${year}-01-01`, lastDay: `${year}-12-31` };
  const typed = { title, objectives: 'Mục tiêu mẫu', ...days };
  const about = { schemeCode: null, movementId };
  const plan = newId();
  await as(app, by, (context) => enterPlan(context, { id: plan, unitId, ...about, typed }));
  const milestones = [
    { lineId: '', title: 'Mốc mẫu một', dueOn: `${year}-01-15`, product: 'Báo cáo mẫu' },
    { lineId: '', title: 'Mốc mẫu hai', dueOn: `${year}-12-31`, product: '' },
  ];
  const words = { title: 'Nhiệm vụ mẫu', product: '01 mô hình mẫu', lead: 'Phòng Mẫu', joins: '', weight: '100' };
  const hands = { leadUnit: '', owner: 'Người Mẫu Phụ Trách', joinUnits, criteria: [] };
  const task = { ...words, ...hands, startsOn: days.firstDay, dueOn: days.lastDay, milestones };
  await as(app, by, (context) => saveTask(context, { planId: plan, taskId: newId(), version: null, typed: task }));
  const [kept] = await tasksOf(app.db, [plan]);
  return { plan, task: kept?.id ?? '' };
}

async function moved(app: App, id: string, move: PlanWay, by: Person): Promise<void> {
  const { version } = await app.db.selectFrom('plan').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  const paper = { number: '15/KH-UBND', date: `${new Date().getFullYear()}-01-02` };
  await as(app, by, (context) => movePlan(context, { id, version, move, paper }));
}
