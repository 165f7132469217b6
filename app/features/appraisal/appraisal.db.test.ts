import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { concluded, givenAppraising, givenFlag, leaveOrder, seen, seenOne } from '../../../tests/appraisal.ts';
import { inRollback } from '../../../tests/database.ts';
import {
  dossierPeople,
  dossierRow,
  givenDossier,
  givenHolder,
  insertDossierWorld,
  movedDossier,
} from '../../../tests/dossiers.ts';
import { contextFor, people, recorded, today, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { nomineesOf } from '../dossiers/nominee-rows.server.ts';
import { changedSince } from './changed.server.ts';
import { appraiseNominee, concludeMany, writeSummary } from './concluding.server.ts';
import { appraisalDesk } from './desk.server.ts';
import { leaveAppraisal } from './leaving.server.ts';
import { appraisalOf } from './one.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const { appraiser, officerOfAn, headOfAn, auditor, nobody } = people;
const { appraiserOfAn } = dossierPeople;
const two = ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu'];

test('nothing leaves while somebody is not concluded on, by name; concluded on, the chairman has it before him', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx, { names: two });
    const byAppraiser = contextFor(tx, appraiser);
    assert.deepEqual(refusalOf(await leaveAppraisal(byAppraiser, await leaveOrder(tx, id, 'to_authority'))), {
      kind: 'appraisal_blocked',
      blocks: [{ kind: 'not_concluded', names: two }],
    });
    await concluded(tx, id, nominees[0] ?? '');
    await concluded(tx, id, nominees[1] ?? '', { conclusion: 'lacking', reason: 'Thiếu một năm.' });
    const order = await leaveOrder(tx, id, 'to_authority');
    assert.equal(kindOf(await leaveAppraisal(contextFor(tx, officerOfAn), order)), 'not_yours');
    assert.equal(kindOf(await leaveAppraisal(contextFor(tx, nobody), order)), 'not_there');
    assert.deepEqual(refusalOf(await leaveAppraisal(byAppraiser, { ...order, version: 1 })), {
      kind: 'lost_race',
      current: order.version,
    });
    expectOk(await leaveAppraisal(byAppraiser, order));
    assert.equal((await dossierRow(tx, id)).stage, 'deciding');
    assert.equal(kindOf(await leaveAppraisal(byAppraiser, await leaveOrder(tx, id, 'to_authority'))), 'wrong_stage');
    const kinds = (await recorded(tx)).map(({ kind }) => kind);
    assert.deepEqual(kinds.slice(-3), ['nominee.appraised', 'nominee.appraised', 'dossier.moved']);
  });
});

test('an award for the council goes to nobody past it', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx, { awardCode: 'chien-si-thi-dua-tinh' });
    await concluded(tx, id, nominees[0] ?? '');
    const context = contextFor(tx, appraiser);
    assert.deepEqual(refusalOf(await leaveAppraisal(context, await leaveOrder(tx, id, 'to_authority'))), {
      kind: 'council_needed',
      awardCodes: ['chien-si-thi-dua-tinh'],
    });
    expectOk(await leaveAppraisal(context, await leaveOrder(tx, id, 'to_council')));
    assert.equal((await dossierRow(tx, id)).stage, 'council');
  });
});

