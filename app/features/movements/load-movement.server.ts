/**
 * The movement of the directive: there from the start, launched, with its aim, its commitments and its times of review in
 * the wording the pack gives. Loaded again it follows the pack, and leaves what people did (receipts, a number) alone.
 */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import { lastDayOfMonth, plainDate } from '../../kernel/calendar.ts';
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { rootUnit } from '../organisation/root.server.ts';
import { unitKinds } from '../organisation/unit.ts';
import { reviewKinds } from './movement.ts';
import { loadRights } from './procedure.ts';
import { fixScope } from './scope.server.ts';

const facts = z.object({
  movement: z.object({
    name: z.string(),
    clause: z.string(),
    from: z.int(),
    to: z.int(),
    reviews: z.array(
      z.object({ kind: z.enum(reviewKinds), year: z.int().nullable(), clause: z.string(), wording: z.string() }),
    ),
  }),
});

export type LoadedMovement = 'added' | 'changed' | 'unchanged';

export async function loadMovement(context: Context): Promise<Result<LoadedMovement, PermitRefusal>> {
  const { tx, actor } = context;
  const allowed = permitTo(loadRights, 'movement.load', actor, []);
  if (!allowed.ok) return allowed;
  await sql`lock table directive_pack in share row exclusive mode`.execute(tx);
  const told = await toldBy(tx);
  if (!told) return ok('unchanged');
  const there = await tx.selectFrom('movement').selectAll().where('code', '=', told.row.code).executeTakeFirst();
  if (!there) return ok(await add(context, allowed.value, told));
  return ok(await follow(context, allowed.value, { told, there }));
}

/** Every body that takes part, but for villages, which carry on what their commune launches. */
const scopeKinds = unitKinds.filter((kind) => kind !== 'province' && kind !== 'village');

type Told = NonNullable<Awaited<ReturnType<typeof toldBy>>>;

/** What the pack says, as rows; nothing before a pack is loaded. */
async function toldBy(tx: Transaction<DB>) {
  const pack = await tx.selectFrom('directive_pack').select(['code', 'facts']).executeTakeFirst();
  const commitments = await tx.selectFrom('commitment').selectAll().orderBy('position').execute();
  const aim = commitments.find(({ kind }) => kind === 'aim');
  if (!pack || !aim) return undefined;
  const { movement } = facts.parse(pack.facts);
  const row = {
    pack_code: pack.code,
    code: aim.code.split('.')[0] ?? aim.code,
    kind: 'themed',
    name: movement.name,
    aim: aim.wording,
    clause: movement.clause,
    first_day: plainDate(movement.from, 1, 1),
    last_day: lastDayOfMonth(movement.to, 12),
    scope_kinds: scopeKinds,
    visibility: 'public',
  };
  const goals = commitments
    .filter(({ kind }) => kind === 'commitment')
    .map(({ code, wording, clause }, position) => ({ ...lineShape, kind: 'goal', position, code, wording, clause }));
  const reviews = movement.reviews.map(({ kind, year, clause, wording }, position) => ({
    ...lineShape,
    kind: 'review',
    position,
    wording,
    clause,
    review_kind: kind,
    due_year: year,
  }));
  return { row, lines: [...goals, ...reviews] };
}

const lineShape = {
  code: null as string | null,
  review_kind: null as string | null,
  due_year: null as number | null,
};

async function add({ tx, now, record }: Context, permit: Permit, { row, lines }: Told): Promise<LoadedMovement> {
  const root = await rootUnit(tx);
  if (!root) return 'unchanged';
  const id = newId();
  const life = { stage: 'launched', created_at: now, launched_at: now };
  await tx
    .insertInto('movement')
    .values({ id, unit_id: root.id, ...row, ...life })
    .execute();
  await saveLines(tx, id, lines);
  await fixScope(tx, id);
  const subject = { kind: 'movement', id };
  await record({ permit, kind: 'movement.entered', subject, unitId: root.id, after: { ...row, lines } });
  return 'added';
}

type There = { readonly id: string; readonly unit_id: string; readonly version: number };

async function follow(
  { tx, record }: Context,
  permit: Permit,
  { told: { row, lines }, there }: { readonly told: Told; readonly there: There },
): Promise<LoadedMovement> {
  const standing: Readonly<Record<string, unknown>> = there;
  const before = Object.fromEntries(Object.keys(row).map((name) => [name, standing[name]]));
  const stored = await tx
    .selectFrom('movement_line')
    .select(['code', 'review_kind', 'due_year', 'kind', 'position', 'wording', 'clause'])
    .where('movement_id', '=', there.id)
    .orderBy('kind')
    .orderBy('position')
    .execute();
  const isSame =
    sameAs(before, row) && stored.length === lines.length && stored.every((line, at) => sameAs(line, lines[at]));
  if (isSame) return 'unchanged';
  await tx
    .updateTable('movement')
    .set({ ...row, version: there.version + 1 })
    .where('id', '=', there.id)
    .execute();
  await tx.deleteFrom('movement_line').where('movement_id', '=', there.id).execute();
  await saveLines(tx, there.id, lines);
  const subject = { kind: 'movement', id: there.id };
  const after = { ...row, lines };
  await record({
    permit,
    kind: 'movement.changed',
    subject,
    unitId: there.unit_id,
    before: { ...before, lines: stored },
    after,
  });
  return 'changed';
}

function sameAs(a: object, b: object | undefined): boolean {
  const ordered = (one: object) => JSON.stringify(Object.entries(one).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return b !== undefined && ordered(a) === ordered(b);
}

async function saveLines(tx: Transaction<DB>, movementId: string, lines: Told['lines']): Promise<void> {
  const rows = lines.map((line) => ({ movement_id: movementId, ...line }));
  if (rows.length > 0) await tx.insertInto('movement_line').values(rows).execute();
}
