import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { given, indicators, insertValuesWorld, sent, typedFor, verified } from '../../../tests/values.ts';
import { contextFor, people, recorded, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { change, correct, enter } from './entering.server.ts';
import { attachEvidence, detachEvidence, findEvidence } from './evidence.server.ts';
import { moveMany, moveOne } from './moving.server.ts';
import { findActual } from './one.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const stored = (tx: Transaction<DB>, id: string) =>
  tx.selectFrom('actual').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const command = (more: object = {}) => ({
  id: newId(),
  indicatorCode: indicators.amount,
  unitId: units.communeAn,
  typed: typedFor({}),
  ...more,
});
const file = {
  hash: 'a'.repeat(64),
  size: 3,
  type: 'pdf' as const,
  mediaType: 'application/pdf',
  name: 'bao-cao-mau.pdf',
  encrypted: false,
};

test('an officer enters a value for their commune, and it is recorded', async () => {
  await inWorld(async (tx) => {
    const one = command();
    expectOk(await enter(contextFor(tx, people.officerOfAn), one));
    const row = await stored(tx, one.id);
    assert.deepEqual(
      [row.stage, row.value, row.period_start, row.period_end, row.entered_by],
      ['entered', '12.5', '2026-05-01', '2026-05-31', people.officerOfAn.personId],
    );
    const by = people.officerOfAn.personId;
    assert.deepEqual(await recorded(tx), [{ kind: 'actual.entered', subject: one.id, by }]);
  });
});

test('the same request twice is one value; the same id with another figure is a lost race', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const one = command();
    const first = expectOk(await enter(context, one));
    assert.deepEqual(expectOk(await enter(context, one)), first);
    assert.equal((await recorded(tx)).length, 1);
    const other = await enter(context, { ...one, typed: typedFor({ value: '99' }) });
    assert.deepEqual(refusalOf(other), { kind: 'lost_race', current: 1 });
    const reworded = await enter(context, { ...one, typed: { ...typedFor({}), source: 'Báo cáo mẫu số 2' } });
    assert.deepEqual(refusalOf(reworded), { kind: 'lost_race', current: 1 });
  });
});

test('a second value beside an open or a verified one is refused and names it', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.headOfAn);
    const open = await given(tx, {});
    assert.deepEqual(refusalOf(await enter(context, command())), { kind: 'already_open', id: open });
    const fixed = await given(tx, { period: '2026-04' }, sent, verified);
    const again = await enter(context, command({ typed: typedFor({ period: '2026-04' }) }));
    assert.deepEqual(refusalOf(again), { kind: 'already_verified', id: fixed });
  });
});

test('nobody enters for a unit that their role does not reach', async () => {
  await inWorld(async (tx) => {
    for (const person of [people.officerOfBinh, people.nobody, people.appraiser, people.administrator]) {
      const refused = await enter(contextFor(tx, person), command());
      assert.equal(refusalOf(refused) && (refusalOf(refused) as { kind: string }).kind, 'not_yours');
    }
    assert.deepEqual(await recorded(tx), []);
  });
});

test('the body that owns an indicator enters it for any unit, and no other indicator', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfDepartment);
    const typed = { period: '2026-Q1', numerator: '1', denominator: '4', asOfDate: '2026-04-01' };
    const owned = command({ indicatorCode: indicators.share, typed });
    expectOk(await enter(context, owned));
    const row = await stored(tx, owned.id);
    assert.deepEqual([row.value, row.numerator, row.denominator], ['25', '1', '4']);
    assert.equal((await enter(context, command())).ok, false);
  });
});

test('what is wrong comes back as field problems and nothing is kept', async () => {
  await inWorld(async (tx) => {
    const refused = await enter(contextFor(tx, people.officerOfAn), command({ typed: typedFor({ value: '-4' }) }));
    const problem = { kind: 'below', value: '-4', min: '0', max: null };
    assert.deepEqual(refusalOf(refused), { kind: 'figure_wrong', problems: [{ field: 'value', problem }] });
    assert.equal((await tx.selectFrom('actual').select('id').execute()).length, 0);
  });
});

test('of two who edit one value the second is told, and what the first wrote stays', async () => {
  await inWorld(async (tx) => {
    const id = await given(tx, {});
    const mine = { id, version: 1, typed: typedFor({ value: '20' }) };
    expectOk(await change(contextFor(tx, people.officerOfAn), mine));
    const theirs = await change(contextFor(tx, people.headOfAn), { ...mine, typed: typedFor({ value: '30' }) });
    assert.deepEqual(refusalOf(theirs), { kind: 'lost_race', current: 2 });
    assert.equal((await stored(tx, id)).value, '20');
  });
});

