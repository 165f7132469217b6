/** A page of several forms, drawn again after one of them was refused. */
import type { FieldError } from './ErrorSummary.tsx';

export type Refused<Deed extends string = string> =
  | {
      readonly deed: Deed | undefined;
      readonly fields: Readonly<Record<string, string>>;
      readonly problems: readonly FieldError[];
    }
  | undefined;

/**
 * The form of one deed: what was typed into it and what was wrong, when it was the one that was sent. `at`: the hidden fields by which it is told
 * from others of the same deed. What is of no field stands under an empty name and is said elsewhere.
 */
export function formOf<Deed extends string>(
  refused: Refused<Deed>,
  deed: NoInfer<Deed>,
  at: Readonly<Record<string, string>> = {},
) {
  const isMine = refused?.deed === deed && Object.entries(at).every(([name, value]) => refused.fields[name] === value);
  const mine = isMine ? refused : undefined;
  return {
    fields: mine?.fields ?? {},
    problems: mine?.problems.filter(({ field }) => field !== '') ?? [],
    isOpen: mine !== undefined,
    errorAt: (name: string) => mine?.problems.find(({ field }) => field === name)?.message,
  };
}
