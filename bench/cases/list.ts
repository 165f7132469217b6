/** A page of 50 with filter, sort and count among all values, as an appraiser and as a commune's officer see them. */
import type { Actor } from '../../app/kernel/actor.ts';
import type { ActualsQuery } from '../../app/features/actuals/list.server.ts';
import { listActuals } from '../../app/features/actuals/list.server.ts';
import { percentile } from '../figures.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { fillValues } from '../world.ts';

type Asked = { readonly what: string; readonly actor: Actor; readonly query: ActualsQuery };

export const list: Case = {
  name: 'list',
  run: async (bench) => {
    const { owner, sizes, world, product } = bench;
    await fillValues(owner, world, { months: 60, limit: sizes.values, entered: 10, submitted: 10 });
    const asked = questions(bench);
    const times = new Map<string, number[]>(asked.map(({ what }) => [what, []]));
    const ask = ({ actor, query }: Asked) => listActuals(product.services.db, actor, query);
    for (const one of [...asked, ...asked]) await ask(one);
    const each = Math.ceil(sizes.runs / asked.length);
    for (let run = 0; run < each; run += 1)
      for (const one of asked) times.get(one.what)?.push(await milliseconds(() => ask(one)));
    const all = [...times.values()].flat();
    const notes = [...times].map(([what, own]) => `${what}: p95 ${percentile(own, 0.95).toFixed(1)} ms`);
    const figure = percentile(all, 0.95);
    return [{ name: 'list of 50, p95', figure, unit: 'ms', target: { most: 25 }, notes }];
  },
};

function questions({ world }: Bench): readonly Asked[] {
  const { appraiser, officers, indicators, communes } = world;
  const officer = officers[0] ?? appraiser;
  const indicatorCode = indicators[3]?.code;
  return [
    { what: 'appraiser, sent, oldest first', actor: appraiser, query: { stages: ['submitted'], sort: 'sent' } },
    { what: 'appraiser, all by value', actor: appraiser, query: { sort: 'value', descending: true } },
    { what: 'appraiser, one indicator by unit', actor: appraiser, query: { indicatorCode, sort: 'unit' } },
    { what: 'appraiser, year, page 7, by period', actor: appraiser, query: { year: 2027, sort: 'period', page: 7 } },
    {
      what: 'appraiser, verified, text',
      actor: appraiser,
      query: { text: communes[9]?.name ?? '', stages: ['verified'], sort: 'indicator' },
    },
    { what: 'officer, own commune', actor: officer, query: { unitId: communes[0]?.id, sort: 'entered' } },
    { what: 'officer, returned or entered', actor: officer, query: { stages: ['entered', 'returned'] } },
  ];
}
