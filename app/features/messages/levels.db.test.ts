import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { follow, told } from '../../../tests/told.ts';
import { contextFor, insertWorld, now, people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { search } from '../search/search.server.ts';
import { beginList, saveLevels } from '../yearly-levels/entering.server.ts';
import { moveList } from '../yearly-levels/moving.server.ts';

test('a list of levels is told to the head when handed in, to its writers when returned or confirmed, and found by those alone who may know of it', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const [id, holderId] = [newId(), newId()];
    const holder = { id: holderId, kind: 'person', name: 'Người Mẫu', unit_id: units.communeBinh, entered_at: now };
    await tx.insertInto('holder').values(holder).execute();
    const officer = contextFor(tx, people.officerOfBinh);
    expectOk(await beginList(officer, { id, unitId: units.communeBinh, year: '2026' }));
    expectOk(await saveLevels(officer, { id, version: 1, lines: [{ holderId, level: 'good' }] }));
    const at = `/xep-loai/${id}`;
    const steps = [
      ['submit', people.officerOfBinh, [['headOfBinh', 'Có danh sách xếp loại chờ xác nhận', at]]],
      ['return', people.headOfBinh, [['officerOfBinh', 'Danh sách xếp loại bị trả lại', at]]],
      ['submit', people.officerOfBinh, [['headOfBinh', 'Có danh sách xếp loại chờ xác nhận', at]]],
      ['recall', people.officerOfBinh, []],
      ['submit', people.officerOfBinh, [['headOfBinh', 'Có danh sách xếp loại chờ xác nhận', at]]],
      ['confirm', people.headOfBinh, [['officerOfBinh', 'Đã xác nhận danh sách xếp loại', at]]],
    ] as const;
    for (const [step, [move, by, heard]] of steps.entries()) {
      const context = contextFor(tx, by);
      expectOk(await moveList(context, { id, version: step + 2, move, reason: 'Lý do mẫu' }));
      await follow(tx, context);
      assert.deepEqual(await told(tx, context), heard, move);
    }
    const found = async (who: typeof people.officerOfAn) =>
      (await search(tx, who, 'xep loai ca nhan 2026')).judgements.map(({ href }) => href);
    assert.deepEqual(await found(people.headOfBinh), [at]);
    assert.deepEqual(await found(people.officerOfAn), []);
  }));
