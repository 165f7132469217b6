/** Pledges by Excel: read against what stands, carried out by the commands of the pages, sent at once where that was asked. */
import { unitsHeld } from '../../kernel/actor.ts';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { permit } from '../../kernel/procedure.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/command.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import { importedId } from '../../platform/id.server.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import type { Drawing, ImportFacts, ImportKind, Plan, Tell } from '../../platform/imports/import-kind.ts';
import { asTyped } from '../../platform/imports/sheet-table.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { findTable } from '../organisation/sheet-in.server.ts';
import { sheetAbouts } from './choices.server.ts';
import type { PledgeChange, PledgeColumn, PledgeWorld, SheetUnit, StandingPledge } from './import-plan.ts';
import { neededColumns, planPledges, pledgeKey } from './import-plan.ts';
import { movePledges } from './moving.server.ts';
import { changePledge, enterPledge, revisePledge } from './pledges.server.ts';
import { pledgeProcedure } from './procedure.ts';
import { pledgeHeadings, pledgeLine, pledgeProblems, sheetPledgeText } from './text.ts';

export const pledgesImport: ImportKind = {
  name: 'pledges',
  permit: async (_db, actor) => permitImport(actor, [...unitsHeld(actor, 'officer', 'head')].slice(0, 1)),
  plan: planOfSheets,
  refusalText: (refusal: Refusal) =>
    pledgeProblems(refusal)
      .map(({ message }) => message)
      .join(' '),
};

/** Whoever pledges for some unit may bring a sheet; each row is asked again. */
function permitImport(actor: Actor, unit: UnitPath) {
  return permit(pledgeProcedure, { stage: 'draft', places: { unit, owner: [] }, submittedBy: null }, actor, 'change');
}

const numbers: ReadonlySet<PledgeColumn> = new Set(['value', 'year']);

async function planOfSheets(db: Reader, sheets: readonly Sheet[], drawing: Drawing): Promise<Plan> {
  const found = findTable(sheets, pledgeHeadings, [...neededColumns]);
  const table = found.table?.rows ?? [];
  const world = await worldFor(db, drawing);
  const plan = planPledges(
    table.map((row) => asTyped(row, numbers)),
    world,
  );
  const at = new Map(table.map((row) => [row.number, row]));
  const faults = plan.faults.map(({ row, column, problem }) => ({
    sheet: found.table?.sheet ?? '',
    cell: at.get(row)?.address(column) ?? null,
    message: sheetPledgeText(problem),
  }));
  const names = new Map([...world.units.values()].map(({ id, name }) => [id, name]));
  return planOf({
    faults: [...found.faults, ...faults],
    unchanged: plan.unchanged,
    changes: plan.changes,
    what: ({ what }) => (what === 'new' ? 'created' : 'changed'),
    line: (change) => pledgeLine(change, names.get(change.unitId) ?? ''),
    apply: (context, changes, tell) => apply(context, { changes, tell, world, facts: drawing.facts }),
  });
}

async function worldFor(db: Reader, { importId, actor }: Drawing): Promise<PledgeWorld> {
  const units = await sql<SheetUnit & { readonly path: UnitPath }>`
    select u.id, u.code, u.name,
      array(select t.ancestor_id::text from unit_tree t where t.descendant_id = u.id order by t.depth) as path
    from unit_now u where u.is_active`.execute(db);
  const standing = await sql<StandingPledge & { unitId: string; year: number; aboutCode: string }>`
    select id, version, stage, wording, value, unit_of_measure as "unitOfMeasure", unit_id as "unitId", year,
      coalesce(criterion_code, scheme_code, indicator_code) as "aboutCode"
    from pledge where stage <> 'withdrawn' and superseded_at is null
    order by stage = 'accepted' desc`.execute(db);
  const pathOf = new Map(units.rows.map(({ id, path }) => [id, path]));
  return {
    units: new Map(units.rows.map((unit) => [unit.code, unit])),
    mayPledge: (unitId) => permitImport(actor, pathOf.get(unitId) ?? []).ok,
    abouts: await sheetAbouts(db),
    standing: new Map(standing.rows.map((row) => [pledgeKey(row.unitId, row.year, row.aboutCode), row])),
    idFor: (key) => importedId(importId, key),
  };
}

type Job = {
  readonly changes: readonly PledgeChange[];
  readonly tell: Tell;
  readonly world: PledgeWorld;
  readonly facts: ImportFacts;
};

async function apply(context: Context, { changes, tell, world, facts }: Job): Promise<Result<void>> {
  const chosen: { readonly id: string; readonly version: number }[] = [];
  for (const [at, change] of changes.entries()) {
    const done = await carryOut(context, change, world);
    if (!done.ok) return done;
    chosen.push(done.value);
    if (at % 100 === 99) await tell(at + 1);
  }
  if (facts['submit'] !== 'on' || chosen.length === 0) return ok();
  const moved = await movePledges(context, { move: 'submit', chosen });
  const [first] = moved.ok ? [] : moved.refusal.refusals;
  return first ? refuse(first.refusal) : ok();
}

function carryOut(context: Context, change: PledgeChange, { abouts }: PledgeWorld) {
  const { id, version, revises, unitId, year, aboutCode, typed } = change;
  if (revises !== null) return revisePledge(context, { id: revises, newId: id, typed });
  if (change.what === 'changed') return changePledge(context, { id, version, typed });
  const about = abouts.get(aboutCode);
  const { schemeCode = null, criterionCode = null, indicatorCode = null } = about ?? {};
  return enterPledge(context, { id, unitId, year, schemeCode, criterionCode, indicatorCode, typed });
}
