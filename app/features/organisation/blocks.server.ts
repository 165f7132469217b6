/** Commands on blocks: found, rename, seat a year's members, carry last year's over. */
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { carriedOver, seated } from './block.ts';
import type { Block, BlockKind, BlockRefusal, Seat } from './block.ts';
import { blocksPath, candidatesFor, findBlock, saveSeats, seatsOf } from './block-store.server.ts';
import { permitOrganisation } from './rights.ts';
import { lockOrganisation } from './unit-store.server.ts';

export type BlockFault = BlockRefusal | PermitRefusal | LostRace | NotThere;
export type BlockAim = { readonly blockId: string; readonly version: number };

export async function createBlock(
  context: Context,
  input: { readonly code: string; readonly name: string; readonly kind: BlockKind },
): Promise<Result<Block, BlockFault>> {
  const permit = permitOrganisation('block.create', context.actor, await blocksPath(context.tx));
  if (!permit.ok) return permit;
  const block: Block = { id: newId(), ...input, version: 1 };
  const added = await context.tx
    .insertInto('block')
    .values(block)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return refuse({ kind: 'block_code_taken', code: input.code });
  const subject = { kind: 'block', id: block.id };
  await context.record({ permit: permit.value, kind: 'block.created', subject, after: block });
  return ok(block);
}

export async function changeBlock(
  context: Context,
  input: BlockAim & { readonly name: string; readonly kind: BlockKind },
): Promise<Result<Block, BlockFault>> {
  const found = await aimAt(context, input);
  if (!found.ok) return found;
  const { block, permit } = found.value;
  if (block.name === input.name && block.kind === input.kind) return refuse({ kind: 'unchanged' });
  const after: Block = { ...block, name: input.name, kind: input.kind, version: block.version + 1 };
  const { name, kind, version } = after;
  await context.tx.updateTable('block').set({ name, kind, version }).where('id', '=', block.id).execute();
  const subject = { kind: 'block', id: block.id };
  await context.record({ permit, kind: 'block.changed', subject, before: block, after });
  return ok(after);
}

/** Saves the whole list of a year at once. */
export async function setMembers(
  context: Context,
  input: BlockAim & { readonly year: number; readonly seats: readonly Seat[] },
): Promise<Result<Block, BlockFault>> {
  await lockOrganisation(context.tx);
  const found = await aimAt(context, input);
  if (!found.ok) return found;
  const { block, permit } = found.value;
  const before = await seatsOf(context.tx, block.id, input.year);
  const judged = seated(input.seats, await candidatesFor(context.tx, block.id, input.year), input.year);
  if (!judged.ok) return judged;
  if (inOrder(before) === inOrder(input.seats)) return refuse({ kind: 'unchanged' });
  return seat(context, { block, permit, year: input.year, before, seats: input.seats });
}

export type CopyDone = { readonly copied: number; readonly left: readonly string[] };

/** Starts a year from the year before it; a year that already has members is left alone. */
export async function copyMembers(
  context: Context,
  input: BlockAim & { readonly fromYear: number; readonly toYear: number },
): Promise<Result<CopyDone, BlockFault>> {
  await lockOrganisation(context.tx);
  const found = await aimAt(context, input);
  if (!found.ok) return found;
  const { block, permit } = found.value;
  const there = await seatsOf(context.tx, block.id, input.toYear);
  if (there.length > 0) return refuse({ kind: 'year_has_members', year: input.toYear });
  const last = await seatsOf(context.tx, block.id, input.fromYear);
  if (last.length === 0) return refuse({ kind: 'nothing_to_copy', year: input.fromYear });
  const candidates = await candidatesFor(context.tx, block.id, input.toYear);
  const { seats, left } = carriedOver(last, candidates, input.toYear);
  await seat(context, { block, permit, year: input.toYear, before: [], seats });
  return ok({ copied: seats.length, left: left.map((unit) => unit.name) });
}

type Seating = {
  readonly block: Block;
  readonly permit: Permit;
  readonly year: number;
  readonly before: readonly Seat[];
  readonly seats: readonly Seat[];
};

async function seat(context: Context, { block, permit, year, before, seats }: Seating): Promise<Result<Block, never>> {
  await saveSeats(context.tx, block, { year, seats });
  const subject = { kind: 'block', id: block.id };
  const entry = { permit, kind: 'block.members_changed', subject } as const;
  await context.record({ ...entry, before: { year, seats: before }, after: { year, seats } });
  return ok({ ...block, version: block.version + 1 });
}

type Found = { readonly block: Block; readonly permit: Permit };

async function aimAt(context: Context, aim: BlockAim): Promise<Result<Found, PermitRefusal | LostRace | NotThere>> {
  const block = await findBlock(context.tx, aim.blockId);
  if (!block) return refuse(notThere);
  const permit = permitOrganisation('block.change', context.actor, await blocksPath(context.tx));
  if (!permit.ok) return permit;
  if (block.version !== aim.version) return refuse({ kind: 'lost_race', current: block.version });
  return ok({ block, permit: permit.value });
}

function inOrder(seats: readonly Seat[]): string {
  return JSON.stringify(seats.map((one) => `${one.unitId} ${one.part}`).toSorted());
}
