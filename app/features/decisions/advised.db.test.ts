import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { givenAdvice } from '../../../tests/advice.ts';
import {
  answer,
  approve,
  asked,
  doAs,
  givenDeciding,
  givenDraft,
  linesIn,
  meanwhile,
  openDecisionDesk,
  submit,
} from '../../../tests/decisions.ts';
import type { Desk } from '../../../tests/desk.ts';
import { now, people, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { adviceOn } from '../council/dossier.server.ts';
import { draftDecision } from './drafting.server.ts';
import { actOnDossier } from './dossier-acts.server.ts';
import { judgeLines } from './judging.server.ts';
import { findDecision } from './one.server.ts';

const { appraiser, decidingAuthority, auditor, officerOfAn } = people;
let desk: Desk;
before(async () => void (desk = await openDecisionDesk()));
after(() => desk.leave());

const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? 'ok';
const unanswered = (...questions: readonly string[]) => ({
  kind: 'unanswered',
  open: [{ name: 'Nguyễn Văn Mẫu', questions }],
});
const seen = async (id: string, person: Person) => (await findDecision(desk.services.db, person, id, today))?.lines[0];

/** Submitted, with what the council came to. */
async function given(rule: Parameters<typeof givenAdvice>[2], proposed?: Parameters<typeof givenDraft>[1]) {
  const id = await givenDraft(desk, proposed);
  const [line] = await linesIn(desk, id);
  await meanwhile(desk, (tx) => givenAdvice(tx, [line?.nomineeId ?? ''], rule));
  await submit(desk, id);
  return { id, lineId: line?.id ?? '', holderId: line?.holderId ?? '', dossierId: line?.dossierId ?? '' };
}

test('whom the council did not pass is granted with a reason only, which is kept; the page shows the votes', async () => {
  const { id, lineId } = await given({ inFavour: 3 });
  const line = await seen(id, decidingAuthority);
  assert.ok(line?.advice.kind === 'result');
  const { for: inFavour, against, written, members, passed } = line.advice.result;
  assert.deepEqual([inFavour, against, written, members, passed], [3, 4, 1, 7, false]);
  assert.deepEqual(line.questions, ['not_passed']);
  assert.deepEqual(refusalOf(await approve(desk, id)), unanswered('not_passed'));
  assert.equal(kindOf(await answer(desk, id, { lineId, posthumous: false, answer: ' ' })), 'answer_needed');
  expectOk(await answer(desk, id, { lineId, posthumous: false, answer: 'Thành tích đã rõ thêm.' }));
  expectOk(await approve(desk, id));
  const [kept] = await linesIn(desk, id);
  assert.equal(kept?.answer, 'Thành tích đã rõ thêm.');
});

test('below a share that the law lays down nobody is granted, whatever the reason; refused it goes on', async () => {
  const other = { name: 'Trần Thị Mẫu' };
  const { id, lineId } = await given({ inFavour: 5, atLeastPercent: 80, ruleState: 'read' }, [
    { name: 'Nguyễn Văn Mẫu' },
    other,
  ]);
  const below = [{ name: 'Nguyễn Văn Mẫu', article: '33.5', atLeastPercent: 80 }];
  assert.deepEqual(refusalOf(await approve(desk, id)), { kind: 'share_not_reached', below });
  await answer(desk, id, { lineId, posthumous: false, answer: 'Vẫn tặng.' });
  assert.equal(kindOf(await approve(desk, id)), 'share_not_reached');
  const order = { ...(await asked(desk, id)), lineIds: [lineId], verdict: 'refuse', reason: 'Không đủ phiếu' } as const;
  expectOk(await doAs(desk, decidingAuthority, (context) => judgeLines(context, order)));
  expectOk(await approve(desk, id));
});

test('what changed since appraisal is asked about; an answer stands for what was there, what comes later asks again', async () => {
  const { id, lineId, holderId } = await given({ inFavour: 7 });
  const write = (year: number) => ({
    id: newId(),
    holder_id: holderId,
    source: 'thử',
    entered_at: now,
    level: 'Khiển trách',
    first_day: `${year}-05-01`,
    last_day: `${year}-06-01`,
    decision_number: `${year}`,
  });
  await meanwhile(desk, (tx) => tx.insertInto('holder_discipline').values(write(2020)).execute());
  assert.deepEqual(refusalOf(await approve(desk, id)), unanswered('changed'));
  assert.equal((await seen(id, decidingAuthority))?.changes?.length, 1);
  expectOk(await answer(desk, id, { lineId, posthumous: false, answer: 'Đã xem, ngoài thời gian tính.' }));
  await meanwhile(desk, (tx) => tx.insertInto('holder_discipline').values(write(2021)).execute());
  assert.deepEqual(refusalOf(await approve(desk, id)), unanswered('changed'));
});

test('whoever is related to the nominee reads neither result nor answer, on the decision and on the dossier; nor does the unit', async () => {
  const { id, lineId, holderId, dossierId } = await given({ inFavour: 3 });
  await meanwhile(desk, (tx) =>
    tx.updateTable('holder').set({ person_id: auditor.personId }).where('id', '=', holderId).execute(),
  );
  expectOk(await answer(desk, id, { lineId, posthumous: false, answer: 'Dù Hội đồng không tán thành.' }));
  const near = await seen(id, auditor);
  assert.deepEqual([near?.advice, near?.answer, near?.answered], [{ kind: 'near' }, null, []]);
  assert.equal(JSON.stringify(near).includes('tán thành'), false);
  const far = await seen(id, appraiser);
  assert.deepEqual([far?.advice.kind, far?.answer], ['result', 'Dù Hội đồng không tán thành.']);
  const advice = async (person: Person) =>
    (await adviceOn(desk.services.db, person, dossierId))?.nominees.map((one) => one.advice.kind);
  assert.deepEqual(await advice(auditor), ['near']);
  assert.deepEqual(await advice(officerOfAn), ['closed']);
  assert.deepEqual(await advice(decidingAuthority), ['result']);
  assert.equal(await advice(people.officerOfBinh), undefined);
});

test('the clerk of the body seals the decision and reads neither votes nor what was asked and answered because of them', async () => {
  const { id, lineId } = await given({ inFavour: 3 });
  const clerk: Person = {
    ...people.nobody,
    holdings: decidingAuthority.holdings.map((held) => ({ ...held, role: 'officer' })),
  };
  const before_ = await seen(id, clerk);
  assert.deepEqual([before_?.advice, before_?.questions, before_?.changes], [{ kind: 'closed' }, [], null]);
  expectOk(await answer(desk, id, { lineId, posthumous: false, answer: 'Dù Hội đồng không tán thành.' }));
  assert.equal(JSON.stringify(await seen(id, clerk)).includes('tán thành'), false);
});

test('proposed in two dossiers: the second grant of a form asks why', async () => {
  const first = await given({ inFavour: 7 });
  expectOk(await approve(desk, first.id));
  const second = await given({ inFavour: 7 }, [{ holderId: first.holderId }]);
  assert.deepEqual(refusalOf(await approve(desk, second.id)), unanswered('given_already'));
  expectOk(await answer(desk, second.id, { lineId: second.lineId, posthumous: false, answer: 'Thành tích khác.' }));
  expectOk(await approve(desk, second.id));
});

/** Of a title, before the chairman; by no simplified procedure, so straight into the tables. Submitted. */
async function givenTitle(holderId: string): Promise<string> {
  const { owner } = desk.database;
  const [id, dossierId] = [newId(), newId()];
  const of = { unit_id: units.communeAn, to_unit_id: units.province, route: 'territory', kind: 'merit', year: 2026 };
  const by = { entered_by: officerOfAn.personId, entered_at: now };
  const head = {
    id: dossierId,
    code: `KT-${dossierId.slice(-8).toUpperCase()}`,
    title: 'Danh hiệu (mẫu)',
    ...of,
    ...by,
  };
  await owner
    .insertInto('dossier')
    .values({ ...head, stage: 'draft', stage_since: now })
    .execute();
  const title = { award_code: 'chien-si-thi-dua-tinh', position: 1, achievement: 'Thành tích mẫu' };
  await owner
    .insertInto('nominee')
    .values({ id: newId(), dossier_id: dossierId, holder_id: holderId, ...title })
    .execute();
  const sent = { submitted_by: people.headOfAn.personId, submitted_at: now, received_on: '2026-06-01' };
  await owner
    .updateTable('dossier')
    .set({ stage: 'deciding', ...sent })
    .where('id', '=', dossierId)
    .execute();
  expectOk(await doAs(desk, appraiser, (context) => draftDecision(context, { id, dossierIds: [dossierId] })));
  await submit(desk, id);
  return id;
}

test('a title of one year proposed in two dossiers is granted once: no answer settles the second, which can only be refused', async () => {
  const { holderId } = await given({ inFavour: 7 });
  const [first, second] = [await givenTitle(holderId), await givenTitle(holderId)];
  expectOk(await approve(desk, first));
  assert.deepEqual(refusalOf(await approve(desk, second)), unanswered('title_held'));
  const [line] = await linesIn(desk, second);
  const reason = { lineId: line?.id ?? '', posthumous: false, answer: 'Vẫn tặng.' };
  await answer(desk, second, reason);
  assert.deepEqual(refusalOf(await approve(desk, second)), unanswered('title_held'));
  const { rows } = await sql<{ outcome: string }>`
    select n.outcome from nominee n where n.holder_id = ${holderId} and n.award_code = 'chien-si-thi-dua-tinh' order by 1`.execute(
    desk.services.db,
  );
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['granted', 'open'],
  );
});

