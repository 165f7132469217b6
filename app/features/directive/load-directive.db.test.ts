import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { openDesk } from '../../../tests/desk.ts';
import { contextFor, people, recorded, system } from '../../../tests/world.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { loadDirective } from './load-directive.server.ts';
import { prepareDirective } from './prepare.server.ts';
import { findPackFolder, loadPack } from './load-pack.server.ts';
import type { Pack } from './pack.ts';

const pack = await loadPack(await findPackFolder());

async function loadedAndChanged(tx: Transaction<DB>): Promise<readonly string[]> {
  const entries = await recorded(tx);
  return entries.filter(({ kind }) => kind !== 'unit.created').map((entry) => `${entry.kind} ${entry.subject}`);
}

const withIndicator = (code: string, change: Partial<Pack['indicators'][number]>): Pack => ({
  ...pack,
  version: '2',
  indicators: pack.indicators.map((one) => (one.code === code ? { ...one, ...change } : one)),
});

test('the first load brings in units, texts, indicators and schemes', () =>
  inRollback(async (tx) => {
    const outcome = expectOk(await loadDirective(contextFor(tx, system), pack));
    assert.deepEqual(outcome, {
      isUnchanged: false,
      unitsAdded: pack.units.length,
      indicatorsChanged: [],
      schemesChanged: [],
    });
    const count = async (
      table: 'indicator' | 'scheme' | 'scheme_criterion' | 'commitment' | 'clause' | 'content_item',
    ) =>
      (
        await tx
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n;
    assert.deepEqual(
      [await count('indicator'), await count('scheme'), await count('scheme_criterion'), await count('content_item')],
      [37, 17, 89, 3],
    );
    assert.equal(await count('clause'), pack.clauses.length);
    assert.equal(await count('commitment'), 8);
    assert.deepEqual(await loadedAndChanged(tx), [`directive.loaded ${pack.name}`]);
  }));

test('an indicator is stored as the pack has it, numbers exact', () =>
  inRollback(async (tx) => {
    expectOk(await loadDirective(contextFor(tx, system), pack));
    const rows = await tx
      .selectFrom('indicator')
      .select(['code', 'comparator', 'target', 'target_low', 'target_high', 'tolerance', 'scale', 'baseline'])
      .where('code', 'in', ['KT-16', 'XH-01', 'XH-08', 'XH-13', 'XH-14'])
      .orderBy('position')
      .execute();
    assert.deepEqual(
      rows.map((row) => Object.values(row)),
      [
        ['KT-16', 'gt', '6.5', null, null, null, '1', null],
        ['XH-01', 'about', '75.5', null, null, '0.5', '1', null],
        ['XH-08', 'reach', '15.5', null, null, null, '10000', null],
        ['XH-13', 'milestone', null, null, null, null, '1', null],
        ['XH-14', 'range', null, '2.5', '3', null, '1', null],
      ],
    );
  }));

test('communes stand under the province today, and the two former provinces stay reachable behind it', () =>
  inRollback(async (tx) => {
    expectOk(await loadDirective(contextFor(tx, system), pack));
    const under = await tx
      .selectFrom('unit_tree')
      .innerJoin('unit as root', 'root.id', 'unit_tree.ancestor_id')
      .innerJoin('unit as below', 'below.id', 'unit_tree.descendant_id')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('root.code', '=', pack.province.unit)
      .where('below.kind', '=', 'commune')
      .executeTakeFirstOrThrow();
    assert.equal(under.n, 99);
    const behind = await tx
      .selectFrom('unit_succession')
      .innerJoin('unit_now as former', 'former.id', 'unit_succession.predecessor_id')
      .innerJoin('unit as heir', 'heir.id', 'unit_succession.successor_id')
      .select(['heir.code', 'former.kind', 'former.is_active', 'unit_succession.on_date'])
      .execute();
    assert.deepEqual(behind, [
      { code: pack.province.unit, kind: 'province', is_active: false, on_date: '2025-07-01' },
      { code: pack.province.unit, kind: 'province', is_active: false, on_date: '2025-07-01' },
    ]);
  }));

test('the same pack a second time changes nothing and records nothing', () =>
  inRollback(async (tx) => {
    expectOk(await loadDirective(contextFor(tx, system), pack));
    const before = await tx.selectFrom('record_entry').select('id').execute();
    const again = expectOk(await loadDirective(contextFor(tx, system), pack));
    assert.equal(again.isUnchanged, true);
    assert.equal((await tx.selectFrom('record_entry').select('id').execute()).length, before.length);
  }));

test('a new version changes only what differs, and records it before and after', () =>
  inRollback(async (tx) => {
    expectOk(await loadDirective(contextFor(tx, system), pack));
    const next = withIndicator('KT-06', { target: 33_000 });
    const outcome = expectOk(await loadDirective(contextFor(tx, system), next));
    assert.deepEqual(outcome, { isUnchanged: false, unitsAdded: 0, indicatorsChanged: ['KT-06'], schemesChanged: [] });
    const row = await tx.selectFrom('indicator').select(['target', 'version']).where('code', '=', 'KT-06').execute();
    assert.deepEqual(row, [{ target: '33000', version: 2 }]);
    const entry = await tx
      .selectFrom('record_entry')
      .select(['before', 'after'])
      .where('kind', '=', 'indicator.changed')
      .execute();
    assert.deepEqual(entry, [{ before: { target: '32000' }, after: { target: '33000' } }]);
    const untouched = await tx
      .selectFrom('indicator')
      .select('version')
      .where('code', '<>', 'KT-06')
      .distinct()
      .execute();
    assert.deepEqual(untouched, [{ version: 1 }]);
  }));

test('a new lead, a new criterion and a mended wording of a scheme are each taken over', () =>
  inRollback(async (tx) => {
    expectOk(await loadDirective(contextFor(tx, system), pack));
    const [first, second, third, ...rest] = pack.schemes;
    assert.ok(first && second && third);
    const next: Pack = {
      ...pack,
      schemes: [
        { ...first, leads: [{ unit: 'so-y-te', wording: 'Sở Y tế' }] },
        { ...second, criteria: [...second.criteria, { code: 'DA-02.6', wording: 'Nội dung thêm.' }] },
        { ...third, note: 'Ghi chú mới' },
        ...rest,
      ],
    };
    const outcome = expectOk(await loadDirective(contextFor(tx, system), next));
    assert.deepEqual(outcome.schemesChanged.toSorted(), ['DA-01', 'DA-02', 'DA-03']);
    const lead = await tx
      .selectFrom('scheme_unit')
      .innerJoin('unit', 'unit.id', 'scheme_unit.unit_id')
      .select('unit.code')
      .where('scheme_code', '=', 'DA-01')
      .where('part', '=', 'lead')
      .execute();
    assert.deepEqual(lead, [{ code: 'so-y-te' }]);
  }));

test('what the province has settled is not undone by a pack that leaves it open', () =>
  inRollback(async (tx) => {
    expectOk(await loadDirective(contextFor(tx, system), pack));
    const settled = {
      baseline: '14.2',
      baseline_year: 2025,
      baseline_source: 'Niên giám',
      tolerance: '2',
      tolerance_is_default: false,
      evidence_required: true,
      evidence_required_is_default: false,
    };
    await tx.updateTable('indicator').set(settled).where('code', '=', 'KT-05').execute();
    const outcome = expectOk(await loadDirective(contextFor(tx, system), withIndicator('KT-05', { decimals: 3 })));
    assert.deepEqual(outcome.indicatorsChanged, ['KT-05']);
    const columns = Object.keys(settled) as (keyof typeof settled)[];
    const [row] = await tx
      .selectFrom('indicator')
      .select([...columns, 'decimals'])
      .where('code', '=', 'KT-05')
      .execute();
    assert.deepEqual(row, { ...settled, decimals: 3 });
  }));

test('a unit renamed in the product keeps its name when the pack is loaded again', () =>
  inRollback(async (tx) => {
    expectOk(await loadDirective(contextFor(tx, system), pack));
    const unit = await tx.selectFrom('unit').select('id').where('code', '=', 'so-y-te').executeTakeFirstOrThrow();
    await tx.updateTable('unit_version').set({ name: 'Sở Y tế mới' }).where('unit_id', '=', unit.id).execute();
    expectOk(await loadDirective(contextFor(tx, system), { ...pack, version: '2' }));
    const names = await tx.selectFrom('unit_version').select('name').where('unit_id', '=', unit.id).execute();
    assert.deepEqual(names, [{ name: 'Sở Y tế mới' }]);
  }));

test('a pack that takes codes away, or is another province’s, is refused and changes nothing', () =>
  inRollback(async (tx) => {
    expectOk(await loadDirective(contextFor(tx, system), pack));
    const less = await loadDirective(contextFor(tx, system), { ...pack, indicators: pack.indicators.slice(0, -1) });
    assert.deepEqual(less, { ok: false, refusal: { kind: 'code_removed', codes: ['MT-06'] } });
    const other = await loadDirective(contextFor(tx, system), { ...pack, name: 'tinh-mau' });
    assert.deepEqual(other, { ok: false, refusal: { kind: 'other_pack', loaded: pack.name } });
    assert.deepEqual(await loadedAndChanged(tx), [`directive.loaded ${pack.name}`]);
  }));

test('nobody signed in loads a directive, not even an administrator', () =>
  inRollback(async (tx) => {
    for (const actor of [people.administrator, stranger]) {
      const outcome = await loadDirective(contextFor(tx, actor), pack);
      assert.deepEqual(outcome, { ok: false, refusal: { kind: 'not_allowed', deed: 'directive.load', by: [] } });
    }
    assert.deepEqual(await tx.selectFrom('indicator').select('code').execute(), []);
  }));

test('each start loads what is new, two starts at once load it once', async () => {
  const { services, leave } = await openDesk();
  const outcomes = await Promise.all([prepareDirective(services), prepareDirective(services)]);
  assert.equal(outcomes.filter((outcome) => outcome.isUnchanged).length, 1);
  assert.equal((await prepareDirective(services)).isUnchanged, true);
  await leave();
});
