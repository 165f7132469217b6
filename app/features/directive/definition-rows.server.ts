/** A pack's items as rows of their tables: the one place where the pack's words meet the columns. */
import type { Insertable } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Pack, PackClause, PackIndicator, PackScheme } from './pack.ts';

export type UnitIds = ReadonlyMap<string, string>;

export function clauseRows(pack: Pack) {
  return pack.clauses.map((clause, position) => ({
    code: clause.id,
    position,
    parent_code: clause.parent,
    heading: clause.heading,
    wording: wordingOf(clause),
  })) satisfies Insertable<DB['clause']>[];
}

function wordingOf(clause: PackClause): string {
  return clause.paragraphs.map(({ kind, text }) => (kind === 'item' ? `- ${text}` : text)).join('\n');
}

export function contentRows(pack: Pack) {
  return pack.contents.map(({ code, clause, wording }, position) => ({ code, position, clause, wording }));
}

export function requirementRows(pack: Pack) {
  return pack.requirements.map(({ clause, wording }, index) => ({ position: index + 1, clause, wording }));
}

/** The movement's aim, what units commit to, and the terms; the times of review stand with the last commitment. */
export function commitmentRows({ movement }: Pack) {
  const last = movement.commitments.at(-1)?.code;
  const rows = [
    { ...movement.aim, kind: 'aim', facts: {} },
    ...movement.commitments.map((one) => ({
      ...one,
      kind: 'commitment',
      facts: { name: one.name, measure: one.measure, ...(one.code === last && { reviews: movement.reviews }) },
    })),
    ...movement.rules.map((one) => ({ ...one, kind: 'term', facts: {} })),
  ];
  return rows.map(({ code, clause, kind, wording, facts }, position) => ({
    code,
    position,
    clause,
    kind,
    wording,
    facts: facts as Readonly<Record<string, unknown>>,
  }));
}

export function indicatorRow(indicator: PackIndicator, position: number, units: UnitIds) {
  const { target, parts, baseline } = indicator;
  const range = typeof target === 'object' ? target : null;
  return {
    code: indicator.code,
    position,
    field: indicator.field,
    name: indicator.name,
    clause: indicator.clause,
    wording: indicator.wording,
    bullet: indicator.bullet,
    unit_of_measure: indicator.unit,
    decimals: indicator.decimals,
    comparator: indicator.comparator,
    target: typeof target === 'number' ? String(target) : null,
    target_low: exact(range?.low),
    target_high: exact(range?.high),
    band: indicator.band ?? 'near_end',
    tolerance: exact(indicator.tolerance),
    tolerance_is_default: indicator.toleranceIsDefault,
    aggregation: indicator.aggregation,
    time_rollup: indicator.timeRollup,
    direction: indicator.direction,
    rollup: indicator.rollup,
    rollup_why: indicator.rollupWhy,
    numerator_name: parts?.numerator ?? null,
    denominator_name: parts?.denominator ?? null,
    scale: String(parts?.scale ?? 1),
    from_year: indicator.from,
    deadline: indicator.deadline,
    range_min: exact(indicator.valueRange.min),
    range_max: exact(indicator.valueRange.max),
    baseline: exact(baseline?.value),
    baseline_year: baseline?.year ?? null,
    baseline_source: baseline?.source ?? null,
    evidence_required: indicator.evidenceRequired,
    evidence_required_is_default: indicator.evidenceRequiredIsDefault,
    owner_unit_id: indicator.owner === null ? null : idIn(units, indicator.owner),
  } satisfies Insertable<DB['indicator']>;
}

export function schemeRow(scheme: PackScheme, position: number) {
  return {
    code: scheme.code,
    position,
    name: scheme.name,
    title: scheme.title,
    term: scheme.term?.wording ?? null,
    from_year: scheme.term?.from ?? null,
    to_year: scheme.term?.to ?? null,
    coordination: scheme.coordination,
    reporting_duty: scheme.reportingDuty,
    note: scheme.note,
    is_secret: scheme.secret,
    clause: scheme.clause,
  } satisfies Insertable<DB['scheme']>;
}

export function criterionRows(pack: Pack) {
  return pack.schemes.flatMap((scheme) =>
    scheme.criteria.map(({ code, wording }, position) => ({ code, scheme_code: scheme.code, position, wording })),
  );
}

export function schemeUnitRows(scheme: PackScheme, units: UnitIds) {
  const rows = (part: 'lead' | 'coordinator', bodies: readonly { unit: string | null; wording: string }[]) =>
    bodies.map(({ unit, wording }, position) => ({
      scheme_code: scheme.code,
      part,
      position,
      unit_id: unit === null ? null : idIn(units, unit),
      wording,
    }));
  return [...rows('lead', scheme.leads), ...rows('coordinator', scheme.coordinators)];
}

export function idIn(units: UnitIds, code: string): string {
  const id = units.get(code);
  if (id === undefined) throw new Error(`unit ${code} is not in the database`);
  return id;
}

function exact(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
