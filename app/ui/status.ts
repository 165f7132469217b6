/** The five answers to "where does this stand?" and the stages of a reported value. */
export const statusNames = ['achieved', 'on_track', 'at_risk', 'off_track', 'no_data'] as const;
export type StatusName = (typeof statusNames)[number];

export type StageName = 'draft' | 'submitted' | 'verified' | 'returned' | 'corrected';

/** Outlines on a 12 × 12 field, one shape per status so that colour is never alone. */
export const shapePath: Record<StatusName, string> = {
  achieved: 'M6 1a5 5 0 1 1 0 10A5 5 0 1 1 6 1z',
  on_track: 'M6 1 11.5 10.5H.5z',
  at_risk: 'M6 .5 11.5 6 6 11.5.5 6z',
  off_track: 'M.5 1.5h11L6 11z',
  no_data: 'M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 1 1 0-9z',
};
