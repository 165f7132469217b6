/** What a person finds of two reports that are alike. It never refuses by itself, and holds as long as both read as they did. */
export const reportVerdicts = ['copied', 'common_text', 'same_collective', 'no_matter'] as const;
export type ReportVerdict = (typeof reportVerdicts)[number];

export type ReportJudgement = {
  readonly verdict: ReportVerdict;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** Either report was written anew since. */
  readonly isStale: boolean;
};

/** One pair, whichever of the two is looked at. */
export function pairOf(one: string, other: string): { readonly first: string; readonly second: string } {
  return one < other ? { first: one, second: other } : { first: other, second: one };
}

/** Looked at and found to be no copy, and still reading so: nobody is asked again. */
export const isSettled = (judgement: ReportJudgement | null): boolean =>
  judgement !== null && !judgement.isStale && judgement.verdict !== 'copied';
