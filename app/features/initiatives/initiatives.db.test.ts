import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import {
  givenInitiative,
  initiativeFor,
  moved,
  orderOf,
  panelGives,
  recognisedInitiative,
  typedInitiative,
} from '../../../tests/initiatives.ts';
import { insertValuesWorld, schemes } from '../../../tests/values.ts';
import { contextFor, people, recorded, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { unitInitiatives } from './coverage.server.ts';
import { changeInitiative, enterInitiative } from './drafting.server.ts';
import { listInitiatives } from './list.server.ts';
import { moveInitiative } from './moving.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const rowOf = async (tx: Transaction<DB>, actor: Actor, id: string) =>
  (await listInitiatives(tx, actor, { ids: [id], withWithdrawn: true })).rows[0];

test('a unit writes, its head submits, the province reviews and recognises it; all of it is recorded', async () => {
  await inWorld(async (tx) => {
    const id = await recognisedInitiative(tx, { schemeCode: schemes.open });
    const row = await rowOf(tx, people.nobody, id);
    assert.deepEqual(
      [row?.stage, row?.schemeCode, row?.authors.map(({ share }) => share), row?.recognitions],
      [
        'recognised',
        schemes.open,
        ['60', '40'],
        [{ level: 'province', scope: 'province', number: '12/QĐ-UBND', date: '2026-06-10' }],
      ],
    );
    const kinds = (await recorded(tx)).map(({ kind }) => kind);
    assert.equal(kinds[0], 'initiative.entered');
    assert.equal(kinds.filter((kind) => kind === 'initiative.moved').length, 3);
    assert.equal(kinds.filter((kind) => kind === 'initiative.reviewed').length, 7);
  });
});

test('the same request twice is one; with other words it is another request; an older version is a lost race', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const one = initiativeFor();
    expectOk(await enterInitiative(context, one));
    assert.deepEqual(expectOk(await enterInitiative(context, one)), { id: one.id, version: 1 });
    const other = { ...one, typed: typedInitiative({ title: 'Tên khác' }) };
    assert.deepEqual(refusalOf(await enterInitiative(context, other)), { kind: 'lost_race', current: 1 });
    const serves = { schemeCode: null, criterionCode: null };
    const change = { id: one.id, version: 1, ...serves, typed: typedInitiative({ title: 'Tên mới' }) };
    expectOk(await changeInitiative(context, change));
    assert.deepEqual(refusalOf(await changeInitiative(context, change)), { kind: 'lost_race', current: 2 });
    assert.equal((await rowOf(tx, people.officerOfAn, one.id))?.title, 'Tên mới');
  });
});

test('a scheme under state secrets takes none, by the command and by the database; what is not there neither', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const secret = initiativeFor({ schemeCode: schemes.secret });
    assert.deepEqual(refusalOf(await enterInitiative(context, secret)), { kind: 'secret_scheme' });
    const unknown = initiativeFor({ schemeCode: 'DA-99' });
    assert.deepEqual(refusalOf(await enterInitiative(context, unknown)), { kind: 'not_there' });
    const id = await givenInitiative(tx);
    await sql`savepoint before_it`.execute(tx);
    const past = sql`update initiative set scheme_code = ${schemes.secret} where id = ${id}`;
    await assert.rejects(past.execute(tx), /secret_scheme/);
    await sql`rollback to savepoint before_it`.execute(tx);
  });
});

test('half written it is kept, and not submitted; the officer does not submit, another unit does not write', async () => {
  await inWorld(async (tx) => {
    const typed = { ...typedInitiative({ problem: '' }), effects: [] };
    const id = await givenInitiative(tx, { typed });
    const byHead = contextFor(tx, people.headOfAn);
    assert.deepEqual(refusalOf(await moveInitiative(byHead, await orderOf(tx, id, 'submit'))), {
      kind: 'initiative_incomplete',
      faults: [{ kind: 'text_missing', field: 'problem' }, { kind: 'no_figure' }],
    });
    const byOfficer = contextFor(tx, people.officerOfAn);
    assert.equal(kindOf(await moveInitiative(byOfficer, await orderOf(tx, id, 'submit'))), 'not_yours');
    const byBinh = contextFor(tx, people.officerOfBinh);
    assert.equal(kindOf(await enterInitiative(byBinh, initiativeFor())), 'not_yours');
    assert.equal(kindOf(await moveInitiative(byBinh, await orderOf(tx, id, 'withdraw'))), 'not_there');
  });
});

test('whoever submitted takes no later step; what was submitted keeps its words', async () => {
  await inWorld(async (tx) => {
    const id = await givenInitiative(tx, {}, ['submit', people.headOfAn]);
    const again = moveInitiative(contextFor(tx, people.headOfAn), await orderOf(tx, id, 'review_at_unit'));
    assert.equal(kindOf(await again), 'four_eyes');
    for (const change of [
      sql`update initiative set problem = 'x' where id = ${id}`,
      sql`delete from initiative_author where initiative_id = ${id}`,
      sql`update initiative_effect set after = 1 where initiative_id = ${id}`,
    ]) {
      await sql`savepoint before_it`.execute(tx);
      await assert.rejects(change.execute(tx), /nội dung đã gửi/);
      await sql`rollback to savepoint before_it`.execute(tx);
    }
    await moved(tx, id, 'return', people.appraiser);
    const row = await rowOf(tx, people.officerOfAn, id);
    assert.deepEqual([row?.stage, row?.returnReason], ['returned', 'Chưa rõ hiệu quả']);
  });
});

