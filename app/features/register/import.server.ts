/** Past awards by Excel: a sheet read into a plan against what stands, and the plan written in a few big strokes; all or nothing. */
import { awardName } from '../awards/text.ts';
import { sql } from 'kysely';
import { unitsHeld } from '../../kernel/actor.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { isDatabaseError } from '../../platform/db.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import type { Drawing, ImportKind, Plan, Tell } from '../../platform/imports/import-kind.ts';
import { asTyped } from '../../platform/imports/sheet-table.ts';
import type { Seal } from '../../platform/seal.server.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { findTable } from '../organisation/sheet-in.server.ts';
import { identityPurpose } from './holders.server.ts';
import type { ImportChange, ImportColumn, NewHolder } from './import-plan.ts';
import { importNeeded, planHonours } from './import-plan.ts';
import { worldFor } from './import-world.server.ts';
import { importHeadings, importProblemText } from './import.text.ts';
import { registerRights } from './rights.ts';
import { honourFieldText, refusalText } from './text.ts';
import type { AnyRegisterRefusal } from './text.ts';

export function honoursImport({ seal }: { readonly seal: Seal }): ImportKind {
  return {
    name: 'honours',
    permit: async (_db, actor) => permitTo(registerRights, 'honour.import', actor, unitsHeld(actor, 'appraiser')),
    plan: (db, sheets, drawing) => planSheets(db, sheets, drawing, seal),
    refusalText: (refusal: Refusal) => refusalText(refusal as AnyRegisterRefusal),
  };
}

const numbers: ReadonlySet<ImportColumn> = new Set(['year', 'birthYear']);

async function planSheets(
  db: Reader,
  sheets: readonly Sheet[],
  { importId, actor, now }: Drawing,
  seal: Seal,
): Promise<Plan> {
  const found = findTable(sheets, importHeadings, [...importNeeded]);
  const table = found.table?.rows ?? [];
  const rows = table.map((row) => asTyped(row, numbers));
  const plan = planHonours(rows, await worldFor(db, { rows, actor, importId, now, seal }));
  const at = new Map(table.map((row) => [row.number, row]));
  const faults = plan.faults.map(({ row, column, problem }) => ({
    sheet: found.table?.sheet ?? '',
    cell: at.get(row)?.address(column) ?? null,
    message: importProblemText(problem),
  }));
  return planOf({
    faults: [...found.faults, ...faults],
    unchanged: plan.unchanged,
    changes: plan.changes,
    what: () => 'created',
    line: (change) => ({
      name: `${change.holderName}, ${change.unitName}: ${awardName(change.awardCode)}, ${change.year}`,
      cells: [
        { heading: honourFieldText.number, before: null, after: change.decisionNumber },
        { heading: importHeadings.name, before: change.holder ? null : change.holderName, after: change.holderName },
      ],
    }),
    apply: (context, changes, tell) => apply(context, { changes, tell, importId, seal }),
  });
}

type Work = {
  readonly changes: readonly ImportChange[];
  readonly tell: Tell;
  readonly importId: string;
  readonly seal: Seal;
};
const stride = 2_500;

async function apply(context: Context, { changes, tell, importId, seal }: Work): Promise<Result<void>> {
  const permitted = permitTo(registerRights, 'honour.import', context.actor, unitsHeld(context.actor, 'appraiser'));
  if (!permitted.ok) return permitted;
  for (let at = 0; at < changes.length; at += stride) {
    const some = changes.slice(at, at + stride);
    const isDone = await bring(context, { some, importId, seal, permit: permitted.value }).then(
      () => true,
      falseWhenTaken,
    );
    if (!isDone) return refuse({ kind: 'import_changed_since' });
    if (at % (stride * 4) === 0) await tell(at + some.length);
  }
  return ok();
}

/** The same award came to stand meanwhile. */
function falseWhenTaken(fault: unknown): false {
  if (isDatabaseError(fault, '23505')) return false;
  throw fault;
}

