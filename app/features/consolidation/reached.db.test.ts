import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partOf } from '../../../tests/consolidations.ts';
import { recognisedInitiative, typedInitiative } from '../../../tests/initiatives.ts';
import { givenFinding } from '../../../tests/inspections.ts';
import { inWorld, opened } from '../../../tests/rounds.ts';
import { contextFor, people } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { makeConsolidation } from './drafting.server.ts';

test('what was recognised and put right in the time is counted by kind of unit; nothing of what was found is repeated', async () => {
  await inWorld(async (tx) => {
    await recognisedInitiative(tx);
    await givenFinding(tx);
    const of = async (round: string) => {
      const id = newId();
      const typed = { loai: 'round', ky: round };
      expectOk(await makeConsolidation(contextFor(tx, people.appraiser), { id, typed }));
      return [...(await partOf(tx, id, 'sang-kien')), ...(await partOf(tx, id, 'kiem-tra'))];
    };
    const pieces = await of(await opened(tx, { ky: '2026-06', han: '2026-07-06' }));
    const rows = pieces.map(({ content, original, placement }) => [
      placement,
      content?.rows.map((row) => ('cells' in row ? row.cells.slice(1).join(' ') : '')) ?? original,
    ]);
    const title = typedInitiative().fields['title'] ?? '';
    assert.deepEqual(rows, [
      ['body', 'Có 1 sáng kiến, mô hình, giải pháp của 1 đơn vị được công nhận: 1 cấp tỉnh, 0 cấp đơn vị.'],
      ['body', ['1 0 1 1', '1 0 1 1']],
      ['annex', [`${title} Mô hình Cấp tỉnh 12/QĐ-UBND, 10/06/2026 0`]],
      [
        'body',
        'Đã tiến hành 1 cuộc kiểm tra, giám sát và 0 cuộc tự kiểm tra. Phải khắc phục 1 tồn tại, kiến nghị: 0 khắc phục đúng hạn, 0 khắc phục quá hạn, 0 đã quá hạn chưa khắc phục, 1 còn hạn hoặc chờ xem xét.',
      ],
      ['body', ['1 0 1 0 0 0 1', '1 0 1 0 0 0 1']],
    ]);
    assert.doesNotMatch(JSON.stringify(pieces), /Chưa đăng ký chỉ tiêu/);
    assert.deepEqual(await of(await opened(tx)), []);
  });
});
