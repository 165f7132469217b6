/**
 * Counting. Every share is of all members of the council, whoever was there (Nghị định 152/2025, Điều 33.5, for the titles it names; for
 * the others a default): who abstains for an interest, was absent or gave a blank is in the whole and not in favour.
 */
export const choices = ['for', 'against', 'blank'] as const;
export type Choice = (typeof choices)[number];

export const posts = ['chair', 'deputy', 'member', 'secretary'] as const;
export type Post = (typeof posts)[number];

/** A share that must be reached; null: more than half. */
export type Threshold = { readonly atLeastPercent: number | null };
export type Counts = Readonly<Record<Choice, number>>;

export function countsOf(cast: readonly Choice[]): Counts {
  const counts = { for: 0, against: 0, blank: 0 };
  for (const choice of cast) counts[choice] += 1;
  return counts;
}

/** In whole numbers, so that 66.67 is never rounded into 67. */
export function passes({ atLeastPercent }: Threshold, inFavour: number, members: number): boolean {
  return atLeastPercent === null ? inFavour * 2 > members : inFavour * 100 >= atLeastPercent * members;
}

/** How many in favour are enough. */
export function neededOf({ atLeastPercent }: Threshold, members: number): number {
  return atLeastPercent === null ? Math.floor(members / 2) + 1 : Math.ceil((atLeastPercent * members) / 100);
}

/** In hundredths of a percent, cut off: 6 of 7 is 85.71, never 85.72. */
export function rateOf(inFavour: number, members: number): number {
  return members === 0 ? 0 : Math.floor((inFavour * 10_000) / members);
}

export type SittingRule = {
  readonly quorumNum: number;
  readonly quorumDen: number;
  readonly votingPercent: number;
};

/** May the council meet: enough of all members are in the room. */
export function hasQuorum({ quorumNum, quorumDen }: SittingRule, present: number, members: number): boolean {
  return members > 0 && present * quorumDen >= quorumNum * members;
}

/** May it vote on awards: enough of all members are in the room; the absent are asked in writing. */
export function hasVoters({ votingPercent }: SittingRule, present: number, members: number): boolean {
  return members > 0 && present * 100 >= votingPercent * members;
}

export type AttendanceState = 'present' | 'absent' | 'written' | 'left';
export const attendanceStates = ['present', 'absent', 'written', 'left'] as const satisfies readonly AttendanceState[];

export type Standing = {
  readonly members: number;
  readonly present: number;
  readonly written: number;
  readonly isQuorate: boolean;
  readonly mayVote: boolean;
};

type Seat = { readonly hasVote: boolean; readonly state: AttendanceState | null };

/** A written procedure has no room to be in: everybody is asked in writing. */
export function standingOf(
  rule: SittingRule & { readonly manner: 'meeting' | 'written' },
  seats: readonly Seat[],
): Standing {
  const voting = seats.filter(({ hasVote }) => hasVote);
  const members = voting.length;
  const count = (state: AttendanceState) => voting.filter((seat) => seat.state === state).length;
  if (rule.manner === 'written')
    return { members, present: 0, written: members, isQuorate: members > 0, mayVote: members > 0 };
  const [present, written] = [count('present'), count('written')];
  const isQuorate = hasQuorum(rule, present, members);
  return { members, present, written, isQuorate, mayVote: isQuorate && hasVoters(rule, present, members) };
}
