/** The data folder's files, beside the database: evidence, letters, the key of the sealed columns. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileCopy } from './manifest.ts';

/** The cluster, copied by itself; and keys of urns, which must be gone when a ballot is counted: of them no copy is made. */
const left = new Set(['postgres', 'urns']);

/** Copies everything but those; the same bytes are read back for the checksum. */
export async function copyFiles(dataDir: string, into: string): Promise<readonly FileCopy[]> {
  const copies: FileCopy[] = [];
  for (const path of await listFiles(dataDir)) {
    const target = join(into, 'files', path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(join(dataDir, path), target);
    copies.push({ path, sha256: await checksum(target) });
  }
  return copies;
}

async function listFiles(dataDir: string): Promise<readonly string[]> {
  const top = await readdir(dataDir, { withFileTypes: true });
  const lists = top.map(async (entry) => {
    if (left.has(entry.name)) return [];
    if (entry.isFile()) return [entry.name];
    return entry.isDirectory() ? listBelow(dataDir, entry.name) : [];
  });
  return (await Promise.all(lists)).flat().sort();
}

async function listBelow(dataDir: string, name: string): Promise<readonly string[]> {
  const below = await readdir(join(dataDir, name), { withFileTypes: true, recursive: true });
  const files = below.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(dataDir.length + 1));
}

export async function restoreFiles(from: string, files: readonly FileCopy[], dataDir: string): Promise<void> {
  for (const { path } of files) {
    const target = join(dataDir, path);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(from, 'files', path), target);
  }
}

export async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The first file that is missing or changed; `undefined` when all are as they were written. */
export async function findDamage(files: readonly FileCopy[]): Promise<string | undefined> {
  for (const { path, sha256 } of files) {
    if (!existsSync(path) || (await checksum(path)) !== sha256) return path;
  }
  return undefined;
}
