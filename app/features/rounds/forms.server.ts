/** Report forms: each edition stays as it was made; a round keeps the edition it was opened with. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Section, SectionKind } from './report.ts';

export type FormName = {
  readonly id: string;
  readonly familyId: string;
  readonly name: string;
  readonly edition: number;
  readonly isDefault: boolean;
};

/** The latest edition of each, the default first. */
export async function latestForms(db: Kysely<DB>): Promise<readonly FormName[]> {
  const { rows } = await sql<FormName>`
    select f.id, f.family_id as "familyId", f.name, f.edition, f.is_default as "isDefault" from report_form f
    where f.edition = (select max(g.edition) from report_form g where g.family_id = f.family_id)
    order by exists (select from report_form d where d.family_id = f.family_id and d.is_default) desc,
      f.name collate "vi-x-icu", f.id`.execute(db);
  return rows;
}

export async function findForm(db: Kysely<DB>, id: string): Promise<FormName | undefined> {
  return db
    .selectFrom('report_form')
    .select(['id', 'family_id as familyId', 'name', 'edition', 'is_default as isDefault'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function sectionsOf(db: Kysely<DB>, formId: string): Promise<readonly Section[]> {
  const rows = await db
    .selectFrom('report_section')
    .select(['position', 'kind', 'heading', 'guidance', 'is_required as isRequired'])
    .where('form_id', '=', formId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as SectionKind }));
}
