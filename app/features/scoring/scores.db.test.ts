import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { carded, givenJudgement, scored } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, recorded, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { cardPage } from './card-page.server.ts';
import { assignCross } from './moving.server.ts';
import type { GiveScores } from './scores.server.ts';
import { giveScores } from './scores.server.ts';
import { agreedIn, rowsIn, scoreSheet } from './sheet.server.ts';
import { sheetField } from './sheet.ts';

type Given = { readonly tx: Transaction<DB>; readonly cardId: string };
const inWorld = (body: (given: Given) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const { cards } = await givenJudgement(tx);
    await body({ tx, cardId: cards.get(units.communeAn) ?? '' });
  });
const row = (code: string, points: string, more: { version?: number; reason?: string; state?: string } = {}) => ({
  code,
  version: more.version ?? 0,
  typed: { state: more.state ?? '', points, reason: more.reason ?? '' },
});
const give = ({ tx, cardId }: Given, by: Person, rows: GiveScores['rows'], step: GiveScores['step'] = 'self') =>
  giveScores(contextFor(tx, by), { cardId, step, rows });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const storedOn = ({ tx, cardId }: Given) =>
  tx
    .selectFrom('card_score')
    .select(['code', 'step', 'state', 'points', 'version'])
    .where('card_id', '=', cardId)
    .orderBy('code')
    .orderBy('step')
    .execute();

test('a whole card is saved at once, recorded once, and saved again it changes nothing', async () => {
  await inWorld(async (given) => {
    const rows = [row('I.1', '38,5'), row('I.2', '15'), row('T', '')];
    assert.deepEqual(expectOk(await give(given, people.officerOfAn, rows)).written, 2);
    assert.deepEqual(await storedOn(given), [
      { code: 'I.1', step: 'self', state: 'points', points: 3850, version: 1 },
      { code: 'I.2', step: 'self', state: 'points', points: 1500, version: 1 },
    ]);
    const kinds = (await recorded(given.tx)).filter(({ kind }) => kind === 'score_card.scored');
    assert.equal(kinds.length, 1);
    const again = refusalOf(await give(given, people.officerOfAn, rows));
    assert.deepEqual(again, {
      kind: 'scores_wrong',
      rows: ['I.1', 'I.2'].map((code) => ({ code, refusal: { kind: 'lost_race', current: 1 } })),
    });
  });
});

test('one wrong row keeps all of them from being written, and each is told of at its criterion', async () => {
  await inWorld(async (given) => {
    const rows = [row('I.1', '30'), row('I.2', '20,5'), row('T', '2'), row('II', '5'), row('III', '5'), row('Z', '1')];
    const refusal = refusalOf(await give(given, people.officerOfAn, rows));
    const wrong = (code: string, field: string, problem: object) => ({
      code,
      refusal: { kind: 'score_wrong', code, field, problem },
    });
    assert.deepEqual(refusal, {
      kind: 'scores_wrong',
      rows: [
        wrong('I.2', 'points', { kind: 'above_max', max: 2000 }),
        wrong('T', 'reason', { kind: 'reason_missing', why: 'bonus_or_penalty' }),
        { code: 'II', refusal: { kind: 'not_this_step', code: 'II', way: 'expert' } },
        { code: 'III', refusal: { kind: 'not_this_step', code: 'III', way: 'data' } },
        { code: 'Z', refusal: { kind: 'criterion_gone', code: 'Z' } },
      ],
    });
    assert.deepEqual(await storedOn(given), []);
  });
});

test('a row left blank takes back what the step gave, and the criterion has no points again', async () => {
  await inWorld(async (given) => {
    expectOk(await give(given, people.officerOfAn, [row('I.1', '30')]));
    expectOk(await give(given, people.officerOfAn, [row('I.1', '', { version: 1 })]));
    const page = await cardPage(given.tx, people.officerOfAn, { id: given.cardId, today });
    const line = page?.content?.lines.find(({ one }) => one.code === 'I.1');
    assert.deepEqual([line?.given, line?.standing], [[], { scored: { state: 'missing' }, from: null }]);
    expectOk(await give(given, people.officerOfAn, [row('I.1', '31', { version: 2 })]));
  });
});

