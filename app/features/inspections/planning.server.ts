/** Inspections as they are planned: one a unit, within a programme that is drafted or outside any for a reason. */
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { movements } from '../movements/case.server.ts';
import type { InspectionRow, ProgrammeRow } from './case.server.ts';
import { inspectorPlaces, lockInspection, lockProgramme } from './case.server.ts';
import type { PlannedContent, TypedMember } from './inspection.ts';
import { readPlanned } from './inspection.ts';
import { inspectionProcedure, programmeProcedure } from './procedure.ts';
import type { Kept, SecretInspection } from './programmes.server.ts';
import { schemeLedBy } from './programmes.server.ts';
import { targetsOf } from './targets.server.ts';
import { keepTeam } from './team.server.ts';
import type { FormWrong, TypedFields } from './typed.ts';
import { wrongAt } from './typed.ts';

export type PlanInspection = {
  /** From what was minted when the form was drawn, one for each unit chosen: sent twice, they are the same inspections. */
  readonly idFor: (unitId: string) => string;
  readonly byUnitId: string;
  readonly programmeId: string | null;
  /** A scheme's code or a movement's id; of a programme for a scheme its own. */
  readonly about: { readonly schemeCode: string | null; readonly movementId: string | null };
  readonly unitIds: readonly string[];
  readonly typed: TypedFields;
  readonly team: readonly TypedMember[];
};
export type PlanRefusal = ProcedureRefusal | FormWrong | NotThere | LostRace | SecretInspection;

/** One for each unit, in the order chosen; all or none. */
export async function planInspections(
  context: Context,
  command: PlanInspection,
): Promise<Result<readonly Kept[], PlanRefusal>> {
  const { tx, actor } = context;
  const programme = command.programmeId === null ? null : await lockProgramme(tx, actor, command.programmeId);
  if (programme === undefined) return refuse(notThere);
  const byUnitId = programme?.unitId ?? command.byUnitId;
  const path = await pathOf(tx, byUnitId);
  if (path.length === 0) return refuse(notThere);
  const subject = { stage: 'planned', places: inspectorPlaces(path), submittedBy: null } as const;
  const allowed = permit(inspectionProcedure, subject, actor, 'change');
  if (!allowed.ok) return allowed;
  const open = programme && permit(programmeProcedure, programme, actor, 'change');
  if (open && !open.ok) return open;
  const about = await readAbout(context, { ...command, byUnitId }, programme);
  if (!about.ok) return about;
  const units = await readUnits(context, command.unitIds, { byUnitId, schemeCode: about.value.schemeCode });
  if (!units.ok) return units;
  const read = readPlanned(command.typed, command.team, { year: programme?.year ?? null });
  if (!read.ok) return read;
  const planned = { byUnitId, programmeId: programme?.id ?? null, about: about.value, content: read.value };
  const made: Kept[] = [];
  for (const unitId of units.value) {
    const kept = await insert(context, allowed.value, { ...planned, unitId, id: command.idFor(unitId) });
    if (!kept.ok) return kept;
    made.push(kept.value);
  }
  return ok(made);
}

type About = PlanInspection['about'];

/** Under state secrets nothing is planned here; what one may not know of cannot be chosen. */
async function readAbout(
  { tx, actor }: Context,
  { about, byUnitId }: Pick<PlanInspection, 'about' | 'byUnitId'>,
  programme: ProgrammeRow | null,
): Promise<Result<About, FormWrong | SecretInspection>> {
  const chosen = programme?.schemeCode ? { schemeCode: programme.schemeCode, movementId: null } : about;
  const { schemeCode, movementId } = chosen;
  if (schemeCode !== null) {
    const led = await schemeLedBy(tx, byUnitId, schemeCode);
    if (led === 'secret') return refuse({ kind: 'secret_inspection' });
    if (led === undefined) return refuse(wrongAt('about', { kind: 'not_offered' }));
  }
  if (movementId === null) return ok(chosen);
  const movement = await movements(tx, actor).where('movement.id', '=', movementId).executeTakeFirst();
  if (!movement || movement.stage === 'draft') return refuse(wrongAt('about', { kind: 'not_offered' }));
  return movement.isSecret ? refuse({ kind: 'secret_inspection' }) : ok(chosen);
}

