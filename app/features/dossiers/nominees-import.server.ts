/** Nominees by Excel or CSV: a sheet read into a plan against the register and the dossier, and the plan written in a few big strokes. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { printsOf } from '../../kernel/alike.ts';
import type { Permit } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import { permit } from '../../kernel/procedure.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import type { Drawing, ImportFacts, ImportKind, Plan, Tell } from '../../platform/imports/import-kind.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import { asTyped } from '../../platform/imports/sheet-table.ts';
import type { Seal } from '../../platform/seal.server.ts';
import type { Services } from '../../platform/services.server.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { awardName } from '../awards/text.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { findTable } from '../organisation/sheet-in.server.ts';
import { identityPurpose } from '../register/holders.server.ts';
import { registerRights } from '../register/rights.ts';
import type { DossierRow } from './case.server.ts';
import { dossierOf, dossiers } from './case.server.ts';
import type { Doubt, ListChange, ListPlan, NewListed, NomineeColumn } from './nominee-plan.ts';
import { mostListed, nomineeNeeded, planList } from './nominee-plan.ts';
import { listWorld } from './nominee-world.server.ts';
import { listHeadings, listImportText as said, listProblemText } from './nominees-import.text.ts';
import { dossierProcedure } from './procedure.ts';
import { isSentToRoot } from './ready.ts';
import { levelOf, levelThere } from './receiving.ts';
import { dossierProblems } from './refusals.text.ts';
import { touchDossier } from './touch.server.ts';

export function nomineesImport({ seal }: Pick<Services, 'seal'>): ImportKind {
  return {
    name: 'nominees',
    permit: async (db, actor, facts) => {
      const dossier = await dossierIn(db, actor, facts);
      return dossier ? permit(dossierProcedure, dossier, actor, 'change') : refuse(notThere);
    },
    plan: (db, sheets, drawing) => planSheets(db, sheets, drawing, seal),
    refusalText: (refusal: Refusal) =>
      dossierProblems(refusal)
        .map(({ message }) => message)
        .join(' '),
  };
}

async function dossierIn(db: Reader, actor: Drawing['actor'], facts: ImportFacts): Promise<DossierRow | undefined> {
  const row = await dossiers(db as Kysely<DB>, actor)
    .where('dossier.id', '=', askedId(facts['dossierId']))
    .executeTakeFirst();
  return row && dossierOf(row);
}

/** Of whom a person chose, by line; kept with the run. */
export const chosenFact = (chosen: ReadonlyMap<number, string>): string => JSON.stringify([...chosen]);
export function chosenIn(facts: ImportFacts): ReadonlyMap<number, string> {
  const kept: unknown = JSON.parse(facts['chosen'] ?? '[]');
  if (!Array.isArray(kept)) return new Map();
  return new Map(kept.map((pair: readonly [number, string]) => [Number(pair[0]), String(pair[1])]));
}

const numbers: ReadonlySet<NomineeColumn> = new Set(['birthYear']);

type Drawn = {
  readonly plan: ListPlan;
  readonly found: ReturnType<typeof findTable<NomineeColumn>>;
  readonly dossier: DossierRow;
};

async function draw(db: Reader, sheets: readonly Sheet[], drawing: Drawing, seal: Seal): Promise<Drawn | undefined> {
  const { facts, actor, importId, now } = drawing;
  const dossier = await dossierIn(db, actor, facts);
  if (!dossier) return undefined;
  const found = findTable(sheets, listHeadings, [...nomineeNeeded]);
  const rows = (found.table?.rows ?? []).slice(0, mostListed).map((row) => asTyped(row, numbers));
  const world = await listWorld(db, { dossier, rows, chosen: chosenIn(facts), actor, importId, now, seal });
  return { plan: planList(rows, world), found, dossier };
}

/** Lines that may be somebody of the register: to be shown and chosen. */
export async function doubtsIn(
  db: Reader,
  sheets: readonly Sheet[],
  drawing: Drawing,
  seal: Seal,
): Promise<readonly Doubt[]> {
  return (await draw(db, sheets, drawing, seal))?.plan.doubts ?? [];
}

