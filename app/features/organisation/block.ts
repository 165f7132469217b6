/**
 * Emulation blocks (khối, cụm): comparable units, with a lead and deputies per year. A unit stands in one block a year
 * (also a unique key in the database); a block has at most one lead a year.
 */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Life } from './unit.ts';

export const blockKinds = ['khoi', 'cum'] as const;
export type BlockKind = (typeof blockKinds)[number];

export const blockParts = ['lead', 'deputy', 'member'] as const;
export type BlockPart = (typeof blockParts)[number];

export type Block = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: BlockKind;
  readonly version: number;
};

export type Seat = { readonly unitId: string; readonly part: BlockPart };

/** What must be known of a unit before it is seated in a year. */
export type Candidate = Life & { readonly id: string; readonly name: string; readonly otherBlock: string | null };

export type BlockRefusal =
  | { readonly kind: 'block_code_taken'; readonly code: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'unit_unknown' }
  | { readonly kind: 'unit_twice'; readonly name: string }
  | { readonly kind: 'in_other_block'; readonly name: string; readonly block: string }
  | { readonly kind: 'not_alive_in_year'; readonly name: string; readonly year: number }
  | { readonly kind: 'several_leads'; readonly names: readonly string[] }
  | { readonly kind: 'year_has_members'; readonly year: number }
  | { readonly kind: 'nothing_to_copy'; readonly year: number };

export function isAliveInYear(life: Life, year: number): boolean {
  return (
    (life.validFrom === null || life.validFrom <= `${year}-12-31`) &&
    (life.validUntil === null || life.validUntil > `${year}-01-01`)
  );
}

/** Judges the whole list of a year at once, as it is saved. */
export function seated(
  seats: readonly Seat[],
  candidates: ReadonlyMap<string, Candidate>,
  year: number,
): Result<readonly Seat[], BlockRefusal> {
  const names = new Map<string, string>();
  for (const { unitId } of seats) {
    const unit = candidates.get(unitId);
    if (!unit) return refuse({ kind: 'unit_unknown' });
    if (names.has(unitId)) return refuse({ kind: 'unit_twice', name: unit.name });
    if (!isAliveInYear(unit, year)) return refuse({ kind: 'not_alive_in_year', name: unit.name, year });
    if (unit.otherBlock !== null) return refuse({ kind: 'in_other_block', name: unit.name, block: unit.otherBlock });
    names.set(unitId, unit.name);
  }
  const leads = seats.filter((seat) => seat.part === 'lead').map((seat) => names.get(seat.unitId) ?? '');
  return leads.length > 1 ? refuse({ kind: 'several_leads', names: leads }) : ok(seats);
}

export type Copied = { readonly seats: readonly Seat[]; readonly left: readonly Candidate[] };

/** Last year's list for a new year: who has ended or sits elsewhere stays behind and is named. */
export function carriedOver(seats: readonly Seat[], candidates: ReadonlyMap<string, Candidate>, year: number): Copied {
  const stays = (seat: Seat) => {
    const unit = candidates.get(seat.unitId);
    return unit !== undefined && unit.otherBlock === null && isAliveInYear(unit, year);
  };
  const left = seats.filter((seat) => !stays(seat)).flatMap((seat) => candidates.get(seat.unitId) ?? []);
  return { seats: seats.filter(stays), left };
}

export function isBlockKind(text: string): text is BlockKind {
  return blockKinds.some((kind) => kind === text);
}

export function isBlockPart(text: string): text is BlockPart {
  return blockParts.some((part) => part === text);
}
