/**
 * Which papers a dossier needs (Luật Điều 84, as the provisions of its awards list them), whose they are and whether they are there.
 * A provision names them in words; by their first words it is known which kind of paper each is.
 */
import { fold } from '../../kernel/fold.ts';
import type { Holder } from '../awards/award.ts';
import type { CitedPaper } from '../awards/law/provision.ts';

export const paperKinds = [
  'submission',
  'report',
  'minutes',
  'certificate',
  'opinion',
  'ballot',
  'originals',
  'photo',
  'other',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Hung on each nominee; the others on the dossier. */
export const nomineePapers = ['report', 'certificate', 'photo'] as const satisfies readonly PaperKind[];
export const dossierPapers = [
  'submission',
  'minutes',
  'opinion',
  'ballot',
  'other',
] as const satisfies readonly PaperKind[];

export function isOfNominee(kind: PaperKind): boolean {
  return nomineePapers.some((each) => each === kind);
}

/** The place of a kind among the files of a case: 0 is the first. */
export const placeOfPaper = (kind: PaperKind): number => paperKinds.indexOf(kind);
export const paperAt = (place: number | null): PaperKind => paperKinds[place ?? -1] ?? 'other';

const beginnings: readonly (readonly [RegExp, PaperKind])[] = [
  [/^to trinh/, 'submission'],
  [/^bao cao/, 'report'],
  [/^bien ban/, 'minutes'],
  [/^(giay )?(chung nhan|xac nhan)/, 'certificate'],
  [/^y kien/, 'opinion'],
  [/^ket qua bo phieu/, 'ballot'],
  [/^0?1 bo (ho so|ban)/, 'originals'],
];

export function paperKindOf(what: string): PaperKind {
  const words = fold(what).trim();
  return beginnings.find(([begins]) => begins.test(words))?.[1] ?? 'other';
}

export type Listed = {
  readonly what: string;
  readonly article: string;
  readonly source: string;
  readonly state: string;
  /** What its lack does on handing in, where the provision says so; else the product's default, a reason. */
  readonly whenMissing?: CitedPaper['whenMissing'];
};
/**
 * `needed`: by its unit, before it hands in. `if_so`: only of some achievements, a person judges. `later`: comes about on its way
 * (the council's vote, what is sent up to the centre, opinions the province asks for).
 */
export type Need = 'needed' | 'if_so' | 'later';
export type NeededPaper = Listed & { readonly kind: PaperKind; readonly need: Need };

/** `isTitle`: of a title the certificate of an initiative is needed; of a form only for some achievements (Điều 84.2.d). What a provision says is not to be lacking is needed. */
export function neededOf(listed: readonly Listed[], isTitle: boolean): readonly NeededPaper[] {
  return listed.map((one) => {
    const kind = paperKindOf(one.what);
    return { ...one, kind, need: one.whenMissing === undefined ? needOf(kind, isTitle) : 'needed' };
  });
}

function needOf(kind: PaperKind, isTitle: boolean): Need {
  if (kind === 'ballot' || kind === 'originals' || kind === 'opinion') return 'later';
  if (kind === 'certificate') return isTitle ? 'needed' : 'if_so';
  return kind === 'other' ? 'if_so' : 'needed';
}

export type Present = {
  /** The submission has its number and day: the product prints it, the signed one may be attached too. */
  readonly isNumbered: boolean;
  readonly dossierFiles: readonly PaperKind[];
};
export type PaperOwner = {
  readonly id: string;
  readonly name: string;
  readonly holderKind: Holder;
  readonly needed: readonly NeededPaper[];
  readonly files: readonly PaperKind[];
  /** Of a report written in the product: whole is every section of its form. */
  readonly report: 'none' | 'begun' | 'whole';
};

export const cellStates = ['there', 'begun', 'missing', 'if_so', 'later', 'not_asked'] as const;
export type CellState = (typeof cellStates)[number];
export type Complete = {
  /** Of the dossier as a whole. */
  readonly shared: readonly { readonly kind: PaperKind; readonly state: CellState }[];
  readonly columns: readonly PaperKind[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly cells: readonly { readonly kind: PaperKind; readonly state: CellState }[];
  }[];
  readonly missing: number;
  readonly lacking: readonly Lacking[];
};
/** A paper that should be there when the dossier is handed in; `name` of the nominee whose it is, null of the dossier's own. */
export type Lacking = { readonly paper: PaperKind; readonly name: string | null; readonly blocks: boolean };

export function completenessOf(present: Present, owners: readonly PaperOwner[]): Complete {
  const all = owners.flatMap(({ needed }) => needed);
  const asked = paperKinds.filter((kind) => all.some((one) => one.kind === kind));
  const columns = asked.filter(isOfNominee);
  const shared = asked
    .filter((kind) => !isOfNominee(kind))
    .map((kind) => ({ kind, state: sharedState(kind, all, present) }));
  const rows = owners.map((owner) => ({
    id: owner.id,
    name: owner.name,
    cells: columns.map((kind) => ({ kind, state: ownState(kind, owner) })),
  }));
  const lacking = [
    ...shared.filter(isLacking).map(({ kind }) => lackingOf(kind, null, all)),
    ...owners.flatMap(({ name, needed }, at) =>
      (rows[at]?.cells ?? []).filter(isLacking).map(({ kind }) => lackingOf(kind, name, needed)),
    ),
  ];
  return { shared, columns, rows, missing: lacking.length, lacking };
}

const isLacking = ({ state }: { readonly state: CellState }) => state === 'missing' || state === 'begun';

/** One provision that blocks is enough. */
function lackingOf(paper: PaperKind, name: string | null, needed: readonly NeededPaper[]): Lacking {
  return { paper, name, blocks: needed.some(({ kind, whenMissing }) => kind === paper && whenMissing === 'blocks') };
}

function sharedState(kind: PaperKind, all: readonly NeededPaper[], present: Present): CellState {
  const isThere = present.dossierFiles.includes(kind) || (kind === 'submission' && present.isNumbered);
  return isThere ? 'there' : absent(strictest(all.filter((one) => one.kind === kind)));
}

function ownState(kind: PaperKind, { needed, files, report }: PaperOwner): CellState {
  const own = needed.filter((one) => one.kind === kind);
  if (own.length === 0) return 'not_asked';
  if (files.includes(kind) || (kind === 'report' && report === 'whole')) return 'there';
  if (kind === 'report' && report === 'begun') return 'begun';
  return absent(strictest(own));
}

const strictness: readonly Need[] = ['needed', 'if_so', 'later'];
function strictest(papers: readonly NeededPaper[]): Need {
  return strictness.find((need) => papers.some((one) => one.need === need)) ?? 'later';
}

const absent = (need: Need): CellState => (need === 'needed' ? 'missing' : need);
