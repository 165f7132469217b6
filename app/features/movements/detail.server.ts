/** One movement with all that hangs on it, as far as the person may know. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor, Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isAllowed } from '../../kernel/permit.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AttachedFile } from '../../platform/files/attachments.server.ts';
import { filesOn } from '../../platform/files/attachments.server.ts';
import type { Line } from './case.server.ts';
import { contentOf, linesIn, scopeOf } from './case.server.ts';
import type { LaunchChoice } from './choices.server.ts';
import { receivedAmong, unitsToLaunch } from './choices.server.ts';
import type { ListedMovement } from './list.server.ts';
import { listMovements } from './list.server.ts';
import type { Branch, MovementContent, MovementStage, ReviewKind } from './movement.ts';
import { treeOf } from './movement.ts';

import type { MovementMove } from './procedure.ts';
import { movementProcedure, receiptRights } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type Relative = {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly unitName: string;
  readonly stage: MovementStage;
};

export type Seat = {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly receivedAt: Date | null;
  readonly receivedBy: string | null;
};

export type Review = {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly heldOn: string;
  readonly conclusion: string;
  readonly number: string | null;
};

/** As the directive was printed: it may have neither number nor day. */
export type PrintedDocument = {
  readonly kind: string;
  readonly numberAsPrinted: string;
  readonly dateAsPrinted: string;
};

export type MovementDetail = {
  readonly movement: ListedMovement;
  readonly moves: readonly MovementMove[];
  readonly lines: readonly Line[];
  readonly content: MovementContent;
  readonly reviews: readonly Review[];
  readonly papers: readonly AttachedFile[];
  readonly parent: Relative | null;
  readonly below: readonly Branch<Relative>[];
  readonly seats: readonly Seat[];
  /** Before it is launched: how many units it would be for. */
  readonly wouldReach: number;
  /** Own units that have yet to receive it, and those that may carry it on. */
  readonly toReceive: readonly Seat[];
  readonly mayCarryOn: readonly LaunchChoice[];
  readonly printed: PrintedDocument | null;
};

export async function movementDetail(db: Kysely<DB>, person: Person, id: string): Promise<MovementDetail | undefined> {
  const [movement] = (await listMovements(db, person, { ids: [id], withWithdrawn: true })).rows;
  if (!movement) return undefined;
  const isDraft = movement.stage === 'draft';
  const isRunning = movement.stage === 'launched';
  const [lines, reviews, papers, parents, below, seats, wouldReach, choices, printed] = await Promise.all([
    linesIn(db, id),
    reviewsOf(db, id),
    filesOn(db, { kind: 'movement', id }),
    relatives(db, person, sql`movement.id = ${movement.parentId}`),
    relatives(db, person, sql`movement.id in (select id from family)`, id),
    seatsOf(db, id),
    isDraft ? reachOf(db, movement) : 0,
    isRunning ? unitsToLaunch(db, person) : [],
    movement.packCode === null ? null : printedDocument(db),
  ]);
  return {
    movement,
    moves: movesFor(movementProcedure, movement, person).filter(
      (move) => move !== 'number' || movement.documentNumber === null,
    ),
    lines,
    content: contentOf(movement, lines),
    reviews,
    papers,
    parent: parents[0] ?? null,
    below: treeOf(below),
    seats,
    wouldReach,
    toReceive: isRunning ? seatsToReceive(person, seats) : [],
    mayCarryOn: await receivedAmong(db, id, choices),
    printed,
  };
}

async function reviewsOf(db: Kysely<DB>, movementId: string): Promise<readonly Review[]> {
  return db
    .selectFrom('movement_review')
    .select(['id', sql<ReviewKind>`kind`.as('kind'), 'held_on as heldOn', 'conclusion', 'document_number as number'])
    .where('movement_id', '=', movementId)
    .orderBy('held_on')
    .orderBy('entered_at')
    .execute();
}

/** With a root: `family` holds all that carries it on, over however many levels. */
async function relatives(
  db: Kysely<DB>,
  actor: Actor,
  wanted: ReturnType<typeof sql>,
  root: string | null = null,
): Promise<readonly Relative[]> {
  const { rows } = await sql<Relative>`
    with recursive family(id) as (
      select m.id from movement m where m.parent_id = ${root}::uuid
      union select m.id from movement m join family f on m.parent_id = f.id)
    select movement.id, movement.parent_id as "parentId", movement.name, movement.stage, u.name as "unitName"
    from movement join unit_now u on u.id = movement.unit_id
    where ${wanted} and movement.stage <> 'withdrawn' and ${visibleTo(actor)}
    order by u.name collate "vi-x-icu", movement.first_day, movement.id`.execute(db);
  return rows;
}

/** Who has not received it first. */
async function seatsOf(db: Kysely<DB>, movementId: string): Promise<readonly Seat[]> {
  const { rows } = await sql<Seat>`
    select s.unit_id as "unitId", u.code, u.name, s.received_at as "receivedAt", p.full_name as "receivedBy"
    from movement_unit s join unit_now u on u.id = s.unit_id left join person p on p.id = s.received_by
    where s.movement_id = ${movementId}
    order by s.received_at is not null, u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

async function reachOf(db: Kysely<DB>, { unitId, scopeKinds }: ListedMovement): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${scopeOf(unitId, scopeKinds)} s`.execute(db);
  return rows[0]?.n ?? 0;
}

function seatsToReceive(person: Person, seats: readonly Seat[]): readonly Seat[] {
  const own = unitsHeld(person, 'officer', 'head');
  const open = seats.filter(({ unitId, receivedAt }) => receivedAt === null && own.includes(unitId));
  return open.filter(({ unitId }) => isAllowed(receiptRights, 'movement.receive', person, [unitId]));
}

const facts = z.object({
  document: z.object({ kind: z.string(), numberAsPrinted: z.string(), dateAsPrinted: z.string() }),
});

async function printedDocument(db: Kysely<DB>): Promise<PrintedDocument | null> {
  const pack = await db.selectFrom('directive_pack').select('facts').executeTakeFirst();
  return pack ? facts.parse(pack.facts).document : null;
}
