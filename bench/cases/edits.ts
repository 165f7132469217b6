/** Twenty people change one value at once: one wins each time, the others are told, and nothing is lost in silence. */
import { act } from '../../app/platform/command.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { change, enter } from '../../app/features/actuals/entering.server.ts';
import { expectOk } from '../../app/kernel/result.ts';
import type { Case } from '../measured.ts';

export const edits: Case = {
  name: 'edits',
  run: async (bench) => {
    const { world, sizes, product } = bench;
    const [officer] = world.officers;
    const plain = world.indicators.find(({ hasParts }) => !hasParts);
    if (!officer || !plain) throw new Error('the pack has no commune or no plain indicator');
    const edge = bench.edge(officer);
    const id = newId();
    const typed = { period: '2028-12', asOfDate: '2031-01-10', value: '1' };
    const key = { indicatorCode: plain.code, unitId: officer.homeUnitId };
    let { version } = expectOk(await act(edge, (context) => enter(context, { id, ...key, typed })));
    let wrong = 0;
    const rounds = sizes.rounds * 2;
    for (let round = 0; round < rounds; round += 1) {
      const seen = version;
      const value = (at: number) => String(2 + ((round * 20 + at) % 90));
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          act(edge, (context) => change(context, { id, version: seen, typed: { ...typed, value: value(at) } })),
        ),
      );
      const winners = all.flatMap((one, at) => (one.ok ? [value(at)] : []));
      const told = all.filter((one) => !one.ok && one.refusal.kind === 'lost_race').length;
      const stored = await product.services.db
        .selectFrom('actual')
        .select(['value', 'version'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const isRight = winners.length === 1 && told === 19 && Number(stored.value) === Number(winners[0]);
      if (!isRight || stored.version !== seen + 1) wrong += 1;
      version = stored.version;
    }
    const notes = [`${rounds} rounds of 20 at once: one won, 19 were told, in all but ${wrong} rounds`];
    return [{ name: '20 edits of one record', figure: wrong, unit: 'lost', target: { most: 0 }, notes }];
  },
};
