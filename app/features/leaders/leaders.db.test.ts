import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { appraisedJudgement, frozenResult } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, recorded, system, today } from '../../../tests/world.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { moveRule, proposeRule } from '../ranking/thresholds/proposing.server.ts';
import { findQualifying } from '../register/qualifying.server.ts';
import type { SayOfLeader } from './choosing.server.ts';
import { sayOfLeader } from './choosing.server.ts';
import { handOn } from './handing.server.ts';
import { leadersOf } from './leaders.server.ts';
import { reasonText } from './text.ts';

const asked = { year: 2026, received: '2026-06-30' } as const;

const withLeader = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const id = await frozenResult(tx, { an: '38,5', binh: '40' });
    await handOn(contextFor(tx, system), id);
    await body(tx);
  });
const oneOf = async (tx: Transaction<DB>, actor: Actor) => {
  const [leader] = (await leadersOf(tx, actor, asked)).leaders;
  assert.ok(leader);
  return leader;
};
const sayAs = async (tx: Transaction<DB>, by: Person, said: Partial<SayOfLeader>) => {
  const { judgementId, unitId, version } = await oneOf(tx, people.appraiser);
  const base = { judgementId, unitId, version, what: 'meets', yes: true, reason: 'Đã rà soát từng điều kiện' } as const;
  return sayOfLeader(contextFor(tx, by), { ...base, ...said });
};
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);

test('who leads a block is shown with the reason in words and each clause of the standard', async () => {
  await withLeader(async (tx) => {
    const { leaders, quota, share, number } = await leadersOf(tx, people.appraiser, asked);
    assert.equal(leaders.length, 1);
    const leader = await oneOf(tx, people.appraiser);
    assert.equal(
      reasonText(leader),
      'Xếp thứ 1 trong 2 đơn vị của Cụm Mẫu, 73/100 điểm; xếp loại: hoàn thành tốt nhiệm vụ.',
    );
    assert.equal(leader.unitName, 'Xã Mẫu Bình');
    assert.equal(leader.standard?.standing, 'lacks_facts');
    assert.deepEqual([number.perBlock, number.isDefault], [1, true]);
    assert.equal(share?.content.atMostPercent, 20);
    assert.deepEqual(quota, { most: 0, meeting: 0, chosen: 0 });
  });
});

test('how many lead a block is proposed with its ground and holds when a second person has confirmed it', async () => {
  await withLeader(async (tx) => {
    const id = newId();
    const typed = { fromYear: '2026', source: 'Quyết định mẫu', excellent: '90', good: '70', completed: '50' };
    const propose = (own: string, by: object) =>
      proposeRule(contextFor(tx, people.appraiser), { id: own, typed: { ...typed, ...by } });
    const confirm = (own: string) =>
      moveRule(contextFor(tx, people.decidingAuthority), { id: own, version: 1, move: 'confirm' });
    const many = async () => {
      const { leaders, number } = await leadersOf(tx, people.appraiser, asked);
      return [leaders.length, number.perBlock, number.source];
    };
    expectOk(await propose(id, { perBlock: '2' }));
    assert.equal((await many())[1], 1);
    expectOk(await confirm(id));
    assert.deepEqual(await many(), [2, 2, 'Quyết định mẫu']);
    // Later thresholds that say no number leave it as it was.
    const next = newId();
    expectOk(await propose(next, { source: 'Quyết định sau' }));
    expectOk(await confirm(next));
    assert.deepEqual(await many(), [2, 2, 'Quyết định mẫu']);
  });
});

test('before the freeze nobody leads', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    await appraisedJudgement(tx, { an: '38,5', binh: '40' });
    assert.deepEqual((await leadersOf(tx, people.appraiser, asked)).leaders, []);
  });
});

test('what the register says, and what was found, is for those who may know of the unit there', async () => {
  await withLeader(async (tx) => {
    expectOk(await sayAs(tx, people.appraiser, {}));
    const [own, other] = [await oneOf(tx, people.officerOfBinh), await oneOf(tx, people.officerOfAn)];
    assert.deepEqual([own.meets, own.mayPropose, own.mayJudge], [true, true, false]);
    assert.deepEqual(
      [
        other.meets,
        other.standard,
        other.holderId,
        other.mayPropose,
        (await leadersOf(tx, people.officerOfAn, asked)).quota,
      ],
      [null, null, null, false, null],
    );
  });
});

test('a leader is a candidate in commendation', async () => {
  await withLeader(async (tx) => {
    const found = await findQualifying(tx, people.appraiser, {
      awardCode: 'co-thi-dua-tinh',
      year: 2026,
      received: today,
      atLeast: 'unconfirmed',
    });
    assert.deepEqual(
      found.map(({ name, leads }) => [name, leads]),
      [['Xã Mẫu Bình', true]],
    );
  });
});

test('whoever appraises says that a leader meets the standard, with a reason; twice is once, a stale page is refused', async () => {
  await withLeader(async (tx) => {
    assert.equal((refusalOf(await sayAs(tx, people.headOfBinh, {})) as { kind: string }).kind, 'not_allowed');
    assert.deepEqual(refusalOf(await sayAs(tx, people.appraiser, { reason: ' ' })), { kind: 'reason_missing' });
    assert.deepEqual(refusalOf(await sayAs(tx, people.appraiser, { unitId: people.nobody.homeUnitId })), {
      kind: 'not_there',
    });
    expectOk(await sayAs(tx, people.appraiser, {}));
    expectOk(await sayAs(tx, people.appraiser, { version: 0 }));
    assert.deepEqual(refusalOf(await sayAs(tx, people.appraiser, { version: 0, yes: false })), {
      kind: 'lost_race',
      current: 1,
    });
    assert.equal((await recorded(tx)).filter(({ kind }) => kind === 'leader.judged').length, 1);
  });
});

test('nobody is chosen for the government’s flag beyond the share, or before meeting the standard', async () => {
  await withLeader(async (tx) => {
    const choose = { what: 'chosen', reason: 'Tiêu biểu xuất sắc nhất' } as const;
    assert.deepEqual(refusalOf(await sayAs(tx, people.appraiser, choose)), { kind: 'not_said_to_meet' });
    expectOk(await sayAs(tx, people.appraiser, {}));
    // One of one: a fifth of it, rounded down, is none.
    assert.deepEqual(refusalOf(await sayAs(tx, people.appraiser, choose)), {
      kind: 'quota_full',
      quota: { most: 0, meeting: 1, chosen: 0 },
    });
  });
});
