/** What the page of an initiative is drawn with again after a refusal. */
import type { InitiativeDeed } from '../deeds.server.ts';
import type { ShownProblem } from '../text.ts';

export type Refused =
  | {
      readonly deed: InitiativeDeed | undefined;
      readonly fields: Readonly<Record<string, string>>;
      readonly problems: readonly ShownProblem[];
    }
  | undefined;

/** The form of one deed: what was typed into it and what was wrong, when it was the one that was sent. */
export function formOf(refused: Refused, deed: InitiativeDeed) {
  const mine = refused?.deed === deed ? refused : undefined;
  return {
    fields: mine?.fields ?? {},
    problems: mine?.problems ?? [],
    isOpen: mine !== undefined,
    errorAt: (name: string) => mine?.problems.find(({ field }) => field === name)?.message,
  };
}