test('what is wrong in a checklist is told by field; an older version is a lost race; another body appraises nothing', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx);
    const nomineeId = nominees[0] ?? '';
    const order = { dossierId: id, nomineeId, version: 0, typed: {} };
    const wrong = { 'v:papers': 'to_supplement', conclusion: 'lacking' };
    const byAppraiser = contextFor(tx, appraiser);
    assert.deepEqual(refusalOf(await appraiseNominee(byAppraiser, { ...order, typed: wrong })), {
      kind: 'appraisal_wrong',
      problems: [
        { field: 'r:papers', problem: { kind: 'missing' } },
        { field: 'reason', problem: { kind: 'missing' } },
      ],
    });
    const supplement = { 'v:papers': 'to_supplement', 'r:papers': 'Thiếu biên bản.', conclusion: 'qualified' };
    assert.deepEqual(refusalOf(await appraiseNominee(byAppraiser, { ...order, typed: supplement })), {
      kind: 'appraisal_wrong',
      problems: [{ field: 'conclusion', problem: { kind: 'not_offered' } }],
    });
    expectOk(await appraiseNominee(byAppraiser, { ...order, typed: { 'v:papers': 'met' } }));
    assert.deepEqual((await seenOne(tx, id, nomineeId)).checks, { papers: { verdict: 'met', reason: '' } });
    assert.deepEqual(refusalOf(await appraiseNominee(byAppraiser, order)), { kind: 'lost_race', current: 1 });
    assert.equal(kindOf(await appraiseNominee(contextFor(tx, headOfAn), { ...order, version: 1 })), 'not_yours');
    assert.equal(kindOf(await appraiseNominee(contextFor(tx, appraiserOfAn), { ...order, version: 1 })), 'not_there');
    assert.equal(kindOf(await appraiseNominee(byAppraiser, { ...order, nomineeId: newId(), version: 1 })), 'not_there');
  });
});

test('taken out of the list with a reason, a nominee is settled, and brought back when the conclusion is another one', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx, { names: two });
    const [first = ''] = nominees;
    await concluded(tx, id, first, { conclusion: 'removed', reason: 'Đã được tặng năm trước.' });
    const row = async () => (await nomineesOf(tx, id)).find((one) => one.id === first);
    assert.deepEqual([(await row())?.outcome, (await row())?.outcomeReason], ['removed', 'Đã được tặng năm trước.']);
    await concluded(tx, id, first);
    assert.equal((await row())?.outcome, 'open');
  });
});

test('many at once are exactly those shown: whoever changed meanwhile is named, and nobody is concluded on', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx, { names: two });
    const [first = '', second = ''] = nominees;
    const context = contextFor(tx, appraiser);
    for (const nominee of nominees) await concluded(tx, id, nominee, { 'v:papers': 'met' });
    const shown = nominees.map((nomineeId) => ({ nomineeId, version: 1 }));
    await givenFlag(tx);
    assert.deepEqual(refusalOf(await concludeMany(context, { dossierId: id, shown })), {
      kind: 'list_changed',
      names: ['Nguyễn Văn Mẫu'],
    });
    assert.deepEqual(
      (await seen(tx, id)).map(({ conclusion }) => conclusion),
      [null, null],
    );
    const rest = shown.filter(({ nomineeId }) => nomineeId === second);
    expectOk(await concludeMany(context, { dossierId: id, shown: rest }));
    assert.equal((await seenOne(tx, id, second)).conclusion, 'qualified');
    assert.deepEqual(refusalOf(await concludeMany(context, { dossierId: id, shown: rest })), {
      kind: 'list_changed',
      names: ['Trần Thị Mẫu'],
    });
    const other = await givenAppraising(tx, { names: ['Lê Văn Mẫu'] });
    const strange = [{ nomineeId: other.nominees[0] ?? '', version: 0 }];
    assert.equal(kindOf(await concludeMany(context, { dossierId: id, shown: strange })), 'not_there');
    assert.equal((await seenOne(tx, id, first)).conclusion, null);
  });
});

