import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { CouncilDesk } from '../../../tests/council-desk.ts';
import { attend, councilDesk, move, pollAll, secretPolls, voteSecretly } from '../../../tests/council-desk.ts';
import { members, secretary } from '../../../tests/council.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { countPolls } from './counting.server.ts';
import { prepareUrns, sweepUrns } from './sweep.server.ts';
import { countReady, makeReady, takeReady } from './urn.server.ts';

let desk: CouncilDesk;
before(async () => void (desk = await councilDesk()));
after(() => desk.leave());

const urns = () => readdirSync(join(desk.dataDir, 'urns')).filter((name) => name.endsWith('.json'));

test('keys are made ahead for a session that was called, no more than it needs, and its vote is opened with them', async () => {
  const { db, config } = desk.services;
  await prepareUrns(db, config);
  assert.equal(await countReady(config), 0);
  expectOk(await move(desk, 'call'));
  await prepareUrns(db, config);
  const items = await db.selectFrom('council_item').select('id').where('is_secret', '=', true).execute();
  assert.ok(items.length > 0);
  for (const _again of [1, 2]) {
    await prepareUrns(db, config);
    assert.equal(await countReady(config), items.length);
  }
  expectOk(
    await attend(
      desk,
      members.map((one) => [one, 'present'] as const),
    ),
  );
  expectOk(await move(desk, 'open'));
  await pollAll(desk);
  const [chair] = members;
  if (!chair) throw new Error('nobody sits');
  assert.equal((await secretPolls(desk, chair)).length, items.length);
  assert.deepEqual([await countReady(config), urns().length], [0, items.length]);
  // However long ago they were made, the sweep leaves what is voted with.
  await sweepUrns(db, config, new Date(Date.now() + 3_600_000));
  assert.equal(urns().length, items.length);
  await voteSecretly(desk, chair, 'for');
  expectOk(await countPolls(desk.edge(secretary), { id: desk.sessionId }, act));
  assert.equal(urns().length, 0);
});

test('each of those made ahead is taken once, by however many at the same moment', async () => {
  const place = { dataDir: join(desk.dataDir, 'elsewhere') };
  assert.deepEqual(await takeReady(place, 3), []);
  await makeReady(place, 3);
  const taken = (await Promise.all([takeReady(place, 2), takeReady(place, 2)])).flat();
  assert.deepEqual([taken.length, new Set(taken.map(({ urnId }) => urnId)).size, await countReady(place)], [3, 3, 0]);
});
