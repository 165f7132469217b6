/** What the form of a criterion offers: indicators that are judged by, and bodies that may be in charge of a field. */
import { sql } from 'kysely';
import type { Reader } from '../../platform/db.server.ts';

export type BodyChoice = { readonly id: string; readonly code: string; readonly name: string };
export type IndicatorChoice = { readonly code: string; readonly name: string };

/** Bodies of the province's own level: what stands right under its root, communes and what is below them left out. */
export async function bodyChoices(db: Reader): Promise<readonly BodyChoice[]> {
  const { rows } = await sql<BodyChoice>`
    select u.id, u.code, u.name from unit_now u join unit_now p on p.id = u.parent_id
    where u.is_active and p.parent_id is null and u.kind not in ('commune', 'village')
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

export async function indicatorChoices(db: Reader): Promise<readonly IndicatorChoice[]> {
  const { rows } = await sql<IndicatorChoice>`select code, name from indicator order by code`.execute(db);
  return rows;
}

export async function bodyIds(db: Reader): Promise<ReadonlySet<string>> {
  return new Set((await bodyChoices(db)).map(({ id }) => id));
}

export async function indicatorCodes(db: Reader): Promise<ReadonlySet<string>> {
  return new Set((await indicatorChoices(db)).map(({ code }) => code));
}