test('a change that changes nothing is not recorded', async () => {
  await inWorld(async (tx) => {
    const id = await given(tx, {});
    const same = await change(contextFor(tx, people.officerOfAn), {
      id,
      version: 1,
      typed: typedFor({ value: '12,50' }),
    });
    assert.deepEqual(expectOk(same), { id, version: 1 });
    assert.equal((await recorded(tx)).length, 1);
  });
});

test('what was sent can be recalled, changed and sent again, or withdrawn, but not changed', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const id = await given(tx, {}, sent);
    const typed = typedFor({ value: '7' });
    const early = await change(context, { id, version: 2, typed });
    assert.deepEqual(refusalOf(early), { kind: 'wrong_stage', stage: 'submitted', move: 'change' });
    expectOk(await moveOne(context, { id, version: 2, move: 'recall' }));
    expectOk(await change(context, { id, version: 3, typed }));
    expectOk(await moveOne(context, { id, version: 4, move: 'withdraw' }));
    assert.equal((await stored(tx, id)).stage, 'withdrawn');
    expectOk(await enter(context, command()));
  });
});

test('a returned value says why, is mended and sent again', async () => {
  await inWorld(async (tx) => {
    const id = await given(tx, {}, sent, ['return', people.appraiser, 'Thiếu nguồn']);
    const row = await stored(tx, id);
    assert.deepEqual([row.stage, row.return_reason, row.known_at], ['returned', 'Thiếu nguồn', null]);
    const context = contextFor(tx, people.officerOfAn);
    expectOk(await change(context, { id, version: 3, typed: typedFor({ value: '13' }) }));
    expectOk(await moveOne(context, { id, version: 4, move: 'submit' }));
    assert.equal((await stored(tx, id)).stage, 'submitted');
  });
});

test('a return without a reason is refused', async () => {
  await inWorld(async (tx) => {
    const id = await given(tx, {}, sent);
    const bare = await moveOne(contextFor(tx, people.appraiser), { id, version: 2, move: 'return', reason: ' ' });
    assert.deepEqual(refusalOf(bare), { kind: 'needs', move: 'return', need: 'reason' });
  });
});

test('an owner verifies their indicator alone', async () => {
  await inWorld(async (tx) => {
    const owner = contextFor(tx, people.indicatorOwner);
    const foreign = await given(tx, {}, sent);
    const hidden = await moveOne(owner, { id: foreign, version: 2, move: 'verify' });
    assert.deepEqual(refusalOf(hidden), { kind: 'not_there' });
    const own = await given(tx, { indicatorCode: indicators.share, period: '2026-Q1', value: '50' }, sent);
    assert.deepEqual(expectOk(await moveOne(owner, { id: own, version: 2, move: 'verify' })), {
      ids: [own],
      stage: 'verified',
    });
  });
});

test('who submitted does not verify, whatever other role they hold', async () => {
  await inWorld(async (tx) => {
    const both = { ...people.officerOfAn, holdings: [...people.officerOfAn.holdings, ...people.appraiser.holdings] };
    const id = await given(tx, {}, sent);
    const refused = await moveOne(contextFor(tx, both), { id, version: 2, move: 'verify' });
    assert.deepEqual(refusalOf(refused), { kind: 'four_eyes', move: 'verify' });
  });
});

test('many are verified together or not at all, and each that stands in the way is named', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.appraiser);
    const ready = await given(tx, { period: '2026-03' }, sent);
    const draft = await given(tx, { period: '2026-04' });
    const chosen = [
      { id: ready, version: 2 },
      { id: draft, version: 1 },
    ];
    const refused = await moveMany(context, { move: 'verify', chosen });
    const refusals = [{ id: draft, refusal: { kind: 'wrong_stage', stage: 'entered', move: 'verify' } }];
    assert.deepEqual(refusalOf(refused), { kind: 'some_refused', refusals });
    assert.equal((await stored(tx, ready)).stage, 'submitted');
    expectOk(await moveMany(context, { move: 'verify', chosen: chosen.slice(0, 1) }));
    const again = await moveMany(context, { move: 'verify', chosen: chosen.slice(0, 1) });
    assert.equal(again.ok, false);
  });
});

test('a version seen before somebody else acted is a lost race', async () => {
  await inWorld(async (tx) => {
    const id = await given(tx, {}, sent, ['recall', people.officerOfAn], sent);
    const late = await moveOne(contextFor(tx, people.appraiser), { id, version: 2, move: 'verify' });
    assert.deepEqual(refusalOf(late), { kind: 'lost_race', current: 4 });
  });
});

