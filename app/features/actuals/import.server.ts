/** The import of values: a sheet read into a plan against what stands, and the plan written in a few big strokes. */
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { isDatabaseError } from '../../platform/db.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import { importedRowId } from '../../platform/id.server.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import type { Drawing, ImportKind, Plan, Tell } from '../../platform/imports/import-kind.ts';
import { asTyped } from '../../platform/imports/sheet-table.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { findTable } from '../organisation/sheet-in.server.ts';
import { ruleColumns, ruleOf } from './case.server.ts';
import type { ImportChange, ImportColumn, ImportRow, ImportUnit, ImportWorld, PermitFor } from './import-plan.ts';
import { neededColumns, planImport } from './import-plan.ts';
import { recordSome } from './import-record.server.ts';
import { standingFor } from './import-standing.server.ts';
import { permitEnter } from './procedure.ts';
import { importFaultText, importHeadings, importLine, importRefusalText } from './text.ts';

export const actualsImport: ImportKind = {
  name: 'actuals',
  permit: async (_db, actor) => permitImport(actor),
  plan: planOfSheets,
  refusalText: (refusal: Refusal) => importRefusalText(refusal),
};

/** Whoever reports for some unit may bring a sheet; each row is asked again. */
function permitImport(actor: Actor) {
  const [held] = unitsHeld(actor, 'officer', 'head');
  return permitEnter({ unit: held === undefined ? [] : [held], owner: [] }, actor);
}

async function planOfSheets(db: Reader, sheets: readonly Sheet[], { importId, actor, now }: Drawing): Promise<Plan> {
  const found = findTable(sheets, importHeadings, [...neededColumns]);
  const table = found.table?.rows ?? [];
  const rows = table.map((row) => asTyped(row, numbers));
  const world = await worldFor(db, actor, { rows, importId, now });
  const plan = planImport(rows, world);
  const at = new Map(table.map((row) => [row.number, row]));
  const faults = plan.faults.map(({ row, column, problem }) => ({
    sheet: found.table?.sheet ?? '',
    cell: at.get(row)?.address(column) ?? null,
    message: importFaultText(problem),
  }));
  const unitNames = new Map([...world.units.values()].map(({ id, name }) => [id, name]));
  return planOf({
    faults: [...found.faults, ...faults],
    unchanged: plan.unchanged,
    changes: plan.changes,
    what: ({ what }) => (what === 'new' ? 'created' : 'changed'),
    line: (change) => importLine(change, unitNames.get(change.unitId) ?? '', world.rules.get(change.indicatorCode)),
    apply: (context, changes, tell) => apply(context, { changes, tell, importId, permitFor: world.permitFor }),
  });
}

const numbers: ReadonlySet<ImportColumn> = new Set(['value', 'numerator', 'denominator']);

type Asked = { readonly rows: readonly ImportRow[]; readonly importId: string; readonly now: Date };

async function worldFor(db: Reader, actor: Actor, { rows, importId, now }: Asked): Promise<ImportWorld> {
  const [units, indicators] = await Promise.all([unitsIn(db), indicatorsIn(db)]);
  const may = new Map<string, Map<string, ReturnType<typeof permitEnter>>>();
  const pathOf = new Map(units.map((unit) => [unit.id, unit.path]));
  const ownerOf = new Map(indicators.map(({ rule, ownerPath }) => [rule.code, ownerPath]));
  const permitFor: PermitFor = (unitId, code) => {
    const ofUnit = may.get(unitId) ?? new Map<string, ReturnType<typeof permitEnter>>();
    const known =
      ofUnit.get(code) ?? permitEnter({ unit: pathOf.get(unitId) ?? [], owner: ownerOf.get(code) ?? [] }, actor);
    may.set(unitId, ofUnit.set(code, known));
    return known.ok ? known.value : undefined;
  };
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return {
    units: byCode,
    rules: new Map(indicators.map(({ rule }) => [rule.code, rule])),
    permitFor,
    standing: await standingFor(db, rows, byCode),
    today: plainDateIn(now),
    idFor: (row) => importedRowId(importId, row),
  };
}

async function unitsIn(db: Reader): Promise<readonly (ImportUnit & { readonly path: readonly string[] })[]> {
  const { rows } = await sql<ImportUnit & { readonly path: readonly string[] }>`
    select u.id, u.code, u.name, u.valid_from as "validFrom", u.valid_until as "validUntil",
      array(select t.ancestor_id::text from unit_tree t where t.descendant_id = u.id order by t.depth) as path
    from unit_now u`.execute(db);
  return rows;
}

