/**
 * What a pack defines, brought into its tables. Texts that nothing refers to are replaced whole; indicators, schemes and
 * criteria keep their rows, because values, pledges and reports hang on their codes.
 */
import type { Selectable, Transaction } from 'kysely';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import {
  clauseRows,
  commitmentRows,
  contentRows,
  criterionRows,
  indicatorRow,
  requirementRows,
  schemeRow,
  schemeUnitRows,
} from './definition-rows.server.ts';
import type { UnitIds } from './definition-rows.server.ts';
import { differencesOf, isNothing } from './differences.ts';
import type { Change, Row } from './differences.ts';
import type { Pack } from './pack.ts';

export type Definition = { readonly code: string; readonly before: Row; readonly after: Row };

/** Indicators, schemes and criteria that are in the database and no longer in the pack. */
export async function vanishedCodes(tx: Transaction<DB>, pack: Pack): Promise<readonly string[]> {
  const wanted = new Set([
    ...pack.indicators.map(({ code }) => code),
    ...pack.schemes.flatMap(({ code, criteria }) => [code, ...criteria.map((criterion) => criterion.code)]),
  ]);
  const there = await Promise.all([
    tx.selectFrom('indicator').select('code').execute(),
    tx.selectFrom('scheme').select('code').execute(),
    tx.selectFrom('scheme_criterion').select('code').execute(),
  ]);
  return there.flat().flatMap(({ code }) => (wanted.has(code) ? [] : [code]));
}

export async function loadTexts(tx: Transaction<DB>, pack: Pack): Promise<void> {
  const clauses = clauseRows(pack);
  if (!isNothing(differencesOf(await tx.selectFrom('clause').selectAll().execute(), clauses, 'code'))) {
    await tx.deleteFrom('clause').execute();
    await tx.insertInto('clause').values(clauses).execute();
  }
  const contents = contentRows(pack);
  if (!isNothing(differencesOf(await tx.selectFrom('content_item').selectAll().execute(), contents, 'code'))) {
    await tx.deleteFrom('content_item').execute();
    if (contents.length > 0) await tx.insertInto('content_item').values(contents).execute();
  }
  const requirements = requirementRows(pack);
  const required = await tx.selectFrom('general_requirement').selectAll().execute();
  if (!isNothing(differencesOf(required, requirements, 'position'))) {
    await tx.deleteFrom('general_requirement').execute();
    if (requirements.length > 0) await tx.insertInto('general_requirement').values(requirements).execute();
  }
  const commitments = commitmentRows(pack);
  if (!isNothing(differencesOf(await tx.selectFrom('commitment').selectAll().execute(), commitments, 'code'))) {
    await tx.deleteFrom('commitment').execute();
    const rows = commitments.map((row) => ({ ...row, facts: JSON.stringify(row.facts) }));
    await tx.insertInto('commitment').values(rows).execute();
  }
}

/** What changes is dated; the first load counts as known from the start. */
export async function loadIndicators(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  pack: Pack,
  units: UnitIds,
): Promise<readonly Definition[]> {
  const there = await tx.selectFrom('indicator').selectAll().execute();
  const settled = new Map(there.map((row) => [row.code, row]));
  const wanted = pack.indicators.map((indicator, position) => {
    const row = indicatorRow(indicator, position, units);
    return keepSettled(row, settled.get(row.code));
  });
  const { added, changed } = differencesOf(there, wanted, 'code');
  if (added.length > 0)
    await tx
      .insertInto('indicator')
      .values(added.map((row) => ({ ...row, ...(there.length > 0 && { known_at: now }) })))
      .execute();
  for (const { row } of changed) {
    const { code, ...columns } = row;
    await tx
      .updateTable('indicator')
      .set((eb) => ({ ...columns, known_at: now, version: eb('version', '+', 1) }))
      .where('code', '=', code)
      .execute();
  }
  return changed.map(definitionOf);
}

