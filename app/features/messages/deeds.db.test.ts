import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { given as draftMovement, paper } from '../../../tests/movements.ts';
import { given, indicators, insertValuesWorld } from '../../../tests/values.ts';
import type { TestContext } from '../../../tests/world.ts';
import { contextFor, people, system, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { readConfig } from '../../platform/config.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { moveMany } from '../actuals/moving.server.ts';
import { followUnits } from '../movements/following.server.ts';
import { moveMovement } from '../movements/moving.server.ts';
import { enterPledge } from '../pledges/pledges.server.ts';
import { movePledges } from '../pledges/moving.server.ts';
import { followEntries } from './messages.server.ts';

const services = { config: readConfig({}, '/') } as Services;

const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await body(tx);
  });

/** Does what the jobs of this deed ask for. */
async function follow(tx: Transaction<DB>, { sent }: TestContext): Promise<void> {
  for (const { data } of sent)
    await followEntries(contextFor(tx, system), services, (data['entryIds'] ?? '').split(' '));
}

async function told(tx: Transaction<DB>) {
  const rows = await tx.selectFrom('message').select(['person_id', 'facts', 'link']).orderBy('person_id').execute();
  return rows.map((row) => [row.person_id, row.facts as { readonly count?: number }, row.link] as const);
}

test('many values sent in one request are one job, and one message to whoever verifies them', () =>
  inWorld(async (tx) => {
    const periods = ['2026-01', '2026-02', '2026-03'];
    const chosen = [];
    for (const period of periods) chosen.push({ id: await given(tx, { period }), version: 1 });
    const context = contextFor(tx, people.officerOfAn);
    expectOk(await moveMany(context, { move: 'submit', chosen }));
    assert.equal(context.sent.length, 1);
    await follow(tx, context);
    assert.deepEqual(
      (await told(tx)).map(([who, facts, link]) => [who, facts.count, link]),
      [[people.appraiser.personId, 3, '/duyet-so-lieu']],
    );
    await follow(tx, context);
    assert.equal((await told(tx)).length, 1);
  }));

test('a registration about an indicator is told to the body that owns it too: both may accept', () =>
  inWorld(async (tx) => {
    const id = newId();
    const typed = { wording: 'Phấn đấu đạt', value: '60' };
    const about = { schemeCode: null, criterionCode: null, indicatorCode: indicators.share };
    const by = contextFor(tx, people.officerOfAn);
    expectOk(await enterPledge(by, { id, unitId: units.communeAn, year: 2026, ...about, typed }));
    const sending = contextFor(tx, people.officerOfAn);
    expectOk(await movePledges(sending, { move: 'submit', chosen: [{ id, version: 1 }] }));
    await follow(tx, sending);
    assert.deepEqual(
      (await told(tx)).map(([who]) => who),
      [people.appraiser.personId, people.indicatorOwner.personId],
    );
  }));

test('a launched movement is told to officers and heads of the units it is for, and to nobody else', () =>
  inWorld(async (tx) => {
    const id = await draftMovement(tx);
    const context = contextFor(tx, people.appraiser);
    expectOk(await moveMovement(context, { id, version: 1, move: 'launch', typed: paper }));
    await follow(tx, context);
    const hears = [people.officerOfAn, people.headOfAn, people.officerOfBinh, people.headOfBinh];
    assert.deepEqual(
      (await told(tx)).map(([who, , link]) => [who, link]),
      hears.map(({ personId }) => [personId, `/phong-trao/${id}`]),
    );
  }));

test('who joins a movement later is told, and nobody is told again', () =>
  inWorld(async (tx) => {
    const id = await draftMovement(tx);
    const ends = async (valid_until: string | null) =>
      tx.updateTable('unit').set({ valid_until }).where('id', '=', units.communeBinh).execute();
    await ends('2026-06-01');
    const context = contextFor(tx, people.appraiser);
    expectOk(await moveMovement(context, { id, version: 1, move: 'launch', typed: paper }));
    await ends(null);
    const following = contextFor(tx, system);
    expectOk(await followUnits(following));
    await follow(tx, following);
    assert.deepEqual(
      (await told(tx)).map(([who]) => who),
      [people.officerOfBinh.personId, people.headOfBinh.personId],
    );
  }));
