import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { freshDatabase, inRollback } from '../../../tests/database.ts';
import { indicators, insertValuesWorld, schemes } from '../../../tests/values.ts';
import { contextFor, people, recorded, system, units } from '../../../tests/world.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { listPledges, pledgeCoverage } from './list.server.ts';
import type { PledgeWay } from './moving.server.ts';
import { movePledges } from './moving.server.ts';
import type { EnterPledge } from './pledges.server.ts';
import { changePledge, enterPledge, revisePledge } from './pledges.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const pledge = (more: Partial<EnterPledge> = {}): EnterPledge => ({
  id: newId(),
  unitId: units.communeAn,
  year: 2026,
  schemeCode: null,
  criterionCode: null,
  indicatorCode: indicators.amount,
  typed: { wording: 'Phấn đấu thu đạt', value: '1.200' },
  ...more,
});
const underScheme = { schemeCode: schemes.open, indicatorCode: null };
const move = (tx: Transaction<DB>, by: Person, id: string, version: number, way: PledgeWay, reason?: string) =>
  movePledges(contextFor(tx, by), { move: way, chosen: [{ id, version }], reason: reason ?? null });
const oneRefusal = (id: string, refusal: object) => ({ kind: 'some_refused', refusals: [{ id, refusal }] });

async function given(tx: Transaction<DB>, more: Partial<EnterPledge> = {}, by = people.officerOfAn): Promise<string> {
  const one = pledge(more);
  expectOk(await enterPledge(contextFor(tx, by), one));
  return one.id;
}

test('a unit registers a target, Sở Nội vụ accepts it, and both are recorded', async () => {
  await inWorld(async (tx) => {
    const id = await given(tx);
    expectOk(await move(tx, people.headOfAn, id, 1, 'submit'));
    expectOk(await move(tx, people.appraiser, id, 2, 'accept'));
    const { rows, total } = await listPledges(tx, people.nobody, { year: 2026 });
    assert.deepEqual(
      [total, rows[0]?.value, rows[0]?.unitOfMeasure, rows[0]?.stage],
      [1, '1200', 'tỷ đồng', 'accepted'],
    );
    assert.deepEqual(
      (await recorded(tx)).map(({ kind }) => kind),
      ['pledge.entered', 'pledge.moved', 'pledge.moved'],
    );
  });
});

test('the same request twice is one pledge; another about the same thing is refused and named', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const one = pledge();
    expectOk(await enterPledge(context, one));
    assert.deepEqual(expectOk(await enterPledge(context, one)), { id: one.id, version: 1 });
    const other = { ...one, typed: { ...one.typed, value: '1.300' } };
    assert.deepEqual(refusalOf(await enterPledge(context, other)), { kind: 'lost_race', current: 1 });
    assert.deepEqual(refusalOf(await enterPledge(context, pledge())), { kind: 'already_open', id: one.id });
    expectOk(await move(tx, people.officerOfAn, one.id, 1, 'submit'));
    expectOk(await move(tx, people.appraiser, one.id, 2, 'accept'));
    assert.deepEqual(refusalOf(await enterPledge(context, pledge())), { kind: 'already_accepted', id: one.id });
  });
});

test('a criterion belongs to its scheme, and what is not there cannot be pledged about', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    expectOk(
      await enterPledge(
        context,
        pledge({ ...underScheme, criterionCode: schemes.criterion, typed: { wording: 'Làm mẫu' } }),
      ),
    );
    for (const about of [
      { indicatorCode: 'KT-00' },
      { indicatorCode: null },
      { ...underScheme, criterionCode: 'DA-92.1' },
      { schemeCode: schemes.secret, indicatorCode: null, criterionCode: schemes.criterion },
    ]) {
      assert.deepEqual(refusalOf(await enterPledge(context, pledge(about))), { kind: 'not_there' });
    }
  });
});

test('a scheme under the rules on state secrets is refused by the command and by the database', async () => {
  await inWorld(async (tx) => {
    const secret = pledge({ schemeCode: schemes.secret, indicatorCode: null });
    const refused = await enterPledge(contextFor(tx, people.officerOfAn), secret);
    assert.deepEqual(refusalOf(refused), { kind: 'secret_scheme', schemeCode: schemes.secret });
    const past = sql`insert into pledge (id, unit_id, year, scheme_code, wording, stage, entered_by, entered_at) values
      (${newId()}, ${units.communeAn}, 2026, ${schemes.secret}, 'x', 'draft', ${people.officerOfAn.personId}, now())`;
    await assert.rejects(past.execute(tx), /secret_scheme/);
  });
});

test('only the unit itself pledges', async () => {
  await inWorld(async (tx) => {
    for (const person of [people.officerOfBinh, people.appraiser, people.indicatorOwner, people.nobody]) {
      const refused = await enterPledge(contextFor(tx, person), pledge());
      assert.deepEqual(refusalOf(refused), { kind: 'not_yours', move: 'change', by: ['officer', 'head'] });
    }
  });
});

test('what is wrong comes back by field', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.officerOfAn);
    const bare = await enterPledge(context, pledge({ typed: { wording: ' ', value: '-1' } }));
    const outside = { kind: 'outside', value: '-1', min: '0', max: null };
    assert.deepEqual(refusalOf(bare), {
      kind: 'pledge_wrong',
      problems: [
        { field: 'wording', problem: { kind: 'wording_missing' } },
        { field: 'value', problem: outside },
      ],
    });
    const unitless = await enterPledge(context, pledge({ ...underScheme, typed: { wording: 'Làm mẫu', value: '3' } }));
    const problems = [{ field: 'unitOfMeasure', problem: { kind: 'unit_missing' } }];
    assert.deepEqual(refusalOf(unitless), { kind: 'pledge_wrong', problems });
    expectOk(await enterPledge(context, pledge({ ...underScheme, typed: { wording: 'Làm mẫu' } })));
  });
});