test('two who score at once do not meet on different criteria, and see each other on the same', async () => {
  await inWorld(async (given) => {
    const drawn = await scoreSheet(given.tx, people.officerOfAn, { id: given.cardId, step: 'self', today });
    const fields = Object.fromEntries(
      (drawn?.rows ?? []).flatMap(({ one, mine }) =>
        mine
          ? [
              [sheetField('version', one.code), String(mine.version)],
              [sheetField('was', one.code), mine.was],
            ]
          : [],
      ),
    );
    const first = { ...fields, [sheetField('points', 'I.1')]: '30' };
    const second = { ...fields, [sheetField('points', 'I.2')]: '10' };
    expectOk(await give(given, people.officerOfAn, rowsIn(first)));
    expectOk(await give(given, people.headOfAn, rowsIn(second)));
    const third = { ...fields, [sheetField('points', 'I.1')]: '35' };
    assert.deepEqual(refusalOf(await give(given, people.headOfAn, rowsIn(third))), {
      kind: 'scores_wrong',
      rows: [{ code: 'I.1', refusal: { kind: 'lost_race', current: 1 } }],
    });
    // Agreed to as a whole: what the other gave meanwhile is left alone, nothing of it was typed here.
    const now = await scoreSheet(given.tx, people.headOfAn, { id: given.cardId, step: 'self', today });
    const said = { state: 'points', points: 900 } as const;
    const rows = (now?.rows ?? []).map((row) => ({ ...row, before: said }));
    assert.deepEqual([...agreedIn({ rows }).keys()].includes('I.2'), false);
    // Drawn again on what the other wrote, with the choice.
    const shown = { ...third, [sheetField('version', 'I.1')]: '1' };
    const keep = sheetField('keep', 'I.1');
    assert.deepEqual(rowsIn({ ...shown, [keep]: 'theirs' }), []);
    assert.equal((await give(given, people.headOfAn, rowsIn({ ...shown, [keep]: '' }))).ok, false);
    expectOk(await give(given, people.headOfAn, rowsIn({ ...shown, [keep]: 'mine' })));
    assert.deepEqual(
      (await storedOn(given)).map(({ code, points, version }) => [code, points, version]),
      [
        ['I.1', 3500, 2],
        ['I.2', 1000, 1],
      ],
    );
  });
});

test('each step is for its own hands, at its own time, by nobody with an interest', async () => {
  await inWorld(async (given) => {
    const { tx, cardId } = given;
    assert.deepEqual(refusalOf(await give(given, people.officerOfBinh, [row('I.1', '1')])), { kind: 'not_there' });
    assert.deepEqual(refusalOf(await give(given, people.officerOfAn, [row('I.1', '1')], 'cross')), {
      kind: 'wrong_stage',
      stage: 'self',
      move: 'score_cross',
    });
    await scored(tx, cardId, 'self', people.officerOfAn, { 'I.1': '30', 'I.2': '10' });
    const cross = { id: cardId, version: 1, crossUnitId: units.communeBinh };
    expectOk(await assignCross(contextFor(tx, people.appraiser), cross));
    await carded(tx, cardId, 'submit', people.headOfAn);
    assert.equal(
      (refusalOf(await give(given, people.officerOfAn, [row('I.1', '1')])) as { kind: string }).kind,
      'wrong_stage',
    );
    const both: Person = { ...people.headOfBinh, homeUnitId: units.communeAn };
    assert.deepEqual(refusalOf(await give(given, both, [row('I.1', '30')], 'cross')), {
      kind: 'interested',
      unitId: units.communeAn,
    });
    const differs = await give(given, people.officerOfBinh, [row('I.1', '28')], 'cross');
    assert.deepEqual(refusalOf(differs), {
      kind: 'scores_wrong',
      rows: [
        {
          code: 'I.1',
          refusal: {
            kind: 'score_wrong',
            code: 'I.1',
            field: 'reason',
            problem: { kind: 'reason_missing', why: 'differs' },
          },
        },
      ],
    });
    expectOk(await give(given, people.officerOfBinh, [row('I.1', '28', { reason: 'Thiếu minh chứng' })], 'cross'));
    const field = await give(given, people.officerOfBinh, [row('II', '18')], 'expert');
    assert.equal((refusalOf(field) as { kind: string }).kind, 'scores_wrong');
    expectOk(await give(given, people.officerOfDepartment, [row('II', '18')], 'expert'));
  });
});

test('nobody scores on a judgement that was cancelled', async () => {
  await inWorld(async (given) => {
    await given.tx.updateTable('judgement').set({ stage: 'cancelled' }).execute();
    assert.deepEqual(refusalOf(await give(given, people.officerOfAn, [row('I.1', '1')])), {
      kind: 'not_scoring',
      stage: 'cancelled',
    });
  });
});
