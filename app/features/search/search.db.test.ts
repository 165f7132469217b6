import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stranger } from '../../kernel/actor.ts';
import { inRollback } from '../../../tests/database.ts';
import { given as draftMovement, ofAn } from '../../../tests/movements.ts';
import { inWorld, made, opened, write } from '../../../tests/rounds.ts';
import { givenPlan, insertPlansWorld, planFor, typedPlan } from '../../../tests/plans.ts';
import { insertValuesWorld } from '../../../tests/values.ts';
import { people, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { search } from './search.server.ts';

test('units, indicators and schemes are found without marks, and the exact one stands first', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const found = await search(tx, stranger, 'xa mau an');
    assert.equal(found.units[0]?.name, 'Xã Mẫu An');
    assert.deepEqual(
      (await search(tx, stranger, 'ti le')).indicators.map(({ code }) => code),
      ['XH-92'],
    );
  });
});

test('a misspelt word still finds, a code finds, nothing finds nothing', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    assert.equal((await search(tx, stranger, 'phuong mau chy')).units[0]?.name, 'Phường Mẫu Chi');
    assert.equal((await search(tx, stranger, 'kt91')).indicators[0]?.code, 'KT-91');
    const none = await search(tx, stranger, 'zzzzqq');
    assert.deepEqual([none.units, none.indicators, none.schemes], [[], [], []]);
    assert.deepEqual((await search(tx, stranger, '   ')).units, []);
  });
});

test('letters that mean something to the database are letters', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    for (const typed of ['%', '_', '\\', "'; drop table unit; --", '<%']) {
      const found = await search(tx, stranger, typed);
      assert.deepEqual(found.units, [], typed);
    }
  });
});

test('a scheme under the rules on state secrets is found by its public name and by nothing else of it', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await tx
      .insertInto('scheme')
      .values({
        code: 'DA-96',
        position: 996,
        name: 'Việc mẫu kín',
        title: 'Tên đầy đủ không được lộ',
        note: 'Ghi chú không được lộ',
        clause: 'PL.96',
        is_secret: true,
      })
      .execute();
    for (const actor of [stranger, people.administrator]) {
      assert.deepEqual((await search(tx, actor, 'việc mẫu kín')).schemes, [
        { code: 'DA-96', name: 'Việc mẫu kín', note: '', aliases: [], isActive: true },
      ]);
      assert.deepEqual((await search(tx, actor, 'không được lộ')).schemes, []);
    }
  });
});

test('a plan in force and its tasks are found by their names; a draft is not, nor by a stranger', async () => {
  await inRollback(async (tx) => {
    await insertPlansWorld(tx);
    const id = await givenPlan(tx, {}, ['submit', people.officerOfAn], ['approve', people.headOfAn]);
    const draft = planFor({ unitId: units.communeBinh, typed: { ...typedPlan, title: 'Bản nháp kín' } });
    await givenPlan(tx, { ...draft, by: people.officerOfBinh });
    const found = async (actor: Actor, query: string) => (await search(tx, actor, query)).plans.map(({ name }) => name);
    assert.deepEqual(await found(people.nobody, 'ke hoach mau'), ['Kế hoạch mẫu']);
    assert.deepEqual(await found(people.nobody, 'làm mẫu'), ['Làm mẫu']);
    const [hit] = (await search(tx, people.nobody, 'Kế hoạch mẫu')).plans;
    assert.deepEqual([hit?.code, hit?.note], [id, 'Xã Mẫu An']);
    for (const actor of [people.nobody, people.officerOfBinh]) assert.deepEqual(await found(actor, 'ban nhap kin'), []);
    assert.deepEqual(await found(stranger, 'ke hoach mau'), []);
  });
});

test('a movement is found by its name by those who may know of it', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const id = await draftMovement(tx, people.officerOfAn, ofAn);
    const found = async (actor: typeof people.nobody) =>
      (await search(tx, actor, 'thi dua mau')).movements.map(({ code, note }) => [code, note]);
    assert.deepEqual(await found(people.headOfAn), [[id, 'Xã Mẫu An']]);
    assert.deepEqual(await found(people.officerOfBinh), []);
    assert.deepEqual((await search(tx, stranger, 'thi dua mau')).movements, []);
  });
});

test('rounds are found by name by whoever is signed in, a report by its unit alone', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx, { ten: 'Báo cáo nhanh tháng mưa lũ' });
    await made(tx, { ten: 'Báo cáo nhanh đang chuẩn bị' });
    expectOk(await write(tx, people.officerOfAn, id, 0));
    const found = async (actor: Actor) => (await search(tx, actor, 'bao cao nhanh')).rounds.map(({ code }) => code);
    const round = `ky-bao-cao/${id}`;
    assert.deepEqual((await found(people.officerOfAn)).toSorted(), [`bao-cao/${id}/mau-an`, round]);
    assert.deepEqual(await found(people.officerOfBinh), [round]);
    assert.deepEqual((await found(people.appraiser)).length, 2);
    assert.deepEqual(await found(stranger), []);
  });
});
