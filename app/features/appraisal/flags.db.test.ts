import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import {
  asToken,
  concluded,
  givenAppraising,
  givenFlag,
  leaveOrder,
  seenOne,
  seal,
  typedFlag,
} from '../../../tests/appraisal.ts';
import { inRollback } from '../../../tests/database.ts';
import { dossierPeople, insertDossierWorld } from '../../../tests/dossiers.ts';
import { contextFor, people, recorded, today } from '../../../tests/world.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { appraisalDesk } from './desk.server.ts';
import { decideFlag } from './flag-decisions.server.ts';
import { listFlags } from './flags-list.server.ts';
import { enterFlag, matchFlag, withdrawFlag } from './flags.server.ts';
import { leaveAppraisal } from './leaving.server.ts';
import { areBeingVerified } from './nominee-flags.server.ts';
import { appraisalOf } from './one.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const { appraiser, officerOfAn, headOfAn, officerOfBinh, auditor, decidingAuthority, nobody } = people;
const { headOfDepartment } = dossierPeople;

test('a flag finds its holder by name and unit; it refuses nobody and stops the dossier until a person has decided', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx);
    const nomineeId = nominees[0] ?? '';
    const flagId = await givenFlag(tx);
    const { flags } = await seenOne(tx, id, nomineeId);
    assert.deepEqual(
      flags.map((one) => [one.id, one.effect, one.isStanding]),
      [[flagId, null, true]],
    );
    await concluded(tx, id, nomineeId);
    const context = contextFor(tx, appraiser);
    assert.deepEqual(refusalOf(await leaveAppraisal(context, await leaveOrder(tx, id, 'to_council'))), {
      kind: 'appraisal_blocked',
      blocks: [{ kind: 'flags_undecided', names: ['Nguyễn Văn Mẫu'] }],
    });
    const order = { dossierId: id, nomineeId, flagId, version: 0, typed: { effect: 'no_effect' } };
    assert.equal(kindOf(await decideFlag(context, order)), 'appraisal_wrong');
    const reasoned = { ...order, typed: { effect: 'no_effect', reason: 'Đã nộp đủ ngày 10/6.' } };
    assert.equal(kindOf(await decideFlag(contextFor(tx, headOfAn), reasoned)), 'not_yours');
    expectOk(await decideFlag(context, reasoned));
    assert.deepEqual(refusalOf(await decideFlag(context, reasoned)), { kind: 'lost_race', current: 1 });
    assert.equal(kindOf(await decideFlag(context, { ...reasoned, flagId: newId(), version: 0 })), 'not_there');
    expectOk(await leaveAppraisal(context, await leaveOrder(tx, id, 'to_council')));
  });
});

test('the unit never reads a flag; where its kind lets, it knows that something is being verified', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx);
    await givenFlag(tx);
    const total = async (actor: Parameters<typeof listFlags>[1]) => (await listFlags(tx, actor, { today })).total;
    for (const actor of [appraiser, auditor, decidingAuthority]) assert.equal(await total(actor), 1, actor.name);
    for (const actor of [officerOfAn, headOfAn, officerOfBinh, headOfDepartment, nobody, asToken(appraiser)])
      assert.equal(await total(actor), 0, actor.name);
    assert.equal(await total(stranger), 0);
    const outside = await appraisalOf(tx, headOfAn, id, today);
    assert.deepEqual(outside?.kind === 'outside' && outside.isBeingVerified, false);
    assert.equal(JSON.stringify(outside).includes('thuế'), false);
    await sql`update flag_kind set tells_unit = true where code = 'thue'`.execute(tx);
    const told = await appraisalOf(tx, headOfAn, id, today);
    assert.equal(told?.kind === 'outside' && told.isBeingVerified, true);
    assert.equal(JSON.stringify(told).includes('thuế'), false);
    assert.deepEqual([...(await areBeingVerified(tx, nominees, today))], [...nominees]);
    assert.equal(await appraisalOf(tx, officerOfBinh, id, today), undefined);
    assert.equal((await appraisalOf(tx, auditor, id, today))?.kind, 'inside');
    assert.deepEqual((await appraisalDesk(tx, headOfAn, { today })).rows, []);
    assert.deepEqual(
      (await appraisalDesk(tx, appraiser, { today })).rows.map((row) => [row.id, row.flags]),
      [[id, 1]],
    );
  });
});

