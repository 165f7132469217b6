/** The bench itself, at its smallest: that it still runs, says what it should, and leaves other people's tables alone. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { withServer } from '../scripts/testing/servers.ts';
import { runNode } from '../scripts/tool.ts';

const folder = mkdtempSync('/tmp/thidua-bench-test-');
after(() => rmSync(folder, { recursive: true }));
const given = process.env['TEST_DATABASE_URL'];

const bench = (databaseUrl: string | undefined, ...args: readonly string[]) =>
  runNode(['scripts/bench.ts', ...args], { quiet: true, env: { DATABASE_URL: databaseUrl } });

type Result = { readonly name: string; readonly figure: number; readonly verdict: string; readonly target: unknown };

test('every case runs at its smallest and is judged against its target', async () => {
  const file = join(folder, 'figures.json');
  const { code, output } = await bench(given, '--tiny', '--without', 'page', '--json', file);
  assert.equal(code, 0, output);
  const { machine, results } = JSON.parse(readFileSync(file, 'utf8')) as {
    machine: Record<string, unknown>;
    results: readonly Result[];
  };
  assert.match(String(machine['node']), /^v24/);
  assert.match(String(machine['postgres']), /^\d\d/);
  assert.ok(results.length >= 5);
  for (const { name, figure, verdict, target } of results) {
    assert.ok(Number.isFinite(figure), name);
    assert.equal(verdict === 'no target', target === null, name);
    assert.match(output, new RegExp(`^${name.replaceAll('/', '\\/')} .*${target === null ? '' : verdict}`, 'm'));
  }
  const lost = results.filter(({ verdict, name }) => verdict === 'missed' && /lost|edits/.test(name));
  assert.deepEqual(lost, []);
});

test('what it does not know is refused in words', async () => {
  const { code, output } = await bench(given, '--only', 'nothing');
  assert.equal(code, 1);
  assert.match(output, /^Không có phép đo nothing/);
});

test('a database that holds tables is left as it is', () =>
  onServer(async (superuser) => {
    const admin = new pg.Client({ connectionString: superuser });
    await admin.connect();
    const name = `bench_guard_${process.pid}`;
    const url = new URL(superuser);
    url.username = name;
    url.pathname = `/${name}`;
    await admin.query(`create role ${name} login nocreatedb`);
    await admin.query(`create database ${name} owner ${name}`);
    try {
      const own = new pg.Client({ connectionString: url.href });
      await own.connect();
      await own.query('create table kept (words text)');
      await own.end();
      const { code, output } = await bench(url.href, '--tiny');
      assert.equal(code, 1);
      assert.match(output, new RegExp(`^Cơ sở dữ liệu ${name} đã có bảng`));
    } finally {
      await admin.query(`drop database ${name} with (force)`);
      await admin.query(`drop role ${name}`);
      await admin.end();
    }
  }));

const onServer = (body: (superuser: string) => Promise<void>) => (given ? body(given) : withServer(undefined, body));
