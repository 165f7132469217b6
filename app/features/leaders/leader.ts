/**
 * Who leads a block by a frozen result, what was found of them, and how many may go up. Cờ thi đua cấp tỉnh is for who leads a block that the province organises and meets the standard
 * (Luật Thi đua, khen thưởng Điều 26.1); of those at most a share may be proposed for Cờ thi đua của Chính phủ (Điều 25; Nghị định 152/2025, Điều 7).
 */
export const provinceFlag = 'co-thi-dua-tinh';
export const governmentFlag = 'co-thi-dua-chinh-phu';

export type LeaderWord = {
  /** Null: nobody said yet. */
  readonly meets: boolean | null;
  readonly isChosen: boolean;
};

export type Quota = {
  /** How many may be chosen; rounded down: at most. */
  readonly most: number;
  readonly meeting: number;
  readonly chosen: number;
};

export function quotaFor(words: readonly LeaderWord[], atMostPercent: number): Quota {
  const meeting = words.filter(({ meets }) => meets === true).length;
  return {
    most: Math.floor((meeting * atMostPercent) / 100),
    meeting,
    chosen: words.filter(({ isChosen }) => isChosen).length,
  };
}
