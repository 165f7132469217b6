/** A command's end in words: what was done, or what hinders it. A fault keeps its trace, because it is to be mended. */
import { isStartRefusal } from '../app/platform/start-refusal.ts';

/** `exit`: of a command whose finding is told by its end as well. */
export type Said = { readonly done: string; readonly exit?: number } | { readonly problem: string };

export async function inWords(command: () => Promise<Said>): Promise<number> {
  try {
    const said = await command();
    if ('problem' in said) return tell(said.problem);
    process.stdout.write(`${said.done}\n`);
    return said.exit ?? 0;
  } catch (error) {
    if (isStartRefusal(error)) return tell(error.message);
    throw error;
  }
}

function tell(problem: string): number {
  process.stderr.write(`${problem}\n`);
  return 1;
}
