/** One import from upload to end, as it is kept and shown. */
import type { CellFault, ImportFacts, ImportName, Plan, PreviewLine } from './import-kind.ts';

export const importStages = ['checked', 'queued', 'running', 'done', 'failed', 'discarded'] as const;
export type ImportStage = (typeof importStages)[number];

export type ImportSummary = {
  readonly counts: Plan['counts'];
  readonly faultCount: number;
  /** The first faults and lines; the counts say how many there are in all. */
  readonly faults: readonly CellFault[];
  readonly lines: readonly PreviewLine[];
  /** Fingerprint of what was previewed. */
  readonly digest: string;
  /** Why it failed, in words. */
  readonly failure?: string;
};

export type ImportRun = {
  readonly id: string;
  readonly kind: ImportName;
  readonly fileName: string;
  readonly hash: string;
  readonly facts: ImportFacts;
  readonly stage: ImportStage;
  readonly total: number;
  readonly done: number;
  readonly version: number;
  readonly uploadedBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly summary: ImportSummary;
};

export const shownFaults = 200;
export const shownLines = 200;

export type RunRefusal =
  | { readonly kind: 'import_has_faults'; readonly count: number }
  | { readonly kind: 'import_changes_nothing' }
  | { readonly kind: 'import_not_waiting'; readonly stage: ImportStage }
  | { readonly kind: 'import_changed_since' };

/** May it be confirmed as it stands? */
export function faultOf(run: Pick<ImportRun, 'stage' | 'summary' | 'total'>): RunRefusal | undefined {
  if (run.stage !== 'checked') return { kind: 'import_not_waiting', stage: run.stage };
  if (run.summary.faultCount > 0) return { kind: 'import_has_faults', count: run.summary.faultCount };
  return run.total === 0 ? { kind: 'import_changes_nothing' } : undefined;
}
