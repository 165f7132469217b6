/** What the page of a block's year shows, and what its reader may do there. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isAllowed } from '../../kernel/permit.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AttachedFile } from '../../platform/files/attachments.server.ts';
import { filesOn } from '../../platform/files/attachments.server.ts';
import type { Seat } from '../organisation/block.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { BlockYear } from './block-year.ts';
import { isSameSeats } from './block-year.ts';
import type { MeetingRow } from './meetings.server.ts';
import { meetingsOf } from './meetings.server.ts';
import type { PactRow } from './pacts.server.ts';
import { pactsOf } from './pacts.server.ts';
import { blockRights, meetingProcedure, pactProcedure, standInProcedure } from './procedure.ts';
import { lastDayOf } from './typed.ts';
import { blockByCode, caseOf, yearOf } from './year.server.ts';

export type DecisionSeen = {
  readonly id: string;
  readonly number: string;
  readonly decidedOn: PlainDate;
  readonly about: string;
  readonly files: readonly AttachedFile[];
};

export type YearSeen = BlockYear & {
  /** Latest first. */
  readonly decisions: readonly DecisionSeen[];
  /** The seats are no longer those of the latest decision. */
  readonly hasChanged: boolean;
  readonly pacts: readonly PactRow[];
  readonly meetings: readonly MeetingRow[];
  readonly may: {
    readonly organise: boolean;
    readonly lead: boolean;
    /** The first pact of the year, while it lasts. */
    readonly draft: boolean;
    /** Deputies for which this reader may say that they stand in. */
    readonly standIn: readonly string[];
    readonly endStandIn: boolean;
  };
};

export async function yearSeen(
  db: Kysely<DB>,
  person: Person,
  { code, year, today }: { readonly code: string; readonly year: number; readonly today: PlainDate },
): Promise<YearSeen | undefined> {
  const block = await blockByCode(db, code);
  const found = block && (await yearOf(db, block.id, year));
  if (!found) return undefined;
  const { decisions, hasChanged } = await decisionsOf(db, found);
  const deputies = found.seats.filter(({ part }) => part === 'deputy').map(({ unitId }) => unitId);
  const mayStandIn = (unitId: string) =>
    movesFor(standInProcedure, caseOf('none', found, unitId), person).includes('stand_in');
  const standing = found.standIn && caseOf('standing', found, found.standIn.deputyUnitId);
  const pacts = await pactsOf(db, person, found.block.id, year);
  const mayLead = movesFor(pactProcedure, caseOf('draft', found), person).includes('change');
  const isUnderWay = pacts.some(({ stage }) => stage !== 'withdrawn');
  return {
    ...found,
    decisions,
    hasChanged,
    pacts,
    meetings: await meetingsOf(db, person, found.block.id, year),
    may: {
      organise: isAllowed(blockRights, 'block.decide', person, await rootPath(db)),
      lead: mayLead,
      draft: mayLead && !isUnderWay && found.seats.length > 0 && today <= lastDayOf(year),
      standIn: found.standIn ? [] : deputies.filter(mayStandIn),
      endStandIn: standing !== null && movesFor(standInProcedure, standing, person).includes('end'),
    },
  };
}

/** Whether the reader may write for the block in the year: the same for meetings as for the pact. */
export function mayPlan(year: BlockYear, person: Person): boolean {
  return movesFor(meetingProcedure, caseOf('planned', year), person).includes('change');
}

async function decisionsOf(
  db: Kysely<DB>,
  { block, year, seats }: BlockYear,
): Promise<Pick<YearSeen, 'decisions' | 'hasChanged'>> {
  const rows = await db
    .selectFrom('block_decision')
    .select(['id', 'number', 'decided_on as decidedOn', 'about', 'seats'])
    .where('block_id', '=', block.id)
    .where('year', '=', year)
    .orderBy('decided_on', 'desc')
    .orderBy('entered_at', 'desc')
    .execute();
  const decisions = await Promise.all(
    rows.map(async ({ seats: _seats, ...row }) => ({
      ...row,
      files: await filesOn(db, { kind: 'block_decision', id: row.id }),
    })),
  );
  const last = rows[0]?.seats as readonly Seat[] | undefined;
  return { decisions, hasChanged: last !== undefined && !isSameSeats(last, seats) };
}
