/** What the page of a pact shows: the words, who signed, and what its reader may do. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { BlockYear } from './block-year.ts';
import type { PactDecline } from './declines.server.ts';
import { declinesOn } from './declines.server.ts';
import type { PactRow } from './pacts.server.ts';
import { findPact, pactsOf } from './pacts.server.ts';
import type { PactMove } from './procedure.ts';
import { pactProcedure } from './procedure.ts';
import type { PactSignature } from './signing.server.ts';
import { signaturesOn } from './signing.server.ts';
import { lastDayOf } from './typed.ts';
import { caseOf, yearOf } from './year.server.ts';

export type PactSeen = {
  readonly pact: PactRow;
  readonly year: BlockYear;
  readonly signatures: readonly PactSignature[];
  /** Members without a signature that stands. */
  readonly unsigned: readonly { readonly unitId: string; readonly name: string }[];
  readonly moves: readonly PactMove[];
  /** Own units for which the reader may sign, or take the signature back. */
  readonly toSign: readonly { readonly unitId: string; readonly name: string }[];
  /** Own units that may say that they do not sign; those that said so. */
  readonly toDecline: readonly { readonly unitId: string; readonly name: string }[];
  readonly declines: readonly PactDecline[];
  readonly toTakeBack: readonly PactSignature[];
  readonly editions: readonly PactRow[];
  /** The year is over, and with it what the reader could have done: said in its place. */
  readonly isTooLate: boolean;
};

/** Of a year that is over nothing is given out, signed or renewed any more; what was signed is still closed. */
const inYearOnly: readonly PactMove[] = ['open', 'renew', 'sign', 'decline'];

export async function pactSeen(
  db: Kysely<DB>,
  person: Person,
  { id, today }: { readonly id: string; readonly today: PlainDate },
): Promise<PactSeen | undefined> {
  const pact = await findPact(db, person, id);
  const year = pact && (await yearOf(db, pact.blockId, pact.year));
  if (!year) return undefined;
  const signatures = await signaturesOn(db, pact.id);
  const declines = await declinesOn(db, person, pact.id);
  const standing = signatures.filter(({ withdrawnAt }) => withdrawnAt === null);
  const signed = new Set(standing.map(({ unitId }) => unitId));
  const unsigned = year.seats.filter(({ unitId }) => !signed.has(unitId));
  const isOver = today > lastDayOf(pact.year);
  const could = (unitId?: string) => movesFor(pactProcedure, caseOf(pact.stage, year, unitId), person);
  const can = (unitId?: string) => could(unitId).filter((move) => !isOver || !inYearOnly.includes(move));
  const may = (move: PactMove, unitId: string) => can(unitId).includes(move);
  const isLost = (unitId?: string) => isOver && could(unitId).some((move) => inYearOnly.includes(move));
  return {
    pact,
    year,
    signatures,
    unsigned: unsigned.map(({ unitId, name }) => ({ unitId, name })),
    moves: can().filter((move) => move !== 'recall' || signatures.length === 0),
    toSign: unsigned.filter(({ unitId }) => may('sign', unitId)).map(({ unitId, name }) => ({ unitId, name })),
    toDecline: unsigned
      .filter(({ unitId }) => may('decline', unitId) && !declines.some((one) => one.unitId === unitId))
      .map(({ unitId, name }) => ({ unitId, name })),
    declines,
    toTakeBack: standing.filter(({ unitId }) => may('take_back', unitId)),
    editions: await pactsOf(db, person, pact.blockId, pact.year),
    isTooLate: pact.stage !== 'closed' && (isLost() || unsigned.some(({ unitId }) => isLost(unitId))),
  };
}
