import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { pdfPages } from '../../../tests/papers.ts';
import type { Desk } from '../../../tests/desk.ts';
import {
  answer,
  approve,
  asked,
  doAs,
  givenDeciding,
  givenDraft,
  givenIssued,
  linesIn,
  meanwhile,
  openDecisionDesk,
  row,
  submit,
} from '../../../tests/decisions.ts';
import { people, today, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { trustOf } from '../../platform/signing/desk.server.ts';
import { isSound } from '../../platform/signing/verdict.ts';
import { verifyPdf } from '../../platform/signing/verify.server.ts';
import { approveDecision, returnDecision, sendOn } from './approving.server.ts';
import { draftDecision, leaveOut, saveDecision } from './drafting.server.ts';
import { judgeLines } from './judging.server.ts';
import { readPaper } from './keeping.server.ts';

const { appraiser, decidingAuthority, officerOfAn, headOfBinh, auditor, nobody } = people;
let desk: Desk;
before(async () => void (desk = await openDecisionDesk()));
after(() => desk.leave());

const kindOf = (result: { ok: boolean; refusal?: { kind: string } }): string =>
  result.ok ? 'ok' : (result.refusal?.kind ?? '');
const sorted = (kinds: readonly string[]) => kinds.toSorted((a, b) => (a < b ? -1 : 1));

test('from the dossier to the published decision: settled, numbered, signed, sealed, entered in the register', async () => {
  const id = await givenIssued(desk, [{ name: 'Nguyễn Văn Mẫu' }, { kind: 'collective', name: 'Tổ Mẫu' }]);
  const decision = await row(desk, id);
  assert.deepEqual([decision.stage, decision.number, decision.decidedOn], ['issued', 1, today]);
  const honours = await desk.services.db
    .selectFrom('honour')
    .innerJoin('holder', 'holder.id', 'honour.holder_id')
    .select([
      'holder.name',
      'honour.decision_number as number',
      'honour.golden_book_number as golden',
      'honour.decided_by as by',
    ])
    .orderBy('honour.golden_book_number')
    .execute();
  assert.deepEqual(honours, [
    { name: 'Tổ Mẫu', number: '01/QĐ-UBND', golden: '1/2026', by: 'Chủ tịch Ủy ban nhân dân tỉnh Mẫu' },
    { name: 'Nguyễn Văn Mẫu', number: '01/QĐ-UBND', golden: '2/2026', by: 'Chủ tịch Ủy ban nhân dân tỉnh Mẫu' },
  ]);
  const dossiers = await desk.services.db.selectFrom('dossier').select('stage').execute();
  assert.deepEqual(dossiers, [{ stage: 'issued' }]);
  const pdf = await readPaper(desk.services, decision.sealedPaper ?? '');
  const verdict = expectOk(await verifyPdf({ pdf, trust: await trustOf(desk.services), now: desk.services.clock() }));
  assert.ok(isSound(verdict));
  assert.deepEqual(
    verdict.signatures.map(({ field, signer }) => [field, signer]),
    [
      ['nguoi-ky', 'Người Mẫu Chủ Tịch'],
      ['con-dau', 'Ủy ban nhân dân tỉnh Mẫu'],
    ],
  );
  const [first = '', second = ''] = await pdfPages(pdf);
  assert.match(first, /Số: 01\/QĐ-UBND.*CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU.*QUYẾT ĐỊNH:.*Điều 1\. Tặng/s);
  assert.match(second, /Tổ Mẫu.*Nguyễn Văn Mẫu/s);
});

test('numbers have no gaps and no doubles, also when many are approved at once and some fail', async () => {
  const ids = [await givenDraft(desk), await givenDraft(desk), await givenDraft(desk)];
  for (const id of ids) await submit(desk, id);
  const [bad = ''] = ids;
  await meanwhile(desk, (tx) =>
    tx
      .updateTable('decision')
      .set({ content: sql`content || '{"signer": ""}'::jsonb` })
      .where('id', '=', bad)
      .execute(),
  );
  const results = await Promise.all(ids.map((id) => approve(desk, id)));
  assert.deepEqual(sorted(results.map(kindOf)), ['decision_wrong', 'ok', 'ok']);
  const numbers = await desk.services.db
    .selectFrom('decision')
    .select('number')
    .where('number', 'is not', null)
    .orderBy('number')
    .execute();
  assert.deepEqual(
    numbers.map(({ number }) => number),
    [1, 2, 3],
  );
});

test('a number by hand: taken is said, a wrong one too; given back before signing it is the next to be given', async () => {
  const [one, two] = [await givenDraft(desk), await givenDraft(desk)];
  await submit(desk, one);
  await submit(desk, two);
  assert.equal(kindOf(await approve(desk, one, { number: '1' })), 'number_taken');
  assert.equal(kindOf(await approve(desk, one, { number: 'x' })), 'number_wrong');
  assert.equal(kindOf(await approve(desk, one, { day: '2026-06-16' })), 'day_wrong');
  expectOk(await approve(desk, one, { number: '9' }));
  const order = await asked(desk, one);
  expectOk(await doAs(desk, decidingAuthority, (context) => returnDecision(context, order)));
  assert.deepEqual([(await row(desk, one)).stage, (await row(desk, one)).number], ['draft', null]);
  expectOk(await approve(desk, two));
  assert.equal((await row(desk, two)).number, 9);
  await submit(desk, one);
  expectOk(await approve(desk, one));
  assert.equal((await row(desk, one)).number, 10);
});

test('where the clerk keeps the book, no number is given by itself', async () => {
  await meanwhile(desk, (tx) =>
    tx
      .updateTable('number_book')
      .set({ mode: 'hand' })
      .where('unit_id', '=', units.province)
      .where('kind', '=', 'decision')
      .execute(),
  );
  const id = await givenDraft(desk);
  await submit(desk, id);
  assert.equal(kindOf(await approve(desk, id)), 'number_needed');
  expectOk(await approve(desk, id, { number: '120' }));
  await meanwhile(desk, (tx) => tx.updateTable('number_book').set({ mode: 'own' }).execute());
});

test('who died is asked about before anything is signed; truy tặng stands on the paper', async () => {
  const id = await givenDraft(desk, [{ name: 'Nguyễn Văn Mẫu' }]);
  await submit(desk, id);
  const [line] = await linesIn(desk, id);
  await meanwhile(desk, (tx) =>
    tx
      .updateTable('holder')
      .set({ ended_on: '2026-06-01' })
      .where('id', '=', line?.holderId ?? '')
      .execute(),
  );
  assert.equal(kindOf(await approve(desk, id)), 'unanswered');
  const lineId = line?.id ?? '';
  assert.equal(kindOf(await answer(desk, id, { lineId, posthumous: false, answer: 'vẫn tặng' })), 'answer_needed');
  expectOk(await answer(desk, id, { lineId, posthumous: true, answer: '' }));
  expectOk(await approve(desk, id));
  const pdf = await readPaper(desk.services, (await row(desk, id)).paper ?? '');
  assert.match((await pdfPages(pdf))[0] ?? '', /Điều 1\. Truy tặng/);
});

test('discipline and what is being looked into are asked about; an answer or a refusal settles it', async () => {
  const id = await givenDraft(desk, [{ name: 'Người Mẫu Kỷ Luật' }, { name: 'Người Mẫu Khác' }]);
  await submit(desk, id);
  const [line] = await linesIn(desk, id);
  const fact = { holder_id: line?.holderId ?? '', source: 'thử', entered_at: new Date() };
  await meanwhile(desk, async (tx) => {
    const discipline = { ...fact, id: newId(), level: 'Khiển trách', first_day: '2026-05-01', decision_number: '1' };
    await tx.insertInto('holder_discipline').values(discipline).execute();
    await tx
      .insertInto('holder_pending')
      .values({ ...fact, id: newId(), kind: 'complaint' })
      .execute();
  });
  const refused = await approve(desk, id);
  assert.deepEqual(refused.ok ? null : refused.refusal, {
    kind: 'unanswered',
    open: [{ name: 'Người Mẫu Kỷ Luật', questions: ['disciplined', 'pending', 'changed'] }],
  });
  const order = {
    ...(await asked(desk, id)),
    lineIds: [line?.id ?? ''],
    verdict: 'refuse',
    reason: 'Đang bị kỷ luật',
  } as const;
  expectOk(await doAs(desk, decidingAuthority, (context) => judgeLines(context, order)));
  expectOk(await approve(desk, id));
  const outcomes = (await linesIn(desk, id)).map(({ verdict, reason }) => [verdict, reason]);
  assert.deepEqual(outcomes, [
    ['refuse', 'Đang bị kỷ luật'],
    ['grant', null],
  ]);
  const nominees = await desk.services.db
    .selectFrom('nominee')
    .select(['outcome', 'outcome_reason as reason'])
    .where('holder_id', '=', line?.holderId ?? '')
    .execute();
  assert.deepEqual(nominees, [{ outcome: 'refused', reason: 'Đang bị kỷ luật' }]);
});

test('a bulk change touches exactly those who were shown', async () => {
  const id = await givenDraft(desk, [{ name: 'Mẫu Một' }, { name: 'Mẫu Hai' }]);
  const [one] = await linesIn(desk, id);
  const judge = async (lineIds: readonly string[], reason: string | null) => {
    const order = { ...(await asked(desk, id)), lineIds, verdict: 'refuse', reason } as const;
    return kindOf(await doAs(desk, appraiser, (context) => judgeLines(context, order)));
  };
  assert.equal(await judge([], 'x'), 'nobody_chosen');
  assert.equal(await judge([one?.id ?? ''], ' '), 'reason_needed');
  assert.equal(await judge([one?.id ?? '', newId()], 'x'), 'others_than_shown');
  assert.deepEqual(
    (await linesIn(desk, id)).map(({ verdict }) => verdict),
    ['grant', 'grant'],
  );
  assert.equal(await judge([one?.id ?? ''], 'x'), 'ok');
});

test('a nominee is in one live decision only; two drafts at once do not both take them', async () => {
  const dossierIds = [await givenDeciding(desk)];
  const draft = (id: string) => doAs(desk, appraiser, (context) => draftDecision(context, { id, dossierIds }));
  const results = await Promise.all([draft(newId()), draft(newId())]);
  assert.deepEqual(sorted(results.map(kindOf)), ['nothing_to_decide', 'ok']);
});

test('sent twice it is one; left out, the nominee is free again; content is checked by field; a lost race is told', async () => {
  const id = newId();
  const dossierIds = [await givenDeciding(desk)];
  const draft = () => doAs(desk, appraiser, (context) => draftDecision(context, { id, dossierIds }));
  assert.deepEqual([kindOf(await draft()), kindOf(await draft())], ['ok', 'ok']);
  const { content } = await row(desk, id);
  const save = async (version: number, typed: object) =>
    doAs(desk, appraiser, (context) => saveDecision(context, { id, version, typed: { ...content, ...typed } }));
  const wrong = await save(1, { about: '' });
  assert.deepEqual(wrong.ok ? null : wrong.refusal, {
    kind: 'decision_wrong',
    problems: [{ field: 'about', problem: { kind: 'missing' } }],
  });
  expectOk(await save(1, { about: 'Về việc mẫu' }));
  assert.equal(kindOf(await save(1, {})), 'lost_race');
  const [line] = await linesIn(desk, id);
  const order = { ...(await asked(desk, id)), lineId: line?.id ?? '' };
  expectOk(await doAs(desk, appraiser, (context) => leaveOut(context, order)));
  const other = newId();
  expectOk(await doAs(desk, appraiser, (context) => draftDecision(context, { id: other, dossierIds })));
});

test('whoever has no part in it knows nothing of it and can do nothing to it', async () => {
  const id = await givenDraft(desk);
  const order = await asked(desk, id);
  for (const person of [officerOfAn, headOfBinh, nobody])
    assert.equal(
      kindOf(await doAs(desk, person, (context) => sendOn(context, order, 'submit'))),
      'not_there',
      person.name,
    );
  assert.equal(kindOf(await doAs(desk, auditor, (context) => sendOn(context, order, 'submit'))), 'not_yours');
  await submit(desk, id);
  const later = await asked(desk, id);
  for (const person of [appraiser, auditor])
    assert.equal(
      kindOf(await doAs(desk, person, (context) => approveDecision(context, desk.services, later))),
      'not_yours',
    );
});

test('what was issued can be changed by nobody, the owner of the database included', async () => {
  const id = await givenIssued(desk);
  const owner = desk.database.owner;
  await assert.rejects(owner.updateTable('decision').set({ number: 999 }).where('id', '=', id).execute(), /ban hành/);
  await assert.rejects(owner.deleteFrom('decision_line').where('decision_id', '=', id).execute(), /ban hành/);
});
