/** Inspections of the fixture world: the province's programme for its communes, one of them held with a finding. */
import type { Transaction } from 'kysely';
import type { SaveFinding } from '../app/features/inspections/findings.server.ts';
import { saveFinding } from '../app/features/inspections/findings.server.ts';
import { moveInspection, writeMinutes } from '../app/features/inspections/minutes.server.ts';
import type { PlanInspection } from '../app/features/inspections/planning.server.ts';
import { planInspections } from '../app/features/inspections/planning.server.ts';
import type { EnterProgramme } from '../app/features/inspections/programmes.server.ts';
import { enterProgramme, moveProgramme } from '../app/features/inspections/programmes.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { DB } from '../app/platform/db-types.ts';
import { importedId, newId } from '../app/platform/id.server.ts';
import { inRollback } from './database.ts';
import { insertPlansWorld } from './plans.ts';
import { contextFor, people, units } from './world.ts';

export const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    return body(tx);
  });

export const programmeFor = (more: Partial<EnterProgramme> = {}): EnterProgramme => ({
  id: newId(),
  unitId: units.province,
  typed: { year: '2026', title: 'Chương trình kiểm tra mẫu', purpose: 'Xem việc thực hiện phong trào' },
  ...more,
});

export const typedInspection = {
  title: 'Kiểm tra mẫu',
  content: 'Việc lập kế hoạch\nViệc đăng ký chỉ tiêu',
  firstDay: '2026-06-08',
  lastDay: '2026-06-09',
  outsideReason: 'Theo chỉ đạo mẫu',
};
export const team = [{ name: 'Người Mẫu Thẩm Định', part: 'leader' }] as const;

export function planFor(more: Partial<PlanInspection> = {}): PlanInspection {
  const base = newId();
  return {
    idFor: (unitId) => importedId(base, unitId),
    byUnitId: units.province,
    programmeId: null,
    about: { schemeCode: null, movementId: null },
    unitIds: [units.communeAn],
    typed: typedInspection,
    team,
    ...more,
  };
}

export async function givenProgramme(
  tx: Transaction<DB>,
  by: Person = people.appraiser,
  more: Partial<EnterProgramme> = {},
) {
  return expectOk(await enterProgramme(contextFor(tx, by), programmeFor(more))).id;
}

export async function givenInspection(
  tx: Transaction<DB>,
  more: Partial<PlanInspection> & { readonly by?: Person } = {},
): Promise<string> {
  const { by = people.appraiser, ...plan } = more;
  const [first] = expectOk(await planInspections(contextFor(tx, by), planFor(plan)));
  return first?.id ?? '';
}

export const paper = { number: '25/KH-MAU', date: '2026-06-01' };

export async function approved(tx: Transaction<DB>, id: string, by: Person = people.appraiser): Promise<void> {
  expectOk(await moveProgramme(contextFor(tx, by), { id, version: 1, move: 'approve', typed: paper }));
}

export const typedMinutes = {
  heldOn: '2026-06-08',
  heldUntil: '2026-06-09',
  place: 'Trụ sở mẫu',
  attendees: 'Đoàn kiểm tra\nĐơn vị',
  course: '',
  results: 'Đã lập kế hoạch, chưa đăng ký chỉ tiêu',
  opinions: '',
  conclusion: '',
};
/** A Saturday: due on Monday 22 June 2026. */
export const typedFinding = {
  statement: 'Chưa đăng ký chỉ tiêu',
  remedy: 'Đăng ký chỉ tiêu năm 2026',
  dueOn: '2026-06-20',
};
export const findingFor = (inspectionId: string, more: Partial<SaveFinding> = {}): SaveFinding => ({
  inspectionId,
  id: newId(),
  version: null,
  typed: typedFinding,
  ...more,
});

/** Minutes written, one finding, issued. */
export async function held(tx: Transaction<DB>, id: string, by: Person = people.appraiser): Promise<string> {
  const context = contextFor(tx, by);
  expectOk(await writeMinutes(context, { id, version: 1, typed: typedMinutes }));
  const finding = expectOk(await saveFinding(context, findingFor(id)));
  expectOk(await moveInspection(context, { id, version: 2, move: 'issue' }));
  return finding.id;
}

/** Issued: its version is that of the draft. */
export async function givenFinding(
  tx: Transaction<DB>,
  more: Partial<PlanInspection> & { readonly by?: Person } = {},
): Promise<{ readonly inspectionId: string; readonly id: string }> {
  const inspectionId = await givenInspection(tx, more);
  return { inspectionId, id: await held(tx, inspectionId, more.by) };
}
