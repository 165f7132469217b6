/** What the page of a revocation is drawn with again after a refusal. */
import type { RevocationDeed } from '../deeds.server.ts';
import type { ShownProblem } from '../text.ts';

export type Refused =
  | {
      readonly deed: RevocationDeed | undefined;
      readonly fields: Readonly<Record<string, string>>;
      readonly problems: readonly ShownProblem[];
    }
  | undefined;

/** The form of one deed (and of one item): what was typed into it and what was wrong, when it was the one that was sent. */
export function formOf(refused: Refused, deed: RevocationDeed, item?: string) {
  const isMine = refused?.deed === deed && (item === undefined || refused.fields['khoan'] === item);
  const mine = isMine ? refused : undefined;
  return {
    fields: mine?.fields ?? {},
    problems: mine?.problems.filter(({ field }) => field !== '') ?? [],
    isOpen: mine !== undefined,
    errorAt: (name: string) => mine?.problems.find(({ field }) => field === name)?.message,
  };
}
