/** What waits at a unit that is merged away waits at what took it over, whatever it is (ADR 0256). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { concluded, givenAppraising, leaveOrder } from '../tests/appraisal.ts';
import { inRollback } from '../tests/database.ts';
import {
  dossierOrder,
  dossierPeople,
  givenDossier,
  givenHolder,
  insertDossierWorld,
  movedDossier,
} from '../tests/dossiers.ts';
import { appraisedJudgement, judged } from '../tests/evaluations.ts';
import { frozenAt, frozenJudgement } from '../tests/frozen.ts';
import { contextFor, people, recorded, system, today, units } from '../tests/world.ts';
import { leaveAppraisal } from './features/appraisal/leaving.server.ts';
import { findRequest, requestsOn } from './features/appraisal/request-case.server.ts';
import { answerRequest } from './features/appraisal/requests.server.ts';
import { draftDecision } from './features/decisions/drafting.server.ts';
import { findListed } from './features/dossiers/list.server.ts';
import { moveDossier } from './features/dossiers/moving.server.ts';
import { holdersOn } from './features/messages/holders.server.ts';
import { dissolveUnit, reviveUnit } from './features/organisation/units.server.ts';
import { filingOf } from './features/ranking/appeals/filing.server.ts';
import { fileAppeal } from './features/ranking/appeals/handling.server.ts';
import { fileObjection } from './features/scoring/objections.server.ts';
import type { Person, Role } from './kernel/actor.ts';
import { expectOk } from './kernel/result.ts';
import type { DB } from './platform/db-types.ts';
import { newId } from './platform/id.server.ts';

type Tx = Transaction<DB>;
const inWorld = (body: (tx: Tx) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    await body(tx);
  });
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const at = (role: Role, unitId: string): Person => ({
  ...people.nobody,
  holdings: [{ holdingId: newId(), role, unitId }],
});
const [appraiserOfChi, headOfChi] = [at('appraiser', units.wardChi), at('head', units.wardChi)];
const { headOfVillage } = dossierPeople;

async function end(tx: Tx, unitId: string, successorIds: readonly string[], version = 1): Promise<void> {
  const ending = { unitId, version, on: '2026-06-10', basis: null, successorIds };
  expectOk(await dissolveUnit(contextFor(tx, people.administrator), ending));
}

/** With its village. */
async function endAn(tx: Tx, successorIds: readonly string[]): Promise<void> {
  await end(tx, units.village, [units.communeBinh]);
  await end(tx, units.communeAn, successorIds);
}

/** Of the village, to its commune. */
async function givenSent(tx: Tx): Promise<string> {
  const proposed = [{ holderId: await givenHolder(tx, { unitId: units.village }), awardCode: 'giay-khen' }];
  const typed = { to: units.communeAn, simplified: 'a' };
  return givenDossier(tx, { by: headOfVillage, unitId: units.village, typed, proposed }, ['submit', headOfVillage]);
}

const received = async (tx: Tx, id: string, by: Person) =>
  kindOf(await moveDossier(contextFor(tx, by), await dossierOrder(tx, id, 'receive')));

test('a dossier whose receiver was merged away is received, appraised and decided by what took it over', () =>
  inWorld(async (tx) => {
    const id = await givenSent(tx);
    assert.equal(await received(tx, id, appraiserOfChi), 'not_there');
    await endAn(tx, [units.wardChi]);
    assert.equal(await received(tx, id, people.appraiser), 'not_yours');
    const seen = await findListed(tx, appraiserOfChi, id);
    assert.deepEqual([seen?.toUnitName, seen?.moves.includes('receive')], ['Phường Mẫu Chi', true]);
    await movedDossier(tx, id, 'receive', appraiserOfChi);
    await movedDossier(tx, id, 'to_authority', appraiserOfChi);
    const decisionId = newId();
    expectOk(await draftDecision(contextFor(tx, appraiserOfChi), { id: decisionId, dossierIds: [id] }));
    const drafted = await tx.selectFrom('decision').select('unit_id').where('id', '=', decisionId).executeTakeFirst();
    assert.equal(drafted?.unit_id, units.wardChi);
    // The row keeps what it was sent to.
    const row = await tx.selectFrom('dossier').select('to_unit_id').where('id', '=', id).executeTakeFirst();
    assert.equal(row?.to_unit_id, units.communeAn);
  }));

