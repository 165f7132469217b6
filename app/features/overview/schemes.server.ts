/**
 * Reads of the schemes: what the directive says of them as loaded, what is linked and registered as known on the day.
 * Of one under the rules on state secrets there is what the directive prints, and
 * nothing else.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { stood } from '../../platform/known.server.ts';
import { pledgeInForce } from '../pledges/visible.server.ts';
import type { Day, Reach } from '../../ui/day.ts';
import { dayOf } from '../../ui/day.ts';

export type SchemeUnit = { readonly code: string | null; readonly wording: string };
export type SchemeLine = {
  readonly code: string;
  readonly name: string;
  readonly isSecret: boolean;
  readonly leads: readonly SchemeUnit[];
  readonly indicators: readonly string[];
  /** Units with an accepted pledge of the year under the scheme. */
  readonly pledging: number;
};

export async function listSchemes(db: Kysely<DB>, day: Reach): Promise<readonly SchemeLine[]> {
  const { known } = day;
  const year = Number(dayOf(day).slice(0, 4));
  const { rows } = await sql<SchemeLine>`
    select s.code, s.name, s.is_secret as "isSecret",
      coalesce((select json_agg(json_build_object('code', u.code, 'wording', l.wording) order by l.position)
        from scheme_unit l left join unit u on u.id = l.unit_id
        where l.scheme_code = s.code and l.part = 'lead'), '[]') as leads,
      coalesce((select json_agg(i.code order by i.position) from scheme_indicator x join indicator i on i.code = x.indicator_code
        where x.scheme_code = s.code and ${stood('x', known)} and not s.is_secret), '[]') as indicators,
      (select count(distinct p.unit_id) from pledge p
        where p.scheme_code = s.code and p.year = ${year} and ${pledgeInForce('p', known)}
          and not s.is_secret) as pledging
    from scheme s order by s.position`.execute(db);
  return rows;
}

export type SchemeDetail = {
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly term: string | null;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly reportingDuty: string | null;
  readonly note: string | null;
  readonly isSecret: boolean;
  readonly clause: string;
  readonly leads: readonly SchemeUnit[];
  readonly coordinators: readonly SchemeUnit[];
  readonly criteria: readonly { readonly code: string; readonly wording: string }[];
  readonly indicators: readonly { readonly code: string; readonly basis: string }[];
};

export async function findScheme(db: Kysely<DB>, code: string, { known }: Day): Promise<SchemeDetail | undefined> {
  const { rows } = await sql<SchemeDetail>`
    select s.code, s.name, s.title, s.term, s.from_year as "fromYear", s.to_year as "toYear",
      s.reporting_duty as "reportingDuty", s.note, s.is_secret as "isSecret", s.clause,
      ${unitsOf('lead')} as leads, ${unitsOf('coordinator')} as coordinators,
      coalesce((select json_agg(json_build_object('code', c.code, 'wording', c.wording) order by c.position)
        from scheme_criterion c where c.scheme_code = s.code), '[]') as criteria,
      coalesce((select json_agg(json_build_object('code', x.indicator_code, 'basis', x.basis) order by i.position)
        from scheme_indicator x join indicator i on i.code = x.indicator_code where x.scheme_code = s.code and ${stood('x', known)}), '[]') as indicators
    from scheme s where s.code = ${code}`.execute(db);
  return rows[0];
}

function unitsOf(part: 'lead' | 'coordinator') {
  return sql`coalesce((select json_agg(json_build_object('code', u.code, 'wording', l.wording) order by l.position)
    from scheme_unit l left join unit u on u.id = l.unit_id where l.scheme_code = s.code and l.part = ${part}), '[]')`;
}
