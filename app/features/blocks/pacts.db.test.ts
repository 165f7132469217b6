import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import type { At } from '../../../tests/blocks.ts';
import {
  blockLead,
  givenPact,
  headOfChi,
  inYear,
  otherLead,
  pacted,
  refusalOf,
  signing,
  words,
} from '../../../tests/blocks.ts';
import { contextFor, people, recorded, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { declinesOn } from './declines.server.ts';
import { declinePact } from './declining.server.ts';
import { digestOf, draftPact, findPact, movePact, pactsOf, renewPact } from './pacts.server.ts';
import { signaturesOn, takeBackSignature } from './signing.server.ts';
import { blocksWaiting } from './waiting.server.ts';

const sees = async (tx: Transaction<DB>, actor: Person, id: string) => (await findPact(tx, actor, id)) !== undefined;
const draft = (tx: Transaction<DB>, actor: Person, at: At, fields = {}) =>
  draftPact(contextFor(tx, actor), { id: newId(), ...at, fields: { ...words, ...fields } });

test('the lead’s head or block_lead drafts; another block’s lead, the province, a deputy and members may not', async () => {
  await inYear(async (tx, at) => {
    const before = await recorded(tx);
    for (const actor of [
      otherLead,
      people.appraiser,
      people.administrator,
      people.headOfBinh,
      people.officerOfAn,
      headOfChi,
    ])
      assert.equal(refusalOf(await draft(tx, actor, at)), 'not_yours');
    assert.equal(refusalOf(await draft(tx, blockLead, at, { content: ' ' })), 'block_wrong');
    assert.deepEqual(await recorded(tx), before);
    const id = newId();
    const command = { id, ...at, fields: words };
    expectOk(await draftPact(contextFor(tx, blockLead), command));
    expectOk(await draftPact(contextFor(tx, blockLead), command));
    assert.equal(refusalOf(await draft(tx, people.headOfAn, at)), 'pact_under_way');
    assert.deepEqual(
      (await recorded(tx)).slice(before.length).map(({ kind }) => kind),
      ['block_pact.entered'],
    );
  });
});

test('of a draft others are told nothing; open it is for members and who organises; closed for whoever is signed in', async () => {
  await inYear(async (tx, at) => {
    const id = await givenPact(tx, at);
    const all = [
      people.headOfAn,
      blockLead,
      people.headOfBinh,
      headOfChi,
      people.appraiser,
      otherLead,
      people.officerOfDepartment,
      people.nobody,
    ];
    const seenBy = async () => Promise.all(all.map((actor) => sees(tx, actor, id)));
    assert.deepEqual(await seenBy(), [true, true, false, false, false, false, false, false]);
    assert.deepEqual(await pactsOf(tx, people.headOfBinh, at.blockId, 2026), []);
    await pacted(tx, id, 'open');
    assert.deepEqual(await seenBy(), [true, true, true, true, true, false, false, false]);
    expectOk(await signing(tx, id, units.communeAn, people.headOfAn));
    await pacted(tx, id, 'close', { unsignedReason: 'Lý do mẫu' });
    assert.deepEqual(await seenBy(), [true, true, true, true, true, true, true, true]);
    assert.equal(await findPact(tx, stranger, id), undefined);
    assert.equal(await sees(tx, { ...people.nobody, scopes: ['register:read'] }, id), false);
  });
});

test('each head signs for the own unit alone, once, on the words they read, never by a token', async () => {
  await inYear(async (tx, at) => {
    const id = await givenPact(tx, at);
    assert.equal(refusalOf(await signing(tx, id, units.communeAn, people.headOfAn)), 'wrong_stage');
    await pacted(tx, id, 'open');
    assert.equal(refusalOf(await signing(tx, id, units.wardChi, people.headOfBinh)), 'not_yours');
    assert.equal(refusalOf(await signing(tx, id, units.communeBinh, people.officerOfBinh)), 'not_yours');
    assert.equal(refusalOf(await signing(tx, id, units.communeAn, blockLead)), 'not_yours');
    assert.equal(refusalOf(await signing(tx, id, units.department, otherLead)), 'not_there');
    assert.equal(
      refusalOf(
        await signing(tx, id, units.communeBinh, {
          ...people.headOfBinh,
          scopes: ['evaluations:read', 'evaluations:write'],
        }),
      ),
      'not_by_token',
    );
    expectOk(await signing(tx, id, units.communeBinh, people.headOfBinh));
    assert.equal(refusalOf(await signing(tx, id, units.communeBinh, people.headOfBinh)), 'signed_already');
    const [signature] = await signaturesOn(tx, id);
    assert.deepEqual(
      [signature?.unitName, signature?.name, signature?.post],
      ['Xã Mẫu Bình', 'Người Mẫu Bình Hai', 'Chủ tịch mẫu'],
    );
  });
});

test('a head who does not sign says why: told to the lead and who organises, not to the other members; signing ends it', async () => {
  await inYear(async (tx, at) => {
    const id = await givenPact(tx, at);
    await pacted(tx, id, 'open');
    const decline = async (unitId: string, by: Person, over: object = {}) =>
      declinePact(contextFor(tx, by), {
        id: newId(),
        pactId: id,
        digest: digestOf(words),
        unitId,
        fields: { reason: 'Lý do mẫu' },
        ...over,
      });
    const { wardChi, communeBinh } = units;
    for (const by of [people.headOfAn, people.headOfBinh, blockLead, people.appraiser])
      assert.equal(refusalOf(await decline(wardChi, by)), 'not_yours');
    assert.equal(refusalOf(await decline(wardChi, headOfChi, { fields: { reason: ' ' } })), 'needs');
    assert.equal(refusalOf(await decline(wardChi, headOfChi, { digest: 'x' })), 'words_changed');
    const scoped = { ...headOfChi, scopes: ['evaluations:read', 'evaluations:write'] } as const;
    assert.equal(refusalOf(await decline(wardChi, scoped)), 'not_by_token');
    const once = { id: newId() };
    expectOk(await decline(wardChi, headOfChi, once));
    expectOk(await decline(wardChi, headOfChi, once));
    assert.equal(refusalOf(await decline(wardChi, headOfChi)), 'declined_already');
    const last = (await recorded(tx)).at(-1);
    assert.equal(last?.kind, 'block_pact.declined');
    const told = async (actor: Person) => (await declinesOn(tx, actor, id)).map(({ reason }) => reason);
    for (const actor of [people.headOfAn, blockLead, people.appraiser, headOfChi])
      assert.deepEqual(await told(actor), ['Lý do mẫu']);
    for (const actor of [people.headOfBinh, people.officerOfAn, otherLead, people.nobody])
      assert.deepEqual(await told(actor), []);
    assert.deepEqual((await blocksWaiting(tx, headOfChi, today)).toSign, []);
    expectOk(await signing(tx, id, wardChi, headOfChi));
    assert.deepEqual(await told(people.headOfAn), []);
    assert.equal(refusalOf(await decline(wardChi, headOfChi)), 'signed_already');
    expectOk(await decline(communeBinh, people.headOfBinh));
    await pacted(tx, id, 'close', { unsignedReason: 'Lý do mẫu' });
    assert.equal(refusalOf(await decline(communeBinh, people.headOfBinh)), 'wrong_stage');
    await assert.rejects(tx.deleteFrom('block_pact_decline').execute(), /append_only|permission denied/);
  });
});

test('of words that were called back and changed, what was said of the old ones no longer stands', async () => {
  await inYear(async (tx, at) => {
    const id = await givenPact(tx, at);
    await pacted(tx, id, 'open');
    const given = { pactId: id, unitId: units.wardChi, fields: { reason: 'Lý do mẫu' } };
    expectOk(await declinePact(contextFor(tx, headOfChi), { ...given, id: newId(), digest: digestOf(words) }));
    await pacted(tx, id, 'recall');
    const other = { ...words, content: 'Lời văn hai' };
    await pacted(tx, id, 'change', other);
    await pacted(tx, id, 'open');
    assert.deepEqual(await declinesOn(tx, people.headOfAn, id), []);
    assert.equal((await blocksWaiting(tx, headOfChi, today)).toSign.length, 1);
    expectOk(await declinePact(contextFor(tx, headOfChi), { ...given, id: newId(), digest: digestOf(other) }));
    assert.equal((await declinesOn(tx, people.headOfAn, id)).length, 1);
  });
});

test('a signature is taken back with a reason by its own unit until the pact is closed, and given again', async () => {
  await inYear(async (tx, at) => {
    const id = await givenPact(tx, at);
    await pacted(tx, id, 'open');
    expectOk(await signing(tx, id, units.communeBinh, people.headOfBinh));
    const [signature] = await signaturesOn(tx, id);
    const back = (actor: Person, reason: string) =>
      takeBackSignature(contextFor(tx, actor), { pactId: id, signatureId: signature?.id ?? '', fields: { reason } });
    assert.equal(refusalOf(await back(people.headOfAn, 'x')), 'not_yours');
    assert.equal(refusalOf(await back(people.headOfBinh, ' ')), 'needs');
    expectOk(await back(people.headOfBinh, 'Lý do mẫu'));
    assert.equal(refusalOf(await back(people.headOfBinh, 'x')), 'not_there');
    expectOk(await signing(tx, id, units.communeBinh, people.headOfBinh));
    assert.deepEqual(
      (await signaturesOn(tx, id)).map(({ withdrawnReason }) => withdrawnReason),
      ['Lý do mẫu', null],
    );
    await pacted(tx, id, 'close', { unsignedReason: 'Lý do mẫu' });
    const [, last] = await signaturesOn(tx, id);
    const late = takeBackSignature(contextFor(tx, people.headOfBinh), {
      pactId: id,
      signatureId: last?.id ?? '',
      fields: { reason: 'x' },
    });
    assert.equal(refusalOf(await late), 'wrong_stage');
  });
});

test('a changed text after the first signature is a new edition, signed anew; closed, it takes the old one’s place', async () => {
  await inYear(async (tx, at) => {
    const id = await givenPact(tx, at);
    await pacted(tx, id, 'open');
    await pacted(tx, id, 'recall');
    await pacted(tx, id, 'change', { ...words, content: 'Lời văn hai' });
    await pacted(tx, id, 'open');
    expectOk(await signing(tx, id, units.communeAn, people.headOfAn));
    const one = await findPact(tx, people.headOfAn, id);
    const asked = { id, version: one?.version ?? 0, fields: { reason: 'Đổi lời văn' } };
    assert.equal(
      refusalOf(await movePact(contextFor(tx, people.headOfAn), { ...asked, move: 'recall' })),
      'already_signed',
    );
    assert.equal(
      refusalOf(await movePact(contextFor(tx, people.headOfAn), { ...asked, move: 'change' })),
      'wrong_stage',
    );
    assert.equal(
      refusalOf(await renewPact(contextFor(tx, people.headOfAn), { ...asked, newId: newId(), fields: {} })),
      'needs',
    );
    assert.equal(
      refusalOf(await renewPact(contextFor(tx, people.headOfAn), { ...asked, newId: newId(), version: 1 })),
      'lost_race',
    );
    const second = newId();
    expectOk(await renewPact(contextFor(tx, people.headOfAn), { ...asked, newId: second }));
    assert.equal(refusalOf(await signing(tx, id, units.communeBinh, people.headOfBinh)), 'wrong_stage');
    await pacted(tx, second, 'open');
    assert.deepEqual(await signaturesOn(tx, second), []);
    expectOk(await signing(tx, second, units.communeAn, people.headOfAn));
    await pacted(tx, second, 'close', { unsignedReason: 'Lý do mẫu' });
    const third = newId();
    const closed = await findPact(tx, people.headOfAn, second);
    expectOk(
      await renewPact(contextFor(tx, people.headOfAn), {
        id: second,
        version: closed?.version ?? 0,
        newId: third,
        fields: { reason: 'x' },
      }),
    );
    const stages = async () =>
      (await pactsOf(tx, people.headOfAn, at.blockId, 2026)).map(({ edition, stage }) => [edition, stage]);
    assert.deepEqual(await stages(), [
      [3, 'draft'],
      [2, 'closed'],
      [1, 'superseded'],
    ]);
    await pacted(tx, third, 'open');
    expectOk(await signing(tx, third, units.communeAn, people.headOfAn));
    await pacted(tx, third, 'close', { unsignedReason: 'Lý do mẫu' });
    assert.deepEqual(await stages(), [
      [3, 'closed'],
      [2, 'superseded'],
      [1, 'superseded'],
    ]);
  });
});

test('signing other words than stand there, closing without a reason for who is missing, and a lost race are refused', async () => {
  await inYear(async (tx, at) => {
    const id = await givenPact(tx, at);
    const close = async (fields: object, version: number) =>
      refusalOf(await movePact(contextFor(tx, people.headOfAn), { id, version, move: 'close', fields: { ...fields } }));
    assert.equal(await close({}, 1), 'wrong_stage');
    await pacted(tx, id, 'open');
    assert.equal(await close({ unsignedReason: 'x' }, 2), 'block_wrong');
    expectOk(await signing(tx, id, units.communeAn, people.headOfAn));
    assert.equal(await close({}, 2), 'block_wrong');
    assert.equal(await close({ unsignedReason: 'x' }, 1), 'lost_race');
    assert.equal((await findPact(tx, people.headOfAn, id))?.digest, digestOf(words));
    await assert.rejects(
      tx.updateTable('block_pact').set({ content: 'khác' }).where('id', '=', id).execute(),
      /append_only/,
    );
  });
});