async function readUnits(
  { tx }: Context,
  unitIds: readonly string[],
  by: { readonly byUnitId: string; readonly schemeCode: string | null },
): Promise<Result<readonly string[], FormWrong>> {
  const wanted = [...new Set(unitIds.filter((id) => id !== ''))];
  if (wanted.length === 0) return refuse(wrongAt('unit', { kind: 'missing' }));
  const offered = new Set((await targetsOf(tx, by)).map(({ id }) => id));
  return wanted.every((id) => offered.has(id)) ? ok(wanted) : refuse(wrongAt('unit', { kind: 'not_offered' }));
}

type New = {
  readonly id: string;
  readonly byUnitId: string;
  readonly unitId: string;
  readonly programmeId: string | null;
  readonly about: About;
  readonly content: PlannedContent;
};

async function insert(context: Context, allowed: Permit, given: New): Promise<Result<Kept, LostRace>> {
  const { tx, now, record } = context;
  if (allowed.actor.kind !== 'person') throw new Error('only people plan inspections');
  const { id, byUnitId, unitId, about, content } = given;
  const row = {
    id,
    by_unit_id: byUnitId,
    unit_id: unitId,
    programme_id: given.programmeId,
    kind: byUnitId === unitId ? 'self_check' : 'inspection',
    scheme_code: about.schemeCode,
    movement_id: about.movementId,
    ...columnsOf(content),
    stage: 'planned',
  };
  const added = await tx
    .insertInto('inspection')
    .values({ ...row, entered_by: allowed.actor.personId, entered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!added) return sentAgain(context, given);
  await keepTeam(tx, { inspectionId: id, byUnitId, team: content.team });
  const after = { ...row, team: content.team };
  await record({ permit: allowed, kind: 'inspection.planned', subject: { kind: 'inspection', id }, unitId, after });
  return ok(added);
}

async function sentAgain({ tx, actor }: Context, { id, unitId, content }: New): Promise<Result<Kept, LostRace>> {
  const there = await lockInspection(tx, actor, id);
  const isSame = there?.unitId === unitId && there.title === content.title && there.firstDay === content.firstDay;
  return isSame ? ok({ id, version: there.version }) : refuse({ kind: 'lost_race', current: there?.version ?? 0 });
}

function columnsOf({ title, content, firstDay, lastDay, outsideReason }: PlannedContent) {
  const outside_reason = outsideReason === '' ? null : outsideReason;
  return { title, content, first_day: firstDay, last_day: lastDay, outside_reason };
}

export type ChangeInspection = {
  readonly id: string;
  readonly version: number;
  readonly typed: TypedFields;
  readonly team: readonly TypedMember[];
};

/** Days and team may still change when the programme is approved: who was planned and who came are both in the record. */
export async function changeInspection(
  context: Context,
  { id, version, typed, team }: ChangeInspection,
): Promise<Result<Kept, PlanRefusal>> {
  const { tx, actor, record } = context;
  const row = await lockInspection(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(inspectionProcedure, row, actor, 'change');
  if (!allowed.ok) return allowed;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  const read = readPlanned(typed, team, { year: await yearOf(context, row) });
  if (!read.ok) return read;
  const after = { ...columnsOf(read.value), version: version + 1 };
  await tx.updateTable('inspection').set(after).where('id', '=', id).execute();
  await keepTeam(tx, { inspectionId: id, byUnitId: row.byUnitId, team: read.value.team });
  const { title, content, firstDay, lastDay, unitId } = row;
  await record({
    permit: allowed.value,
    kind: 'inspection.changed',
    subject: { kind: 'inspection', id },
    unitId,
    before: { title, content, first_day: firstDay, last_day: lastDay },
    after: { ...after, team: read.value.team },
  });
  return ok({ id, version: version + 1 });
}

async function yearOf({ tx }: Context, { programmeId }: InspectionRow): Promise<number | null> {
  if (programmeId === null) return null;
  const row = await tx
    .selectFrom('inspection_programme')
    .select('year')
    .where('id', '=', programmeId)
    .executeTakeFirst();
  return row?.year ?? null;
}
