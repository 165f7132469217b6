/** The proposal of who leads a block next, from what the past years say, and its confirmation by a person. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { BlockRefusal, Seat } from '../organisation/block.ts';
import { carriedOver, seated } from '../organisation/block.ts';
import { candidatesFor, saveSeats, seatsOf } from '../organisation/block-store.server.ts';
import { rootPath } from '../organisation/root.server.ts';
import { lockOrganisation } from '../organisation/unit-store.server.ts';
import { isSameSeats } from './block-year.ts';
import { blockRights } from './procedure.ts';
import type { InTurn, PastSeat } from './rotation.ts';
import { inTurn } from './rotation.ts';
import { lockYear } from './year.server.ts';

export type Proposal = {
  /** In their turn, the proposed lead first. */
  readonly turn: readonly (InTurn & { readonly name: string })[];
  /** Sat there the year before, and cannot in this one: ended, or seated elsewhere. */
  readonly left: readonly string[];
  /** Years of which the lead is known, oldest first. */
  readonly years: readonly number[];
  /** How the year stands already, when it has members. */
  readonly seats: readonly Seat[];
};

/** For the year asked, of whoever sits there already, or else sat there the year before. Undefined when nobody did. */
export async function proposalFor(db: Kysely<DB>, blockId: string, year: number): Promise<Proposal | undefined> {
  const candidates = await candidatesFor(db, blockId, year);
  const [there, last] = [await seatsOf(db, blockId, year), await seatsOf(db, blockId, year - 1)];
  const { seats, left } = there.length > 0 ? { seats: there, left: [] } : carriedOver(last, candidates, year);
  if (seats.length === 0) return undefined;
  const past = await pastOf(db, blockId, year);
  const unitIds = await inListOrder(db, seats);
  const deputies = last.filter(({ part }) => part === 'deputy').length;
  const turn = inTurn(unitIds, past, { year, deputies }).map((one) => ({
    ...one,
    name: candidates.get(one.unitId)?.name ?? '',
  }));
  const years = [...new Set(past.filter(({ part }) => part === 'lead').map((seat) => seat.year))];
  return { turn, left: left.map(({ name }) => name), years, seats: there };
}

async function pastOf(db: Kysely<DB>, blockId: string, year: number): Promise<readonly PastSeat[]> {
  const { rows } = await sql<PastSeat>`
    select year, unit_id as "unitId", part from block_member where block_id = ${blockId} and year < ${year} order by year`.execute(
    db,
  );
  return rows;
}

async function inListOrder(db: Kysely<DB>, seats: readonly Seat[]): Promise<readonly string[]> {
  const ids = seats.map(({ unitId }) => unitId);
  const { rows } = await sql<{ id: string }>`
    select id from unit_now where id = any(${ids}::uuid[]) order by short_name collate "vi-x-icu", id`.execute(db);
  return rows.map(({ id }) => id);
}

export type ConfirmRotation = {
  readonly blockId: string;
  readonly year: number;
  readonly version: number;
  /** As the person confirmed it, which may differ from what was proposed. */
  readonly parts: readonly Seat[];
};
export type RotationRefusal =
  | PermitRefusal
  | NotThere
  | LostRace
  | BlockRefusal
  | { readonly kind: 'no_members' | 'no_lead' };

export async function confirmRotation(
  context: Context,
  command: ConfirmRotation,
): Promise<Result<{ id: string }, RotationRefusal>> {
  const { tx, actor, record } = context;
  const { blockId, year } = command;
  await lockOrganisation(tx);
  const allowed = permitTo(blockRights, 'block.rotate', actor, await rootPath(tx));
  if (!allowed.ok) return allowed;
  const found = await lockYear(tx, blockId, year);
  if (!found) return refuse(notThere);
  if (found.block.version !== command.version) return refuse({ kind: 'lost_race', current: found.block.version });
  const proposal = await proposalFor(tx, blockId, year);
  if (!proposal) return refuse({ kind: 'no_members' });
  const chosen = new Map(command.parts.map(({ unitId, part }) => [unitId, part]));
  const seats = proposal.turn.map(({ unitId }): Seat => ({ unitId, part: chosen.get(unitId) ?? 'member' }));
  const judged = seated(seats, await candidatesFor(tx, blockId, year), year);
  if (!judged.ok) return judged;
  if (!seats.some(({ part }) => part === 'lead')) return refuse({ kind: 'no_lead' });
  const before = proposal.seats.map(({ unitId, part }) => ({ unitId, part }));
  if (isSameSeats(before, seats)) return refuse({ kind: 'unchanged' });
  await saveSeats(tx, found.block, { year, seats });
  const proposed = proposal.turn.map(({ unitId, part }): Seat => ({ unitId, part }));
  await record({
    permit: allowed.value,
    kind: 'block.rotated',
    subject: { kind: 'block', id: blockId },
    before: { year, seats: before, proposed },
    after: { year, seats },
  });
  return ok({ id: blockId });
}
