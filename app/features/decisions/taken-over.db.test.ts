import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { dossierPeople, givenDossier, givenHolder, insertDossierWorld } from '../../../tests/dossiers.ts';
import { merge } from '../../../tests/urging.ts';
import { contextFor, people, system, today, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { openStore } from '../../platform/files/store.server.ts';
import { newId } from '../../platform/id.server.ts';
import { approveDecision, returnDecision, sendOn } from './approving.server.ts';
import { listBooks } from './books.server.ts';
import { findDecisionRow } from './case.server.ts';
import type { DecisionRow } from './case.server.ts';
import { draftDecision, saveDecision } from './drafting.server.ts';
import { findDecision } from './one.server.ts';

type Tx = Transaction<DB>;
const files = openStore({ s3: undefined, dataDir: mkdtempSync(join(tmpdir(), 'taken-over-')) });
const inWorld = (body: (tx: Tx) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertDossierWorld(tx);
    await body(tx);
  });

const { headOfVillage, appraiserOfAn } = dossierPeople;
const appraiserOfChi: Person = {
  ...people.nobody,
  holdings: [{ holdingId: newId(), role: 'appraiser', unitId: units.wardChi }],
};
const deciderOfChi: Person = {
  ...people.headOfBinh,
  holdings: [{ holdingId: newId(), role: 'deciding_authority', unitId: units.wardChi }],
};

/** Of commune An on its village, for a Giấy khen. */
async function givenDraftOfAn(tx: Tx): Promise<string> {
  const proposed = [{ holderId: await givenHolder(tx, { unitId: units.village }), awardCode: 'giay-khen' }];
  const typed = { to: units.communeAn, simplified: 'a' };
  const dossierId = await givenDossier(
    tx,
    { by: headOfVillage, unitId: units.village, typed, proposed },
    ['submit', headOfVillage],
    ['receive', appraiserOfAn],
    ['to_authority', appraiserOfAn],
  );
  const id = newId();
  expectOk(await draftDecision(contextFor(tx, appraiserOfAn), { id, dossierIds: [dossierId] }));
  return id;
}

const row = async (tx: Tx, id: string): Promise<DecisionRow> => {
  const found = await findDecisionRow(tx, system, id);
  assert.ok(found);
  return found;
};
const asked = async (tx: Tx, id: string) => ({ id, version: (await row(tx, id)).version, reason: 'Lý do mẫu' });
const approve = async (tx: Tx, by: Person, id: string) =>
  expectOk(await approveDecision(contextFor(tx, by), { files }, await asked(tx, id)));

async function mergeAn(tx: Tx): Promise<void> {
  await merge(tx, units.communeAn, units.wardChi, '2026-06-10');
  const head = { id: newId(), person_id: deciderOfChi.personId, role: 'deciding_authority', unit_id: units.wardChi };
  await tx
    .insertInto('role_holding')
    .values({ ...head, valid_from: '2026-01-01' })
    .execute();
}

const numbers = async (tx: Tx) => {
  const rows = await tx
    .selectFrom('book_number')
    .innerJoin('number_book as b', 'b.id', 'book_number.book_id')
    .select(['b.unit_id as unitId', 'number', 'decision_id as of'])
    .orderBy('number')
    .execute();
  return rows.map(({ unitId, number, of }) => [unitId, number, of]);
};

test('begun by a unit that was merged since, it is numbered in the book of whoever acts now, under its name', () =>
  inWorld(async (tx) => {
    const id = await givenDraftOfAn(tx);
    const typed = { about: 'Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Mẫu An', signer: 'Người Mẫu Cũ' };
    const { content } = await row(tx, id);
    expectOk(
      await saveDecision(contextFor(tx, appraiserOfAn), { ...(await asked(tx, id)), typed: { ...content, ...typed } }),
    );
    await mergeAn(tx);
    const seen = (await findDecision(tx, appraiserOfChi, id, today))?.decision;
    assert.deepEqual([seen?.unitName, seen?.begunBy], ['Phường Mẫu Chi', 'Xã Mẫu An']);
    assert.equal(seen?.content.about, 'Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân phường Mẫu Chi');
    const kept = async () => tx.selectFrom('decision').select('unit_id').where('id', '=', id).executeTakeFirst();
    assert.equal((await kept())?.unit_id, units.communeAn);
    expectOk(await sendOn(contextFor(tx, appraiserOfChi), await asked(tx, id), 'submit'));
    assert.equal((await kept())?.unit_id, units.wardChi);
    const [booking] = await listBooks(tx, deciderOfChi, { year: 2026 });
    assert.deepEqual([booking?.unitName, booking?.waiting], ['Phường Mẫu Chi', 1]);
    await approve(tx, deciderOfChi, id);
    const { issuer, symbol, place, enactedBy, signer } = (await row(tx, id)).content;
    assert.deepEqual(
      [issuer, symbol, place, enactedBy, signer],
      [
        'Ủy ban nhân dân phường Mẫu Chi',
        'QĐ-UBND',
        'Mẫu Chi',
        'Chủ tịch Ủy ban nhân dân phường Mẫu Chi',
        deciderOfChi.name,
      ],
    );
    assert.deepEqual(await numbers(tx), [[units.wardChi, 1, id]]);
    const { rows } = await sql<{ begunBy: string }>`
      select after ->> 'begunBy' as "begunBy" from record_entry where after ? 'begunBy'`.execute(tx);
    assert.deepEqual(rows, [{ begunBy: 'Xã Mẫu An' }]);
  }));

test('submitted already, the successor approves it as it is: the number is from its book all the same', () =>
  inWorld(async (tx) => {
    const id = await givenDraftOfAn(tx);
    expectOk(await sendOn(contextFor(tx, appraiserOfAn), await asked(tx, id), 'submit'));
    await mergeAn(tx);
    const [booking] = await listBooks(tx, deciderOfChi, { year: 2026 });
    assert.deepEqual([booking?.unitName, booking?.waiting], ['Phường Mẫu Chi', 1]);
    await approve(tx, deciderOfChi, id);
    assert.deepEqual(await numbers(tx), [[units.wardChi, 1, id]]);
    assert.equal((await row(tx, id)).content.issuer, 'Ủy ban nhân dân phường Mẫu Chi');
  }));

test('numbered already, it keeps its number, its book and its name; returned, the number goes back there and the next is of the successor', () =>
  inWorld(async (tx) => {
    const id = await givenDraftOfAn(tx);
    expectOk(await sendOn(contextFor(tx, appraiserOfAn), await asked(tx, id), 'submit'));
    await approve(tx, people.headOfAn, id);
    await mergeAn(tx);
    const after = await row(tx, id);
    assert.deepEqual(
      [after.unitId, after.begunBy, after.number, after.content.issuer],
      [units.communeAn, null, 1, 'Ủy ban nhân dân xã Mẫu An'],
    );
    expectOk(await returnDecision(contextFor(tx, deciderOfChi), await asked(tx, id)));
    assert.deepEqual(await numbers(tx), [[units.communeAn, 1, null]]);
    expectOk(await sendOn(contextFor(tx, appraiserOfChi), await asked(tx, id), 'submit'));
    await approve(tx, deciderOfChi, id);
    assert.deepEqual(
      (await numbers(tx)).find(([, , of]) => of === id),
      [units.wardChi, 1, id],
    );
    assert.equal((await row(tx, id)).content.issuer, 'Ủy ban nhân dân phường Mẫu Chi');
  }));
