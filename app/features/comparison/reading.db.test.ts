import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { appraisedJudgement, cardIds, judged, secretary } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { renderPdf } from '../../platform/print/pdf.server.ts';
import { renderWord } from '../../platform/print/word.server.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import { moveResult } from '../ranking/settling.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { rankingPage } from '../ranking/page.server.ts';
import { cardSheet } from './card-sheet.server.ts';
import { cardPaper, finalText, rankingPaper, settledLines } from './papers.text.ts';
import { comparisonPage } from './reading.server.ts';

const today = '2026-06-30';

async function inJudgement(body: (tx: Transaction<DB>, one: { id: string; an: string }) => Promise<void>) {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const { id } = await appraisedJudgement(tx, { an: '30', binh: '40' });
    await body(tx, { id, an: (await cardIds(tx, id)).get(units.communeAn) ?? '' });
  });
}

async function freeze(tx: Transaction<DB>, id: string): Promise<void> {
  const steps: readonly (readonly ['settle' | 'sign_off' | 'freeze', Person])[] = [
    ['settle', people.appraiser],
    ['sign_off', secretary],
    ['freeze', people.decidingAuthority],
  ];
  for (const [move, by] of steps) {
    const { version } = await tx
      .selectFrom('judgement')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const context = contextFor(tx, by, new Date('2026-06-30T02:00:00.000Z'));
    const minutes = { number: '05/BB-HĐTĐKT', date: '2026-06-29' };
    expectOk(await moveResult(context, { id, version, move, minutes }));
  }
}

test('before the announcement a member sees its own points and nothing of the block; after it the median and the best', async () => {
  await inJudgement(async (tx, { id, an }) => {
    for (const by of [people.officerOfAn, people.appraiser]) {
      const alone = await comparisonPage(tx, by, { id: an, today });
      assert.equal(alone?.content?.isWithBlock, false);
      assert.ok(alone.content.lines.every(({ block, gap }) => block === null && gap === null));
      assert.deepEqual(alone.content.years, []);
    }
    await judged(tx, id, 'announce');
    const page = await comparisonPage(tx, people.officerOfAn, { id: an, today });
    const line = page?.content?.lines.find(({ code }) => code === 'I.1');
    assert.deepEqual(line?.block, { median: 0.875, best: 1, units: 2 });
    assert.equal(line?.gap, -500);
    assert.deepEqual(
      page?.content?.years.map(({ year, place, units: of, isFrozen }) => [year, place, of, isFrozen]),
      [[2026, 2, 2, false]],
    );
    const [most] = page?.content?.lifts ?? [];
    assert.deepEqual(
      [most?.code, most?.open, most?.next],
      ['III', 2000, { kind: 'more', measure: 'initiatives_recognised', count: 1, gain: 1000 }],
    );
  });
});

test('who may not read the card is not told what is on it, on the page, on paper or in a file', async () => {
  await inJudgement(async (tx, { an }) => {
    // Cross-scores it.
    assert.ok((await comparisonPage(tx, people.officerOfBinh, { id: an, today }))?.content);
    assert.equal(await comparisonPage(tx, people.nobody, { id: an, today }), undefined);
    assert.equal(await cardSheet(tx, people.nobody, { id: an, today }), undefined);
  });
});

test('a frozen result is read as it was frozen, nothing lifts it, and both papers are drawn', async () => {
  await inJudgement(async (tx, { id, an }) => {
    await judged(tx, id, 'announce');
    await freeze(tx, id);
    const page = await comparisonPage(tx, people.officerOfAn, { id: an, today });
    assert.equal(page?.content?.lifts, null);
    assert.deepEqual(
      page?.content?.years.map(({ place, isFrozen }) => [place, isFrozen]),
      [[2, true]],
    );
    const sheet = await cardSheet(tx, people.officerOfAn, { id: an, today });
    assert.ok(sheet);
    assert.deepEqual(settledLines(sheet), ['Thứ hạng trong Cụm Mẫu: 2/2.', 'Xếp loại: Hoàn thành nhiệm vụ.']);
    const row = sheet.rows.find(({ code }) => code === 'I.1');
    assert.deepEqual([row?.steps.self, row && finalText(row)], [{ state: 'points', points: 3000 }, '30']);
    const ranked = await rankingPage(tx, people.officerOfAn, { id, today });
    assert.ok(ranked?.ranking);
    const { judgement, ofName, ranking } = ranked;
    const papers = [
      cardPaper(sheet, { issuer: await issuerAt(tx, units.communeAn), today }),
      rankingPaper({ judgement, ofName, ranking }, { issuer: await issuerAt(tx, units.province), today }),
    ];
    for (const paper of papers) {
      assert.ok((await renderWord(paper)).length > 4000);
      assert.ok(expectOk(await renderPdf(paper, new Date('2026-06-30T02:00:00.000Z'))).length > 4000);
    }
  });
});
