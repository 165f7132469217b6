/** The directive's content as it was loaded: schemes, the movement's commitments, the text clause by clause. It is public. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';

export type SchemeRead = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly term: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly leads: readonly string[];
  readonly leadUnits: readonly string[];
  readonly coordinators: readonly string[];
  readonly criteria: readonly { readonly code: string; readonly wording: string }[];
  readonly reportingDuty: string | null;
  readonly note: string | null;
  readonly clause: string;
  /** Under the rules on state secrets: what the directive prints, and never anything that anybody entered. */
  readonly restricted: boolean;
};

type Only = { readonly code?: string };

export async function listSchemes(db: Kysely<DB>, { code }: Only = {}): Promise<readonly SchemeRead[]> {
  let wanted = db.selectFrom('scheme').selectAll().orderBy('position');
  if (code !== undefined) wanted = wanted.where('code', '=', code);
  const [schemes, criteria, bodies] = await Promise.all([wanted.execute(), criteriaOf(db), bodiesOf(db)]);
  return schemes.map((row) => schemeOf(row, criteria, bodies));
}

function criteriaOf(db: Kysely<DB>) {
  return db
    .selectFrom('scheme_criterion')
    .select(['code', 'scheme_code', 'wording'])
    .orderBy('scheme_code')
    .orderBy('position')
    .execute();
}

function bodiesOf(db: Kysely<DB>) {
  return db
    .selectFrom('scheme_unit as s')
    .leftJoin('unit as u', 'u.id', 's.unit_id')
    .select(['s.scheme_code', 's.part', 's.wording', 'u.code as unit'])
    .orderBy('s.scheme_code')
    .orderBy('s.position')
    .execute();
}

type Row = {
  readonly code: string;
  readonly title: string;
  readonly name: string;
  readonly term: string | null;
  readonly from_year: number | null;
  readonly to_year: number | null;
  readonly reporting_duty: string | null;
  readonly note: string | null;
  readonly clause: string;
  readonly is_secret: boolean;
};

function schemeOf(
  row: Row,
  criteria: Awaited<ReturnType<typeof criteriaOf>>,
  bodies: Awaited<ReturnType<typeof bodiesOf>>,
): SchemeRead {
  const own = bodies.filter((body) => body.scheme_code === row.code);
  const leads = own.filter(({ part }) => part === 'lead');
  return {
    ...headOf(row),
    term: row.term,
    from: row.from_year,
    to: row.to_year,
    leads: leads.map(({ wording }) => wording),
    leadUnits: leads.flatMap(({ unit }) => unit ?? []),
    coordinators: own.filter(({ part }) => part === 'coordinator').map(({ wording }) => wording),
    criteria: criteria.filter((each) => each.scheme_code === row.code).map(({ code, wording }) => ({ code, wording })),
    reportingDuty: row.reporting_duty,
    restricted: row.is_secret,
  };
}

function headOf({ code, title, name, note, clause }: Row) {
  return { code, name: title, shortName: name, note, clause };
}

export function listCommitments(db: Kysely<DB>) {
  return db.selectFrom('commitment').select(['code', 'kind', 'clause', 'wording']).orderBy('position').execute();
}

export function listClauses(db: Kysely<DB>) {
  return db
    .selectFrom('clause')
    .select(['code', 'parent_code as parent', 'heading', 'wording'])
    .orderBy('position')
    .execute();
}
