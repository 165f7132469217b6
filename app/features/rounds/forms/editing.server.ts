/** What the appraising body does with a draft edition: begun, named, its sections made, changed, moved, taken out. */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Permit } from '../../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../../kernel/procedure.ts';
import { permit } from '../../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { DB } from '../../../platform/db-types.ts';
import type { FormSection, FormStage, FormWrong, SectionWanted, TypedSection } from './form.ts';
import { moved, readName, readSection } from './form.ts';
import type { FormName } from './forms.server.ts';
import { caseOf, findForm, sectionChoices, sectionsOf } from './forms.server.ts';
import type { FormMove } from './procedure.ts';
import { formProcedure } from './procedure.ts';
import { formVisibleTo } from './visible.server.ts';

export type FormRefusal = ProcedureRefusal | NotThere | LostRace | FormWrong;
type Done = Result<{ readonly id: string }, FormRefusal>;

export type CreateForm = {
  /** Minted when the form was drawn: sent twice, it is one. */
  readonly id: string;
  readonly name: string;
  /** A published edition whose sections it begins with; without one it begins empty. */
  readonly from: string | null;
};

export async function createForm(context: Context, { id, name, from }: CreateForm): Promise<Done> {
  const { tx, actor, now, record } = context;
  const allowed = permit(formProcedure, await caseOf(tx, 'draft'), actor, 'change');
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') return refuse(notThere);
  const read = readName(name, (await sectionChoices(tx)).secrets);
  if (!read.ok) return read;
  if (from !== null && !(await findForm(tx, from))) return refuse(notThere);
  const row = { family_id: id, edition: 1, name: read.value, stage: 'draft' };
  const added = await tx
    .insertInto('report_form')
    .values({ id, ...row, created_by: actor.personId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return ok({ id });
  if (from !== null) await copySections(tx, from, id);
  const subject = { kind: 'report_form', id };
  await record({ permit: allowed.value, kind: 'report_form.created', subject, after: { ...row, from } });
  return ok({ id });
}

export async function copySections(tx: Transaction<DB>, from: string, to: string): Promise<void> {
  await sql`
    insert into report_section (form_id, position, place, kind, heading, guidance, is_required, unit_kinds, indicator_codes)
    select ${to}, position, place, kind, heading, guidance, is_required, unit_kinds, indicator_codes
    from report_section where form_id = ${from}`.execute(tx);
}

export type LockedForm = FormName & { readonly stage: FormStage; readonly version: number };

export async function lockForm(tx: Transaction<DB>, actor: Actor, id: string): Promise<LockedForm | undefined> {
  const { rows } = await sql<LockedForm>`
    select id, family_id as "familyId", name, edition, is_default as "isDefault", stage, version
    from report_form where id = ${id} and ${formVisibleTo(actor)} for update`.execute(tx);
  return rows[0];
}

export type OnForm = { readonly formId: string; readonly version: number };
type Held = { readonly form: LockedForm; readonly held: Permit<FormMove> };

/** The edition held for a deed, if this person may do it to the version they saw. */
export async function holdForm(
  { tx, actor }: Context,
  { formId, version }: OnForm,
  move: FormMove,
): Promise<Result<Held, ProcedureRefusal | NotThere | LostRace>> {
  const form = await lockForm(tx, actor, formId);
  if (!form) return refuse(notThere);
  const allowed = permit(formProcedure, await caseOf(tx, form.stage), actor, move);
  if (!allowed.ok) return allowed;
  if (form.version !== version) return refuse({ kind: 'lost_race', current: form.version });
  return ok({ form, held: allowed.value });
}

export async function nameForm(context: Context, { name, ...on }: OnForm & { readonly name: string }): Promise<Done> {
  const { tx } = context;
  const found = await holdForm(context, on, 'change');
  if (!found.ok) return found;
  const read = readName(name, (await sectionChoices(tx)).secrets);
  if (!read.ok) return read;
  await tx.updateTable('report_form').set({ name: read.value }).where('id', '=', on.formId).execute();
  return changed(context, found.value, { before: { name: found.value.form.name }, after: { name: read.value } });
}

/** Null for a section that is new: it gets a number that no edition of the family has had. */
export type SaveSection = OnForm & { readonly position: number | null; readonly typed: TypedSection };

export async function saveSection(context: Context, { position, typed, ...on }: SaveSection): Promise<Done> {
  const { tx } = context;
  const found = await holdForm(context, on, 'change');
  if (!found.ok) return found;
  const sections = await sectionsOf(tx, on.formId);
  const before = sections.find((section) => section.position === position);
  if (position !== null && !before) return refuse(notThere);
  const { groups, indicators, secrets } = await sectionChoices(tx);
  const codes = indicators.map(({ code }) => code);
  const read = readSection(typed, { secrets, groups, indicators: codes, kind: before?.kind });
  if (!read.ok) return read;
  const after = before ? { ...before, ...read.value } : await placed(context, found.value.form, sections, read.value);
  await putSections(
    tx,
    on.formId,
    before ? sections.map((one) => (one === before ? after : one)) : [...sections, after],
  );
  return changed(context, found.value, { ...(before && { before }), after });
}

async function placed(
  { tx }: Context,
  { familyId }: LockedForm,
  sections: readonly FormSection[],
  wanted: SectionWanted,
): Promise<FormSection> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(s.position), 0) as last from report_section s join report_form f on f.id = s.form_id
    where f.family_id = ${familyId}`.execute(tx);
  return { ...wanted, position: (rows[0]?.last ?? 0) + 1, place: sections.length + 1 };
}

export type ArrangeSection = OnForm & { readonly position: number; readonly way: 'up' | 'down' | 'out' };

export async function arrangeSection(context: Context, { position, way, ...on }: ArrangeSection): Promise<Done> {
  const { tx } = context;
  const found = await holdForm(context, on, 'change');
  if (!found.ok) return found;
  const sections = await sectionsOf(tx, on.formId);
  if (!sections.some((section) => section.position === position)) return refuse(notThere);
  const left = sections.filter((section) => section.position !== position);
  await putSections(tx, on.formId, way === 'out' ? left : moved(sections, position, way));
  return changed(context, found.value, { after: { position, way } });
}

/** The sections in their order: few rows, written anew. */
async function putSections(tx: Transaction<DB>, formId: string, sections: readonly FormSection[]): Promise<void> {
  await tx.deleteFrom('report_section').where('form_id', '=', formId).execute();
  if (sections.length === 0) return;
  const rows = sections.map(({ position, kind, heading, guidance, isRequired, unitKinds, indicatorCodes }, at) => ({
    form_id: formId,
    position,
    place: at + 1,
    kind,
    heading,
    guidance,
    is_required: isRequired,
    unit_kinds: unitKinds && [...unitKinds],
    indicator_codes: [...indicatorCodes],
  }));
  await tx.insertInto('report_section').values(rows).execute();
}

async function changed(
  { tx, record }: Context,
  { form, held }: Held,
  what: { readonly before?: object; readonly after: object },
): Promise<Done> {
  await tx
    .updateTable('report_form')
    .set({ version: form.version + 1 })
    .where('id', '=', form.id)
    .execute();
  const subject = { kind: 'report_form', id: form.id };
  await record({ permit: held, kind: 'report_form.changed', subject, ...what });
  return ok({ id: form.id });
}
