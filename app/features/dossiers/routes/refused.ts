/** What the page of a dossier is drawn with again after a refusal. */
import type { DossierDeed } from '../deeds.server.ts';
import type { ShownProblem } from '../refusals.text.ts';

export type Refused =
  | {
      readonly deed: DossierDeed | undefined;
      readonly fields: Readonly<Record<string, string>>;
      readonly problems: readonly ShownProblem[];
    }
  | undefined;

/** The form of one deed: what was typed into it and what was wrong, when it was the one that was sent. */
export function formOf(refused: Refused, deed: DossierDeed, id?: string) {
  const mine = refused?.deed === deed && (id === undefined || refused.fields['ma'] === id) ? refused : undefined;
  return {
    fields: mine?.fields ?? {},
    problems: mine?.problems ?? [],
    isOpen: mine !== undefined,
    errorAt: (name: string) => mine?.problems.find(({ field }) => field === name)?.message,
  };
}
