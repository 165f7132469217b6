import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { appraisedJudgement, frozenResult } from '../../../tests/evaluations.ts';
import { contextFor, insertWorld, people, recorded, system, units } from '../../../tests/world.ts';
import type { Person } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { waitingOffers } from '../register/offers.server.ts';
import { settleOffer } from '../register/offering.server.ts';
import { handOn, handOnWhatWasMissed } from './handing.server.ts';

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const afterTerm = new Date('2026-06-30T02:00:00.000Z');

const frozen = (tx: Transaction<DB>) => frozenResult(tx, { an: '38,5', binh: '40' });

const notes = async (tx: Transaction<DB>) =>
  (
    await sql<{ unit: string; rank: number; exceeded: boolean | null; organised: string; source: string }>`
      select h.is_unit_id as unit, b.rank, b.exceeded, b.organised_by as organised, b.source from holder_block b
      join holder h on h.id = b.holder_id order by b.rank`.execute(tx)
  ).rows;

const source = 'Kết quả đã chốt: Chấm điểm Cụm Mẫu năm 2026; biên bản Hội đồng số 05/BB-HĐTĐKT ngày 29/06/2026';

test('a frozen result is in the register once, however often it is handed on, with its minutes as source', async () => {
  await inWorld(async (tx) => {
    const id = await frozen(tx);
    assert.deepEqual(await notes(tx), []);
    await handOnWhatWasMissed(contextFor(tx, system, afterTerm));
    await handOn(contextFor(tx, system, afterTerm), id);
    await handOnWhatWasMissed(contextFor(tx, system, afterTerm));
    const known = { exceeded: null, organised: 'province', source };
    assert.deepEqual(await notes(tx), [
      { unit: units.communeBinh, rank: 1, ...known },
      { unit: units.communeAn, rank: 2, ...known },
    ]);
    const levels = await tx.selectFrom('holder_year').select(['year', 'level', 'source']).execute();
    assert.deepEqual(levels, [
      { year: 2026, level: 'good', source },
      { year: 2026, level: 'good', source },
    ]);
    const kinds = (await recorded(tx)).map(({ kind }) => kind);
    assert.equal(kinds.filter((kind) => kind === 'holder.entered').length, 2);
  });
});

test('what is not frozen is not handed on', async () => {
  await inWorld(async (tx) => {
    const { id } = await appraisedJudgement(tx, { an: '38,5', binh: '40' });
    await handOn(contextFor(tx, system, afterTerm), id);
    assert.deepEqual(await notes(tx), []);
  });
});

async function notedByHand(tx: Transaction<DB>): Promise<string> {
  const holderId = newId();
  const holder = { kind: 'collective', name: 'Xã Mẫu Bình', unit_id: units.communeBinh, is_unit_id: units.communeBinh };
  await tx
    .insertInto('holder')
    .values({ id: holderId, ...holder, entered_at: afterTerm })
    .execute();
  const note = { holder_id: holderId, year: 2026, in_block: true, rank: 3, source: 'Báo cáo mẫu của xã' };
  await tx
    .insertInto('holder_block')
    .values({ ...note, entered_at: afterTerm })
    .execute();
  return holderId;
}

test('what somebody noted by hand is not overwritten: both stand there and a person chooses, with a reason, once', async () => {
  await inWorld(async (tx) => {
    const holderId = await notedByHand(tx);
    await handOn(contextFor(tx, system, afterTerm), await frozen(tx));
    const [offer] = await waitingOffers(tx, holderId);
    assert.ok(offer);
    assert.deepEqual([offer.row['rank'], offer.noted?.['rank']], [1, 3]);
    const command = {
      holderId,
      id: offer.id,
      version: offer.version,
      noteVersion: offer.noteVersion,
      take: true,
      reason: 'Theo kết quả đã chốt',
    };
    const tryAs = (by: Person, more: object = {}) => settleOffer(contextFor(tx, by), { ...command, ...more });
    assert.deepEqual(await tryAs(people.officerOfAn), { ok: false, refusal: { kind: 'not_there' } });
    assert.deepEqual(await tryAs(people.officerOfBinh, { reason: ' ' }), {
      ok: false,
      refusal: { kind: 'reason_missing' },
    });
    assert.deepEqual(await tryAs(people.officerOfBinh, { noteVersion: 7 }), {
      ok: false,
      refusal: { kind: 'lost_race', current: 1 },
    });
    expectOk(await tryAs(people.officerOfBinh));
    expectOk(await tryAs(people.officerOfBinh));
    assert.deepEqual(await tryAs(people.appraiser, { take: false }), {
      ok: false,
      refusal: { kind: 'lost_race', current: 2 },
    });
    const [first] = await notes(tx);
    assert.deepEqual([first?.unit, first?.rank, first?.source], [units.communeBinh, 1, source]);
    const settled = (await recorded(tx)).filter(({ kind }) => kind === 'holder.offer_settled');
    assert.equal(settled.length, 1);
    assert.deepEqual(await waitingOffers(tx, holderId), []);
  });
});

test('kept as noted, the offer is answered and the note stays', async () => {
  await inWorld(async (tx) => {
    const holderId = await notedByHand(tx);
    await handOn(contextFor(tx, system, afterTerm), await frozen(tx));
    const [offer] = await waitingOffers(tx, holderId);
    assert.ok(offer);
    const { id, version, noteVersion } = offer;
    const kept = { holderId, id, version, noteVersion, take: false, reason: 'Kết quả của khối do Trung ương tổ chức' };
    expectOk(await settleOffer(contextFor(tx, people.headOfBinh), kept));
    const rows = await notes(tx);
    assert.deepEqual(
      rows.map(({ rank }) => rank),
      [2, 3],
    );
  });
});
