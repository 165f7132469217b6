import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import type { At } from '../../../tests/blocks.ts';
import { givenPact, headOfChi, inYear, otherLead, refusalOf, signing, words } from '../../../tests/blocks.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { setMembers } from '../organisation/blocks.server.ts';
import { dissolveUnit } from '../organisation/units.server.ts';
import { digestOf, draftPact, findPact, movePact, pactsOf, renewPact } from './pacts.server.ts';
import { pactSeen } from './pact-page.server.ts';
import { signaturesOn, signPact } from './signing.server.ts';
import { endStandIn, stateStandIn } from './standing-in.server.ts';
import { blocksWaiting } from './waiting.server.ts';

const sees = async (tx: Transaction<DB>, actor: Person, id: string) => (await findPact(tx, actor, id)) !== undefined;
const draft = (tx: Transaction<DB>, actor: Person, at: At, fields = {}) =>
  draftPact(contextFor(tx, actor), { id: newId(), ...at, fields: { ...words, ...fields } });

test('a pact is of its year: after the year none is drafted, given out, signed or renewed, and nobody signs by a day that has passed', async () => {
  await inYear(async (tx, at) => {
    const next = new Date('2027-01-02T02:30:00.000Z');
    const wrongsOf = (result: Awaited<ReturnType<typeof draft>>) =>
      result.ok || result.refusal.kind !== 'block_wrong' ? [] : result.refusal.wrongs;
    const drafted = async (signUntil: string) => wrongsOf(await draft(tx, people.headOfAn, at, { signUntil }));
    assert.deepEqual(await drafted('2026-06-14'), [{ field: 'signUntil', problem: 'in_past' }]);
    assert.deepEqual(await drafted('2027-01-01'), [{ field: 'signUntil', problem: 'outside_year' }]);
    const command = { ...at, id: newId(), fields: words };
    assert.equal(refusalOf(await draftPact(contextFor(tx, people.headOfAn, next), command)), 'year_over');
    const { id } = expectOk(await draft(tx, people.headOfAn, at, { signUntil: '2026-06-20' }));
    const open = (when: string) => {
      const context = contextFor(tx, people.headOfAn, new Date(`${when}T02:30:00.000Z`));
      return movePact(context, { id, version: 1, move: 'open', fields: {} });
    };
    assert.equal(refusalOf(await open('2026-06-21')), 'sign_until_over');
    assert.equal(refusalOf(await open('2027-01-01')), 'year_over');
    expectOk(await open('2026-06-20'));
    const sign = (when: Date, more: { readonly id?: string; readonly digest?: string } = {}) =>
      signPact(contextFor(tx, people.headOfBinh, when), {
        id: newId(),
        pactId: id,
        digest: digestOf(words),
        unitId: units.communeBinh,
        fields: { post: 'Chủ tịch mẫu' },
        ...more,
      });
    assert.equal(refusalOf(await sign(next)), 'year_over');
    const offered = async (day: string) => {
      const [lead, member] = await Promise.all([pact(people.headOfAn, day), pact(people.headOfBinh, day)]);
      const { toSign, toDecline, isTooLate } = member;
      return { moves: lead.moves, hands: [toSign.length, toDecline.length], late: [lead.isTooLate, isTooLate] };
    };
    const pact = async (reader: Person, day: string) =>
      (await pactSeen(tx, reader, { id, today: day })) ?? assert.fail('not seen');
    const toSign = async (day: string) => (await blocksWaiting(tx, people.headOfBinh, day)).toSign.length;
    assert.deepEqual(await offered('2026-12-31'), {
      moves: ['recall', 'close', 'renew'],
      hands: [1, 1],
      late: [false, false],
    });
    assert.deepEqual(await offered('2027-01-01'), { moves: ['recall', 'close'], hands: [0, 0], late: [true, true] });
    assert.deepEqual([await toSign('2026-12-31'), await toSign('2027-01-01')], [1, 0]);
    // Late, but in the year; the same press once more is the same signature.
    const [last, once] = [new Date('2026-12-31T02:30:00.000Z'), newId()];
    assert.equal(refusalOf(await sign(last, { digest: digestOf({ ...words, content: 'Lời khác' }) })), 'words_changed');
    for (const _press of [1, 2]) expectOk(await sign(last, { id: once }));
    assert.equal(refusalOf(await sign(last)), 'signed_already');
    const renewed = { newId: newId(), id, version: 2, fields: { reason: 'Lý do mẫu' } };
    assert.equal(refusalOf(await renewPact(contextFor(tx, people.headOfAn, next), renewed)), 'year_over');
    // What was signed is still closed.
    const close = { id, version: 2, move: 'close', fields: { unsignedReason: 'Hết năm' } } as const;
    expectOk(await movePact(contextFor(tx, people.headOfAn, next), close));
  });
});

