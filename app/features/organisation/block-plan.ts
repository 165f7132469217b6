/**
 * From a sheet of a year's blocks and members to what will change. The sheet is the full list of every block it names:
 * who is not in it leaves the block. Blocks that it does not name are left alone.
 */
import { isAliveInYear, seated } from './block.ts';
import type { Block, BlockKind, BlockPart, BlockRefusal, Candidate, Seat } from './block.ts';
import type { Life } from './unit.ts';
import { isUnitCode } from './unit.ts';
import type { SheetRow } from './unit-row.ts';

export const blockColumns = ['block', 'blockName', 'blockKind', 'unit', 'unitName', 'part'] as const;
export type BlockColumn = (typeof blockColumns)[number];

export type SeatedBlock = { readonly block: Block; readonly seats: readonly Seat[] };
export type SeatUnit = Life & { readonly id: string; readonly code: string; readonly name: string };

export type BlockRowFault = {
  readonly row: number;
  readonly column: BlockColumn;
  readonly why:
    | { readonly kind: 'refused'; readonly refusal: BlockRefusal }
    | { readonly kind: 'missing' }
    | { readonly kind: 'bad_code'; readonly given: string }
    | { readonly kind: 'bad_word'; readonly given: string }
    | { readonly kind: 'unit_unknown'; readonly code: string };
};

export type BlockChange = {
  readonly before: SeatedBlock | null;
  readonly after: SeatedBlock;
  readonly year: number;
};

export type BlockPlan = {
  readonly changes: readonly BlockChange[];
  readonly unchanged: number;
  readonly faults: readonly BlockRowFault[];
};

export type BlockSource = {
  readonly blocks: readonly SeatedBlock[];
  readonly units: readonly SeatUnit[];
  readonly year: number;
  readonly words: { readonly kinds: ReadonlyMap<string, BlockKind>; readonly parts: ReadonlyMap<string, BlockPart> };
  readonly idFor: (code: string) => string;
};

type Row = SheetRow<BlockColumn>;

export function planBlocks(rows: readonly Row[], source: BlockSource): BlockPlan {
  const faults: BlockRowFault[] = rows.flatMap((row) => faultsIn(row, source));
  const groups = [...Map.groupBy(rows, (row) => row.text('block').toLowerCase())];
  const drawn = groups.flatMap(([code, own]) => (code === '' ? [] : [drawBlock(code, own, source)]));
  const elsewhere = source.blocks.filter(({ block }) => !drawn.some(({ after }) => after.block.id === block.id));
  for (const [at, { after, rowOf }] of drawn.entries()) {
    const others = [...elsewhere, ...drawn.slice(0, at).map((one) => one.after)];
    const fault = seatFault(after, { others, rowOf, source });
    if (fault) faults.push(fault);
  }
  const changes = drawn.filter(({ before, after }) => !before || keyOf(before) !== keyOf(after));
  return {
    changes: changes.map(({ before, after }) => ({ before, after, year: source.year })),
    unchanged: drawn.length - changes.length,
    faults: faults.toSorted((a, b) => a.row - b.row),
  };
}

function faultsIn(row: Row, source: BlockSource): readonly BlockRowFault[] {
  const faults: BlockRowFault[] = [];
  const fault = (column: BlockColumn, why: BlockRowFault['why']) => void faults.push({ row: row.number, column, why });
  const code = row.text('block').toLowerCase();
  const isKnown = source.blocks.some(({ block }) => block.code === code);
  if (code === '') fault('block', { kind: 'missing' });
  else if (!isUnitCode(code)) fault('block', { kind: 'bad_code', given: row.text('block') });
  if (!isKnown && row.text('blockName') === '') fault('blockName', { kind: 'missing' });
  const kind = row.text('blockKind');
  if (kind === '' ? !isKnown : !source.words.kinds.has(kind.toLowerCase())) {
    fault('blockKind', kind === '' ? { kind: 'missing' } : { kind: 'bad_word', given: kind });
  }
  const unit = row.text('unit').toLowerCase();
  if (unit !== '' && !source.units.some((one) => one.code === unit))
    fault('unit', { kind: 'unit_unknown', code: unit });
  const part = row.text('part');
  if (part !== '' && !source.words.parts.has(part.toLowerCase())) fault('part', { kind: 'bad_word', given: part });
  return faults;
}

type Drawn = {
  readonly before: SeatedBlock | null;
  readonly after: SeatedBlock;
  /** The last row that names the unit. */
  readonly rowOf: ReadonlyMap<string, number>;
};

/** The first row of a block says its name and kind. A row without a unit only names the block. */
function drawBlock(code: string, rows: readonly Row[], source: BlockSource): Drawn {
  const before = source.blocks.find(({ block }) => block.code === code) ?? null;
  const [first] = rows;
  const block: Block = {
    id: before?.block.id ?? source.idFor(code),
    code,
    name: first?.text('blockName') || (before?.block.name ?? code),
    kind: source.words.kinds.get(first?.text('blockKind').toLowerCase() ?? '') ?? before?.block.kind ?? 'khoi',
    version: (before?.block.version ?? 0) + 1,
  };
  const named = rows.flatMap((row) => {
    const unit = source.units.find((one) => one.code === row.text('unit').toLowerCase());
    return unit
      ? [{ row: row.number, unitId: unit.id, part: source.words.parts.get(row.text('part').toLowerCase()) ?? 'member' }]
      : [];
  });
  const seats = named.map(({ unitId, part }): Seat => ({ unitId, part }));
  return { before, after: { block, seats }, rowOf: new Map(named.map(({ unitId, row }) => [unitId, row])) };
}

type Around = {
  readonly others: readonly SeatedBlock[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly source: BlockSource;
};

function seatFault({ seats }: SeatedBlock, { others, rowOf, source }: Around): BlockRowFault | undefined {
  const blockWith = (unitId: string) => others.find((other) => other.seats.some((seat) => seat.unitId === unitId));
  const candidates = new Map(
    source.units.map((unit): [string, Candidate] => [
      unit.id,
      { ...unit, otherBlock: blockWith(unit.id)?.block.name ?? null },
    ]),
  );
  const judged = seated(seats, candidates, source.year);
  if (judged.ok) return undefined;
  const isAtFault = ({ unitId }: Seat, at: number) => {
    const unit = candidates.get(unitId);
    if (judged.refusal.kind === 'several_leads') return at === seats.findLastIndex((seat) => seat.part === 'lead');
    if (judged.refusal.kind === 'unit_twice') return seats.findIndex((seat) => seat.unitId === unitId) < at;
    return !unit || unit.otherBlock !== null || !isAliveInYear(unit, source.year);
  };
  const seat = seats.find(isAtFault);
  const column = judged.refusal.kind === 'several_leads' ? 'part' : 'unit';
  return { row: rowOf.get(seat?.unitId ?? '') ?? 0, column, why: { kind: 'refused', refusal: judged.refusal } };
}

function keyOf({ block, seats }: SeatedBlock): string {
  return JSON.stringify([block.name, block.kind, seats.map((seat) => `${seat.unitId} ${seat.part}`).toSorted()]);
}