type IndicatorRow = ReturnType<typeof indicatorRow>;

/** What the province has settled since is not undone by a pack that leaves it open or only fills in a default. */
function keepSettled(row: IndicatorRow, there: Selectable<DB['indicator']> | undefined): IndicatorRow {
  if (there === undefined) return row;
  const baseline = row.baseline === null;
  const tolerance = row.tolerance_is_default && !there.tolerance_is_default && there.tolerance !== null;
  const evidence = row.evidence_required_is_default && !there.evidence_required_is_default;
  return {
    ...row,
    ...(row.owner_unit_id === null && pickFrom(there, 'owner_unit_id')),
    ...(baseline && pickFrom(there, 'baseline', 'baseline_year', 'baseline_source')),
    ...(tolerance && pickFrom(there, 'tolerance', 'tolerance_is_default')),
    ...(evidence && pickFrom(there, 'evidence_required', 'evidence_required_is_default')),
  };
}

function pickFrom<There, Name extends keyof There>(row: There, ...names: readonly Name[]): Pick<There, Name> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<There, Name>;
}

export async function loadSchemes(tx: Transaction<DB>, pack: Pack, units: UnitIds): Promise<readonly Definition[]> {
  const schemes = differencesOf(
    await tx.selectFrom('scheme').selectAll().execute(),
    pack.schemes.map((scheme, position) => schemeRow(scheme, position)),
    'code',
  );
  if (schemes.added.length > 0)
    await tx
      .insertInto('scheme')
      .values([...schemes.added])
      .execute();
  for (const { row } of schemes.changed) {
    const { code, ...columns } = row;
    await tx
      .updateTable('scheme')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('code', '=', code)
      .execute();
  }
  const criteria = await loadCriteria(tx, pack);
  return [...schemes.changed.map(definitionOf), ...criteria, ...(await loadSchemeUnits(tx, pack, units))];
}

async function loadCriteria(tx: Transaction<DB>, pack: Pack): Promise<readonly Definition[]> {
  const there = await tx.selectFrom('scheme_criterion').selectAll().execute();
  const { added, changed } = differencesOf(there, criterionRows(pack), 'code');
  if (added.length > 0)
    await tx
      .insertInto('scheme_criterion')
      .values([...added])
      .execute();
  for (const { row } of changed) {
    const { code, ...columns } = row;
    await tx.updateTable('scheme_criterion').set(columns).where('code', '=', code).execute();
  }
  const known = new Set(there.map(({ scheme_code }) => scheme_code));
  const more = added.filter((row) => known.has(row.scheme_code));
  return [
    ...changed.map(({ row, before, after }) => ({
      code: row.scheme_code,
      before,
      after: { code: row.code, ...after },
    })),
    ...more.map((row) => ({ code: row.scheme_code, before: {}, after: row })),
  ];
}

async function loadSchemeUnits(tx: Transaction<DB>, pack: Pack, units: UnitIds): Promise<readonly Definition[]> {
  const there = Map.groupBy(await tx.selectFrom('scheme_unit').selectAll().execute(), (row) => row.scheme_code);
  const changed: Definition[] = [];
  for (const scheme of pack.schemes) {
    const keyed = (row: Row) => ({ ...row, key: `${String(row['part'])} ${String(row['position'])}` });
    const before = there.get(scheme.code) ?? [];
    const after = schemeUnitRows(scheme, units);
    if (isNothing(differencesOf(before.map(keyed), after.map(keyed), 'key'))) continue;
    await tx.deleteFrom('scheme_unit').where('scheme_code', '=', scheme.code).execute();
    await tx.insertInto('scheme_unit').values(after).execute();
    if (before.length > 0) changed.push({ code: scheme.code, before: { units: before }, after: { units: after } });
  }
  return changed;
}

function definitionOf<Wanted extends Row & { readonly code: string }>(change: Change<Wanted>): Definition {
  return { code: change.row.code, before: change.before, after: change.after };
}
