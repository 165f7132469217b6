/**
 * What a form asks of one unit: the sections of its edition that are for units of its kind, with a part for each criterion
 * of the unit's schemes and each indicator listed; and what other editions ask, so that nothing typed for them is lost.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { planInForce } from '../plans/visible.server.ts';
import { pledgeInForce } from '../pledges/visible.server.ts';
import type { SectionKind, Section, SectionPart, Slot } from './report.ts';
import { slotKey, slotsOf } from './report.ts';

export type AskedOf = { readonly formId: string; readonly unitId: string; readonly year: number };
/** A text of another edition of the form. */
export type KnownSlot = Slot & { readonly heading: string };
export type SectionsAsked = { readonly sections: readonly Section[]; readonly known: readonly KnownSlot[] };

type Row = Omit<Section, 'parts' | 'kind'> & {
  readonly kind: SectionKind;
  readonly formId: string;
  readonly isForUnit: boolean;
  readonly indicators: readonly SectionPart[];
};

export async function sectionsFor(db: Kysely<DB>, { formId, unitId, year }: AskedOf): Promise<SectionsAsked> {
  const { rows } = await sql<Row>`
    select s.form_id as "formId", s.position, s.kind, s.heading, s.guidance, s.is_required as "isRequired",
      s.unit_kinds is null or exists (select from unit u where u.id = ${unitId} and u.kind = any(s.unit_kinds)) as "isForUnit",
      coalesce((select json_agg(json_build_object('part', i.code, 'heading', i.code || ' ' || i.name, 'group', null) order by i.position)
        from indicator i where i.code = any(s.indicator_codes)), '[]') as indicators
    from report_section s join report_form f on f.id = s.form_id
    where f.family_id = (select family_id from report_form where id = ${formId}) and f.stage = 'published'
    order by f.edition desc, s.place`.execute(db);
  const criteria = rows.some(({ kind }) => kind === 'criteria') ? await criteriaOf(db, unitId, year) : [];
  const all = rows.map(({ indicators, ...row }) => ({
    ...row,
    parts: row.kind === 'criteria' ? criteria : indicators,
  }));
  const sections = all.filter((row) => row.formId === formId && row.isForUnit).map(asked);
  return { sections, known: knownOf(all, sections) };
}

const asked = ({ position, kind, heading, guidance, isRequired, parts }: Section): Section => ({
  position,
  kind,
  heading,
  guidance,
  isRequired,
  parts,
});

function knownOf(all: readonly Section[], sections: readonly Section[]): readonly KnownSlot[] {
  const seen = new Set(sections.flatMap(slotsOf).map(slotKey));
  return all.flatMap((section) =>
    slotsOf(section).flatMap((slot) => {
      if (seen.has(slotKey(slot))) return [];
      seen.add(slotKey(slot));
      const part = section.parts.find((one) => one.part === slot.part);
      return [{ ...slot, heading: part ? `${section.heading}: ${part.heading}` : section.heading }];
    }),
  );
}

/** Of schemes that the unit leads or joins, or has pledged or planned for in the year; never of one under state secrets. */
async function criteriaOf(db: Kysely<DB>, unitId: string, year: number): Promise<readonly SectionPart[]> {
  const { rows } = await sql<SectionPart>`
    select c.code as part, c.wording as heading, s.code || ' ' || s.name as "group"
    from scheme s join scheme_criterion c on c.scheme_code = s.code
    where not s.is_secret and (
      exists (select from scheme_unit u where u.scheme_code = s.code and u.unit_id = ${unitId})
      or exists (select from pledge p where p.scheme_code = s.code and p.unit_id = ${unitId} and p.year = ${year}
        and ${pledgeInForce('p')})
      or exists (select from plan p where p.scheme_code = s.code and p.unit_id = ${unitId} and ${planInForce('p')}
        and p.first_day <= make_date(${year}, 12, 31) and p.last_day >= make_date(${year}, 1, 1)))
    order by s.position, c.position`.execute(db);
  return rows;
}
