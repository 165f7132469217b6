import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase } from '../../../tests/database.ts';
import {
  at,
  inWorld,
  move,
  moveIt,
  opened,
  pageOfAn,
  refusalOf,
  standingOfAn,
  typed,
  write,
} from '../../../tests/rounds.ts';
import { given, indicators, insertValuesWorld, sent, verified } from '../../../tests/values.ts';
import { contextFor, people, recorded, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { reportsOwedBy } from './waiting.server.ts';
import { latestForms } from './forms/forms.server.ts';
import { findRound, listRounds } from './list.server.ts';
import { createRound } from './drafting.server.ts';
import { exemptUnit, moveRound } from './rounds.server.ts';
import { countStandings } from './standing.ts';

test('a round is called, its report drafted, presented, signed by the head and received; all of it is recorded', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    const round = await findRound(tx, people.appraiser, { id, today });
    assert.deepEqual([round?.askedDay, round?.dueOn, round?.units.length], ['2026-06-20', '2026-06-22', 3]);
    expectOk(await write(tx, people.officerOfAn, id, 0));
    expectOk(await move(tx, [people.officerOfAn], id, 1, 'present'));
    assert.equal(refusalOf(await move(tx, [people.officerOfAn], id, 2, 'sign')), 'not_yours');
    expectOk(await move(tx, [people.headOfAn], id, 2, 'sign'));
    assert.deepEqual(await standingOfAn(tx, id), ['sent', false]);
    expectOk(await move(tx, [people.appraiser], id, 3, 'receive'));
    const judged = (await findRound(tx, people.appraiser, { id, today }))?.units ?? [];
    const { expected, sent: came, onTime, received, missing } = countStandings(judged);
    assert.deepEqual([expected, came, onTime, received, missing], [3, 1, 1, 1, 2]);
    assert.deepEqual(
      (await recorded(tx)).map(({ kind }) => kind),
      ['round.created', 'round.moved', 'report.written', 'report.moved', 'report.moved', 'report.moved'],
    );
  });
});

test('late is what was first sent after the end of the due day in the province; a return does not make it late', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    expectOk(await write(tx, people.headOfAn, id, 0));
    // 23:59 of 22 June in the province.
    expectOk(await move(tx, [people.headOfAn, at('2026-06-22', '16:59')], id, 1, 'sign'));
    assert.deepEqual(await standingOfAn(tx, id, '2026-06-25'), ['sent', false]);
    expectOk(await move(tx, [people.appraiser], id, 2, 'return', 'Bổ sung số liệu'));
    expectOk(await write(tx, people.officerOfAn, id, 3, 'Đã bổ sung'));
    expectOk(await move(tx, [people.headOfAn, at('2026-06-24')], id, 4, 'sign'));
    assert.deepEqual(await standingOfAn(tx, id, '2026-06-25'), ['sent', false]);
    expectOk(await move(tx, [people.headOfAn], id, 5, 'recall'));
    assert.deepEqual(await standingOfAn(tx, id, '2026-06-25'), ['returned', false]);
  });
  await inWorld(async (tx) => {
    const id = await opened(tx);
    assert.deepEqual(await standingOfAn(tx, id, '2026-06-22'), ['waiting', false]);
    assert.deepEqual(await standingOfAn(tx, id, '2026-06-23'), ['overdue', true]);
    expectOk(await write(tx, people.headOfAn, id, 0));
    // 00:00 of 23 June there.
    expectOk(await move(tx, [people.headOfAn, at('2026-06-22', '17:00')], id, 1, 'sign'));
    assert.deepEqual(await standingOfAn(tx, id, '2026-06-23'), ['sent', true]);
    expectOk(await move(tx, [people.headOfAn], id, 2, 'recall'));
    assert.deepEqual(await standingOfAn(tx, id, '2026-06-23'), ['overdue', true]);
  });
});

test('what was signed is kept as it was: texts, and tables of verified values only; nobody can change it', async () => {
  await inWorld(async (tx) => {
    await given(tx, { period: '2026-04', value: '7' }, sent, verified);
    await given(tx, { period: '2026-05', value: '9' }, sent);
    const id = await opened(tx);
    expectOk(await write(tx, people.headOfAn, id, 0, 'Bản một'));
    expectOk(await move(tx, [people.headOfAn], id, 1, 'sign'));
    await given(tx, { period: '2026-03', value: '1' }, sent, verified);
    expectOk(await move(tx, [people.appraiser], id, 2, 'return', 'Xem lại'));
    expectOk(await write(tx, people.officerOfAn, id, 3, 'Bản hai'));
    const page = await pageOfAn(tx, people.appraiser, id);
    const [first] = page?.sendings ?? [];
    const table = first?.content.sections.find(({ kind }) => kind === 'indicators');
    assert.deepEqual(
      table?.kind === 'indicators' && table.rows.map(({ code, value, period }) => [code, value, period]),
      [[indicators.amount, '7', '2026-04']],
    );
    const text = first?.content.sections[0];
    assert.equal(text?.kind === 'narrative' && text.body, 'Bản một');
    assert.equal(page?.draft, undefined);
    for (const attempt of [
      sql`update report_sending set content = '{}'`,
      sql`delete from report_sending`,
      sql`update report_form set name = 'x'`,
      sql`delete from report_section`,
    ]) {
      await sql`savepoint attempt`.execute(tx);
      await assert.rejects(attempt.execute(tx));
      await sql`rollback to savepoint attempt`.execute(tx);
    }
  });
});

