/**
 * What must hold between the files of a pack, beyond each file's own shape: codes unique and in sequence, every clause
 * and unit named exists, wordings stand in the clause they cite, and an indicator's fields agree with its comparator.
 */
import type { Pack, PackFileName, PackIndicator } from './pack.ts';

export type PackFault =
  | { readonly kind: 'missing_file'; readonly file: PackFileName }
  | { readonly kind: 'not_json'; readonly file: PackFileName; readonly detail: string }
  | { readonly kind: 'wrong_shape'; readonly file: PackFileName; readonly path: string; readonly detail: string }
  | { readonly kind: 'repeated_code'; readonly file: PackFileName; readonly code: string }
  | { readonly kind: 'out_of_sequence'; readonly file: PackFileName; readonly code: string; readonly expected: string }
  | { readonly kind: 'unknown_clause'; readonly file: PackFileName; readonly code: string; readonly clause: string }
  | { readonly kind: 'unknown_unit'; readonly file: PackFileName; readonly code: string; readonly unit: string }
  | { readonly kind: 'unknown_source'; readonly file: PackFileName; readonly code: string; readonly source: string }
  | { readonly kind: 'circular_parent'; readonly file: PackFileName; readonly code: string }
  | { readonly kind: 'not_in_clause'; readonly file: PackFileName; readonly code: string; readonly clause: string }
  | { readonly kind: 'fields_disagree'; readonly file: PackFileName; readonly code: string; readonly field: string };

type Quote = { readonly file: PackFileName; readonly code: string; readonly clause: string; readonly wording: string };

export function faultsOf(pack: Pack): readonly PackFault[] {
  return [
    ...repeatedCodes(pack),
    ...brokenSequences(pack),
    ...unknownUnits(pack),
    ...brokenTree(
      'units',
      pack.units.map((unit) => [unit.code, unit.parent] as const),
    ),
    ...brokenTree(
      'directive',
      pack.clauses.map((clause) => [clause.id, clause.parent] as const),
    ),
    ...wrongQuotes(pack),
    ...pack.indicators.flatMap(disagreements),
  ];
}

/** Every wording a pack quotes, with the clause it must stand in. */
export function quotesOf(pack: Pack): readonly Quote[] {
  const { movement } = pack;
  const quote = (file: PackFileName, code: string, clause: string, ...wordings: readonly (string | null)[]) =>
    wordings.flatMap((wording) => (wording === null ? [] : [{ file, code, clause, wording }]));
  return [
    ...pack.indicators.flatMap((x) => quote('indicators', x.code, x.clause, x.wording, x.bullet)),
    ...pack.contents.flatMap((x) => quote('contents', x.code, x.clause, x.wording)),
    ...quote('movement', 'movement', movement.clause, movement.wording),
    ...[movement.aim, ...movement.commitments, ...movement.rules].flatMap((x) =>
      quote('movement', x.code, x.clause, x.wording),
    ),
    ...movement.reviews.flatMap((x) => quote('movement', x.kind, x.clause, x.wording)),
    ...pack.schemes.flatMap((x) =>
      quote(
        'schemes',
        x.code,
        x.clause,
        x.title,
        x.term?.wording ?? null,
        x.coordination,
        x.reportingDuty,
        x.note,
        ...[...x.leads, ...x.coordinators].map((body) => body.wording),
      ),
    ),
    ...pack.schemes.flatMap((x) => x.criteria.flatMap((c) => quote('schemes', c.code, x.clause, c.wording))),
    ...pack.requirements.flatMap((x) => quote('general', x.code, x.clause, x.wording)),
    ...pack.slips.flatMap((x) => quote('slips', x.found, x.clause, x.mended)),
  ];
}

function wrongQuotes(pack: Pack): readonly PackFault[] {
  const texts = new Map(
    pack.clauses.map((x) => [x.id, [x.heading ?? '', ...x.paragraphs.map((p) => p.text)].join('\n')]),
  );
  const known = pack.units.flatMap((x): readonly PackFault[] =>
    x.clause === undefined || texts.has(x.clause)
      ? []
      : [{ kind: 'unknown_clause', file: 'units', code: x.code, clause: x.clause }],
  );
  const quoted = quotesOf(pack).flatMap(({ file, code, clause, wording }): readonly PackFault[] => {
    const text = texts.get(clause);
    if (text === undefined) return [{ kind: 'unknown_clause', file, code, clause }];
    return text.includes(wording) ? [] : [{ kind: 'not_in_clause', file, code, clause }];
  });
  return [...known, ...quoted];
}

