import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../../tests/database.ts';
import { appraisedJudgement, judged, secretary } from '../../../../tests/evaluations.ts';
import { frozenAt, frozenJudgement } from '../../../../tests/frozen.ts';
import { contextFor, insertWorld, people, recorded, units } from '../../../../tests/world.ts';
import type { Person } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import type { DB } from '../../../platform/db-types.ts';
import { filesOn } from '../../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../../platform/files/intake.server.ts';
import { newId } from '../../../platform/id.server.ts';
import { resultsWaiting } from '../waiting.server.ts';
import { attachToAppeal, findAppealFile } from './files.server.ts';
import { filingOf } from './filing.server.ts';
import type { FileAppeal, MoveAppeal } from './handling.server.ts';
import { fileAppeal, moveAppeal } from './handling.server.ts';
import { listAppeals } from './list.server.ts';

type Tx = Transaction<DB>;
const inWorld = (body: (tx: Tx) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const today = '2026-06-30';

type Order = Partial<FileAppeal> & { readonly at?: Date };
const file = (tx: Tx, judgementId: string, { at = frozenAt, ...over }: Order = {}, who: Person = people.headOfAn) =>
  fileAppeal(contextFor(tx, who, at), {
    id: newId(),
    judgementId,
    unitId: units.communeAn,
    text: 'Nội dung kiến nghị mẫu',
    ...over,
  });
const move = (tx: Tx, who: Person, order: MoveAppeal) => moveAppeal(contextFor(tx, who, frozenAt), order);
const paperOf = (letter: string): KeptFile => ({
  hash: letter.repeat(64),
  size: 3,
  name: `${letter}.pdf`,
  type: 'pdf',
  mediaType: 'application/pdf',
  encrypted: false,
});
const paper = { number: '45/SNV-TĐKT', date: '2026-06-30' };

test('an appeal is filed, accepted and concluded with a reason and a paper; the frozen result stays', async () => {
  await inWorld(async (tx) => {
    const judgementId = await frozenJudgement(tx);
    const before = await tx.selectFrom('judgement_result').selectAll().orderBy('unit_id').execute();
    const { id } = expectOk(await file(tx, judgementId));
    expectOk(await move(tx, people.appraiser, { id, version: 1, move: 'accept' }));
    const uphold = { id, version: 2, move: 'uphold', reason: 'Tính thiếu điểm', paper } as const;
    expectOk(await move(tx, secretary, uphold));
    const [row] = (await listAppeals(tx, people.headOfAn, { today, id })).rows;
    assert.deepEqual(
      [row?.stage, row?.answer, row?.documentNumber, row?.documentDate, row?.dueOn, row?.moves],
      ['upheld', 'Tính thiếu điểm', paper.number, paper.date, null, []],
    );
    assert.deepEqual(await tx.selectFrom('judgement_result').selectAll().orderBy('unit_id').execute(), before);
    const kinds = (await recorded(tx)).map(({ kind }) => kind).filter((kind) => kind.startsWith('result_appeal.'));
    assert.deepEqual(kinds, ['result_appeal.filed', 'result_appeal.moved', 'result_appeal.moved']);
    // Another one may follow, while its term runs.
    expectOk(await file(tx, judgementId));
  });
});

test('each way filing is refused, and sent twice it is one', async () => {
  await inWorld(async (tx) => {
    const { id: early } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    await judged(tx, early, 'announce');
    assert.equal(kindOf(await file(tx, early)), 'not_frozen_yet');
  });
  await inWorld(async (tx) => {
    const judgementId = await frozenJudgement(tx);
    assert.equal(kindOf(await file(tx, newId())), 'not_there');
    assert.equal(kindOf(await file(tx, judgementId, { unitId: units.department })), 'not_there');
    assert.equal(kindOf(await file(tx, judgementId, {}, people.officerOfAn)), 'not_allowed');
    assert.equal(kindOf(await file(tx, judgementId, {}, people.headOfBinh)), 'not_allowed');
    assert.equal(kindOf(await file(tx, judgementId, { text: ' ' })), 'appeal_text_wrong');
    assert.equal(kindOf(await file(tx, judgementId, { text: 'x'.repeat(10_001) })), 'appeal_text_wrong');
    const late = new Date('2026-07-15T02:00:00.000Z');
    assert.deepEqual(refusalOf(await file(tx, judgementId, { at: late })), {
      kind: 'appeal_late',
      until: '2026-07-14',
    });
    const id = newId();
    expectOk(await file(tx, judgementId, { id }));
    expectOk(await file(tx, judgementId, { id }));
    assert.deepEqual(refusalOf(await file(tx, judgementId)), { kind: 'appeal_open', appealId: id });
    assert.equal((await tx.selectFrom('result_appeal').select('id').execute()).length, 1);
  });
});

test('each way handling is refused', async () => {
  await inWorld(async (tx) => {
    const judgementId = await frozenJudgement(tx);
    const { id } = expectOk(await file(tx, judgementId));
    assert.equal(kindOf(await move(tx, people.headOfBinh, { id, version: 1, move: 'accept' })), 'not_there');
    assert.equal(kindOf(await move(tx, people.headOfAn, { id, version: 1, move: 'accept' })), 'not_yours');
    assert.equal(kindOf(await move(tx, people.appraiser, { id, version: 1, move: 'uphold', paper })), 'wrong_stage');
    assert.equal(kindOf(await move(tx, people.headOfAn, { id, version: 1, move: 'withdraw' })), 'needs');
    expectOk(await move(tx, people.appraiser, { id, version: 1, move: 'accept' }));
    assert.equal(
      kindOf(await move(tx, people.appraiser, { id, version: 1, move: 'dismiss', reason: 'x', paper })),
      'lost_race',
    );
    const bare = await move(tx, people.appraiser, {
      id,
      version: 2,
      move: 'dismiss',
      paper: { number: '', date: '2027-01-01' },
    });
    assert.deepEqual(refusalOf(bare), {
      kind: 'paper_wrong',
      problems: [
        { field: 'reason', problem: 'missing' },
        { field: 'number', problem: 'missing' },
        { field: 'date', problem: 'to_come' },
      ],
    });
    const both: Person = { ...people.headOfAn, holdings: [...people.headOfAn.holdings, ...people.appraiser.holdings] };
    assert.equal(kindOf(await move(tx, both, { id, version: 2, move: 'dismiss', reason: 'x', paper })), 'four_eyes');
    expectOk(await move(tx, people.headOfAn, { id, version: 2, move: 'withdraw', reason: 'Đã rõ' }));
    assert.equal(
      kindOf(await move(tx, people.appraiser, { id, version: 3, move: 'dismiss', reason: 'x', paper })),
      'wrong_stage',
    );
  });
});

test('each step has its last day in working days, by the settings; past it the appeal is late and waits for who handles it', async () => {
  await inWorld(async (tx) => {
    const judgementId = await frozenJudgement(tx);
    const { id } = expectOk(await file(tx, judgementId));
    const due = async (day: string) => {
      const [row] = (await listAppeals(tx, people.appraiser, { today: day, id })).rows;
      return [row?.dueOn, row?.isLate];
    };
    assert.deepEqual(await due(today), ['2026-07-03', false]);
    assert.deepEqual(await due('2026-07-04'), ['2026-07-03', true]);
    const waiting = async (who: Person) => (await resultsWaiting(tx, who, today)).appeals.map((one) => one.id);
    assert.deepEqual(await waiting(people.appraiser), [id]);
    assert.deepEqual(await waiting(secretary), [id]);
    for (const who of [people.headOfAn, people.decidingAuthority, people.nobody])
      assert.deepEqual(await waiting(who), []);
    const setting = { key: 'result_appeal_accept_days', value: '0', version: 1, updated_at: new Date('2026-06-01') };
    await tx.insertInto('setting').values(setting).execute();
    assert.deepEqual(await due(today), [null, false]);
    expectOk(await move(tx, people.appraiser, { id, version: 1, move: 'accept' }));
    assert.deepEqual(await due(today), ['2026-07-28', false]);
  });
});

test('an open appeal is known to its unit and who handles it; concluded to all that were judged with it', async () => {
  await inWorld(async (tx) => {
    const judgementId = await frozenJudgement(tx);
    const { id } = expectOk(await file(tx, judgementId));
    const sees = async (who: Person) => (await listAppeals(tx, who, { today, judgementId })).total;
    const known = async () => {
      const found: number[] = [];
      for (const who of [
        people.headOfAn,
        people.officerOfAn,
        people.appraiser,
        people.auditor,
        people.headOfBinh,
        people.nobody,
      ])
        found.push(await sees(who));
      return found;
    };
    assert.deepEqual(await known(), [1, 1, 1, 1, 0, 0]);
    expectOk(await move(tx, people.appraiser, { id, version: 1, move: 'accept' }));
    expectOk(await move(tx, people.appraiser, { id, version: 2, move: 'dismiss', reason: 'Đúng rồi', paper }));
    assert.deepEqual(await known(), [1, 1, 1, 1, 1, 0]);
    const token: Person = { ...people.headOfAn, scopes: ['actuals:read'] };
    assert.equal(await sees(token), 0);
  });
});

test('papers hang on an appeal while it is open, from the unit and from who handles it, for whoever may know of it', async () => {
  await inWorld(async (tx) => {
    const judgementId = await frozenJudgement(tx);
    const { id } = expectOk(await file(tx, judgementId, { file: paperOf('a') }));
    const attach = (who: Person, letter: string) =>
      attachToAppeal(contextFor(tx, who, frozenAt), { attachmentId: newId(), id, file: paperOf(letter) });
    expectOk(await attach(people.headOfAn, 'b'));
    expectOk(await attach(people.headOfAn, 'b'));
    expectOk(await move(tx, people.appraiser, { id, version: 1, move: 'accept' }));
    expectOk(await attach(people.appraiser, 'c'));
    assert.equal(kindOf(await attach(people.headOfBinh, 'd')), 'not_there');
    assert.equal(kindOf(await attach(people.officerOfAn, 'd')), 'not_yours');
    const files = await filesOn(tx, { kind: 'result_appeal', id });
    assert.deepEqual(
      files.map(({ name }) => name),
      ['a.pdf', 'b.pdf', 'c.pdf'],
    );
    const found = async (who: Person) => (await findAppealFile(tx, who, files[0]?.id ?? ''))?.name;
    assert.deepEqual([await found(people.officerOfAn), await found(people.headOfBinh)], ['a.pdf', undefined]);
    expectOk(await move(tx, secretary, { id, version: 2, move: 'dismiss', reason: 'Đúng rồi', paper }));
    assert.equal(kindOf(await attach(people.headOfAn, 'd')), 'wrong_stage');
    assert.equal(await found(people.headOfBinh), 'a.pdf');
  });
});

test('the form knows for which units its reader may file, until when, and what is open already', async () => {
  await inWorld(async (tx) => {
    const judgementId = await frozenJudgement(tx);
    const asked = { judgementId, today };
    const form = async (who: Person) => (await filingOf(tx, who, asked))?.units.map(({ id, openId }) => [id, openId]);
    assert.deepEqual(await form(people.headOfAn), [[units.communeAn, null]]);
    assert.deepEqual(await form(people.officerOfAn), []);
    const { id } = expectOk(await file(tx, judgementId));
    assert.deepEqual(await form(people.headOfAn), [[units.communeAn, id]]);
    const { until, isLate } = (await filingOf(tx, people.headOfAn, { judgementId, today: '2026-07-15' })) ?? {};
    assert.deepEqual([until, isLate], ['2026-07-14', true]);
  });
});

test('the table holds its own stages together', async () => {
  await inWorld(async (tx) => {
    const judgementId = await frozenJudgement(tx);
    const { id } = expectOk(await file(tx, judgementId));
    for (const write of [
      sql`update result_appeal set stage = 'upheld' where id = ${id}`,
      sql`update result_appeal set stage = 'accepted' where id = ${id}`,
      sql`update result_appeal set stage = 'withdrawn' where id = ${id}`,
      sql`delete from result_appeal where id = ${id}`,
    ]) {
      await sql`savepoint before_it`.execute(tx);
      await assert.rejects(write.execute(tx), /violates check|permission denied/);
      await sql`rollback to savepoint before_it`.execute(tx);
    }
  });
});
