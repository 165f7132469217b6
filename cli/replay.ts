/**
 * `./thidua replay [year]`: what was decided for merit held against the law of its day once more, as the page "Đối chiếu lại" does. Exit 0
 * all of it bears, 1 something differs (named with each condition that lacks and why), 2 wrongly called.
 */
import type { Kysely } from 'kysely';
import { decidedYears, replay } from '../app/features/register/replay.server.ts';
import type { Actor } from '../app/kernel/actor.ts';
import type { DB } from '../app/platform/db-types.ts';
import { onDatabase, yearIn } from './on-database.ts';
import { replayText } from './text.ts';
import type { Said } from './words.ts';

export function run(args: readonly string[]): Promise<number> {
  const asked = yearIn(args);
  if (asked === 'wrong') {
    process.stderr.write(`${replayText.usage}\n`);
    return Promise.resolve(2);
  }
  return onDatabase((db) => replayed(db, asked));
}

/** Whoever calls it reads the whole database anyway. */
const actor: Actor = { kind: 'system', name: 'cli' };

export async function replayed(db: Kysely<DB>, year: number | undefined): Promise<Said> {
  const years = year === undefined ? await decidedYears(db, actor) : [year];
  const lines: string[] = [];
  let differs = false;
  for (const each of years) {
    const found = await replay(db, actor, each);
    lines.push(replayText.year(each, found));
    for (const one of found.differing) lines.push(replayText.differing(one), ...one.lacking.map(replayText.lacking));
    differs ||= found.differing.length > 0;
  }
  if (lines.length === 0) return { done: replayText.none };
  return { done: [...lines, ...(differs ? [replayText.note] : [])].join('\n'), exit: differs ? 1 : 0 };
}
