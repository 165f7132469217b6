export const verdicts = ['different', 'continues', 'copy'] as const;
export type Verdict = (typeof verdicts)[number];
