/** What the desk can be narrowed to. */
export const deskStages = ['submitted', 'appraising', 'consulting'] as const;
export type DeskStage = (typeof deskStages)[number];
export const deskViews = ['flagged', 'unconcluded', 'late', 'ready'] as const;
export type DeskView = (typeof deskViews)[number];

export type DeskQuery = {
  readonly stage?: DeskStage | undefined;
  readonly view?: DeskView | undefined;
  readonly year?: number | undefined;
  /** Of its title, code, unit, or of somebody proposed. */
  readonly words?: string | undefined;
  readonly ids?: readonly string[];
};
