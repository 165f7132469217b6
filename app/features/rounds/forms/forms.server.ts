/** Report forms as pages read them: the latest edition of each, and one edition with its sections and its fellows. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import { movesFor } from '../../../kernel/procedure.ts';
import type { DB } from '../../../platform/db-types.ts';
import { rootPath } from '../../organisation/root.server.ts';
import type { SecretScheme } from '../../secrecy/naming.ts';
import type { SectionKind } from '../report.ts';
import type { FormSection, FormStage } from './form.ts';
import type { FormMove } from './procedure.ts';
import { formProcedure } from './procedure.ts';
import { roundVisibleTo } from '../visible.server.ts';
import { formVisibleTo } from './visible.server.ts';

export type FormName = {
  readonly id: string;
  readonly familyId: string;
  readonly name: string;
  readonly edition: number;
  readonly isDefault: boolean;
};

/** The latest published edition of each, the default first. */
export async function latestForms(db: Kysely<DB>): Promise<readonly FormName[]> {
  const { rows } = await sql<FormName>`
    select f.id, f.family_id as "familyId", f.name, f.edition, f.is_default as "isDefault" from report_form f
    where f.stage = 'published' and f.edition = (
      select max(g.edition) from report_form g where g.family_id = f.family_id and g.stage = 'published')
    order by exists (select from report_form d where d.family_id = f.family_id and d.is_default) desc,
      f.name collate "vi-x-icu", f.id`.execute(db);
  return rows;
}

/** Published: what a round may be called on. */
export async function findForm(db: Kysely<DB>, id: string): Promise<FormName | undefined> {
  return db
    .selectFrom('report_form')
    .select(['id', 'family_id as familyId', 'name', 'edition', 'is_default as isDefault'])
    .where('id', '=', id)
    .where('stage', '=', 'published')
    .executeTakeFirst();
}

export async function sectionsOf(db: Kysely<DB>, formId: string): Promise<readonly FormSection[]> {
  const rows = await db
    .selectFrom('report_section')
    .select(['position', 'place', 'kind', 'heading', 'guidance', 'is_required as isRequired'])
    .select(['unit_kinds as unitKinds', 'indicator_codes as indicatorCodes'])
    .where('form_id', '=', formId)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as SectionKind }));
}

export type ListedForm = FormName & {
  readonly stage: FormStage;
  readonly sections: number;
  /** Rounds that were called on it, among those one may know of. */
  readonly rounds: number;
};

/** Each family by its name: what is being made of it, then its editions, the newest first. */
export async function listForms(db: Kysely<DB>, actor: Actor): Promise<readonly ListedForm[]> {
  const { rows } = await sql<ListedForm>`
    select report_form.id, report_form.family_id as "familyId", report_form.name, report_form.edition,
      report_form.is_default as "isDefault", report_form.stage,
      (select count(*) from report_section s where s.form_id = report_form.id) as sections,
      (select count(*) from reporting_round where reporting_round.form_id = report_form.id
        and reporting_round.stage <> 'withdrawn' and ${roundVisibleTo(actor)}) as rounds
    from report_form
    where ${formVisibleTo(actor)} and not exists (select from report_form n where n.family_id = report_form.family_id
      and n.stage = 'published' and report_form.stage = 'published' and n.edition > report_form.edition)
    order by exists (select from report_form d where d.family_id = report_form.family_id and d.is_default) desc,
      report_form.name collate "vi-x-icu", report_form.edition desc`.execute(db);
  return rows;
}

export type Edition = Pick<FormName, 'id' | 'edition'> & { readonly stage: FormStage };
export type FormPage = FormName & {
  readonly stage: FormStage;
  readonly version: number;
  readonly moves: readonly FormMove[];
  readonly sections: readonly FormSection[];
  /** Of the same family, the newest first, itself among them. */
  readonly editions: readonly Edition[];
};

export async function formPage(db: Kysely<DB>, actor: Actor, id: string): Promise<FormPage | undefined> {
  const { rows } = await sql<Omit<FormPage, 'moves' | 'sections' | 'editions'>>`
    select id, family_id as "familyId", name, edition, is_default as "isDefault", stage, version
    from report_form where id = ${id} and ${formVisibleTo(actor)}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const editions = await sql<Edition>`
    select id, edition, stage from report_form where family_id = ${row.familyId} and ${formVisibleTo(actor)}
    order by edition desc`.execute(db);
  const moves = movesFor(formProcedure, await caseOf(db, row.stage), actor);
  return { ...row, moves, sections: await sectionsOf(db, id), editions: editions.rows };
}

export async function caseOf(db: Kysely<DB>, stage: FormStage) {
  return { stage, places: { root: await rootPath(db) }, submittedBy: null } as const;
}

/** Whether this person may make forms at all. */
export async function mayMakeForms(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  return movesFor(formProcedure, await caseOf(db, 'draft'), actor).includes('change');
}

export type SectionChoices = {
  readonly groups: readonly string[];
  readonly indicators: readonly { readonly code: string; readonly name: string }[];
  readonly secrets: readonly SecretScheme[];
};

/** What a section may be made of: kinds of units that take part, indicators; and what it may not name. */
export async function sectionChoices(db: Kysely<DB> | Transaction<DB>): Promise<SectionChoices> {
  const { rows } = await sql<{ kind: string }>`
    select distinct u.kind from unit_now u where u.is_active and u.takes_part order by 1`.execute(db);
  const indicators = await db.selectFrom('indicator').select(['code', 'name']).orderBy('position').execute();
  const secrets = await db.selectFrom('scheme').select(['code', 'name']).where('is_secret', '=', true).execute();
  return { groups: rows.map(({ kind }) => kind), indicators, secrets };
}
