/**
 * Keys for development and the demonstration: an authority of the product's own, and below it a key for each person, each unit's seal and
 * the time stamps, made on first use and kept sealed in the data folder. Certificates of the trial have no legal value and say so.
 */
import { createHash } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../id.server.ts';
import type { Seal } from '../seal.server.ts';
import type { Kept, Owner } from './development-certificates.server.ts';
import { issueBelow, issueRoot, signerOf, yearsFrom } from './development-certificates.server.ts';
import type { Signer } from './signer.ts';

export type KeyFolder = { readonly path: string; readonly seal: Seal; readonly at: Date };

export function developmentSigner(folder: KeyFolder, owner: Owner): Promise<Signer> {
  const name = `${owner.kind}-${createHash('sha256').update(owner.id).digest('hex').slice(0, 32)}`;
  const life = { from: yearsFrom(folder.at, -1), until: yearsFrom(folder.at, 5) };
  return inTurn(async () => {
    const authority = await authorityIn(folder);
    return signerOf(await keptIn(folder, name, () => issueBelow(authority, owner, life)));
  });
}

/** The root below which all of these stand. */
export function developmentRoot(folder: KeyFolder): Promise<Uint8Array> {
  return inTurn(async () => Buffer.from((await authorityIn(folder)).certificate, 'base64'));
}

const authorityIn = (folder: KeyFolder) => keptIn(folder, 'authority', () => issueRoot(folder.at));

/** One after the other, so that two first uses make one key. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<Value>(make: () => Promise<Value>): Promise<Value> {
  const mine = last.then(make);
  last = mine.catch(() => undefined);
  return mine;
}

const known = new Map<string, Kept>();

async function keptIn(folder: KeyFolder, name: string, make: () => Promise<Kept>): Promise<Kept> {
  const path = join(folder.path, `${name}.key`);
  const found = known.get(path) ?? (await readKept(folder, path));
  const kept = found ?? (await keep(folder, path, await make()));
  known.set(path, kept);
  return kept;
}

async function readKept({ seal }: KeyFolder, path: string): Promise<Kept | undefined> {
  const bytes = await readFile(path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });
  return bytes && (JSON.parse(seal.open('signing.key', bytes)) as Kept);
}

/** Whole or not at all, and never over another process's: then theirs is taken. */
async function keep(folder: KeyFolder, path: string, kept: Kept): Promise<Kept> {
  await mkdir(folder.path, { recursive: true, mode: 0o700 });
  const part = `${path}.${newId()}`;
  await writeFile(part, folder.seal.seal('signing.key', JSON.stringify(kept)), { mode: 0o600 });
  const isOurs = await link(part, path).then(
    () => true,
    () => false,
  );
  await unlink(part);
  return isOurs ? kept : ((await readKept(folder, path)) ?? kept);
}
