/** A dossier as it was handed in, and what differs between two of them: the list, texts, papers. */
import type { ReviewKind } from '../movements/movement.ts';
import type { SimplifiedGround } from './dossier.ts';
import type { Lacking, PaperKind } from './papers.ts';
import type { ReportSection, ReportWords } from './report.ts';

export type EditionNominee = {
  readonly id: string;
  readonly name: string;
  readonly awardCode: string;
  readonly achievement: string;
  readonly movementRank?: number | null;
  readonly untilOn: string | null;
  readonly sections: ReportWords;
};
export type EditionPaper = {
  readonly nomineeId: string | null;
  readonly paper: PaperKind;
  readonly name: string;
  readonly hash: string;
};
export type DossierEdition = {
  readonly about: {
    readonly title: string;
    readonly paperNumber: string | null;
    readonly paperDate: string | null;
    readonly toUnitId: string;
    readonly viaUnitId: string | null;
    readonly simplified: SimplifiedGround | null;
    /** Missing in what was handed in before it was asked for. */
    readonly movementReview?: ReviewKind | null;
  };
  readonly nominees: readonly EditionNominee[];
  readonly papers: readonly EditionPaper[];
  /** Papers that were asked for and not there when it was handed in, and why; missing in what was handed in before that was asked. */
  readonly lacking?: LackingKept;
};
export type LackingKept = { readonly papers: readonly Lacking[]; readonly reason: string | null };

export type AboutField = keyof DossierEdition['about'];
export type Difference =
  | {
      readonly kind: 'about';
      readonly field: AboutField;
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly kind: 'nominee_added' | 'nominee_removed'; readonly name: string; readonly awardCode: string }
  | { readonly kind: 'award'; readonly name: string; readonly before: string; readonly after: string }
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly section: ReportSection | 'achievement' | 'until' | 'rank';
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'paper_added' | 'paper_removed';
      readonly owner: string | null;
      readonly paper: PaperKind;
      readonly name: string;
    };

export function differencesBetween(before: DossierEdition, after: DossierEdition): readonly Difference[] {
  return [...aboutDifferences(before, after), ...listDifferences(before, after), ...paperDifferences(before, after)];
}

function aboutDifferences({ about: before }: DossierEdition, { about: after }: DossierEdition): readonly Difference[] {
  const fields = Object.keys(after) as AboutField[];
  return fields
    .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({ kind: 'about', field, before: before[field] ?? null, after: after[field] ?? null }));
}

function listDifferences(before: DossierEdition, after: DossierEdition): readonly Difference[] {
  const was = new Map(before.nominees.map((one) => [one.id, one]));
  const is = new Set(after.nominees.map(({ id }) => id));
  return [
    ...before.nominees
      .filter(({ id }) => !is.has(id))
      .map(({ name, awardCode }) => ({ kind: 'nominee_removed', name, awardCode }) as const),
    ...after.nominees.flatMap((one) => {
      const old = was.get(one.id);
      return old
        ? nomineeDifferences(old, one)
        : [{ kind: 'nominee_added', name: one.name, awardCode: one.awardCode } as const];
    }),
  ];
}

function nomineeDifferences(before: EditionNominee, after: EditionNominee): readonly Difference[] {
  const { name } = after;
  const text = (
    section: ReportSection | 'achievement' | 'until' | 'rank',
    old: string,
    now: string,
  ): readonly Difference[] => (old === now ? [] : [{ kind: 'text', name, section, before: old, after: now }]);
  const sections = [...new Set([...Object.keys(before.sections), ...Object.keys(after.sections)])] as ReportSection[];
  return [
    ...(before.awardCode === after.awardCode
      ? []
      : [{ kind: 'award', name, before: before.awardCode, after: after.awardCode } as const]),
    ...text('achievement', before.achievement, after.achievement),
    ...text('rank', String(before.movementRank ?? ''), String(after.movementRank ?? '')),
    ...text('until', before.untilOn ?? '', after.untilOn ?? ''),
    ...sections.flatMap((section) => text(section, before.sections[section] ?? '', after.sections[section] ?? '')),
  ];
}

function paperDifferences(before: DossierEdition, after: DossierEdition): readonly Difference[] {
  const key = ({ nomineeId, paper, hash }: EditionPaper) => `${nomineeId} ${paper} ${hash}`;
  const [was, is] = [new Set(before.papers.map(key)), new Set(after.papers.map(key))];
  const named = new Map([...before.nominees, ...after.nominees].map(({ id, name }) => [id, name]));
  const said = (kind: 'paper_added' | 'paper_removed') => (one: EditionPaper) =>
    ({ kind, owner: named.get(one.nomineeId ?? '') ?? null, paper: one.paper, name: one.name }) as const;
  return [
    ...before.papers.filter((one) => !is.has(key(one))).map(said('paper_removed')),
    ...after.papers.filter((one) => !was.has(key(one))).map(said('paper_added')),
  ];
}

export type Piece = { readonly text: string; readonly isChanged: boolean };

/** Two texts side by side: what the other lacks is marked, word by word. Long ones are compared by sentences, to stay quick. */
export function changedPieces(
  before: string,
  after: string,
): { readonly before: readonly Piece[]; readonly after: readonly Piece[] } {
  const cut = before.length + after.length > 8_000 ? /(?<=[.!?;\n])/ : /(?<=\s)/;
  const [a, b] = [before.split(cut), after.split(cut)];
  const common = longestCommon(a, b);
  return {
    before: gathered(a, new Set(common.map(([at]) => at))),
    after: gathered(b, new Set(common.map(([, at]) => at))),
  };
}

/** Pairs of places of the longest common run of pieces (Hunt and Szymanski's table, plain). */
function longestCommon(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i]?.trim() === b[j]?.trim()
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.trim() === b[j]?.trim()) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

function gathered(pieces: readonly string[], common: ReadonlySet<number>): readonly Piece[] {
  const out: { text: string; isChanged: boolean }[] = [];
  for (const [at, text] of pieces.entries()) {
    const isChanged = !common.has(at);
    const last = out.at(-1);
    if (last?.isChanged === isChanged) last.text += text;
    else out.push({ text, isChanged });
  }
  return out;
}