test('a correction takes the place of the verified value only when it is verified itself', async () => {
  await inWorld(async (tx) => {
    const officer = contextFor(tx, people.officerOfAn);
    const old = await given(tx, {}, sent, verified);
    const newer = newId();
    const typed = typedFor({ value: '14' });
    const bare = await correct(officer, { id: old, newId: newer, reason: '', typed });
    assert.deepEqual(refusalOf(bare), { kind: 'needs', move: 'correct', need: 'reason' });
    expectOk(await correct(officer, { id: old, newId: newer, reason: 'Cộng sai', typed }));
    expectOk(await correct(officer, { id: old, newId: newer, reason: 'Cộng sai', typed }));
    const second = await correct(officer, { id: old, newId: newId(), reason: 'Cộng sai', typed });
    assert.deepEqual(refusalOf(second), { kind: 'already_open', id: newer });
    expectOk(await moveOne(officer, { id: newer, version: 1, move: 'submit' }));
    assert.equal((await stored(tx, old)).superseded_at, null);
    const later = new Date('2026-06-20T03:00:00.000Z');
    expectOk(await moveOne(contextFor(tx, people.appraiser, later), { id: newer, version: 2, move: 'verify' }));
    const [was, is] = [await stored(tx, old), await stored(tx, newer)];
    assert.deepEqual([was.value, was.stage, was.superseded_at], ['12.5', 'verified', later]);
    assert.deepEqual([is.value, is.supersedes_id, is.known_at], ['14', old, later]);
    const third = await correct(officer, { id: old, newId: newId(), reason: 'Nữa', typed });
    assert.deepEqual(refusalOf(third), { kind: 'already_superseded' });
  });
});

test('a withdrawn correction leaves the verified value in force and free to be corrected again', async () => {
  await inWorld(async (tx) => {
    const officer = contextFor(tx, people.officerOfAn);
    const old = await given(tx, {}, sent, verified);
    const first = newId();
    const typed = typedFor({ value: '14' });
    expectOk(await correct(officer, { id: old, newId: first, reason: 'Cộng sai', typed }));
    expectOk(await moveOne(officer, { id: first, version: 1, move: 'withdraw' }));
    expectOk(await correct(officer, { id: old, newId: newId(), reason: 'Cộng sai', typed }));
    assert.equal((await stored(tx, old)).superseded_at, null);
  });
});

test('an indicator that demands evidence is not sent without, and evidence stays once sent', async () => {
  await inWorld(async (tx) => {
    const officer = contextFor(tx, people.officerOfAn);
    const id = await given(tx, { indicatorCode: indicators.proven, period: '2026', value: '60' });
    const bare = await moveOne(officer, { id, version: 1, move: 'submit' });
    assert.deepEqual(refusalOf(bare), { kind: 'needs', move: 'submit', need: 'evidence' });
    const attachment = newId();
    expectOk(await attachEvidence(officer, { id: attachment, actualId: id, file }));
    expectOk(await attachEvidence(officer, { id: newId(), actualId: id, file }));
    const { evidence } = (await findActual(tx, people.officerOfAn, id))!;
    assert.deepEqual(
      evidence.map((each) => [each.id, each.name]),
      [[attachment, 'bao-cao-mau.pdf']],
    );
    expectOk(await moveOne(officer, { id, version: 1, move: 'submit' }));
    const late = await detachEvidence(officer, { id: attachment, actualId: id });
    assert.deepEqual(refusalOf(late), { kind: 'wrong_stage', stage: 'submitted', move: 'change' });
    const outsider = await attachEvidence(contextFor(tx, people.officerOfBinh), { id: newId(), actualId: id, file });
    assert.deepEqual(refusalOf(outsider), { kind: 'not_there' });
    assert.equal(await findEvidence(tx, people.officerOfBinh, attachment), undefined);
    assert.equal((await findEvidence(tx, people.auditor, attachment))?.name, 'bao-cao-mau.pdf');
  });
});

test('the history names every hand, for those inside and nobody else', async () => {
  await inWorld(async (tx) => {
    const id = await given(tx, {}, sent, ['return', people.appraiser, 'Thiếu nguồn'], sent, verified);
    const inside = (await findActual(tx, people.headOfAn, id))!;
    assert.deepEqual(
      inside.deeds.map(({ byName, move, reason }) => [byName, move, reason]),
      [
        [people.officerOfAn.name, null, null],
        [people.officerOfAn.name, 'submit', null],
        [people.appraiser.name, 'return', 'Thiếu nguồn'],
        [people.officerOfAn.name, 'submit', null],
        [people.appraiser.name, 'verify', null],
      ],
    );
    const outside = (await findActual(tx, people.nobody, id))!;
    assert.deepEqual([outside.isInside, outside.deeds, outside.evidence, outside.moves], [false, [], [], []]);
  });
});
