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
  readonly restricted: boolean;
};

type Only = { readonly code?: string };

export async function listSchemes(db: Kysely<DB>, { code }: Only = {}): Promise<readonly SchemeRead[]> {
  let wanted = db.selectFrom('scheme').selectAll().orderBy('position');
  if (code !== undefined) wanted = wanted.where('code', '=', code);
  const [schemes, criteria, bodies] = await Promise.all([wanted.execute(), criteriaOf(db), bodiesOf(db)]);
  return schemes.map((row) => (row.is_secret ? restrictedScheme(row) : schemeOf(row, criteria, bodies)));
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
    restricted: false,
  };
}

/** State secrets are handled off the system: code, name and note as printed, and nothing else leaves it. */
function restrictedScheme(row: Row): SchemeRead {
  const nothing = { leads: [], leadUnits: [], coordinators: [], criteria: [] };
  return { ...headOf(row), ...nothing, term: null, from: null, to: null, reportingDuty: null, restricted: true };
}

function headOf({ code, title, name, note, clause }: Row) {
  return { code, name: title, shortName: name, note, clause };
}

export function listCommitments(db: Kysely<DB>) {
  return db.selectFrom('commitment').select(['code', 'kind', 'clause', 'wording']).orderBy('position').execute();
}

/** The clause of a restricted scheme says its note alone. */
export async function listClauses(db: Kysely<DB>) {
  const rows = await db
    .selectFrom('clause as c')
    .leftJoin('scheme as s', (join) => join.onRef('s.clause', '=', 'c.code').on('s.is_secret', '=', true))
    .select(['c.code', 'c.parent_code as parent', 'c.heading', 'c.wording', 's.code as secret', 's.note', 's.title'])
    .orderBy('c.position')
    .execute();
  return rows.map(({ secret, note, title, ...clause }) =>
    secret === null ? clause : { ...clause, heading: title, wording: note ?? '' },
  );
}