function codeLists(pack: Pack): readonly (readonly [PackFileName, readonly string[]])[] {
  const { movement } = pack;
  return [
    ['directive', pack.clauses.map((x) => x.id)],
    ['indicators', pack.indicators.map((x) => x.code)],
    ['contents', pack.contents.map((x) => x.code)],
    ['movement', [movement.aim, ...movement.commitments, ...movement.rules].map((x) => x.code)],
    ['schemes', pack.schemes.map((x) => x.code)],
    ['general', pack.requirements.map((x) => x.code)],
    ['units', pack.units.map((x) => x.code)],
  ];
}

function repeatedCodes(pack: Pack): readonly PackFault[] {
  return codeLists(pack).flatMap(([file, codes]) =>
    codes
      .filter((code, at) => codes.indexOf(code) !== at)
      .map((code): PackFault => ({ kind: 'repeated_code', file, code })),
  );
}

/** Two-digit codes run from 01 within their prefix, criteria from 1 within their scheme, without a gap. */
function brokenSequences(pack: Pack): readonly PackFault[] {
  const numbered = (file: PackFileName, codes: readonly string[]): readonly PackFault[] => {
    const seen = new Map<string, number>();
    return codes.flatMap((code): readonly PackFault[] => {
      const prefix = code.slice(0, 3);
      const next = (seen.get(prefix) ?? 0) + 1;
      seen.set(prefix, next);
      const expected = prefix + String(next).padStart(2, '0');
      return code === expected ? [] : [{ kind: 'out_of_sequence', file, code, expected }];
    });
  };
  const criteria = pack.schemes.flatMap((scheme) =>
    scheme.criteria.flatMap(({ code }, at): readonly PackFault[] => {
      const expected = `${scheme.code}.${at + 1}`;
      return code === expected ? [] : [{ kind: 'out_of_sequence', file: 'schemes', code, expected }];
    }),
  );
  return [
    ...numbered(
      'indicators',
      pack.indicators.map((x) => x.code),
    ),
    ...numbered(
      'schemes',
      pack.schemes.map((x) => x.code),
    ),
    ...criteria,
  ];
}

function unknownUnits(pack: Pack): readonly PackFault[] {
  const known = new Set(pack.units.map((unit) => unit.code));
  const sources = new Set(pack.unitSources.map((source) => source.id));
  const check = (file: PackFileName, code: string, units: readonly (string | null | undefined)[]) =>
    units.flatMap((unit): readonly PackFault[] =>
      unit === null || unit === undefined || known.has(unit) ? [] : [{ kind: 'unknown_unit', file, code, unit }],
    );
  return [
    ...check('pack', pack.name, [pack.province.unit, pack.standingBody]),
    ...pack.units.flatMap((x) => check('units', x.code, [x.parent, x.formerProvince, ...(x.predecessors ?? [])])),
    ...pack.indicators.flatMap((x) => check('indicators', x.code, [x.owner])),
    ...pack.schemes.flatMap((x) =>
      check(
        'schemes',
        x.code,
        [...x.leads, ...x.coordinators].map((body) => body.unit),
      ),
    ),
    ...pack.units.flatMap((x): readonly PackFault[] =>
      sources.has(x.source) ? [] : [{ kind: 'unknown_source', file: 'units', code: x.code, source: x.source }],
    ),
  ];
}

function brokenTree(file: PackFileName, pairs: readonly (readonly [string, string | null])[]): readonly PackFault[] {
  const parentOf = new Map(pairs);
  return pairs.flatMap(([code]): readonly PackFault[] => {
    const passed = new Set<string>();
    for (let at: string | null = code; at !== null; at = parentOf.get(at) ?? null) {
      if (passed.has(at)) return [{ kind: 'circular_parent', file, code }];
      passed.add(at);
    }
    return [];
  });
}

/** An indicator says each thing once; here the fields that repeat one meaning are held together. */
function disagreements(indicator: PackIndicator): readonly PackFault[] {
  const { comparator, target, tolerance, band, aggregation, rollup, parts, valueRange } = indicator;
  const isRange = target !== null && typeof target === 'object';
  const agrees: Readonly<Record<string, boolean>> = {
    target:
      comparator === 'milestone' ? target === null : comparator === 'range' ? isRange : typeof target === 'number',
    'target.low': !isRange || target.low < target.high,
    band: (comparator === 'range' || comparator === 'about') === (band !== null),
    tolerance: (comparator === 'about') === (tolerance !== null),
    aggregation: (comparator === 'milestone') === (aggregation === 'milestone'),
    parts: (rollup === 'weighted') === (parts !== null),
    deadline: indicator.deadline >= indicator.from,
    valueRange: valueRange.min === null || valueRange.max === null || valueRange.min < valueRange.max,
  };
  return Object.entries(agrees).flatMap(([field, holds]): readonly PackFault[] =>
    holds ? [] : [{ kind: 'fields_disagree', file: 'indicators', code: indicator.code, field }],
  );
}
