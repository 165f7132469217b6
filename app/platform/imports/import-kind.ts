/**
 * What a kind of import is: who may, how a file's sheets become a plan against the database as it is now, and how the
 * plan is carried out. The same plan is drawn twice: for the preview, and again when it runs, so that nothing is done
 * that nobody saw.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import type { Context } from '../command.server.ts';
import type { Reader } from '../db.server.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';

export const importNames = [
  'actuals',
  'units',
  'blocks',
  'accounts',
  'targets',
  'pledges',
  'plans',
  'initiatives',
  'flags',
  'honours',
  'criteria',
  'nominees',
  'levels',
  'self_scores',
] as const;
export type ImportName = (typeof importNames)[number];

/** What the upload form said besides the file (a year, a unit): small, kept with the run, handed to every step. */
export type ImportFacts = Readonly<Record<string, string>>;

/** `cell` is the address as the person sees it (C7), or null when the fault is the sheet's. */
export type CellFault = { readonly sheet: string; readonly cell: string | null; readonly message: string };

export type Happening = 'created' | 'changed' | 'ended';
export type ChangedCell = { readonly heading: string; readonly before: string | null; readonly after: string | null };

/** One line of the preview, in the words of the file. */
export type PreviewLine = {
  readonly what: Happening;
  readonly name: string;
  readonly cells: readonly ChangedCell[];
};

/** Called now and then with how many changes are done: a transaction of its own each time. It must be awaited. */
export type Tell = (done: number) => Promise<void>;

export type Plan = {
  readonly faults: readonly CellFault[];
  readonly counts: Readonly<Record<Happening | 'unchanged', number>>;
  /** The first lines of what will change. */
  readonly lines: (limit: number) => readonly PreviewLine[];
  /** Pieces of text: two plans with the same ones do the same. */
  readonly key: () => Iterable<string>;
  /** Writes and records everything, in the transaction of the context: all or nothing. */
  readonly apply: (context: Context, tell: Tell) => Promise<Result<void>>;
};

export type Drawing = {
  readonly importId: string;
  readonly facts: ImportFacts;
  readonly actor: Actor;
  readonly now: Date;
};

export type ImportKind = {
  readonly name: ImportName;
  /** Asked on upload, on confirmation and again when it runs. */
  readonly permit: (db: Reader, actor: Actor, facts: ImportFacts) => Promise<Result<Permit>>;
  /** Reads only. */
  readonly plan: (db: Reader, sheets: readonly Sheet[], drawing: Drawing) => Promise<Plan>;
  /** In Vietnamese; whatever `permit` or `apply` may refuse. */
  readonly refusalText: (refusal: Refusal) => string;
};

/** The plan of a list of changes, where each change says for itself what it is and does. */
export function planOf<Change>(given: {
  readonly faults: readonly CellFault[];
  readonly unchanged: number;
  /** JSON values. */
  readonly changes: readonly Change[];
  readonly what: (change: Change) => Happening;
  readonly line: (change: Change) => Omit<PreviewLine, 'what'>;
  readonly apply: (context: Context, changes: readonly Change[], tell: Tell) => Promise<Result<void>>;
}): Plan {
  const { faults, unchanged, changes, what } = given;
  const many = (happening: Happening) => changes.filter((change) => what(change) === happening).length;
  return {
    faults,
    counts: { created: many('created'), changed: many('changed'), ended: many('ended'), unchanged },
    lines: (limit) => changes.slice(0, limit).map((change) => ({ what: what(change), ...given.line(change) })),
    key: function* () {
      for (const change of changes) yield JSON.stringify(change);
    },
    apply: (context, tell) => given.apply(context, changes, tell),
  };
}

export function changesIn(plan: Pick<Plan, 'counts'>): number {
  return plan.counts.created + plan.counts.changed + plan.counts.ended;
}
