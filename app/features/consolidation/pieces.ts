/**
 * The pieces of a consolidated report: a unit's words for a section, a table or sentence drawn from figures, a paragraph
 * of one's own. Each keeps where it came from, also after it was edited. Pure.
 */
import type { PlainDate } from '../../kernel/calendar.ts';

export const placements = ['body', 'annex', 'out'] as const;
export type Placement = (typeof placements)[number];

export type Source =
  | {
      readonly kind: 'report';
      readonly roundId: string;
      readonly roundName: string;
      readonly unitCode: string;
      /** As it was called when it signed: who was merged since still stands under the name that reported. */
      readonly unitName: string;
      readonly sending: number;
      readonly signedOn: PlainDate;
      readonly section: { readonly position: number; readonly heading: string };
      /** The criterion or indicator it is about; an empty code for the section as a whole. */
      readonly about: { readonly code: string; readonly heading: string };
    }
  | {
      readonly kind: 'figures';
      readonly of: FigureKind;
      /** Figures as known by the end of this day. */
      readonly asOf: PlainDate;
      /** Only of periods up to this day: a round's last. Not kept before it was. */
      readonly through?: PlainDate | null;
      readonly snapshot: { readonly id: string; readonly title: string } | null;
      readonly round: { readonly id: string; readonly name: string } | null;
    }
  | { readonly kind: 'own'; readonly by: string };

export const figureKinds = [
  'sendings',
  'late',
  'indicators',
  'units',
  'schemes',
  'criteria',
  'tasks',
  'initiatives',
  'findings',
  'rounds',
] as const;
export type FigureKind = (typeof figureKinds)[number];

export type PieceTable = {
  readonly title: string;
  readonly columns: readonly PieceColumn[];
  readonly rows: readonly PieceRow[];
};
export type PieceColumn = {
  readonly heading: string;
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
};
/** `ref`: where the figures of the row come from: a clause and an indicator, a plan. */
export type PieceRow = { readonly cells: readonly string[]; readonly ref: string } | { readonly band: string };

/** `body` is what it was edited to; null while it stands as gathered. */
export type Piece = {
  readonly id: string;
  readonly part: string;
  readonly position: number;
  readonly placement: Placement;
  readonly source: Source;
  readonly original: string;
  readonly body: string | null;
  readonly content: PieceTable | null;
  /** Its source does not stand any more: taken back, returned, sent anew. */
  readonly isStale: boolean;
};

export type Gathered = {
  readonly key: string;
  readonly part: string;
  readonly placement: Placement;
  readonly source: Source;
  readonly original: string;
  readonly content: PieceTable | null;
};
export type Kept = Pick<Piece, 'id' | 'part' | 'position' | 'original' | 'body' | 'isStale'> & {
  /** Null for one's own. A later text of the same source, beside one that was edited, bears its number behind a #. */
  readonly key: string | null;
};

export const textOf = ({ body, original }: Pick<Piece, 'body' | 'original'>): string => body ?? original;

export type Regathered = {
  readonly added: readonly (Gathered & { readonly position: number })[];
  readonly refreshed: readonly { readonly id: string; readonly from: Gathered }[];
  /** Edited, and its source is gone or says something else now. */
  readonly stale: readonly string[];
  readonly removed: readonly string[];
};

/**
 * What gathering again does: what came since is added at the end of its part; what nobody edited follows its source, and
 * goes with it; what somebody edited is never touched, only marked, and a newer text of its source comes as another piece.
 */
export function regather(kept: readonly Kept[], gathered: readonly Gathered[]): Regathered {
  const there = Map.groupBy(
    kept.filter(({ key }) => key !== null),
    ({ key }) => sourceOf(key),
  );
  const fates = gathered.map((piece) => fateOf(there.get(piece.key) ?? [], piece));
  const now = new Set(gathered.map(({ key }) => key));
  const gone = kept.filter(({ key }) => key !== null && !now.has(sourceOf(key)));
  return {
    added: positioned(
      kept,
      fates.flatMap(({ added }) => added ?? []),
    ),
    refreshed: fates.flatMap(({ refreshed }) => refreshed ?? []),
    stale: [...fates.flatMap(({ stale }) => stale ?? []), ...gone.filter(isEdited).map(({ id }) => id)],
    removed: gone.filter((piece) => !isEdited(piece)).map(({ id }) => id),
  };
}

const isEdited = ({ body }: Kept) => body !== null;
const sourceOf = (key: string | null) => key?.split('#')[0] ?? '';

type Fate = {
  readonly added?: Gathered;
  readonly refreshed?: Regathered['refreshed'][number];
  readonly stale?: readonly string[];
};

function fateOf(there: readonly Kept[], piece: Gathered): Fate {
  if (there.length === 0) return { added: piece };
  const open = there.find((each) => !isEdited(each));
  if (open) return { refreshed: { id: open.id, from: piece } };
  if (there.some(({ original }) => original === piece.original)) return {};
  return { added: { ...piece, key: `${piece.key}#${there.length}` }, stale: there.map(({ id }) => id) };
}

function positioned(kept: readonly Kept[], added: readonly Gathered[]): Regathered['added'] {
  const last = new Map<string, number>();
  for (const { part, position } of kept) last.set(part, Math.max(position, last.get(part) ?? 0));
  return added.map((piece) => {
    const position = (last.get(piece.part) ?? 0) + 1;
    last.set(piece.part, position);
    return { ...piece, position };
  });
}

/** The order of a part with some put right behind another, or first of all; the same asked twice is the same order. */
export function placedAfter(order: readonly string[], ids: readonly string[], after: string | null): readonly string[] {
  if (!ids.every((id) => order.includes(id)) || (after !== null && ids.includes(after))) return order;
  const others = order.filter((each) => !ids.includes(each));
  const at = after === null ? 0 : others.indexOf(after) + 1;
  return at === 0 && after !== null ? order : others.toSpliced(at, 0, ...ids);
}

export type Together<One> = readonly [One, ...One[]];

/** What several units say of one thing in the same words stands once, where the first of them stands. */
export function together<One extends Pick<Piece, 'id' | 'part' | 'placement' | 'source' | 'original' | 'body'>>(
  pieces: readonly One[],
): readonly Together<One>[] {
  const said = ({ id, part, placement, source, ...piece }: One) =>
    source.kind === 'report'
      ? [part, placement, source.about.code, textOf(piece).replaceAll(/\s+/g, ' ').trim()].join('\n')
      : id;
  return [...Map.groupBy(pieces, said).values()] as unknown as readonly Together<One>[];
}

/** For a scheme: the lines of a text that name it; nothing when none does. */
export function linesNaming(text: string, names: (line: string) => boolean): string {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && names(line))
    .join('\n');
}
