/** What the page of a plan is drawn with again after a refusal. */
import type { PlanDeed } from '../plan-deeds.server.ts';
import type { PlanProblemShown } from '../text.ts';

export type Refused =
  | {
      readonly fields: Readonly<Record<string, string>>;
      readonly deed: PlanDeed;
      readonly problems: readonly PlanProblemShown[];
    }
  | undefined;