async function indicatorsIn(db: Reader) {
  const rows = await db
    .selectFrom('indicator')
    .select(ruleColumns)
    .select(
      sql<readonly string[]>`array(select t.ancestor_id::text from unit_tree t
        where t.descendant_id = indicator.owner_unit_id order by t.depth)`.as('ownerPath'),
    )
    .execute();
  return rows.map(({ ownerPath, ...row }) => ({ rule: ruleOf(row), ownerPath }));
}

type Job = {
  readonly changes: readonly ImportChange[];
  readonly tell: Tell;
  readonly importId: string;
  readonly permitFor: PermitFor;
};
const stride = 2500;

/**
 * All or nothing: a row that somebody else touched in between stops the whole, and the person looks again. The entries
 * in the record are put together while the database takes in the rows.
 */
async function apply(context: Context, { changes, tell, importId, permitFor }: Job): Promise<Result<void>> {
  const byUnit = [...Map.groupBy(changes, ({ unitId }) => unitId).values()].flat();
  for (let at = 0; at < byUnit.length; at += stride) {
    const some = byUnit.slice(at, at + stride);
    const written = await Promise.all([
      insertNew(context, some, importId),
      updateOpen(context, some, importId),
      recordSome(context, { permitFor, some, importId }),
    ]).then(([added, updated]) => added + updated, noneWhenTaken);
    if (written !== some.length) return refuse({ kind: 'import_changed_since' });
    if (at % (stride * 4) === 0) await tell(at + some.length);
  }
  return ok();
}

/** Another value came to stand where a new one would. */
function noneWhenTaken(fault: unknown): number {
  if (isDatabaseError(fault, '23505')) return 0;
  throw fault;
}

async function insertNew(
  { tx, actor, now }: Context,
  some: readonly ImportChange[],
  importId: string,
): Promise<number> {
  const added = some.filter(({ version }) => version === null);
  if (added.length === 0 || actor.kind !== 'person') return 0;
  const { rows } = await sql`
    insert into actual (id, indicator_code, unit_id, period, period_start, period_end, value, numerator, denominator,
      as_of_date, source, note, stage, supersedes_id, correction_reason, entered_by, entered_at, submitted_by,
      submitted_for, submitted_at, import_id)
    select r.id, r."indicatorCode", r."unitId", r.period, r.start, r."end", r.value, r.numerator, r.denominator,
      r."asOfDate", r.source, r.note, r.stage, r."supersedesId", r.reason, ${actor.personId}, ${now},
      case when r.stage = 'submitted' then ${actor.personId}::uuid end, r."submittedFor",
      case when r.stage = 'submitted' then ${now}::timestamptz end, ${importId}
    from ${asRows(added)}
    returning 1`.execute(tx);
  return rows.length;
}

async function updateOpen(
  { tx, actor, now }: Context,
  some: readonly ImportChange[],
  importId: string,
): Promise<number> {
  const open = some.filter(({ version }) => version !== null);
  if (open.length === 0 || actor.kind !== 'person') return 0;
  const { rows } = await sql`
    update actual set value = r.value, numerator = r.numerator, denominator = r.denominator, as_of_date = r."asOfDate",
      source = r.source, version = actual.version + 1, import_id = ${importId}, stage = r.stage, return_reason = null,
      submitted_by = case when r.stage = 'submitted' then ${actor.personId}::uuid else submitted_by end,
      submitted_for = case when r.stage = 'submitted' then r."submittedFor" else submitted_for end,
      submitted_at = case when r.stage = 'submitted' then ${now}::timestamptz else submitted_at end,
      decided_by = null, decided_at = null
    from ${asRows(open)}
    where actual.id = r.id and actual.version = r.version and actual.stage in ('entered', 'returned')
    returning 1`.execute(tx);
  return rows.length;
}

/** Column by column: a third faster to take in than rows of JSON. */
function asRows(some: readonly ImportChange[]) {
  const all = <Key extends keyof ImportChange>(key: Key) => some.map((change) => change[key]);
  return sql`unnest(${all('id')}::uuid[], ${all('indicatorCode')}::text[], ${all('unitId')}::uuid[],
    ${all('period')}::text[], ${all('start')}::date[], ${all('end')}::date[], ${all('value')}::numeric[],
    ${all('numerator')}::numeric[], ${all('denominator')}::numeric[], ${all('asOfDate')}::date[],
    ${all('source')}::text[], ${all('note')}::text[], ${all('stage')}::text[], ${all('version')}::int[],
    ${all('supersedesId')}::uuid[], ${all('reason')}::text[], ${all('submittedFor')}::uuid[]) as r(
    id, "indicatorCode", "unitId", period, start, "end", value, numerator, denominator, "asOfDate", source, note, stage,
    version, "supersedesId", reason, "submittedFor")`;
}