test('whoever submitted does not accept, and a return needs a reason', async () => {
  await inWorld(async (tx) => {
    const id = await given(tx);
    expectOk(await move(tx, people.officerOfAn, id, 1, 'submit'));
    const both = { ...people.officerOfAn, holdings: [...people.officerOfAn.holdings, ...people.appraiser.holdings] };
    const own = await move(tx, both, id, 2, 'accept');
    assert.deepEqual(refusalOf(own), oneRefusal(id, { kind: 'four_eyes', move: 'accept' }));
    const bare = await move(tx, people.appraiser, id, 2, 'return');
    assert.deepEqual(refusalOf(bare), oneRefusal(id, { kind: 'needs', move: 'return', need: 'reason' }));
    expectOk(await move(tx, people.appraiser, id, 2, 'return', 'Chưa rõ'));
    const typed = { wording: 'Phấn đấu thu đạt', value: '1.300' };
    expectOk(await changePledge(contextFor(tx, people.headOfAn), { id, version: 3, typed }));
    const late = await changePledge(contextFor(tx, people.officerOfAn), { id, version: 3, typed });
    assert.deepEqual(refusalOf(late), { kind: 'lost_race', current: 4 });
    expectOk(await move(tx, people.headOfAn, id, 4, 'submit'));
  });
});

test('a revision takes the place of the accepted pledge when it is accepted itself', async () => {
  await inWorld(async (tx) => {
    const id = await given(tx);
    const newer = newId();
    const revise = { id, newId: newer, typed: { wording: 'Phấn đấu thu đạt', value: '1.500' } };
    const early = await revisePledge(contextFor(tx, people.officerOfAn), revise);
    assert.deepEqual(refusalOf(early), { kind: 'wrong_stage', stage: 'draft', move: 'revise' });
    expectOk(await move(tx, people.officerOfAn, id, 1, 'submit'));
    expectOk(await move(tx, people.appraiser, id, 2, 'accept'));
    expectOk(await revisePledge(contextFor(tx, people.officerOfAn), revise));
    const values = async () => (await listPledges(tx, people.nobody, {})).rows.map(({ value }) => value);
    assert.deepEqual(await values(), ['1200']);
    expectOk(await move(tx, people.officerOfAn, newer, 1, 'submit'));
    expectOk(await move(tx, people.appraiser, newer, 2, 'accept'));
    assert.deepEqual(await values(), ['1500']);
  });
});

const seen: readonly (readonly [string, Actor, readonly string[]])[] = [
  ['a stranger', stranger, []],
  ['a person without a role', people.nobody, ['binh accepted']],
  ['the officer of An', people.officerOfAn, ['an draft', 'binh accepted']],
  ['the officer of Bình', people.officerOfBinh, ['binh accepted', 'binh share']],
  ['the owner of the share', people.indicatorOwner, ['binh accepted', 'binh share']],
  ['the appraiser', people.appraiser, ['an draft', 'binh accepted', 'binh share']],
  ['a token without the scope', { ...people.appraiser, scopes: ['actuals:read'] }, []],
  ['the system', system, ['an draft', 'binh accepted', 'binh share']],
];

for (const [who, actor, names] of seen) {
  test(`${who} sees exactly the pledges that are theirs, listed and counted`, async () => {
    await inWorld(async (tx) => {
      const binh = { unitId: units.communeBinh };
      const accepted = await given(tx, binh, people.officerOfBinh);
      expectOk(await move(tx, people.officerOfBinh, accepted, 1, 'submit'));
      expectOk(await move(tx, people.appraiser, accepted, 2, 'accept'));
      const share = { ...binh, indicatorCode: indicators.share, typed: { wording: 'Tỉ lệ', value: '90' } };
      const rows = {
        'an draft': await given(tx),
        'binh accepted': accepted,
        'binh share': await given(tx, share, people.officerOfBinh),
      };
      const nameOf = new Map(Object.entries(rows).map(([name, id]) => [id, name]));
      const listed = await listPledges(tx, actor, {});
      assert.deepEqual(listed.rows.map(({ id }) => nameOf.get(id) ?? id).toSorted(), names);
      assert.equal(listed.total, names.length);
      const coverage = await pledgeCoverage(tx, actor, { year: 2026 });
      const counted = coverage.filter(({ accepted: n, waiting }) => n + waiting > 0).map(({ code }) => code);
      assert.deepEqual(counted, names.includes('binh accepted') ? ['mau-binh'] : []);
    });
  });
}

test('of two who accept one pledge at once, one does', async () => {
  const { db, drop } = await freshDatabase();
  const id = await db.transaction().execute(async (tx) => {
    await insertValuesWorld(tx);
    const made = await given(tx);
    expectOk(await move(tx, people.officerOfAn, made, 1, 'submit'));
    return made;
  });
  const accept = () =>
    db.transaction().execute(async (tx) => {
      const result = await move(tx, people.appraiser, id, 2, 'accept');
      return result.ok ? 'done' : result.refusal.kind;
    });
  assert.deepEqual((await Promise.all([accept(), accept()])).toSorted(), ['done', 'some_refused']);
  await drop();
});
