/**
 * Files in a folder. A file appears under its name only when it is whole and on the disk: written to a temporary name,
 * synced, renamed, and the folder synced. A crash leaves at most a temporary file, which the next start sweeps.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ok, refuse } from '../../kernel/result.ts';
import { hashOf, hashOfStream, pathOf } from './content-hash.server.ts';
import type { FileStore } from './store.server.ts';

/** A temporary file older than this belongs to nobody alive. */
const staleAfterMs = 24 * 3600 * 1000;

export function folderStore(folder: string): FileStore {
  const temporary = join(folder, 'tmp');
  const fileOf = (hash: string): string => join(folder, pathOf(hash));

  return {
    async put(bytes) {
      const hash = hashOf(bytes);
      const target = fileOf(hash);
      if (await exists(target)) return ok({ hash });
      const half = join(temporary, randomUUID());
      try {
        await makeFolder(temporary);
        await makeFolder(dirname(target));
        await writeSynced(half, bytes);
        await rename(half, target);
        await syncFolder(dirname(target));
      } catch (error) {
        await rm(half, { force: true });
        if (isFull(error)) return refuse({ kind: 'storage_full' });
        throw error;
      }
      return ok({ hash });
    },
    has: (hash) => exists(fileOf(hash)),
    async open(hash) {
      const target = fileOf(hash);
      const size = await sizeOf(target);
      return size === undefined ? undefined : { size, stream: createReadStream(target) };
    },
    async verify(hash) {
      const target = fileOf(hash);
      if (!(await exists(target))) return 'missing';
      return (await hashOfStream(createReadStream(target))) === hash ? 'intact' : 'broken';
    },
    async probe() {
      await makeFolder(temporary);
      await sweep(temporary);
    },
  };
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Each folder made on the way is synced into its parent, or the file could be lost with its folder. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o750 });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function sweep(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    const path = join(temporary, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > staleAfterMs) await rm(path, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: unknown) => absentOrThrow(error, false),
  );
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    (error: unknown) => absentOrThrow(error, undefined),
  );
}

function absentOrThrow<Absent>(error: unknown, absent: Absent): Absent {
  if (codeOf(error) === 'ENOENT') return absent;
  throw error;
}

/** EFBIG is a full quota of one process (ulimit), EDQUOT of one user: for the sender all three are the same. */
function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