async function planSheets(db: Reader, sheets: readonly Sheet[], drawing: Drawing, seal: Seal): Promise<Plan> {
  const drawn = await draw(db, sheets, drawing, seal);
  if (!drawn) throw new Error('the permit was asked before');
  const { plan, found, dossier } = drawn;
  const table = found.table?.rows ?? [];
  const at = new Map(table.map((row) => [row.number, row]));
  const sheet = found.table?.sheet ?? '';
  const faults = plan.faults.map(({ row, column, problem }) => ({
    sheet,
    cell: at.get(row)?.address(column) ?? null,
    message: listProblemText(problem),
  }));
  const tooMany = table.length > mostListed ? [{ sheet, cell: null, message: said.tooMany(mostListed) }] : [];
  const codes = [...new Set(plan.changes.map(({ awardCode }) => awardCode))];
  const there = levelThere({ isToRoot: isSentToRoot(dossier.places), awardCodes: codes });
  return planOf({
    faults: [...found.faults, ...tooMany, ...faults],
    unchanged: plan.unchanged,
    changes: plan.changes,
    what: () => 'created',
    line: (change) => ({
      name: [change.name, change.position, change.unitName].filter(Boolean).join(', '),
      cells: [
        { heading: listHeadings.award, before: null, after: awardName(change.awardCode) },
        { heading: said.register, before: null, after: change.holder ? said.entersNew : said.isThere },
        ...(levelOf(change.awardCode) === there
          ? []
          : [{ heading: said.apart, before: null, after: said.apartOf(levelOf(change.awardCode)) }]),
      ],
    }),
    apply: (context, changes, tell) => apply(context, { changes, tell, drawing, seal }),
  });
}

type Work = {
  readonly changes: readonly ListChange[];
  readonly tell: Tell;
  readonly drawing: Drawing;
  readonly seal: Seal;
};
const stride = 500;

async function apply(context: Context, { changes, tell, drawing, seal }: Work): Promise<Result<void>> {
  const { tx, actor } = context;
  await tx
    .selectFrom('dossier')
    .where('id', '=', askedId(drawing.facts['dossierId']))
    .select('id')
    .forUpdate()
    .execute();
  const dossier = await dossierIn(tx, actor, drawing.facts);
  if (!dossier) return refuse(notThere);
  const allowed = permit(dossierProcedure, dossier, actor, 'change');
  if (!allowed.ok) return allowed;
  const made = changes.flatMap(({ holder, identityOf }) => (holder ? [{ ...holder, identity: identityOf() }] : []));
  for (const unitId of new Set(made.map((one) => one.unitId))) {
    const entering = permitTo(registerRights, 'holder.enter', actor, await pathOf(tx, unitId));
    if (!entering.ok) return entering;
  }
  for (let from = 0; from < made.length; from += stride)
    await insertHolders(context, made.slice(from, from + stride), drawing.importId, seal);
  const first = await lastPosition(tx, dossier.id);
  for (let from = 0; from < changes.length; from += stride) {
    const some = changes.slice(from, from + stride);
    await insertNominees(context, dossier, some, first + from);
    await tell(from + some.length);
  }
  await touchDossier(context, dossier);
  await recordList(context, allowed.value, dossier, { changes, importId: drawing.importId });
  return ok();
}

async function lastPosition(db: Kysely<DB>, dossierId: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(position), 0)::int as last from nominee where dossier_id = ${dossierId}`.execute(db);
  return rows[0]?.last ?? 0;
}

type Made = NewListed & { readonly identity: string | null };

async function insertHolders(
  { tx, actor, now }: Context,
  made: readonly Made[],
  importId: string,
  seal: Seal,
): Promise<void> {
  if (made.length === 0) return;
  if (actor.kind !== 'person') throw new Error('only people import');
  await tx
    .insertInto('holder')
    .values(
      made.map(({ id, kind, name, birthYear, position, unitId, identity }) => ({
        id,
        kind,
        name,
        birth_year: birthYear,
        position_title: position,
        unit_id: unitId,
        identity_sealed: identity === null ? null : seal.seal(identityPurpose, identity),
        identity_lookup: identity === null ? null : seal.lookup(identityPurpose, identity),
        import_id: importId,
        entered_by: actor.personId,
        entered_at: now,
      })),
    )
    .execute();
}

async function insertNominees(
  { tx }: Context,
  { id }: DossierRow,
  some: readonly ListChange[],
  last: number,
): Promise<void> {
  await tx
    .insertInto('nominee')
    .values(
      some.map((one, at) => ({
        id: one.id,
        dossier_id: id,
        holder_id: one.holderId,
        award_code: one.awardCode,
        position: last + at + 1,
        achievement: one.achievement,
      })),
    )
    .execute();
  const prints = some.map((one) => {
    const { words, prints: found } = printsOf(one.achievement === '' ? [] : [one.achievement]);
    return { nominee_id: one.id, words, prints: [...found] };
  });
  await tx.insertInto('nominee_print').values(prints).execute();
}

/** Whole, and short; numbers of persons are not in it. */
async function recordList(
  { record }: Context,
  allowed: Permit,
  dossier: DossierRow,
  { changes, importId }: { readonly changes: readonly ListChange[]; readonly importId: string },
): Promise<void> {
  const rows = changes.map((one) => [one.id, one.holderId, one.awardCode, one.achievement]);
  const holders = changes.flatMap(({ holder }) =>
    holder ? [[holder.id, holder.kind, holder.name, holder.unitId]] : [],
  );
  const after = { import: importId, columns: ['id', 'holder_id', 'award_code', 'achievement'], rows, holders };
  const subject = { kind: 'dossier', id: dossier.id };
  await record({ permit: allowed, kind: 'nominee.imported', subject, unitId: dossier.unitId, after });
}
