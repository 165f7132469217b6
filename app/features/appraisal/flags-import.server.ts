/** Flags by Excel: a body's whole list at once. Rows are matched to holders as the file is read; the preview says to whom, or to nobody yet. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Reader } from '../../platform/db.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { importedId } from '../../platform/id.server.ts';
import type { Drawing, ImportKind, Plan, Tell } from '../../platform/imports/import-kind.ts';
import { planOf } from '../../platform/imports/import-kind.ts';
import type { Seal } from '../../platform/seal.server.ts';
import type { Services } from '../../platform/services.server.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { findTable } from '../organisation/sheet-in.server.ts';
import type { Candidate } from './flag.ts';
import { flagKinds } from './flag-kinds.server.ts';
import type { FlagWorld, PlannedFlag } from './flag-plan.ts';
import { flagKey, flagNeeded, planFlags } from './flag-plan.ts';
import { flagHeadings, flagImportText as said, flagRowText } from './flags.text.ts';
import { identityLookup, insertFlags } from './flags.server.ts';
import { matchHolder } from './matching.server.ts';
import { rights } from './rights.ts';
import { visibleTo } from './visible.server.ts';

export function flagsImport({ seal }: Pick<Services, 'seal'>): ImportKind {
  return {
    name: 'flags',
    permit: async (_db, actor) => permitTo(rights, 'flag.enter', actor, unitsHeld(actor, 'appraiser')),
    plan: (db, sheets, drawing) => planOfSheets(db, sheets, { ...drawing, seal }),
    refusalText: (refusal: Refusal) => said.refusal(refusal),
  };
}

type At = Drawing & { readonly seal: Seal };
type Matched = Omit<PlannedFlag, 'content'> & {
  readonly content: Omit<PlannedFlag['content'], 'identity'>;
  /** Sealed already: the plan is kept, and an identity number never is in clear. */
  readonly identityOf: () => string | null;
  readonly match: Candidate | null;
  readonly matchName: string | null;
};

async function planOfSheets(db: Reader, sheets: readonly Sheet[], at: At): Promise<Plan> {
  const found = findTable(sheets, flagHeadings, [...flagNeeded]);
  const rows = found.table?.rows ?? [];
  const plan = planFlags(rows, await worldFor(db, at));
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const faults = plan.faults.map(({ row, column, problem }) => ({
    sheet: found.table?.sheet ?? '',
    cell: byNumber.get(row)?.address(column) ?? null,
    message: flagRowText(problem),
  }));
  return planOf({
    faults: [...found.faults, ...faults],
    unchanged: plan.unchanged,
    changes: await matchedOf(db, plan.changes, at),
    what: () => 'created',
    line: ({ content, matchName }) => ({
      name: `${content.name}${content.unit === '' ? '' : `, ${content.unit}`}`,
      cells: [
        { heading: flagHeadings.what, before: null, after: content.what },
        { heading: flagHeadings.number, before: null, after: content.number },
        { heading: said.matched, before: null, after: matchName ?? said.matchedToNobody },
      ],
    }),
    apply: (context, changes, tell) => apply(context, changes, { tell, at }),
  });
}

async function worldFor(db: Reader, { actor, importId, now }: At): Promise<FlagWorld> {
  const kinds = (await flagKinds(db)).filter(({ isActive }) => isActive);
  const known = await db
    .selectFrom('flag')
    .where(visibleTo(actor))
    .where('withdrawn_at', 'is', null)
    .select(['stated_name', 'stated_unit', 'kind_code', 'paper_number', 'what'])
    .execute();
  const keyOf = (row: (typeof known)[number]) =>
    flagKey({
      name: row.stated_name,
      unit: row.stated_unit,
      kindCode: row.kind_code,
      number: row.paper_number,
      what: row.what,
      body: '',
      from: null,
      until: null,
      date: null,
      expires: null,
    });
  return {
    kinds,
    known: new Set(known.map(keyOf)),
    today: plainDateIn(now),
    idFor: (key) => importedId(importId, key),
  };
}

async function matchedOf(db: Reader, some: readonly PlannedFlag[], { actor, seal }: At): Promise<readonly Matched[]> {
  const matched: Matched[] = [];
  for (const { content, ...one } of some) {
    const { identity, ...rest } = content;
    const lookup = identity === null ? null : seal.lookup(identityLookup, identity);
    const match = await matchHolder(db as Kysely<DB>, actor, { name: rest.name, unit: rest.unit, lookup });
    matched.push({ ...one, content: rest, identityOf: () => identity, match, matchName: null });
  }
  const names = await namesOf(db, matched);
  return matched.map((one) => ({ ...one, matchName: names.get(one.match?.holderId ?? '') ?? null }));
}

async function namesOf(db: Reader, some: readonly Matched[]): Promise<ReadonlyMap<string, string>> {
  const ids = some.flatMap(({ match }) => (match ? [match.holderId] : []));
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select h.id, h.name || ', ' || u.name as name from holder h join unit_now u on u.id = h.unit_id
    where h.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Applying = { readonly tell: Tell; readonly at: At };

async function apply(context: Context, changes: readonly Matched[], { tell, at }: Applying): Promise<Result<void>> {
  const atUnitId = officeOf(context.actor);
  const permitted = permitTo(rights, 'flag.enter', context.actor, unitsHeld(context.actor, 'appraiser'));
  if (!permitted.ok) throw new Error('the permit was asked before');
  for (let from = 0; from < changes.length; from += 500) {
    const some = changes.slice(from, from + 500).map(({ id, content, identityOf, match }) => ({
      id,
      atUnitId,
      content: { ...content, identity: identityOf() },
      match,
    }));
    await insertFlags(context, permitted.value, some, { seal: at.seal, importId: at.importId });
    await tell(Math.min(changes.length, from + 500));
  }
  return ok();
}

function officeOf(actor: Actor): string {
  const [office] = unitsHeld(actor, 'appraiser');
  if (office === undefined) throw new Error('only an appraiser brings flags');
  return office;
}
