/** Why a criterion scored from data has its points: who may ask, what is named to whom, and what was frozen beside what is known now. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import {
  appraisedJudgement,
  givenBlock,
  givenJudgement,
  givenSet,
  judged,
  sampleCriteria,
  secretary,
} from '../../../tests/evaluations.ts';
import { recognisedInitiative } from '../../../tests/initiatives.ts';
import { givenFinding } from '../../../tests/inspections.ts';
import { insertPlansWorld } from '../../../tests/plans.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { cardPage } from '../scoring/card-page.server.ts';
import { judgementPage } from '../scoring/judgement-page.server.ts';
import { moveResult } from './settling.server.ts';
import { whyPage } from './why.server.ts';

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    await body(tx);
  });
const asked = (cardId: string, code = 'III') => ({ cardId, code, today: '2026-07-01' });

test('the unit asks from the first day, another member only after the announcement; what is by hand has no such page', async () => {
  await inWorld(async (tx) => {
    const { id, cards } = await givenJudgement(tx);
    const cardId = cards.get(units.communeAn) ?? '';
    const zero = await whyPage(tx, people.officerOfAn, asked(cardId));
    assert.deepEqual(zero?.points.computed, { state: 'points', points: 0 });
    assert.deepEqual(zero?.behind, []);
    await recognisedInitiative(tx);
    const one = await whyPage(tx, people.officerOfAn, asked(cardId));
    assert.deepEqual(one?.standing, { scored: { state: 'points', points: 1000 }, from: 'data' });
    assert.equal(one?.behind.length, 1);
    assert.equal(await whyPage(tx, people.officerOfBinh, asked(cardId)), undefined);
    assert.equal(await whyPage(tx, people.officerOfAn, asked(cardId, 'I.1')), undefined);
    assert.equal(await whyPage(tx, people.officerOfAn, asked(cardId, 'XX')), undefined);
    assert.ok(id);
  });
});

test('as known on a day before, the card and its reasons go by the figures of that day', async () => {
  await inWorld(async (tx) => {
    const { cards } = await givenJudgement(tx);
    const cardId = cards.get(units.communeAn) ?? '';
    await recognisedInitiative(tx);
    const on = async (known?: string) => {
      const why = await whyPage(tx, people.officerOfAn, { ...asked(cardId), known });
      const card = await cardPage(tx, people.officerOfAn, { id: cardId, today: '2026-07-01', known });
      const line = card?.content?.lines.find(({ one }) => one.code === 'III');
      return [why?.asOf, why?.behind.length, line?.measured?.state === 'known' && line.measured.part];
    };
    assert.deepEqual(await on(), ['2026-07-01', 1, '1']);
    assert.deepEqual(await on('2026-01-31'), ['2026-01-31', 0, '0']);
  });
});

test('a finding is named to its unit and whoever inspects, and to nobody else who sees the card', async () => {
  await inWorld(async (tx) => {
    const rule = {
      name: 'proportion',
      measure: { name: 'findings_closed', indicator: null },
      from: '0',
      full: '1',
    } as const;
    const criteria = sampleCriteria.map((one) => (one.code === 'III' ? { ...one, rule } : one));
    const { cards } = await givenJudgement(tx, { setId: await givenSet(tx, await givenBlock(tx), criteria) });
    const { id, inspectionId } = await givenFinding(tx);
    const cardId = cards.get(units.communeAn) ?? '';
    const own = await whyPage(tx, people.headOfAn, asked(cardId));
    assert.deepEqual(own?.points.computed, { state: 'points', points: 0 });
    assert.deepEqual(
      own?.behind.map(({ label, href, way }) => [label, href, way]),
      [['Chưa đăng ký chỉ tiêu', `/kiem-tra/${inspectionId}/ton-tai/${id}`, 'finding_overdue']],
    );
    await tx.updateTable('judgement').set({ stage: 'announced' }).execute();
    const other = await whyPage(tx, people.headOfBinh, asked(cardId));
    assert.deepEqual(
      other?.behind.map(({ label, href, way }) => [label, href, way]),
      [[null, null, 'finding_overdue']],
    );
  });
});

test('of a frozen card the figures are those that were frozen; what is known now stands beside', async () => {
  await inWorld(async (tx) => {
    const { id, cards } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    await judged(tx, id, 'announce');
    const at = new Date('2026-06-30T02:00:00.000Z');
    const minutes = { number: '05/BB-HĐTĐKT', date: '2026-06-29' };
    const steps = [
      [people.appraiser, 'settle'],
      [secretary, 'sign_off'],
      [people.decidingAuthority, 'freeze'],
    ] as const;
    for (const [by, move] of steps) {
      const row = await tx.selectFrom('judgement').select('version').where('id', '=', id).executeTakeFirstOrThrow();
      const command = { id, version: row.version, move, ...(move === 'sign_off' && { minutes }) };
      expectOk(await moveResult(contextFor(tx, by, at), command));
    }
    const cardId = cards.get(units.communeAn) ?? '';
    assert.equal((await whyPage(tx, people.nobody, asked(cardId)))?.frozen?.now, null);
    await recognisedInitiative(tx);
    const after = await whyPage(tx, people.nobody, asked(cardId));
    assert.deepEqual(after?.points.computed, { state: 'points', points: 0 });
    assert.deepEqual(after?.behind, []);
    assert.deepEqual(after?.frozen?.now?.computed, { state: 'points', points: 1000 });
    const card = await cardPage(tx, people.nobody, { id: cardId, today: '2026-07-01', known: '2026-06-01' });
    const line = card?.content?.lines.find(({ one }) => one.code === 'III');
    assert.deepEqual(line?.measured, { state: 'known', part: '0', whole: '1' });
    assert.deepEqual(line?.since, { state: 'known', part: '1', whole: '1' });
    assert.equal(card?.content?.total.points, 7100);
    const listed = await judgementPage(tx, people.nobody, { id, today: '2026-07-01' });
    assert.equal(listed?.cards.find((each) => each.id === cardId)?.points?.shown, 7100);
  });
});