test('disciplined after appraisal: shown with what changed, and the dossier waits until it is concluded on anew', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx);
    const nomineeId = nominees[0] ?? '';
    await concluded(tx, id, nomineeId);
    assert.deepEqual(await changedSince(tx, nomineeId, today), []);
    const { holderId } = await seenOne(tx, id, nomineeId);
    await tx
      .insertInto('holder_discipline')
      .values({
        id: newId(),
        holder_id: holderId,
        level: 'khiển trách',
        first_day: today,
        decision_number: '1/QĐ-MAU',
        entered_at: new Date(),
      })
      .execute();
    const changes = await changedSince(tx, nomineeId, today);
    assert.deepEqual(
      changes.map((one) => ('of' in one ? [one.kind, one.of] : [one.kind])),
      [['added', 'discipline']],
    );
    const context = contextFor(tx, appraiser);
    assert.deepEqual(refusalOf(await leaveAppraisal(context, await leaveOrder(tx, id, 'to_council'))), {
      kind: 'changed_since',
      names: ['Nguyễn Văn Mẫu'],
    });
    await concluded(tx, id, nomineeId, { conclusion: 'lacking', reason: 'Đang trong thời gian kỷ luật.' });
    assert.deepEqual(await changedSince(tx, nomineeId, today), []);
    expectOk(await leaveAppraisal(context, await leaveOrder(tx, id, 'to_council')));
  });
});

test('the same one proposed for the same in another dossier is seen; one that is only drafted is not', async () => {
  await inWorld(async (tx) => {
    const holderId = await givenHolder(tx);
    const proposed = [{ holderId, awardCode: 'bang-khen-tinh' }];
    const ways = [['submit', headOfAn] as const, ['receive', appraiser] as const];
    const one = await givenDossier(tx, { proposed }, ...ways);
    const other = await givenDossier(tx, { proposed }, ...ways);
    await givenDossier(tx, { proposed });
    const [nominee] = await seen(tx, one);
    assert.deepEqual(
      nominee?.twins.map(({ dossierId }) => dossierId),
      [other],
    );
    const shown = [{ nomineeId: nominee?.id ?? '', version: 0 }];
    assert.equal(kindOf(await concludeMany(contextFor(tx, appraiser), { dossierId: one, shown })), 'list_changed');
  });
});

test('what was concluded before a dossier came back does not count for what comes again', async () => {
  await inWorld(async (tx) => {
    const { id, nominees } = await givenAppraising(tx);
    const nomineeId = nominees[0] ?? '';
    await concluded(tx, id, nomineeId);
    await movedDossier(tx, id, 'return', appraiser);
    await tx
      .updateTable('nominee_appraisal')
      .set({ concluded_at: new Date('2026-06-01T00:00:00Z') })
      .execute();
    await movedDossier(tx, id, 'submit', headOfAn);
    await movedDossier(tx, id, 'receive', appraiser);
    const again = await seenOne(tx, id, nomineeId);
    assert.deepEqual([again.conclusion, again.changes], [null, []]);
  });
});

test('the summary is one text with versions', async () => {
  await inWorld(async (tx) => {
    const { id } = await givenAppraising(tx);
    const context = contextFor(tx, appraiser);
    const order = { dossierId: id, version: 0, typed: { summary: 'Hồ sơ đầy đủ.' } };
    assert.equal(kindOf(await writeSummary(context, { ...order, typed: {} })), 'appraisal_wrong');
    expectOk(await writeSummary(context, order));
    assert.deepEqual(refusalOf(await writeSummary(context, order)), { kind: 'lost_race', current: 1 });
    assert.equal(kindOf(await writeSummary(contextFor(tx, auditor), { ...order, version: 1 })), 'not_yours');
  });
});

test('a commune appraises its own awards alone', async () => {
  await inWorld(async (tx) => {
    const proposed = [{ holderId: await givenHolder(tx, { unitId: units.village }), awardCode: 'giay-khen' }];
    const typed = { to: units.communeAn };
    const given = { by: officerOfAn, proposed, typed };
    const id = await givenDossier(tx, given, ['submit', headOfAn], ['receive', appraiserOfAn]);
    assert.equal((await appraisalOf(tx, appraiserOfAn, id, today))?.kind, 'inside');
    assert.deepEqual(
      (await appraisalDesk(tx, appraiserOfAn, { today })).rows.map((row) => row.id),
      [id],
    );
    await givenAppraising(tx);
    assert.deepEqual(
      (await appraisalDesk(tx, appraiserOfAn, { today })).rows.map((row) => row.id),
      [id],
    );
  });
});
