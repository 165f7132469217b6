import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inRollback } from '../../../tests/database.ts';
import { givenPlan, insertPlansWorld } from '../../../tests/plans.ts';
import { wordText } from '../../../tests/papers.ts';
import { people, today } from '../../../tests/world.ts';
import { renderWord } from '../../platform/print/word.server.ts';
import { planPaper } from './paper.text.ts';
import { printedPlan } from './printing.server.ts';

test('a plan is printed with number and day of its signed paper, its tasks and milestones in annexes', async () => {
  await inRollback(async (tx) => {
    await insertPlansWorld(tx);
    const id = await givenPlan(tx, {}, ['submit', people.officerOfAn], ['approve', people.headOfAn]);
    const printed = await printedPlan(tx, people.nobody, { id, today });
    assert.ok(printed);
    const paper = planPaper(printed);
    assert.deepEqual(
      [paper.number, paper.symbol, paper.dated, paper.about, paper.annexes?.map(({ landscape }) => landscape === true)],
      ['15', 'KH-UBND', { place: 'Mẫu An', day: '2026-06-01' }, 'mẫu', [true, false]],
    );
    const words = wordText(await renderWord(paper));
    for (const part of ['KẾ HOẠCH', 'Mục tiêu mẫu', 'Làm mẫu', 'Xong khung', 'Phòng Mẫu'])
      assert.ok(words.includes(part), part);
    const draft = await givenPlan(tx);
    assert.equal(await printedPlan(tx, people.nobody, { id: draft, today }), undefined);
  });
});
