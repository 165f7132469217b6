/** The search over units, indicators and schemes, with as many units as a large province has villages. */
import { sql } from 'kysely';
import { search } from '../../app/features/search/search.server.ts';
import { stranger } from '../../app/kernel/actor.ts';
import { percentile } from '../figures.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';

/** The country's communes; more units than any one province has to search. */
const COMMUNES = 3_321;

export const searching: Case = {
  name: 'search',
  run: async (bench) => {
    const { sizes, world, product } = bench;
    const many = Math.min(COMMUNES, sizes.values);
    await enlarge(bench, many);
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

async function enlarge({ owner, world }: Bench, many: number): Promise<void> {
  const parents = world.communes.map(({ id }) => id);
  await sql`
    with made as (
      select gen_random_uuid() as id, n, (${parents}::uuid[])[n % ${parents.length}::int + 1] as parent_id
      from generate_series(1, ${many}::int) n),
    placed as (
      insert into unit (id, code, kind, valid_from) select id, 'thon-do-' || n, 'village', '2025-07-01' from made returning id)
    insert into unit_version (unit_id, valid_from, name, short_name, parent_id)
    select m.id, '2025-07-01', 'Thôn Đo ' || n, 'Thôn Đo ' || n, m.parent_id from made m join placed p on p.id = m.id`.execute(
    owner,
  );
  await sql`select refresh_unit_tree()`.execute(owner);
  await sql`analyze unit, unit_version, unit_tree`.execute(owner);
}
