/** What a page of appraisal is drawn with again after a refusal. */
import type { ShownProblem } from '../text.ts';

export type Refused =
  | {
      readonly deed: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly problems: readonly ShownProblem[];
    }
  | undefined;

/** The form of one deed: what was typed into it and what was wrong, when it was the one that was sent. */
export function formOf(refused: Refused, deed: string, at?: string) {
  const isMine = refused?.deed === deed && (at === undefined || refused.fields['o'] === at);
  const mine = isMine ? refused : undefined;
  return {
    fields: mine?.fields ?? {},
    problems: mine?.problems ?? [],
    isOpen: mine !== undefined,
    errorAt: (name: string) => mine?.problems.find(({ field }) => field === name)?.message,
  };
}
