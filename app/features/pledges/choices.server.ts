/** What a pledge can be about, and for which units a person pledges. Schemes under state secrets are not offered. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { SheetAbout } from './import-plan.ts';
import type { About } from './pledge.ts';

export type Choice = { readonly code: string; readonly name: string };
export type AboutChoices = {
  readonly indicators: readonly Choice[];
  readonly schemes: readonly (Choice & { readonly criteria: readonly Choice[] })[];
  readonly secret: readonly Choice[];
};

export async function aboutChoices(db: Kysely<DB>): Promise<AboutChoices> {
  const [indicators, schemes, criteria] = await Promise.all([
    db.selectFrom('indicator').select(['code', 'name']).orderBy('position').execute(),
    db.selectFrom('scheme').select(['code', 'name', 'is_secret']).orderBy('position').execute(),
    db
      .selectFrom('scheme_criterion')
      .select(['code', 'scheme_code', 'wording as name'])
      .orderBy('scheme_code')
      .orderBy('position')
      .execute(),
  ]);
  const open = schemes.filter((scheme) => !scheme.is_secret);
  return {
    indicators,
    schemes: open.map(({ code, name }) => ({
      code,
      name,
      criteria: criteria.filter((one) => one.scheme_code === code).map((one) => ({ code: one.code, name: one.name })),
    })),
    secret: schemes.filter((scheme) => scheme.is_secret).map(({ code, name }) => ({ code, name })),
  };
}

/** A code alone says what it is about: `KT-01`, `DA-03`, `DA-03.2`. */
export function aboutOf(code: string): About | undefined {
  if (/^[A-Z]{2}-\d{2}\.\d+$/.test(code))
    return { schemeCode: code.split('.')[0] ?? null, criterionCode: code, indicatorCode: null };
  if (/^DA-\d{2}$/.test(code)) return { schemeCode: code, criterionCode: null, indicatorCode: null };
  return /^[A-Z]{2}-\d{2}$/.test(code) ? { schemeCode: null, criterionCode: null, indicatorCode: code } : undefined;
}

export async function unitsToPledge(
  db: Kysely<DB>,
  person: Person,
): Promise<readonly { readonly id: string; readonly code: string; readonly name: string }[]> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  if (held.length === 0) return [];
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    select u.id, u.code, u.name from unit_now u join unit n on n.id = u.id
    where u.is_active and n.takes_part
      and u.id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[]))
    order by u.id = any(${held}::uuid[]) desc, u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** Everything a sheet may name, by the code that stands in its cell; secret ones to say why not. */
export async function sheetAbouts(db: Kysely<DB>): Promise<ReadonlyMap<string, SheetAbout>> {
  const { rows } = await sql<SheetAbout & { readonly code: string }>`
    select i.code, i.name, null as "schemeCode", null as "criterionCode", i.code as "indicatorCode", false as "isSecret",
      json_build_object('unitOfMeasure', i.unit_of_measure, 'min', i.range_min::text, 'max', i.range_max::text) as rule
    from indicator i
    union all select s.code, case when s.is_secret then s.code else s.name end, s.code, null, null, s.is_secret, null from scheme s
    union all select c.code, case when s.is_secret then c.code else c.wording end, s.code, c.code, null, s.is_secret, null
      from scheme_criterion c join scheme s on s.code = c.scheme_code
    order by code`.execute(db);
  return new Map(rows.map(({ code, ...about }) => [code, about]));
}
