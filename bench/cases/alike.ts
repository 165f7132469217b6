/** The most alike of one initiative among twenty thousand, beside PostgreSQL's own likeness of texts over all of them. */
import { sql } from 'kysely';
import { findAlike } from '../../app/features/initiatives/alike.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { median, percentile } from '../figures.ts';
import type { Made } from '../initiatives.ts';
import { copyOf, insertInitiatives, wordsOf } from '../initiatives.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';

const MANY = 20_000;

export const alike: Case = {
  name: 'alike',
  run: async (bench) => {
    const { owner, sizes, world, product } = bench;
    const many = Math.min(MANY, sizes.values);
    const all: Made[] = Array.from({ length: many }, (_, n) => ({ id: newId(), ...wordsOf(n) }));
    const copies = Array.from({ length: Math.min(40, many) }, (_, n) => ({
      ...copyOf(all[n * 7] ?? wordsOf(n), n),
      of: all[n * 7]?.id,
    }));
    await insertInitiatives(owner, world, [...all, ...copies]);
    const times: number[] = [];
    let found = 0;
    for (let at = 0; at < Math.max(copies.length, sizes.runs / 3); at += 1) {
      const one = copies[at % copies.length];
      if (!one) continue;
      times.push(
        await milliseconds(async () => {
          const near = await findAlike(product.services.db, world.appraiser, one);
          if (at < copies.length && near.some(({ other }) => other.id === one.of)) found += 1;
        }),
      );
    }
    const bare = median(await bareTimes(bench, copies));
    const figure = percentile(times, 0.95);
    const baseline = { what: 'similarity() over all', figure: bare, unit: 'ms' };
    const notes = [
      `${found} of ${copies.length} copies found (half of them whole without marks, half one passage), among ${many}; median ${median(times).toFixed(0)} ms`,
    ];
    return [
      {
        name: 'alike among 20,000, p95',
        figure,
        unit: 'ms',
        target: { most: 1_000 },
        baseline,
        ratio: figure / bare,
        notes,
      },
      { name: 'alike, copies missed', figure: copies.length - found, unit: 'lost', target: { most: 0 } },
    ];
  },
};

async function bareTimes({ owner, sizes }: Bench, copies: readonly Made[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const { id, problem } of copies.slice(0, Math.min(3, sizes.rounds)))
    times.push(
      await milliseconds(() =>
        sql`select i.id from initiative i where i.id <> ${id}
          order by similarity(fold_vi(i.problem), fold_vi(${problem})) desc limit 12`.execute(owner),
      ),
    );
  return times;
}
