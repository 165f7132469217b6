/**
 * Whom a list on which somebody decides is made of (Luật Điều 5.2.d; CT III.4): leaders, direct workers, women, border and
 * hard-to-reach communes. What is not known is counted as such and never as "no".
 */
export const sharesAsked = ['leader', 'direct', 'woman', 'border', 'hard'] as const;
export type Share = (typeof sharesAsked)[number];

export type Fair = {
  readonly kind: 'person' | 'collective' | 'household';
} & Readonly<Record<Share, boolean | null>>;

export type CountedShare = {
  readonly share: Share;
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
  /** Of those it is asked of: leaders, direct workers and women only of persons. */
  readonly of: number;
};

const ofPersonsOnly: ReadonlySet<Share> = new Set(['leader', 'direct', 'woman']);

export function countShares(list: readonly Fair[]): readonly CountedShare[] {
  return sharesAsked.map((share) => {
    const asked = ofPersonsOnly.has(share) ? list.filter(({ kind }) => kind === 'person') : list;
    const yes = asked.filter((one) => one[share] === true).length;
    const no = asked.filter((one) => one[share] === false).length;
    return { share, yes, no, unknown: asked.length - yes - no, of: asked.length };
  });
}
