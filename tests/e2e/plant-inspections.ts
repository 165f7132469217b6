/** Inspections of one commune: a programme in preparation, one that is planned, one held with a finding that is open, one answered. */
import { addDays, plainDateIn } from '../../app/kernel/calendar.ts';
import { answerFinding, saveFinding } from '../../app/features/inspections/findings.server.ts';
import { moveInspection, writeMinutes } from '../../app/features/inspections/minutes.server.ts';
import { planInspections } from '../../app/features/inspections/planning.server.ts';
import { enterProgramme } from '../../app/features/inspections/programmes.server.ts';
import { importedId, newId } from '../../app/platform/id.server.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as } from './plant.ts';

export type PlantedInspections = Readonly<
  Record<'programme' | 'plannedInspection' | 'inspection' | 'draftFinding' | 'finding' | 'answeredFinding', string>
>;

const day = (offset: number) => addDays(plainDateIn(new Date()), offset);
const team = [{ name: 'Người Mẫu Thẩm Định', part: 'leader' }] as const;

export async function plantInspections(app: App, cast: Cast): Promise<PlantedInspections> {
  const { appraiser, officerOfBinh } = cast.people;
  const programme = newId();
  const year = String(new Date().getFullYear());
  const typed = { year, title: 'zqProgramme', purpose: 'Mục đích mẫu' };
  await as(app, appraiser, (context) => enterProgramme(context, { id: programme, unitId: cast.units.province, typed }));
  const plannedInspection = await plan(app, cast, { title: 'Kiểm tra mẫu sắp tới', programmeId: programme });
  await as(app, appraiser, (context) => saveFinding(context, finding(plannedInspection, 'zqDraftFinding')));
  const inspection = await plan(app, cast, { title: 'zqInspection', programmeId: null });
  const minutes = { heldOn: day(-9), attendees: 'Đoàn mẫu', results: 'zqMinutes' };
  await as(app, appraiser, (context) => writeMinutes(context, { id: inspection, version: 1, typed: minutes }));
  const [open, answered] = [finding(inspection, 'zqFinding'), finding(inspection, 'Tồn tại mẫu')];
  for (const one of [open, answered]) await as(app, appraiser, (context) => saveFinding(context, one));
  await as(app, appraiser, (context) => moveInspection(context, { id: inspection, version: 2, move: 'issue' }));
  const answer = { answerId: newId(), id: answered.id, version: 1, typed: { said: 'zqRemedy' } };
  await as(app, officerOfBinh, (context) => answerFinding(context, answer));
  const draft = await app.db
    .selectFrom('finding')
    .select('id')
    .where('statement', '=', 'zqDraftFinding')
    .executeTakeFirstOrThrow();
  const ids = { programme, plannedInspection, inspection, draftFinding: draft.id };
  return { ...ids, finding: open.id, answeredFinding: answered.id };
}

function finding(inspectionId: string, statement: string) {
  const typed = { statement, remedy: 'Việc mẫu phải làm', dueOn: day(30) };
  return { inspectionId, id: newId(), version: null, typed };
}

type Plan = { readonly title: string; readonly programmeId: string | null };

async function plan(app: App, cast: Cast, { title, programmeId }: Plan): Promise<string> {
  const base = newId();
  const days = { firstDay: day(-10), lastDay: day(-8) };
  const [made] = await as(app, cast.people.appraiser, (context) =>
    planInspections(context, {
      idFor: (unitId) => importedId(base, unitId),
      byUnitId: cast.units.province,
      programmeId,
      about: { schemeCode: null, movementId: null },
      unitIds: [cast.units.communeBinh],
      typed: { title, content: 'Nội dung mẫu', outsideReason: 'Lý do mẫu', ...days },
      team,
    }),
  );
  return made?.id ?? '';
}
