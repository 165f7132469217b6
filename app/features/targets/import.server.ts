/** Targets by Excel: the sheet to fill in, and the way back through the same command as the form's. */
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { ok } from '../../kernel/result.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import { importedId } from '../../platform/id.server.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import type { Drawing, ImportKind, Plan, Tell } from '../../platform/imports/import-kind.ts';
import { asTyped } from '../../platform/imports/sheet-table.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { findTable } from '../organisation/sheet-in.server.ts';
import type { TargetChange, TargetColumn, TargetUnit, TargetWorld } from './import-plan.ts';
import { neededColumns, planTargets, targetKey } from './import-plan.ts';
import type { TargetRule } from './target.ts';
import { permitAssign } from './target.ts';
import { assignTarget, figureOf } from './targets.server.ts';
import { figureWords, targetHeadings, targetImportRefusalText, targetRowText } from './text.ts';

export const targetsImport: ImportKind = {
  name: 'targets',
  permit: async (_db, actor) =>
    permitAssign(actor, { unit: unitsHeld(actor, 'appraiser'), owner: unitsHeld(actor, 'indicator_owner') }),
  plan: planOfSheets,
  refusalText: (refusal: Refusal) => targetImportRefusalText(refusal),
};

async function planOfSheets(db: Reader, sheets: readonly Sheet[], { importId, actor }: Drawing): Promise<Plan> {
  const found = findTable(sheets, targetHeadings, [...neededColumns]);
  const table = found.table?.rows ?? [];
  const world = await worldFor(db, actor, importId);
  const plan = planTargets(
    table.map((row) => asTyped(row, numbers)),
    world,
  );
  const at = new Map(table.map((row) => [row.number, row]));
  const faults = plan.faults.map(({ row, column, problem }) => ({
    sheet: found.table?.sheet ?? '',
    cell: at.get(row)?.address(column) ?? null,
    message: targetRowText(problem),
  }));
  const names = new Map([...world.units.values()].map(({ id, name }) => [id, name]));
  return planOf({
    faults: [...found.faults, ...faults],
    unchanged: plan.unchanged,
    changes: plan.changes,
    what: ({ replaces }) => (replaces === null ? 'created' : 'changed'),
    line: (change) => lineOf(change, names, world.rules),
    apply,
  });
}

function lineOf(
  { indicatorCode, unitId, typed, figure, replaces }: TargetChange,
  names: ReadonlyMap<string, string>,
  rules: ReadonlyMap<string, TargetRule>,
) {
  const rule = rules.get(indicatorCode);
  const words = (one: TargetChange['figure']) => figureWords(one, rule?.unitOfMeasure ?? '');
  return {
    name: `${indicatorCode} ${rule?.name ?? ''}, ${names.get(unitId) ?? ''}, ${typed.year}`,
    cells: [
      { heading: targetHeadings.value, before: replaces && words(replaces.figure), after: words(figure) },
      { heading: targetHeadings.basis, before: replaces && replaces.basis, after: typed.basis },
    ],
  };
}

const numbers: ReadonlySet<TargetColumn> = new Set(['value', 'low', 'high']);

type Unit = TargetUnit & { readonly path: UnitPath };
type Indicator = TargetRule & { readonly ownerPath: UnitPath };

async function worldFor(db: Reader, actor: Actor, importId: string): Promise<TargetWorld> {
  const units = await sql<Unit>`
    select u.id, u.code, u.name,
      array(select t.ancestor_id::text from unit_tree t where t.descendant_id = u.id order by t.depth) as path
    from unit_now u where u.is_active`.execute(db);
  const indicators = await sql<Indicator>`
    select i.code, i.name, i.unit_of_measure as "unitOfMeasure", i.decimals, i.range_min as min, i.range_max as max,
      i.from_year as "fromYear", i.deadline,
      array(select t.ancestor_id::text from unit_tree t where t.descendant_id = i.owner_unit_id) as "ownerPath"
    from indicator i`.execute(db);
  const standing = await db
    .selectFrom('assigned_target')
    .select(['id', 'unit_id', 'indicator_code', 'year', 'value', 'low', 'high', 'basis'])
    .where('superseded_at', 'is', null)
    .execute();
  const pathOf = new Map(units.rows.map((unit) => [unit.id, unit.path]));
  const ownerOf = new Map(indicators.rows.map(({ code, ownerPath }) => [code, ownerPath]));
  return {
    units: new Map(units.rows.map((unit) => [unit.code, unit])),
    rules: new Map(indicators.rows.map((indicator) => [indicator.code, indicator])),
    mayAssign: (unitId, code) =>
      permitAssign(actor, { unit: pathOf.get(unitId) ?? [], owner: ownerOf.get(code) ?? [] }).ok,
    inForce: new Map(
      standing.map((row) => [
        targetKey(row.unit_id, row.indicator_code, row.year),
        { id: row.id, basis: row.basis, figure: figureOf(row) },
      ]),
    ),
    idFor: (key) => importedId(importId, key),
  };
}

async function apply(context: Context, changes: readonly TargetChange[], tell: Tell): Promise<Result<void>> {
  for (const [at, { id, indicatorCode, unitId, typed, replaces }] of changes.entries()) {
    const command = { id, indicatorCode, unitId, typed, replaces: replaces?.id ?? null };
    const assigned = await assignTarget(context, command);
    if (!assigned.ok) return assigned;
    if (at % 200 === 199) await tell(at + 1);
  }
  return ok();
}