test('over two mergers it is the last; divided or taken back, nobody new receives', async () => {
  await inWorld(async (tx) => {
    const id = await givenSent(tx);
    await endAn(tx, [units.wardChi]);
    await end(tx, units.wardChi, [units.communeBinh]);
    // Who worked where it came through may still know of it, and take no step.
    assert.equal(await received(tx, id, appraiserOfChi), 'not_yours');
    assert.equal(await received(tx, id, at('appraiser', units.communeBinh)), null);
  });
  await inWorld(async (tx) => {
    const id = await givenSent(tx);
    await endAn(tx, [units.wardChi, units.communeBinh]);
    assert.equal(await received(tx, id, appraiserOfChi), 'not_there');
  });
  await inWorld(async (tx) => {
    const id = await givenSent(tx);
    await endAn(tx, [units.wardChi]);
    const back = { unitId: units.communeAn, version: 2, reason: 'Nhập nhầm' };
    expectOk(await reviveUnit(contextFor(tx, people.administrator), back));
    assert.equal(await received(tx, id, appraiserOfChi), 'not_there');
    assert.equal(await received(tx, id, dossierPeople.appraiserOfAn), null);
  });
});

test('its own unit merged away, what took it over reads why it came back and hands it in again', () =>
  inWorld(async (tx) => {
    const id = await givenSent(tx);
    await movedDossier(tx, id, 'return', dossierPeople.appraiserOfAn);
    await end(tx, units.village, [units.wardChi]);
    const again = await moveDossier(contextFor(tx, headOfChi), await dossierOrder(tx, id, 'submit'));
    assert.equal(kindOf(again), null);
  }));

test('an opinion asked of a body that is merged away is answered by what took it over, and its people hear of it', () =>
  inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx);
    for (const nominee of nominees) await concluded(tx, id, nominee);
    const asked = await leaveOrder(tx, id, 'consult', { 'don-vi-them-0': units.department });
    expectOk(await leaveAppraisal(contextFor(tx, people.appraiser), asked));
    const [request] = await requestsOn(tx, system, id);
    const requestId = request?.id ?? '';
    await end(tx, units.department, [units.communeBinh]);
    const answer = { id: requestId, version: 1, move: 'answer', typed: { answer: 'agree', words: 'Đồng ý.' } } as const;
    assert.equal(kindOf(await answerRequest(contextFor(tx, headOfChi), answer)), 'not_there');
    expectOk(await answerRequest(contextFor(tx, people.headOfBinh), answer));
    assert.equal((await findRequest(tx, people.appraiser, requestId))?.stage, 'answered');
    assert.ok((await recorded(tx)).some(({ kind }) => kind === 'opinion.answered'));
    const heard = await holdersOn(tx, today)(['head'], units.department, 'there only');
    assert.deepEqual(heard, [people.headOfBinh.personId]);
  }));

test('a score card and a frozen result of a commune that is merged away are objected to by what took it over', async () => {
  await inWorld(async (tx) => {
    const { id, cards } = await appraisedJudgement(tx, { an: '38', binh: '40' });
    await judged(tx, id, 'announce');
    const order = { cardId: cards.get(units.communeAn) ?? '', code: 'I.1', text: 'Đủ minh chứng' };
    const object = (by: Person) => fileObjection(contextFor(tx, by), { id: newId(), ...order });
    assert.equal(kindOf(await object(headOfChi)), 'not_there');
    await endAn(tx, [units.wardChi]);
    assert.equal(kindOf(await object(headOfChi)), null);
  });
  await inWorld(async (tx) => {
    const judgementId = await frozenJudgement(tx);
    await endAn(tx, [units.wardChi]);
    const offered = await filingOf(tx, headOfChi, { judgementId, today });
    assert.deepEqual(
      offered?.units.map(({ id }) => id),
      [units.communeAn],
    );
    const order = { id: newId(), judgementId, unitId: units.communeAn, text: 'Nội dung kiến nghị mẫu' };
    assert.equal(kindOf(await fileAppeal(contextFor(tx, headOfChi, frozenAt), order)), null);
  });
});