type Some = {
  readonly some: readonly ImportChange[];
  readonly importId: string;
  readonly seal: Seal;
  readonly permit: Permit;
};

async function bring(context: Context, { some, importId, seal, permit }: Some): Promise<void> {
  await insertHolders(
    context,
    some.flatMap(({ holder }) => holder ?? []),
    importId,
    seal,
  );
  await insertHonours(context, some, importId);
  await recordSome(context, { some, importId, permit });
}

async function insertHolders(
  { tx, actor, now }: Context,
  made: readonly NewHolder[],
  importId: string,
  seal: Seal,
): Promise<void> {
  if (made.length === 0 || actor.kind !== 'person') return;
  const all = <Key extends keyof NewHolder>(key: Key) => made.map((one) => one[key]);
  const opened = made.map(({ identity }) => identity);
  const sealed = opened.map((identity) => identity && seal.seal(identityPurpose, identity).toString('hex'));
  const lookup = opened.map((identity) => identity && seal.lookup(identityPurpose, identity).toString('hex'));
  await sql`
    insert into holder (id, unit_id, kind, name, birth_year, gender, position_title, identity_sealed, identity_lookup, import_id,
      entered_by, entered_at)
    select r.id, r.unit_id, r.kind, r.name, r.birth_year, r.gender, r.position, decode(r.sealed, 'hex'), decode(r.lookup, 'hex'),
      ${importId}, ${actor.personId}, ${now}
    from unnest(${all('id')}::uuid[], ${all('unitId')}::uuid[], ${all('kind')}::text[], ${all('name')}::text[],
      ${all('birthYear')}::int[], ${all('gender')}::text[], ${all('position')}::text[], ${sealed}::text[], ${lookup}::text[]) as r(
      id, unit_id, kind, name, birth_year, gender, position, sealed, lookup)`.execute(tx);
}

/** Column by column: faster to take in than rows of JSON. */
async function insertHonours(
  { tx, actor, now }: Context,
  some: readonly ImportChange[],
  importId: string,
): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people import');
  const all = <Key extends keyof ImportChange>(key: Key) => some.map((change) => change[key]);
  await sql`
    insert into honour (id, holder_id, award_code, year, kind, achievement, decision_number, decided_on, decided_by, golden_book_number,
      source, import_id, entered_by, entered_at)
    select r.*, ${importId}::uuid, ${actor.personId}::uuid, ${now}::timestamptz
    from unnest(${all('id')}::uuid[], ${all('holderId')}::uuid[], ${all('awardCode')}::text[], ${all('year')}::int[],
      ${all('kind')}::text[], ${all('achievement')}::text[], ${all('decisionNumber')}::text[], ${all('decidedOn')}::date[],
      ${all('decidedBy')}::text[], ${all('goldenBookNumber')}::text[], ${all('source')}::text[]) r`.execute(tx);
}

/** One entry for the rows of one unit: whole, and short. Numbers of persons are not in it. */
async function recordSome({ record }: Context, { some, importId, permit }: Omit<Some, 'seal'>): Promise<void> {
  const subject = { kind: 'import', id: importId };
  const events = [...Map.groupBy(some, ({ unitId }) => unitId)].map(([unitId, changes]) => {
    const rows = changes.map((change) => recordedColumns.map((column) => change[column]));
    const holders = changes.flatMap(({ holder }) => (holder ? [[holder.id, holder.kind, holder.name]] : []));
    return {
      permit,
      kind: 'honour.imported',
      subject,
      unitId,
      after: { columns: recordedColumns, rows, holders },
    } as const;
  });
  await record(...events);
}

const recordedColumns = [
  'id',
  'holderId',
  'awardCode',
  'year',
  'kind',
  'decisionNumber',
  'decidedOn',
  'decidedBy',
  'goldenBookNumber',
  'source',
] as const satisfies readonly (keyof ImportChange)[];
