import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathOf } from './content-hash.server.ts';
import { folderStore } from './folder-store.server.ts';
import { contract } from './store-contract.fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'store-'));

const place = join(root, 'deep', 'files');
contract('folder', async () => ({
  store: folderStore(place),
  spoil: (hash) => writeFile(join(place, pathOf(hash)), 'spoiled'),
}));

test('a temporary file of a crash is swept after a day, a younger one is left alone', async () => {
  const folder = join(root, 'swept');
  const store = folderStore(folder);
  await store.probe();
  for (const name of ['old', 'young']) writeFileSync(join(folder, 'tmp', name), 'half');
  utimesSync(join(folder, 'tmp', 'old'), 1, 1);
  await store.probe();
  assert.deepEqual(readdirSync(join(folder, 'tmp')), ['young']);
});

/** Puts a small file, then a large one, in a process of its own, and prints both outcomes. */
const putTwo = `
  import { folderStore } from ${JSON.stringify(new URL('folder-store.server.ts', import.meta.url).href)};
  const store = folderStore(process.argv[1]);
  const small = await store.put(new Uint8Array(1000).fill(1));
  const large = await store.put(new Uint8Array(4_000_000).fill(2));
  process.stdout.write(JSON.stringify([small.ok, large]));
`;

function assertFullLeavesNothing(folder: string, printed: string): void {
  assert.deepEqual(JSON.parse(printed), [true, { ok: false, refusal: { kind: 'storage_full' } }]);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  assert.equal(files.length, 1);
}

test('a full quota is refused in words of its own and leaves no half file', () => {
  const folder = join(root, 'quota');
  const script = 'ulimit -f 1000 && exec "$0" --input-type=module -e "$1" "$2"';
  const { stdout } = spawnSync('sh', ['-c', script, process.execPath, putTwo, folder], { encoding: 'utf8' });
  assertFullLeavesNothing(folder, stdout);
});

const tiny = join(root, 'tiny');
const isMounted = mountTiny();
after(() => {
  if (isMounted) execFileSync('umount', [tiny]);
  rmSync(root, { recursive: true });
});

if (isMounted) {
  test('a full disk is refused in words of its own and leaves no half file', () => {
    const folder = join(tiny, 'files');
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', putTwo, folder], { encoding: 'utf8' });
    assertFullLeavesNothing(folder, stdout);
  });
}

function mountTiny(): boolean {
  mkdirSync(tiny);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', tiny]).status === 0;
}