test('a deputy writes only while it stands in, and the record says for whom', async () => {
  await inYear(async (tx, at) => {
    const fields = { deputy: units.communeBinh, untilDay: '2026-06-30', reason: 'Trưởng đi công tác' };
    const state = (actor: Person, more = {}) =>
      stateStandIn(contextFor(tx, actor), { id: newId(), ...at, fields: { ...fields, ...more } });
    assert.equal(refusalOf(await state(headOfChi)), 'not_yours');
    assert.equal(refusalOf(await state(otherLead)), 'not_yours');
    assert.equal(refusalOf(await state(people.headOfBinh, { reason: '' })), 'block_wrong');
    // Nobody chosen is a fault of the form, not of the right.
    assert.equal(refusalOf(await state(people.headOfBinh, { deputy: '' })), 'block_wrong');
    assert.equal(refusalOf(await state(people.headOfBinh, { untilDay: '2026-06-01' })), 'block_wrong');
    assert.equal(refusalOf(await draft(tx, people.headOfBinh, at)), 'not_yours');
    const { id } = expectOk(await state(people.headOfBinh));
    assert.equal(refusalOf(await state(people.headOfBinh)), 'wrong_stage');
    expectOk(await draft(tx, people.headOfBinh, at));
    const entry = await tx
      .selectFrom('record_entry')
      .select('after')
      .where('kind', '=', 'block_pact.entered')
      .executeTakeFirstOrThrow();
    assert.equal((entry.after as { standsIn?: string }).standsIn, units.communeAn);
    const end = { ...at, id, version: 1 };
    assert.equal(refusalOf(await endStandIn(contextFor(tx, headOfChi), end)), 'not_yours');
    expectOk(await endStandIn(contextFor(tx, people.headOfAn), end));
    assert.equal(refusalOf(await endStandIn(contextFor(tx, people.headOfAn), end)), 'not_there');
    assert.deepEqual(await pactsOf(tx, people.headOfBinh, at.blockId, 2026), []);
  });
});

test('when the lead changes in the year the new one takes over at once, the old one may do nothing more', async () => {
  await inYear(async (tx, at) => {
    const id = await givenPact(tx, at);
    const seats = [
      { unitId: units.communeAn, part: 'member' },
      { unitId: units.communeBinh, part: 'lead' },
      { unitId: units.wardChi, part: 'member' },
    ] as const;
    expectOk(await setMembers(contextFor(tx, people.administrator), { ...at, version: 2, seats }));
    assert.deepEqual([await sees(tx, people.headOfAn, id), await sees(tx, people.headOfBinh, id)], [false, true]);
    const open = (actor: Person) => movePact(contextFor(tx, actor), { id, version: 1, move: 'open', fields: {} });
    assert.equal(refusalOf(await open(people.headOfAn)), 'not_there');
    expectOk(await open(people.headOfBinh));
  });
});

/** With its village. */
async function endAn(tx: Transaction<DB>, successorIds: readonly string[]): Promise<void> {
  const context = contextFor(tx, people.administrator);
  const on = { version: 1, on: '2026-06-10', basis: null };
  expectOk(await dissolveUnit(context, { ...on, unitId: units.village, successorIds: [] }));
  expectOk(await dissolveUnit(context, { ...on, unitId: units.communeAn, successorIds }));
}

test('of a lead that was merged in the year whoever took it over leads and signs; of one divided nobody', async () => {
  await inYear(async (tx, at) => {
    const id = await givenPact(tx, at);
    await endAn(tx, [units.wardChi]);
    assert.equal(await sees(tx, people.headOfAn, id), false);
    expectOk(await movePact(contextFor(tx, headOfChi), { id, version: 1, move: 'open', fields: {} }));
    expectOk(await signing(tx, id, units.communeAn, headOfChi));
    const [signature] = await signaturesOn(tx, id);
    assert.deepEqual([signature?.unitName, signature?.handName], ['Xã Mẫu An', 'Phường Mẫu Chi']);
  });
  await inYear(async (tx, at) => {
    const id = await givenPact(tx, at);
    await endAn(tx, [units.wardChi, units.communeBinh]);
    for (const actor of [people.headOfAn, headOfChi, people.headOfBinh]) assert.equal(await sees(tx, actor, id), false);
  });
});
