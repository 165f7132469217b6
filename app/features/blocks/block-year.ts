/**
 * A block in one year: who sits in it, who acts for a seat today, who leads and who stands in. A seat is acted for by the unit itself, or by what alone took
 * it over; where a unit was divided nobody acts for it until a new decision names somebody.
 */
import type { UnitPath } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Block, BlockPart, Seat } from '../organisation/block.ts';

export type SeatInYear = {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly part: BlockPart;
  readonly handUnitId: string | null;
  readonly handName: string | null;
};

export type StandIn = {
  readonly id: string;
  readonly deputyUnitId: string;
  readonly deputyName: string;
  /** Whose place is taken; null while the block had no lead. */
  readonly leadUnitId: string | null;
  readonly fromDay: PlainDate;
  readonly untilDay: PlainDate;
  readonly reason: string;
  readonly version: number;
};

export type BlockYear = {
  readonly block: Block;
  readonly year: number;
  /** Lead first, then deputies, then members in the order of the alphabet. */
  readonly seats: readonly SeatInYear[];
  /** In force today. */
  readonly standIn: StandIn | null;
};

/** `lead`: who acts for the lead's seat; `deputy`: the deputy that stands in today, nowhere else; `unit`: one member. */
export type BlockPlace = 'lead' | 'deputy' | 'unit';
export type BlockPlaces = Readonly<Record<BlockPlace, UnitPath>>;

/** Only roles held at the very unit count: who is head of the province does not lead its departments' block. */
export function placesIn({ seats, standIn }: Pick<BlockYear, 'seats' | 'standIn'>, unitId?: string): BlockPlaces {
  const lead = seats.find(({ part }) => part === 'lead');
  const deputy = standIn && seats.find((seat) => seat.unitId === standIn.deputyUnitId && seat.part === 'deputy');
  const unit = seats.find((seat) => seat.unitId === unitId);
  return { lead: handOf(lead), deputy: handOf(deputy ?? undefined), unit: handOf(unit) };
}

function handOf(seat: SeatInYear | undefined): UnitPath {
  return seat?.handUnitId ? [seat.handUnitId] : [];
}

export const leadOf = ({ seats }: Pick<BlockYear, 'seats'>) => seats.find(({ part }) => part === 'lead');

/** The same units in the same parts, in whatever order. */
export function isSameSeats(one: readonly Seat[], other: readonly Seat[]): boolean {
  return inOrder(one) === inOrder(other);
}

const inOrder = (seats: readonly Seat[]) =>
  JSON.stringify(seats.map(({ unitId, part }) => `${unitId} ${part}`).toSorted());
