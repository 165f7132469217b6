/** What the page is drawn with again after a refusal. */
import type { CentreAct } from '../deeds.server.ts';
import type { ShownProblem } from '../text.ts';

export type Refused =
  | {
      readonly deed: CentreAct | undefined;
      readonly fields: Readonly<Record<string, string>>;
      readonly problems: readonly ShownProblem[];
    }
  | undefined;

export function formOf(refused: Refused, deed: CentreAct) {
  const mine = refused?.deed === deed ? refused : undefined;
  return {
    fields: mine?.fields ?? {},
    problems: mine?.problems.filter(({ field }) => field !== '') ?? [],
    isOpen: mine !== undefined,
    errorAt: (name: string) => mine?.problems.find(({ field }) => field === name)?.message,
  };
}
