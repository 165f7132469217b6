/** A sheet of open votes as a form sends it: a field for each poll; what is left out is not voted on yet. */
import type { Choice } from './tally.ts';
import { choices } from './tally.ts';

const head = 'phieu-';

export function choicesIn(fields: Readonly<Record<string, string>>): ReadonlyMap<string, Choice> {
  return new Map(
    Object.entries(fields).flatMap(([name, value]) => {
      const choice = choices.find((each) => each === value);
      const pollId = name.slice(head.length);
      return name.startsWith(head) && /^[0-9a-f-]{36}$/.test(pollId) && choice ? [[pollId, choice] as const] : [];
    }),
  );
}
