/** Units that were merged, divided or moved to another block within the year that is judged. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { cardIds, givenJudgement, givenSet } from '../../../tests/evaluations.ts';
import { recognisedInitiative } from '../../../tests/initiatives.ts';
import { givenFinding } from '../../../tests/inspections.ts';
import { insertPlansWorld } from '../../../tests/plans.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { MeasureName } from '../criteria/rule.ts';
import { createBlock, setMembers } from '../organisation/blocks.server.ts';
import { dissolveUnit } from '../organisation/units.server.ts';
import { cardPage } from './card-page.server.ts';
import { factsOf } from './facts.server.ts';
import { followMembers } from './members.server.ts';

type Tx = Transaction<DB>;
const inWorld = (body: (tx: Tx) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertPlansWorld(tx);
    await body(tx);
  });
/** From 15 June on; what stood below it went before. */
async function ended(tx: Tx, ...successorIds: readonly string[]): Promise<void> {
  const end = async (unitId: string, into: readonly string[]) =>
    expectOk(
      await dissolveUnit(contextFor(tx, people.administrator), {
        unitId,
        version: 1,
        on: '2026-06-15',
        successorIds: into,
        basis: null,
      }),
    );
  await end(units.village, []);
  await end(units.communeAn, successorIds);
}
async function of(tx: Tx, name: MeasureName, unitId: string, more: { known?: string; today?: string } = {}) {
  const asked = { judgementId: newId(), year: 2026, today: '2026-07-31', unitIds: [unitId], ...more };
  const facts = await factsOf(tx, { ...asked, measures: [{ name, indicator: null }] });
  const found = facts.get(unitId)?.get(name);
  assert.ok(found);
  const figure =
    found.state === 'known' ? `${found.quantity.part.toFixed()}/${found.quantity.whole.toFixed()}` : found.state;
  return { figure, former: found.behind.map(({ former }) => former) };
}

test('what a unit did before it was merged counts for the one it went into, and says whose it was', async () => {
  await inWorld(async (tx) => {
    await recognisedInitiative(tx);
    await givenFinding(tx);
    assert.equal((await of(tx, 'initiatives_recognised', units.communeBinh)).figure, '0/1');
    await ended(tx, units.communeBinh);
    const former = [{ name: 'Xã Mẫu An', until: '2026-06-15' }];
    assert.deepEqual(await of(tx, 'initiatives_recognised', units.communeBinh), { figure: '1/1', former });
    assert.deepEqual(await of(tx, 'findings_closed', units.communeBinh), { figure: '0/1', former });
    // The day before, nothing was known of the merger.
    assert.equal((await of(tx, 'initiatives_recognised', units.communeBinh, { known: '2026-06-14' })).figure, '0/1');
    // Its own card, where it is kept, says what it did itself.
    assert.deepEqual(await of(tx, 'initiatives_recognised', units.communeAn), { figure: '1/1', former: [undefined] });
    // Of another year nothing goes over, nor the plan, which is of the unit itself.
    assert.deepEqual((await of(tx, 'plan_issued', units.communeBinh)).former, []);
  });
});

test('of a unit that was divided nothing goes over: nobody can say which part did it', async () => {
  await inWorld(async (tx) => {
    await recognisedInitiative(tx);
    await ended(tx, units.communeBinh, units.wardChi);
    for (const unitId of [units.communeBinh, units.wardChi])
      assert.deepEqual(await of(tx, 'initiatives_recognised', unitId), { figure: '0/1', former: [] });
  });
});

test('over two mergers of one year it goes to the last, and a merger that is still to come changes nothing', async () => {
  await inWorld(async (tx) => {
    await recognisedInitiative(tx);
    await ended(tx, units.communeBinh);
    await sql`insert into unit_succession (predecessor_id, successor_id, on_date) values (${units.communeBinh}, ${units.wardChi}, '2026-09-01')`.execute(
      tx,
    );
    assert.equal((await of(tx, 'initiatives_recognised', units.wardChi)).figure, '0/1');
    const later = await of(tx, 'initiatives_recognised', units.wardChi, { today: '2026-09-30' });
    assert.deepEqual(later, { figure: '1/1', former: [{ name: 'Xã Mẫu An', until: '2026-06-15' }] });
  });
});

test('a unit that changed its block in the year is scored in the new one, with all its figures of the year', async () => {
  await inWorld(async (tx) => {
    await recognisedInitiative(tx);
    await givenJudgement(tx);
    const context = contextFor(tx, people.administrator);
    const block = expectOk(await createBlock(context, { code: 'cum-moi', name: 'Cụm Mới', kind: 'cum' }));
    const seats = [{ unitId: units.wardChi, part: 'lead' }] as const;
    expectOk(await setMembers(context, { blockId: block.id, version: block.version, year: 2026, seats }));
    const next = await givenJudgement(tx, { setId: await givenSet(tx, block.id) });
    await sql`update block_member set block_id = ${block.id}, part = 'member' where unit_id = ${units.communeAn}`.execute(
      tx,
    );
    const follow = { id: next.id, version: 2, reason: 'Chuyển cụm' };
    expectOk(await followMembers(contextFor(tx, people.appraiser), follow));
    const id = (await cardIds(tx, next.id)).get(units.communeAn) ?? '';
    const page = await cardPage(tx, people.officerOfAn, { id, today: '2026-07-31' });
    const line = page?.content?.lines.find(({ one }) => one.code === 'III');
    assert.deepEqual([page?.card.stage, line?.standing?.scored], ['self', { state: 'points', points: 1000 }]);
  });
});
