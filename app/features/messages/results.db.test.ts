import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { appraisedJudgement, judged, secretary } from '../../../tests/evaluations.ts';
import { frozenAt, frozenJudgement } from '../../../tests/frozen.ts';
import { follow, told } from '../../../tests/told.ts';
import { contextFor, insertWorld, people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { fileAppeal, moveAppeal } from '../ranking/appeals/handling.server.ts';
import { moveResult } from '../ranking/settling.server.ts';

test('a frozen result is told to every unit of it', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const { id } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    await judged(tx, id, 'announce');
    const at = `/cham-diem/${id}/xep-hang`;
    const steps = [
      ['settle', people.appraiser, []],
      ['sign_off', secretary, [['decidingAuthority', 'Có kết quả thi đua chờ công bố', at]]],
      [
        'freeze',
        people.decidingAuthority,
        ['headOfAn', 'headOfBinh', 'officerOfAn', 'officerOfBinh'].map((who) => [
          who,
          'Kết quả thi đua đã công bố',
          at,
        ]),
      ],
    ] as const;
    for (const [move, by, heard] of steps) {
      const { version } = await tx
        .selectFrom('judgement')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const context = contextFor(tx, by, frozenAt);
      const minutes = { number: '05/BB', date: '2026-06-29' };
      expectOk(await moveResult(context, { id, version, move, minutes }));
      await follow(tx, context);
      assert.deepEqual(await told(tx, context), heard, move);
    }
  }));

test('an appeal is told to who handles it, its conclusion to the unit', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const judgementId = await frozenJudgement(tx);
    const id = newId();
    const at = `/cham-diem/kien-nghi/${id}`;
    const filing = contextFor(tx, people.headOfAn, frozenAt);
    expectOk(await fileAppeal(filing, { id, judgementId, unitId: units.communeAn, text: 'Nội dung mẫu' }));
    await follow(tx, filing);
    assert.deepEqual(await told(tx, filing), [['appraiser', 'Có kiến nghị về kết quả thi đua', at]]);
    const unit = ['headOfAn', 'officerOfAn'];
    const paper = { number: '45/SNV', date: '2026-06-30' };
    for (const [move, said] of [
      ['accept', 'Kiến nghị đã được tiếp nhận'],
      ['dismiss', 'Đã có kết luận về kiến nghị'],
    ] as const) {
      const version = move === 'accept' ? 1 : 2;
      const context = contextFor(tx, people.appraiser, frozenAt);
      expectOk(await moveAppeal(context, { id, version, move, reason: 'Lý do mẫu', paper }));
      await follow(tx, context);
      assert.deepEqual(
        await told(tx, context),
        unit.map((who) => [who, said, at]),
        move,
      );
    }
  }));