test('a flag nobody bears waits for a person; withdrawn or expired it stands no more, and both are traced', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx);
    const nomineeId = nominees[0] ?? '';
    const flagId = await givenFlag(tx, { name: 'Nguyễn Văn Khác', unit: '' });
    const standing = async () => (await seenOne(tx, id, nomineeId)).flags.filter((flag) => flag.isStanding).length;
    assert.equal(await standing(), 0);
    const context = contextFor(tx, appraiser);
    const { holderId } = await seenOne(tx, id, nomineeId);
    const match = { id: flagId, version: 1, typed: { holder: holderId } };
    assert.equal(kindOf(await matchFlag(contextFor(tx, headOfAn), match)), 'not_there');
    assert.equal(kindOf(await matchFlag(contextFor(tx, auditor), match)), 'not_allowed');
    assert.equal(kindOf(await matchFlag(context, { ...match, typed: { holder: 'x' } })), 'appraisal_wrong');
    expectOk(await matchFlag(context, match));
    assert.equal(await standing(), 1);
    assert.deepEqual(refusalOf(await matchFlag(context, match)), { kind: 'lost_race', current: 2 });
    assert.equal(kindOf(await withdrawFlag(context, { id: flagId, version: 2, typed: {} })), 'appraisal_wrong');
    expectOk(await withdrawFlag(context, { id: flagId, version: 2, typed: { reason: 'Cơ quan thuế đính chính.' } }));
    assert.equal(await standing(), 0);
    const again = await withdrawFlag(context, { id: flagId, version: 3, typed: { reason: 'Lần nữa' } });
    assert.deepEqual(refusalOf(again), { kind: 'flag_closed', state: 'withdrawn' });
    await givenFlag(tx, { expires: today });
    assert.equal(await standing(), 1);
    const kinds = (await recorded(tx)).map(({ kind }) => kind).filter((kind) => kind.startsWith('flag.'));
    assert.deepEqual(kinds, ['flag.entered', 'flag.matched', 'flag.withdrawn', 'flag.entered']);
  });
});

test('sent twice a flag is one; what is wrong in it is told by field; an identity number is sealed', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, appraiser);
    const order = { id: newId(), typed: typedFlag({ identity: '010 203 004 005' }) };
    expectOk(await enterFlag(context, seal, order));
    expectOk(await enterFlag(context, seal, order));
    assert.equal((await listFlags(tx, appraiser, { today })).total, 1);
    const { rows } = await sql<{ kept: string }>`select flag::text as kept from flag`.execute(tx);
    assert.equal(JSON.stringify(rows).includes('010203004005'), false);
    const wrong = typedFlag({
      kind: 'la',
      identity: '12',
      from: '2026-02-02',
      until: '2026-01-01',
      date: '2099-01-01',
      what: '',
    });
    assert.deepEqual(refusalOf(await enterFlag(context, seal, { id: newId(), typed: wrong })), {
      kind: 'appraisal_wrong',
      problems: [
        { field: 'kind', problem: { kind: 'not_offered' } },
        { field: 'what', problem: { kind: 'missing' } },
        { field: 'identity', problem: { kind: 'not_identity' } },
        { field: 'until', problem: { kind: 'backwards' } },
        { field: 'date', problem: { kind: 'to_come' } },
      ],
    });
    assert.equal(
      kindOf(await enterFlag(contextFor(tx, officerOfAn), seal, { id: newId(), typed: typedFlag() })),
      'not_allowed',
    );
  });
});
