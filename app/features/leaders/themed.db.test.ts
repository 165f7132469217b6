import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { frozenResult, givenSet, sampleCriteria } from '../../../tests/evaluations.ts';
import { launched, typed } from '../../../tests/movements.ts';
import { contextFor, insertWorld, people, system } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { ExplainedNode } from '../awards/standards/explained.text.ts';
import { handOnWhatWasMissed } from './handing.server.ts';
import type { ThemedFirst } from './themed.server.ts';
import { themedPlaces } from './themed.server.ts';
import { judgedMovements, themedSets } from './themed-sets.server.ts';
import { themedReason } from './themed.text.ts';

const received = '2026-09-30';

/** The frozen judgement of the block, as one of a movement's review. */
async function themed(tx: Transaction<DB>, review: string, last = '2029-06-30'): Promise<string> {
  const movementId = await launched(tx, people.appraiser, { typed: typed({ first: '2026-06-01', last }) });
  await frozenResult(tx, { an: '38,5', binh: '40' });
  await tx.updateTable('criteria_set').set({ movement_id: movementId, review }).execute();
  await handOnWhatWasMissed(contextFor(tx, system));
  return movementId;
}
const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });

/** What a clause of the standard says. */
function stateOf(first: ThemedFirst | undefined, article: string): readonly string[] {
  const within = (node: ExplainedNode): readonly string[] =>
    node.kind === 'clause' ? (node.article === article ? [node.state] : []) : node.parts.flatMap(within);
  return first?.standard?.explained.nodes.flatMap(within) ?? [];
}

test('who leads a movement of three years at its conclusion is held against Điều 26.2, for real', async () => {
  await inWorld(async (tx) => {
    const movementId = await themed(tx, 'final');
    const [group] = await themedPlaces(tx, people.officerOfBinh, { movementId, received });
    assert.deepEqual(
      group?.places.map(({ unitName, place }) => [unitName, place]),
      [
        ['Xã Mẫu Bình', 1],
        ['Xã Mẫu An', 2],
      ],
    );
    const [first] = group?.firsts ?? [];
    assert.ok(first);
    assert.deepEqual([first.awardCode, first.mayPropose], ['co-thi-dua-tinh', true]);
    assert.deepEqual(stateOf(first, '26.2'), ['met']);
    assert.match(themedReason(first), /^Xếp thứ 1 trong 2 đơn vị của Cụm Mẫu, 73\/100 điểm/);
  });
});

test('of two years it does not meet it; before the conclusion it is for a lesser award', async () => {
  await inWorld(async (tx) => {
    const movementId = await themed(tx, 'final', '2027-06-30');
    const [group] = await themedPlaces(tx, people.appraiser, { movementId, received });
    assert.deepEqual(stateOf(group?.firsts[0], '26.2'), ['not_met']);
  });
  await inWorld(async (tx) => {
    const movementId = await themed(tx, 'mid_term');
    const [group] = await themedPlaces(tx, people.appraiser, { movementId, received });
    assert.equal(group?.firsts[0]?.awardCode, 'bang-khen-tinh');
  });
});

test('a themed result gives no note of the year, and what the register knows is for those who may know of the unit', async () => {
  await inWorld(async (tx) => {
    const movementId = await themed(tx, 'yearly');
    assert.deepEqual(await tx.selectFrom('holder_block').select('rank').execute(), []);
    const [group] = await themedPlaces(tx, people.officerOfAn, { movementId, received });
    const [first] = group?.firsts ?? [];
    assert.deepEqual([first?.holderId, first?.standard, first?.mayPropose], [null, null, false]);
    assert.deepEqual(await judgedMovements(tx, stranger), []);
    assert.equal((await judgedMovements(tx, people.officerOfAn)).length, 1);
  });
});

test('sets of a movement stand by review with the judgement that uses them; a draft is for who organises', async () => {
  await inWorld(async (tx) => {
    const movementId = await themed(tx, 'yearly');
    const { id: judgementId } = await tx.selectFrom('judgement').select('id').executeTakeFirstOrThrow();
    const [yearly] = await themedSets(tx, people.officerOfAn, movementId);
    assert.deepEqual([yearly?.review, yearly?.judgement], ['yearly', { id: judgementId, stage: 'frozen' }]);
    const { id, blockId } = await tx
      .selectFrom('criteria_set')
      .select(['id', 'block_id as blockId'])
      .executeTakeFirstOrThrow();
    const next = await givenSet(tx, blockId ?? '', sampleCriteria, 2);
    const draft = { movement_id: movementId, review: 'mid_term', stage: 'draft', published_at: null };
    await tx.updateTable('criteria_set').set(draft).where('id', '=', next).execute();
    const ids = async (actor: Actor) => (await themedSets(tx, actor, movementId)).map(({ setId }) => setId);
    assert.deepEqual(await ids(people.officerOfAn), [id]);
    assert.deepEqual(await ids(people.appraiser), [next, id]);
  });
});
