/** The search over units, indicators and schemes, with as many units as a large province has villages. */
import { search } from '../../app/features/search/search.server.ts';
import { stranger } from '../../app/kernel/actor.ts';
import { percentile } from '../figures.ts';
import type { Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { addVillages } from '../world.ts';

export const searching: Case = {
  name: 'search',
  run: async (bench) => {
    const { sizes, world, product } = bench;
    const many = await addVillages(bench.owner, world, sizes.values);
    const typed = [
      'muong',
      'Mường',
      'xa',
      'thon 12',
      'ty le',
      'thu ngan sach',
      'KT-03',
      'DA-0',
      'phuong',
      'khong co gi',
    ];
    const actors = [stranger, world.appraiser];
    const ask = (at: number) => search(product.services.db, actors[at % 2] ?? stranger, typed[at % typed.length] ?? '');
    for (let at = 0; at < 2 * typed.length; at += 1) await ask(at);
    const times: number[] = [];
    for (let at = 0; at < sizes.runs; at += 1) times.push(await milliseconds(() => ask(at)));
    const notes = [
      `${many} villages beside ${world.communes.length} communes and the other bodies, ${world.indicators.length} indicators and all schemes; median ${percentile(times, 0.5).toFixed(1)} ms`,
    ];
    return [{ name: 'search, p95', figure: percentile(times, 0.95), unit: 'ms', target: { most: 40 }, notes }];
  },
};