test('no recognition before the panel has closed at the threshold, and none without number and date of the decision', async () => {
  await inWorld(async (tx) => {
    const way = [
      ['submit', people.headOfAn],
      ['review_at_province', people.appraiser],
    ] as const;
    const low = await givenInitiative(tx, {}, ...way);
    const byChair = contextFor(tx, people.decidingAuthority);
    assert.deepEqual(refusalOf(await moveInitiative(byChair, await orderOf(tx, low, 'recognise'))), {
      kind: 'panel_open',
    });
    await panelGives(tx, low, ['20', '29,5', '20']);
    assert.deepEqual(refusalOf(await moveInitiative(byChair, await orderOf(tx, low, 'recognise'))), {
      kind: 'below_threshold',
      mean: 6950,
      threshold: 7000,
    });
    await moved(tx, low, 'refuse', people.appraiser);
    const good = await givenInitiative(tx, {}, ...way);
    await panelGives(tx, good, ['30', '40', '30']);
    const blank = { ...(await orderOf(tx, good, 'recognise')), decision: { number: ' ', date: '2099-01-01' } };
    assert.deepEqual(refusalOf(await moveInitiative(byChair, blank)), {
      kind: 'decision_wrong',
      problems: [
        { field: 'number', problem: 'missing' },
        { field: 'date', problem: 'to_come' },
      ],
    });
  });
});

test('what its unit recognised is raised to the province, and stays recognised when that declines', async () => {
  await inWorld(async (tx) => {
    const ways = [
      ['submit', people.headOfAn],
      ['review_at_unit', people.appraiser],
    ] as const;
    const id = await givenInitiative(tx, {}, ...ways);
    const { rows: panel } = await sql<{
      id: string;
    }>`select id from initiative_panel where initiative_id = ${id}`.execute(tx);
    await sql`update initiative_panel set mean = 8000, scored = 2, closed_by = ${people.appraiser.personId}, closed_at = now()
      where id = ${panel[0]?.id}`.execute(tx);
    await moved(tx, id, 'recognise', people.appraiser);
    await moved(tx, id, 'raise', people.headOfAn);
    assert.equal((await rowOf(tx, people.nobody, id))?.stage, 'raised');
    await moved(tx, id, 'decline', people.appraiser);
    const row = await rowOf(tx, people.nobody, id);
    assert.deepEqual([row?.stage, row?.recognitions.map(({ level }) => level)], ['recognised', ['unit']]);
  });
});

test('a draft is its unit’s, what was submitted also its reviewers’, what is recognised everybody’s', async () => {
  await inWorld(async (tx) => {
    const draft = await givenInitiative(tx);
    const sent = await givenInitiative(tx, {}, ['submit', people.headOfAn]);
    const known = await recognisedInitiative(tx);
    const seen = async (actor: Actor) => {
      const { rows, total } = await listInitiatives(tx, actor, {});
      assert.equal(total, rows.length);
      return rows.map(({ id }) => id).toSorted();
    };
    assert.deepEqual(await seen(people.officerOfAn), [draft, sent, known].toSorted());
    assert.deepEqual(await seen(people.appraiser), [sent, known].toSorted());
    assert.deepEqual(await seen(people.officerOfBinh), [known]);
    assert.deepEqual(await seen({ ...people.officerOfAn, scopes: ['actuals:read'] }), []);
    assert.deepEqual(await seen({ kind: 'stranger' }), []);
    assert.deepEqual(await unitInitiatives(tx, people.appraiser, { year: 2026 }), [
      { unitId: units.communeAn, submitted: 2, recognised: 1 },
    ]);
    assert.deepEqual(await unitInitiatives(tx, people.officerOfBinh, { year: 2026 }), [
      { unitId: units.communeAn, submitted: 1, recognised: 1 },
    ]);
    assert.deepEqual(await unitInitiatives(tx, people.appraiser, { year: 2025 }), []);
  });
});

test('the list narrows by words without marks, kind, scheme, level and unit', async () => {
  await inWorld(async (tx) => {
    const id = await recognisedInitiative(tx, { schemeCode: schemes.open });
    await givenInitiative(tx, { typed: typedInitiative({ title: 'Phần việc khác', kind: 'task' }) });
    const of = async (query: Parameters<typeof listInitiatives>[2]) =>
      (await listInitiatives(tx, people.officerOfAn, query)).rows.map((row) => row.id);
    assert.deepEqual(await of({ words: 'bep an NGUOI gia' }), [id]);
    assert.deepEqual(await of({ words: '100%_' }), []);
    assert.deepEqual(await of({ kind: 'model' }), [id]);
    assert.deepEqual(await of({ schemeCode: schemes.open }), [id]);
    assert.deepEqual(await of({ level: 'province' }), [id]);
    assert.deepEqual(await of({ unitId: units.communeBinh }), []);
    assert.equal((await of({ unitId: units.province })).length, 2);
    assert.deepEqual(await of({ ids: [newId()] }), []);
  });
});
