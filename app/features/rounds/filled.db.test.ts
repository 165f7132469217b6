/** Tables that fill themselves: what concerns the time up to the round's last day, judged as everywhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { givenInitiative, recognisedInitiative, typedInitiative } from '../../../tests/initiatives.ts';
import { givenFinding } from '../../../tests/inspections.ts';
import { inWorld, opened, pageOfAn, write } from '../../../tests/rounds.ts';
import { given, indicators, sent, verified } from '../../../tests/values.ts';
import { people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';

async function assign(tx: Transaction<DB>, value: string): Promise<void> {
  await tx
    .insertInto('assigned_target')
    .values({
      id: '00000008-0000-7000-8000-000000000002',
      indicator_code: indicators.amount,
      unit_id: units.communeAn,
      year: 2026,
      value,
      basis: 'Quyết định mẫu',
      assigned_by: people.appraiser.personId,
      known_at: new Date('2026-02-01T00:00:00Z'),
    })
    .execute();
}

async function rowOf(tx: Transaction<DB>, roundId: string) {
  const page = await pageOfAn(tx, people.officerOfAn, roundId);
  const table = page?.draft?.find(({ kind }) => kind === 'indicators');
  const row = table?.kind === 'indicators' ? table.rows.find(({ code }) => code === indicators.amount) : undefined;
  return row && [row.value, row.period, row.soFar, row.goal, row.status];
}

test('a flow shows the period and the sum to date, and is judged by that; a later period does not count, late news of an earlier one does', async () => {
  await inWorld(async (tx) => {
    const verify = (period: string, value: string) => given(tx, { period, value }, sent, verified);
    await verify('2026-04', '10');
    await verify('2026-05', '11');
    await verify('2026-06', '500');
    const roundId = await opened(tx);
    expectOk(await write(tx, people.officerOfAn, roundId, 0));
    const unjudged = ['11', '2026-05', { value: '21', until: '2026-05' }, null, null];
    assert.deepEqual(await rowOf(tx, roundId), unjudged);
    await assign(tx, '120');
    assert.deepEqual(await rowOf(tx, roundId), [...unjudged.slice(0, 3), '120', 'on_track']);
    for (const [month, value] of [
      ['01', '0'],
      ['02', '0'],
      ['03', '1'],
    ] as const)
      await verify(`2026-${month}`, value);
    const judged = ['11', '2026-05', { value: '22', until: '2026-05' }, '120', 'off_track'];
    assert.deepEqual(await rowOf(tx, roundId), judged);
  });
});

const inJune = { ky: '2026-06', han: '2026-07-06' };

test('initiatives recognised in the time and findings with how they stand, of the unit alone', async () => {
  await inWorld(async (tx) => {
    await recognisedInitiative(tx);
    await givenInitiative(tx, { typed: typedInitiative({ title: 'Mô hình chưa xét' }) }, ['submit', people.headOfAn]);
    await givenFinding(tx);
    await givenFinding(tx, { unitIds: [units.communeBinh] });
    const tablesOf = async (roundId: string) => {
      const page = await pageOfAn(tx, people.officerOfAn, roundId);
      return page?.draft?.flatMap((section) => {
        if (section.kind === 'initiatives') return section.rows.map((row) => [row.title, row.level, row.number]);
        if (section.kind === 'findings') return section.rows.map((row) => [row.statement, row.dueOn, row.standing]);
        return [];
      });
    };
    const title = typedInitiative().fields['title'];
    assert.deepEqual(await tablesOf(await opened(tx, inJune)), [
      [title, 'province', '12/QĐ-UBND'],
      ['Chưa đăng ký chỉ tiêu', '2026-06-22', 'running'],
    ]);
    assert.deepEqual(await tablesOf(await opened(tx)), []);
  });
});