test('what is asked for must be there before it is presented or signed; a scheme under state secrets never gets in', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    expectOk(await write(tx, people.officerOfAn, id, 0, ''));
    for (const [by, way] of [
      [people.officerOfAn, 'present'],
      [people.headOfAn, 'sign'],
    ] as const) {
      const bare = await move(tx, [by], id, 1, way);
      assert.ok(!bare.ok && bare.refusal.kind === 'report_wrong');
      assert.deepEqual(
        bare.refusal.problems.map(({ position }) => position),
        [1, 10, 11, 12, 13, 4, 6, 7, 8],
      );
    }
    const told = await write(tx, people.officerOfAn, id, 1, 'Đề án số 97 đạt kết quả');
    assert.equal(refusalOf(told), 'report_wrong');
    const past = sql`update report_text set body = 'theo DA-97'`;
    await assert.rejects(past.execute(tx), /secret_scheme/);
  });
});

test('of two who edit one report the second is told; of two who begin it, too', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    expectOk(await write(tx, people.officerOfAn, id, 0));
    const raced = { ok: false, refusal: { kind: 'lost_race', current: 1 } };
    assert.deepEqual(await write(tx, people.headOfAn, id, 0), raced);
    // Also when the texts are wrong: drawn again with the version of now, the form would win unseen.
    assert.deepEqual(await write(tx, people.headOfAn, id, 0, 'Đề án số 97 đạt kết quả'), raced);
    expectOk(await write(tx, people.headOfAn, id, 1));
    const late = await move(tx, [people.headOfAn], id, 1, 'sign');
    assert.deepEqual(late, { ok: false, refusal: { kind: 'lost_race', current: 2 } });
  });
});

test('only the appraising body calls, for days to come; the same request twice is one round', async () => {
  await inWorld(async (tx) => {
    const [form] = await latestForms(tx);
    const id = newId();
    const command = { id, typed, formId: form?.id ?? '', kinds: ['commune'] };
    for (const by of [people.officerOfAn, people.headOfAn, people.administrator, people.nobody])
      assert.equal(refusalOf(await createRound(contextFor(tx, by), command)), 'not_yours');
    const wrong = await createRound(contextFor(tx, people.appraiser), {
      ...command,
      typed: { ...typed, han: '2026-06-14' },
      formId: newId(),
      kinds: ['press'],
    });
    assert.deepEqual(
      !wrong.ok && wrong.refusal.kind === 'round_wrong' && wrong.refusal.problems.map(({ problem }) => problem.kind),
      ['due_past', 'form_unknown', 'nobody_expected'],
    );
    expectOk(await createRound(contextFor(tx, people.appraiser), command));
    expectOk(await createRound(contextFor(tx, people.appraiser), command));
    assert.equal((await listRounds(tx, people.appraiser, { today })).total, 1);
    assert.equal(refusalOf(await write(tx, people.officerOfAn, id, 0)), 'not_there');
    const open = moveRound(contextFor(tx, people.appraiser, at('2026-06-23')), { id, version: 1, move: 'open' });
    assert.equal(refusalOf(await open), 'due_past');
    assert.equal(refusalOf(await moveIt(tx, people.appraiser, id, 2, 'open')), 'lost_race');
    assert.equal(refusalOf(await moveIt(tx, people.appraiser, id, 1, 'close')), 'wrong_stage');
  });
});

test('once a round is closed nothing is written, sent or returned until it is opened again with a reason', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    expectOk(await write(tx, people.headOfAn, id, 0));
    expectOk(await moveIt(tx, people.appraiser, id, 2, 'close'));
    assert.equal(refusalOf(await write(tx, people.headOfAn, id, 1)), 'round_closed');
    assert.equal(refusalOf(await move(tx, [people.headOfAn], id, 1, 'sign')), 'round_closed');
    assert.equal(refusalOf(await moveIt(tx, people.appraiser, id, 3, 'reopen', ' ')), 'needs');
    expectOk(await moveIt(tx, people.appraiser, id, 3, 'reopen', 'Một xã còn thiếu'));
    expectOk(await move(tx, [people.headOfAn], id, 1, 'sign'));
  });
});

test('an exemption needs a reason, is taken back, and changes what is expected', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx);
    const exempt = (by: Person, reason: string | null) =>
      exemptUnit(contextFor(tx, by), { roundId: id, unitId: units.communeAn, reason });
    assert.equal(refusalOf(await exempt(people.appraiser, '  ')), 'reason_missing');
    assert.equal(refusalOf(await exempt(people.headOfAn, 'Không muốn')), 'not_yours');
    expectOk(await exempt(people.appraiser, 'Mới thành lập'));
    assert.deepEqual(await standingOfAn(tx, id, '2026-12-01'), ['exempt', false]);
    assert.deepEqual(await reportsOwedBy(tx, people.officerOfAn), []);
    expectOk(await exempt(people.appraiser, null));
    assert.deepEqual(await standingOfAn(tx, id), ['waiting', false]);
  });
});

test('of two who sign one report at once, one does', async () => {
  const { db, drop } = await freshDatabase();
  const id = await db.transaction().execute(async (tx) => {
    await insertValuesWorld(tx);
    const roundId = await opened(tx);
    expectOk(await write(tx, people.headOfAn, roundId, 0));
    return roundId;
  });
  const sign = () =>
    db.transaction().execute(async (tx) => refusalOf(await move(tx, [people.headOfAn], id, 1, 'sign')) ?? 'done');
  assert.deepEqual((await Promise.all([sign(), sign()])).toSorted(), ['done', 'wrong_stage']);
  await drop();
});
