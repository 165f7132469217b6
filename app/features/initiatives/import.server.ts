/** Past initiatives by Excel: recognised before the product was there, with their decision and where they were taken from. */
import { sql } from 'kysely';
import { unitsHeld } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { Rights } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
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
import { insertParts } from './drafting.server.ts';
import type { PastColumn, PastInitiative, PastWorld } from './import-plan.ts';
import { pastKey, pastNeeded, planPast } from './import-plan.ts';
import { initiativeKinds, levels } from './initiative.ts';
import { kindText, levelText, pastHeadings, pastImportRefusalText, pastRowText } from './text.ts';

const rights = { 'initiative.import': { by: ['appraiser'] } } as const satisfies Rights<string>;

export const initiativesImport: ImportKind = {
  name: 'initiatives',
  permit: async (_db, actor) => permitTo(rights, 'initiative.import', actor, unitsHeld(actor, 'appraiser')),
  plan: planOfSheets,
  refusalText: (refusal: Refusal) => pastImportRefusalText(refusal),
};

async function planOfSheets(db: Reader, sheets: readonly Sheet[], drawing: Drawing): Promise<Plan> {
  const found = findTable(sheets, pastHeadings, [...pastNeeded]);
  const table = found.table?.rows ?? [];
  const plan = planPast(
    table.map((row) => asTyped(row, numbers)),
    await worldFor(db, drawing),
  );
  const at = new Map(table.map((row) => [row.number, row]));
  const faults = plan.faults.map(({ row, column, problem }) => ({
    sheet: found.table?.sheet ?? '',
    cell: at.get(row)?.address(column) ?? null,
    message: pastRowText(problem),
  }));
  return planOf({
    faults: [...found.faults, ...faults],
    unchanged: plan.unchanged,
    changes: plan.changes,
    what: () => 'created',
    line: ({ unitName, content, decision, source }) => ({
      name: `${content.title}, ${unitName}, ${content.year}`,
      cells: [
        { heading: pastHeadings.number, before: null, after: decision.number },
        { heading: pastHeadings.source, before: null, after: source },
      ],
    }),
    apply: (context, changes, tell) => apply(context, { changes, tell, importId: drawing.importId }),
  });
}

const numbers: ReadonlySet<PastColumn> = new Set(['year']);

/** Only units that the person's office reaches. */
async function worldFor(db: Reader, { actor, importId, now }: Drawing): Promise<PastWorld> {
  const held = [...unitsHeld(actor, 'appraiser')];
  const units = await sql<{ id: string; code: string; name: string }>`
    select u.id, u.code, u.name from unit_now u
    where u.id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[]))`.execute(db);
  const schemes = await db.selectFrom('scheme').select(['code', 'is_secret']).execute();
  const known = await sql<{ unitId: string; year: number; title: string }>`
    select unit_id as "unitId", year, title from initiative where stage <> 'withdrawn'`.execute(db);
  return {
    units: new Map(units.rows.map((unit) => [unit.code, unit])),
    schemes: new Map(schemes.map(({ code, is_secret }) => [code, { isSecret: is_secret }])),
    kinds: new Map(initiativeKinds.map((kind) => [fold(kindText[kind]), kind])),
    levels: new Map(levels.map((level) => [fold(levelText[level]), level])),
    known: new Set(known.rows.map(({ unitId, year, title }) => pastKey(unitId, year, title))),
    today: plainDateIn(now),
    idFor: (key) => importedId(importId, key),
  };
}

type Applying = { readonly changes: readonly PastInitiative[]; readonly tell: Tell; readonly importId: string };

async function apply(context: Context, { changes, tell, importId }: Applying): Promise<Result<void>> {
  for (let at = 0; at < changes.length; at += 500) {
    await bring(context, changes.slice(at, at + 500), importId);
    await tell(Math.min(changes.length, at + 500));
  }
  return ok();
}

/** Written as drafts and then recognised, so that what guards words and authors guards these too. */
async function bring(context: Context, some: readonly PastInitiative[], importId: string): Promise<void> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== 'person') throw new Error('only people bring past initiatives');
  const permitted = permitTo(rights, 'initiative.import', actor, unitsHeld(actor, 'appraiser'));
  if (!permitted.ok) throw new Error('the permit was asked before');
  const rows = some.map(({ id, unitId, schemeCode, content, source }) => {
    const { kind, year, title, problem, novelty, effect, appliedAt } = content;
    const said = { kind, year, title, problem, novelty, effect, applied_at: appliedAt };
    return { id, unit_id: unitId, scheme_code: schemeCode, ...said, source, import_id: importId };
  });
  const by = { stage: 'draft', entered_by: actor.personId, entered_at: now };
  await tx
    .insertInto('initiative')
    .values(rows.map((row) => ({ ...row, ...by })))
    .execute();
  await insertParts(tx, some);
  await tx
    .insertInto('initiative_recognition')
    .values(
      some.map(({ id, level, decision }) => ({
        id: importedId(importId, `recognition ${id}`),
        initiative_id: id,
        level,
        scope: decision.scope,
        decision_number: decision.number,
        decision_date: decision.date,
        recognised_by: actor.personId,
        recognised_at: now,
      })),
    )
    .execute();
  const ids = some.map(({ id }) => id);
  await tx.updateTable('initiative').set({ stage: 'recognised' }).where('id', 'in', ids).execute();
  const { value: permit } = permitted;
  await record(
    ...rows.map((row, at) => ({
      permit,
      kind: 'initiative.entered' as const,
      subject: { kind: 'initiative', id: row.id },
      unitId: row.unit_id,
      after: { ...row, stage: 'recognised', level: some[at]?.level, decision: some[at]?.decision },
    })),
  );
}