test('a dossier is sent back or refused as a whole only while no decision has anybody of it; sent back, the vote lapses', async () => {
  const { id, dossierId } = await given({ inFavour: 7 });
  const order = async (move: 'back' | 'refuse') => {
    const { version } = await desk.services.db
      .selectFrom('dossier')
      .select('version')
      .where('id', '=', dossierId)
      .executeTakeFirstOrThrow();
    return { dossierId, version, move, reason: 'Lý do mẫu' };
  };
  const take = async (move: 'back' | 'refuse', by: Person = decidingAuthority) => {
    const command = await order(move);
    return doAs(desk, by, (context) => actOnDossier(context, command));
  };
  assert.equal(kindOf(await take('refuse')), 'in_decision');
  assert.equal(kindOf(await take('back', officerOfAn)), 'not_yours');
  assert.equal(kindOf(await take('back', people.officerOfBinh)), 'not_there');
  await meanwhile(desk, (tx) => tx.deleteFrom('decision_line').where('decision_id', '=', id).execute());
  expectOk(await take('back'));
  assert.equal(await adviceOn(desk.services.db, decidingAuthority, dossierId), undefined);
  const items = await desk.services.db
    .selectFrom('council_item')
    .select('lapsed_at')
    .where('dossier_id', '=', dossierId)
    .execute();
  assert.equal(
    items.every(({ lapsed_at }) => lapsed_at !== null),
    true,
  );
});

test('what the centre decides is drafted into no decision here', async () => {
  const dossierIds = [await givenDeciding(desk, [{ awardCode: 'bang-khen-thu-tuong' }])];
  const drafted = await doAs(desk, appraiser, (context) => draftDecision(context, { id: newId(), dossierIds }));
  assert.equal(kindOf(drafted), 'nothing_to_decide');
});
