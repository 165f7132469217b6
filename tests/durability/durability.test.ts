import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../../app/platform/embedded/process.server.ts';
import { embeddedTarget, serverPid, spawnWriter } from './embedded.ts';
import { runRounds } from './rounds.ts';

const ROUNDS = Number(process.env['DURABILITY_ROUNDS'] ?? 100);

const dataDir = mkdtempSync('/tmp/thidua-durability-');
chmodSync(dataDir, 0o711); // the server may run as another user
after(() => rmSync(dataDir, { recursive: true, force: true }));

test(`no acknowledged write is lost over ${ROUNDS} rounds of kill -9 of app, server, both`, async (t) => {
  const outcome = await runRounds(embeddedTarget(dataDir), ROUNDS);
  t.diagnostic(`${outcome.acknowledged} acknowledged writes, ${outcome.lost.length} lost`);
  assert.deepEqual(outcome.lost, []);
  assert.ok(outcome.acknowledged > ROUNDS, 'hardly anything was written, so nothing was proved');
});

test('a second app on the same data is refused in words, and the first goes on', async () => {
  let acknowledged = 0;
  const { app } = await spawnWriter(dataDir, () => (acknowledged += 1));
  const second = spawnSync(process.execPath, [join(import.meta.dirname, 'writer.ts'), dataDir], { encoding: 'utf8' });
  assert.equal(second.status, 3);
  assert.match(second.stderr, /^Một bản khác của phần mềm đang chạy trên cùng dữ liệu/);
  const before = acknowledged;
  await pause(200);
  assert.ok(acknowledged > before);
  app.kill('SIGTERM');
  await once(app, 'exit');
});

test('the server does not outlive an app that was killed', async () => {
  const { app } = await spawnWriter(dataDir, () => undefined);
  const server = serverPid(dataDir);
  app.kill('SIGKILL');
  await once(app, 'exit');
  const deadline = Date.now() + 10_000;
  while (isAlive(server) && Date.now() < deadline) await pause(20);
  assert.equal(isAlive(server), false);
});
