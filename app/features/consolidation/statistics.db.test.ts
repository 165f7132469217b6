import assert from 'node:assert/strict';
import { test } from 'node:test';
import { given, launched } from '../../../tests/movements.ts';
import { inWorld } from '../../../tests/rounds.ts';
import { people } from '../../../tests/world.ts';
import { stranger } from '../../kernel/actor.ts';
import { mayReadStatistics, statisticsOf } from './statistics.server.ts';
import { statisticsList } from './statistics.text.ts';

test('movements are counted by who launched them, bodies and people by the roles they hold; awards are not there', async () => {
  await inWorld(async (tx) => {
    await launched(tx);
    await given(tx);
    const statistics = await statisticsOf(tx, people.appraiser, 2026);
    assert.deepEqual(statistics.movements, [{ unitKind: 'province', kind: 'themed', count: 1 }]);
    assert.deepEqual(
      statistics.staff.find(({ unitKind }) => unitKind === 'commune'),
      { unitKind: 'commune', units: 3, staffed: 2, people: 2 },
    );
    assert.deepEqual((await statisticsOf(tx, people.appraiser, 2025)).movements, []);
    const rows = statisticsList(statistics).rows.map(([form, , , count]) => [form, count]);
    assert.deepEqual(rows.slice(0, 2), [
      ['0601', 1],
      ['0602, 0603', null],
    ]);
  });
});

test('the sums of the province are for those who read all of it', async () => {
  await inWorld(async (tx) => {
    for (const [actor, may] of [
      [people.appraiser, true],
      [people.auditor, true],
      [people.decidingAuthority, true],
      [people.administrator, true],
      [people.administratorOfAn, false],
      [people.officerOfAn, false],
      [people.nobody, false],
      [stranger, false],
      [{ ...people.appraiser, scopes: ['actuals:read'] as const }, false],
    ] as const)
      assert.equal(await mayReadStatistics(tx, actor), may);
  });
});
