/** One movement with all that hangs on it, as far as the person may know. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isAllowed } from '../../kernel/permit.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AttachedFile } from '../../platform/files/attachments.server.ts';
import { filesOn } from '../../platform/files/attachments.server.ts';
import { endOfDay } from '../../platform/known.server.ts';
import type { Line } from './case.server.ts';
import { contentOf, linesIn } from './case.server.ts';
import type { LaunchChoice } from './choices.server.ts';
import { receivedAmong, unitsToLaunch } from './choices.server.ts';
import type { ListedMovement } from './list.server.ts';
import { listMovements } from './list.server.ts';
import type { Branch, MovementContent, MovementStage, ReviewKind } from './movement.ts';
import { treeOf } from './movement.ts';

import type { MovementMove } from './procedure.ts';
import { movementProcedure, receiptRights } from './procedure.ts';
import type { Reached } from './scope.server.ts';
import { chosenNames, reachOf } from './scope.server.ts';
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
  /** Units and blocks that it is for besides whole kinds. */
  readonly chosen: readonly string[];
  readonly former: readonly FormerSeat[];
  /** Before it is launched: the units it would be for. */
  readonly wouldReach: readonly Reached[];
  /** Own units that have yet to receive it, and those that may carry it on. */
  readonly toReceive: readonly Seat[];
  readonly mayCarryOn: readonly LaunchChoice[];
  readonly printed: PrintedDocument | null;
};

/** Without a day: as it stands. With one: what was launched by its end, as far as its reviews had come. */
export async function movementDetail(
  db: Kysely<DB>,
  person: Actor,
  id: string,
  known?: PlainDate,
): Promise<MovementDetail | undefined> {
  const [movement] = (await listMovements(db, person, { ids: [id], withWithdrawn: true })).rows;
  if (!movement) return undefined;
  const isDraft = movement.stage === 'draft';
  const isRunning = movement.stage === 'launched' && !known;
  const [lines, reviews, papers, parents, below, chosen, seats, former, wouldReach, choices, printed] =
    await Promise.all([
      linesIn(db, id),
      reviewsOf(db, id, known),
      filesOn(db, { kind: 'movement', id }),
      relatives(db, person, sql`movement.id = ${movement.parentId}`),
      relatives(db, person, launchedBy(known), id),
      chosenNames(db, movement),
      isRunning ? openSeats(db, id) : [],
      formerSeats(db, id, known),
      isDraft ? reachOf(db, id) : [],
      isRunning && person.kind === 'person' ? unitsToLaunch(db, person) : [],
      movement.packCode === null ? null : printedDocument(db),
    ]);
  return {
    movement,
    moves: known ? [] : movesOf(movement, person),
    lines,
    content: contentOf(movement, lines),
    reviews,
    papers,
    parent: parents[0] ?? null,
    below: treeOf(below),
    chosen,
    former,
    wouldReach,
    toReceive: isRunning ? seatsToReceive(person, seats) : [],
    mayCarryOn: await receivedAmong(db, id, choices),
    printed,
  };
}

/** What its procedure allows, less what does not apply to it. */
function movesOf(movement: ListedMovement, actor: Actor): readonly MovementMove[] {
  const off = movement.isSecret ? unsaid : [];
  const moves = movesFor(movementProcedure, movement, actor).filter((move) => !off.includes(move));
  return moves.filter((move) => move !== 'number' || movement.documentNumber === null);
}

/** Nothing is written down here of one that is handled off the system. */
const unsaid: readonly MovementMove[] = ['review', 'conclude', 'attach'];

async function reviewsOf(db: Kysely<DB>, movementId: string, known?: PlainDate): Promise<readonly Review[]> {
  const entered = known ? sql<boolean>`entered_at < ${endOfDay(known)}` : sql<boolean>`true`;
  return db
    .selectFrom('movement_review')
    .where(entered)
    .select(['id', sql<ReviewKind>`kind`.as('kind'), 'held_on as heldOn', 'conclusion', 'document_number as number'])
    .where('movement_id', '=', movementId)
    .orderBy('held_on')
    .orderBy('entered_at')
    .execute();
}

function launchedBy(known: PlainDate | undefined) {
  const isIn = sql`movement.id in (select id from family)`;
  return known ? sql`${isIn} and movement.launched_at < ${endOfDay(known)}` : isIn;
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

/** Units of the scope that are asked to receive, those of the past left out. */
async function openSeats(db: Kysely<DB>, movementId: string): Promise<readonly Seat[]> {
  const { rows } = await sql<Seat>`
    select s.unit_id as "unitId", u.code, u.name from movement_unit s join unit_now u on u.id = s.unit_id
    where s.movement_id = ${movementId} and s.received_at is null and s.left_at is null
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

export type FormerSeat = {
  readonly code: string;
  readonly name: string;
  readonly leftAt: Date;
  readonly receivedAt: Date | null;
  readonly successors: readonly string[];
};

/** Units that were in the scope and are no more, with who took them over: their receipts stay to be read. */
async function formerSeats(db: Kysely<DB>, movementId: string, known?: PlainDate): Promise<readonly FormerSeat[]> {
  const left = known ? sql`s.left_at < ${endOfDay(known)}` : sql`s.left_at is not null`;
  const { rows } = await sql<FormerSeat>`
    select u.code, u.name, s.left_at as "leftAt", s.received_at as "receivedAt",
      array(select n.name from unit_succession x join unit_now n on n.id = x.successor_id where x.predecessor_id = u.id
        order by n.name collate "vi-x-icu") as successors
    from movement_unit s join unit_now u on u.id = s.unit_id
    where s.movement_id = ${movementId} and ${left}
    order by s.left_at, u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

function seatsToReceive(person: Actor, seats: readonly Seat[]): readonly Seat[] {
  const own = unitsHeld(person, 'officer', 'head');
  const mayReceive = (unitId: string) => isAllowed(receiptRights, 'movement.receive', person, [unitId]);
  return seats.filter(({ unitId }) => own.includes(unitId) && mayReceive(unitId));
}

const facts = z.object({
  document: z.object({ kind: z.string(), numberAsPrinted: z.string(), dateAsPrinted: z.string() }),
});

async function printedDocument(db: Kysely<DB>): Promise<PrintedDocument | null> {
  const pack = await db.selectFrom('directive_pack').select('facts').executeTakeFirst();
  return pack ? facts.parse(pack.facts).document : null;
}
