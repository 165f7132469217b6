/** On what ground a dossier is returned (Nghị định 152/2025, Điều 35: the ground is named). Their words and articles are in text.ts. */
export const returnGrounds = [
  'not_entitled',
  'papers_missing',
  'report_form',
  'opinion_missing',
  'standard_not_met',
  'rewarded_before',
  'being_verified',
  'not_simplified',
  'declared_falsely',
  'other',
] as const;
export type ReturnGround = (typeof returnGrounds)[number];

export function groundIn(typed: string | null | undefined): ReturnGround | undefined {
  return returnGrounds.find((each) => each === typed);
}
