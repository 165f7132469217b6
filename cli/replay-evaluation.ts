/**
 * `./thidua replay-evaluation [year]`: each frozen result reckoned again from what was frozen with it. Exit 0 all of it is the same to the last digit, 1 something differs (named), 2 wrongly
 * called.
 */
import type { Kysely } from 'kysely';
import { replayEvaluation } from '../app/features/ranking/replay.server.ts';
import { bears } from '../app/features/ranking/replay.ts';
import { replayCommandText as said, replayText } from '../app/features/ranking/replay.text.ts';
import type { Actor } from '../app/kernel/actor.ts';
import type { DB } from '../app/platform/db-types.ts';
import { onDatabase, yearIn } from './on-database.ts';
import type { Said } from './words.ts';

export function run(args: readonly string[]): Promise<number> {
  const asked = yearIn(args);
  if (asked === 'wrong') {
    process.stderr.write(`${said.usage}\n`);
    return Promise.resolve(2);
  }
  return onDatabase((db) => replayedEvaluation(db, asked));
}

/** Whoever calls it reads the whole database anyway. */
const actor: Actor = { kind: 'system', name: 'cli' };

export async function replayedEvaluation(db: Kysely<DB>, year: number | undefined): Promise<Said> {
  const all = await replayEvaluation(db, actor, year);
  if (all.length === 0) return { done: said.none };
  const lines = all.flatMap((one) =>
    bears(one) ? [said.same(one)] : [said.differs(one), ...replayText.wrongs(one).map(said.wrong)],
  );
  const differs = !all.every(bears);
  return { done: [...lines, ...(differs ? [said.note] : [])].join('\n'), exit: differs ? 1 : 0 };
}
