/** `./thidua recount file.json`: counts again what a council's session published. Needs no database. Exit 0 it matches, 1 it does not, 2 unreadable. */
import { faultText } from '../app/features/council/ballot.text.ts';
import { publishedIn, recount } from '../app/features/council/recount.ts';
import { answerJson } from './json-command.ts';
import type { Answered } from './json-command.ts';
import { recountText } from './text.ts';

export async function run(args: readonly string[]): Promise<number> {
  let isWrong = false;
  const code = await answerJson(args, recountText, async (json): Promise<Answered> => {
    const published = publishedIn(json);
    if (!published) return { kind: 'malformed', messages: [recountText.refused] };
    const polls = await recount(published);
    isWrong = polls.some(({ faults }) => faults.length > 0);
    const because = polls.map(({ faults, ...poll }) => ({
      ...poll,
      faults,
      because: faults.map((each) => faultText[each]),
    }));
    return { answer: { result: isWrong ? 'differs' : 'matches', polls: because } };
  });
  return code === 0 && isWrong ? 1 : code;
}
