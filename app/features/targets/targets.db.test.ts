import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { freshDatabase, inRollback } from '../../../tests/database.ts';
import { indicators, insertValuesWorld } from '../../../tests/values.ts';
import { contextFor, people, recorded, units } from '../../../tests/world.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { listTargets } from './list.server.ts';
import type { AssignCommand } from './targets.server.ts';
import { assignTarget } from './targets.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const order = (more: Partial<AssignCommand> = {}): AssignCommand => ({
  id: newId(),
  indicatorCode: indicators.amount,
  unitId: units.communeAn,
  typed: { value: '1.200,5', year: '2026', basis: 'Quyết định mẫu 01' },
  replaces: null,
  ...more,
});

test('the appraising body assigns a target with its paper, and it is recorded', async () => {
  await inWorld(async (tx) => {
    const one = order();
    expectOk(await assignTarget(contextFor(tx, people.appraiser), one));
    const { rows, total } = await listTargets(tx, people.nobody, { year: 2026 });
    assert.equal(total, 1);
    assert.deepEqual(
      [rows[0]?.figure, rows[0]?.basis, rows[0]?.unitName],
      [{ value: '1200.5' }, 'Quyết định mẫu 01', 'Xã Mẫu An'],
    );
    const by = people.appraiser.personId;
    assert.deepEqual(await recorded(tx), [{ kind: 'target.assigned', subject: one.id, by }]);
  });
});

test('an id that is another target’s is refused and changes nothing', async () => {
  await inWorld(async (tx) => {
    const one = order();
    expectOk(await assignTarget(contextFor(tx, people.appraiser), one));
    const stolen = order({ id: one.id, unitId: units.communeBinh });
    assert.deepEqual(refusalOf(await assignTarget(contextFor(tx, people.appraiser), stolen)), { kind: 'not_there' });
    assert.equal((await listTargets(tx, people.nobody, { year: 2026 })).total, 1);
  });
});

test('an owner assigns their indicator and no other; units do not assign to themselves', async () => {
  await inWorld(async (tx) => {
    const share = order({
      indicatorCode: indicators.share,
      typed: { value: '80', year: '2026', basis: 'Văn bản mẫu' },
    });
    expectOk(await assignTarget(contextFor(tx, people.indicatorOwner), share));
    for (const person of [people.indicatorOwner, people.officerOfAn, people.headOfAn, people.administrator]) {
      const refused = await assignTarget(contextFor(tx, person), order());
      const by = ['appraiser', 'indicator_owner'];
      assert.deepEqual(refusalOf(refused), { kind: 'not_allowed', deed: 'target.assign', by });
    }
  });
});

test('assigned anew, the old one is superseded and stays; without having seen it, one is told', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.appraiser);
    const first = order();
    expectOk(await assignTarget(context, first));
    expectOk(await assignTarget(context, first));
    const second = order({ typed: { value: '1.300', year: '2026', basis: 'Quyết định mẫu 02' } });
    const blind = await assignTarget(context, second);
    assert.deepEqual(refusalOf(blind), { kind: 'overtaken', id: first.id, figure: { value: '1200.5' } });
    expectOk(await assignTarget(context, { ...second, replaces: first.id }));
    const all = await listTargets(tx, people.auditor, { withSuperseded: true });
    const standing = new Map(all.rows.map(({ id, isSuperseded }) => [id, isSuperseded]));
    const expected = new Map([
      [first.id, true],
      [second.id, false],
    ]);
    assert.deepEqual(standing, expected);
  });
});

test('a target needs a figure within the range, a year within the term and a paper', async () => {
  await inWorld(async (tx) => {
    const typed = { value: '-1', year: '2031', basis: ' ' };
    const refused = await assignTarget(contextFor(tx, people.appraiser), order({ typed }));
    assert.deepEqual(refusalOf(refused), {
      kind: 'target_wrong',
      problems: [
        { field: 'year', problem: { kind: 'year_outside', from: 2026, deadline: 2030 } },
        { field: 'value', problem: { kind: 'outside', value: '-1', min: '0', max: null } },
        { field: 'basis', problem: { kind: 'basis_missing' } },
      ],
    });
    const range = { low: '3', high: '2', year: '2026', basis: 'Văn bản mẫu' };
    const turned = await assignTarget(contextFor(tx, people.appraiser), order({ typed: range }));
    const problems = [{ field: 'low', problem: { kind: 'low_above_high' } }];
    assert.deepEqual(refusalOf(turned), { kind: 'target_wrong', problems });
  });
});

test('a stranger sees the targets of the province and no others', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.appraiser);
    const own = order({ unitId: units.province });
    expectOk(await assignTarget(context, own));
    expectOk(await assignTarget(context, order()));
    const { rows, total } = await listTargets(tx, stranger, {});
    assert.deepEqual([rows.map(({ id }) => id), total], [[own.id], 1]);
  });
});

test('of two who assign at once one does and the other is told', async () => {
  const { db, drop } = await freshDatabase();
  await db.transaction().execute(insertValuesWorld);
  const assign = (value: string) =>
    db.transaction().execute(async (tx) => {
      const typed = { value, year: '2026', basis: 'Quyết định mẫu' };
      const result = await assignTarget(contextFor(tx, people.appraiser), order({ typed }));
      return result.ok ? 'done' : result.refusal.kind;
    });
  assert.deepEqual((await Promise.all([assign('1'), assign('2')])).toSorted(), ['done', 'overtaken']);
  await drop();
});
