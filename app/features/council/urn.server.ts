/**
 * The urn of a secret ballot: the keys with which ballots are signed blindly and envelopes sealed. They live in a file of the data folder,
 * outside the database and its backups, from the opening of a poll to its count, and are destroyed then: afterwards nobody can open an
 * envelope or join one to a ballot, nor sign another. A restart in between loses nothing (ADR 0184).
 */
import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  sign,
} from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { validate } from 'uuid';
import { newId } from '../../platform/id.server.ts';
import type { Ballot, PublicKey } from './ballot.ts';
import { ballotIn, modulusLength, saltLength, signedBytes, toBase64 } from './ballot.ts';
import type { Choice } from './tally.ts';

export type UrnPlace = { readonly dataDir: string };
type KeptUrn = { readonly key: string; readonly signing: Readonly<Record<string, string>> };
export type NewUrn = { readonly urnId: string; readonly publicKeys: ReadonlyMap<string, PublicKey> };

const makePair = promisify(generateKeyPair);
const folderOf = ({ dataDir }: UrnPlace) => join(dataDir, 'urns');
/** Made ahead, of no vote yet. */
const readyFolder = (place: UrnPlace) => join(folderOf(place), 'ready');
const fileOf = (place: UrnPlace, urnId: string) => join(folderOf(place), `${urnId}.json`);

/** One key pair for each poll, all in one urn. On the disk before the polls are in the database. */
export const makeUrn = (place: UrnPlace, urnId: string, pollIds: readonly string[]): Promise<NewUrn> =>
  writeUrn(folderOf(place), urnId, pollIds);

async function writeUrn(folder: string, urnId: string, pollIds: readonly string[]): Promise<NewUrn> {
  const publicKeys = new Map<string, PublicKey>();
  const signing: Record<string, string> = {};
  const pairs = await Promise.all(
    pollIds.map(async (pollId) => ({ pollId, pair: await makePair('rsa', { modulusLength }) })),
  );
  for (const { pollId, pair } of pairs) {
    signing[pollId] = pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    publicKeys.set(pollId, publicKeyOf(pair.publicKey));
  }
  const kept: KeptUrn = { key: randomBytes(32).toString('base64'), signing };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(join(folder, `${urnId}.json`), 'wx', 0o600);
  await file.writeFile(JSON.stringify(kept));
  await file.sync();
  await file.close();
  return { urnId, publicKeys };
}

function publicKeyOf(key: KeyObject): PublicKey {
  const { n = '', e = '' } = key.export({ format: 'jwk' });
  return { kty: 'RSA', n, e };
}

/** Whole urns of one poll each, for votes to come: a pair of keys takes the better part of a tenth of a second, and a council votes on hundreds (ADR 0257). */
export async function makeReady(place: UrnPlace, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) await writeUrn(readyFolder(place), newId(), [newId()]);
}

const readyIn = async (place: UrnPlace): Promise<readonly string[]> =>
  (await readdir(readyFolder(place)).catch(() => []))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((name) => validate(name));

export const countReady = async (place: UrnPlace): Promise<number> => (await readyIn(place)).length;

export type ReadyUrn = { readonly urnId: string; readonly pollId: string; readonly publicKey: PublicKey };

/** At most so many of those made ahead, each taken once, whoever else takes at the same moment. */
export async function takeReady(place: UrnPlace, most: number): Promise<readonly ReadyUrn[]> {
  const taken: ReadyUrn[] = [];
  for (const urnId of most > 0 ? await readyIn(place) : []) {
    if (taken.length === most) break;
    const urn = await takeOne(place, urnId);
    if (urn) taken.push(urn);
  }
  return taken;
}

async function takeOne(place: UrnPlace, urnId: string): Promise<ReadyUrn | undefined> {
  const [from, to] = [join(readyFolder(place), `${urnId}.json`), fileOf(place, urnId)];
  try {
    // Young from now on: the sweep leaves it alone until its vote is in the database.
    await utimes(from, new Date(), new Date());
    await rename(from, to);
  } catch (fault) {
    if (isGone(fault)) return undefined;
    throw fault;
  }
  const { signing } = JSON.parse(await readFile(to, 'utf8')) as KeptUrn;
  const [[pollId, kept] = []] = Object.entries(signing);
  if (pollId === undefined || kept === undefined) throw new Error('an urn made ahead holds no key');
  return { urnId, pollId, publicKey: publicKeyOf(createPublicKey(privateKeyIn(kept))) };
}

const isGone = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';

const privateKeyIn = (kept: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(kept, 'base64'), format: 'der', type: 'pkcs8' });

export type Urn = {
  /** RSASP1 with the check of RFC 9474, 4.3; undefined when what came in is no number below the modulus. */
  readonly sign: (pollId: string, blinded: Uint8Array) => Buffer | undefined;
  readonly seal: (pollId: string, ballot: Ballot) => Envelope;
  readonly open: (pollId: string, sealed: Uint8Array) => Ballot;
  /** A paper made into a ballot that nothing tells from the others. */
  readonly fill: (pollId: string, choice: Choice) => Ballot;
  /** What was read from papers, until a second person has read the same. */
  readonly sealNote: (pollId: string, note: string) => Buffer;
  readonly openNote: (pollId: string, sealed: Uint8Array) => string;
};
export type Envelope = { readonly mark: Buffer; readonly sealed: Buffer };

/** Undefined when its file is gone: destroyed by the count, or lost with the disk. */
export async function loadUrn(place: UrnPlace, urnId: string): Promise<Urn | undefined> {
  const path = fileOf(place, urnId);
  if (!existsSync(path)) return undefined;
  const { key, signing } = JSON.parse(await readFile(path, 'utf8')) as KeptUrn;
  const secret = Buffer.from(key, 'base64');
  return {
    sign: (pollId, blinded) => signBlindly(signing[pollId], blinded),
    seal: (pollId, ballot) => sealBallot(secret, pollId, ballot),
    open: (pollId, sealed) => openBallot(secret, pollId, sealed),
    fill: (pollId, choice) => fillBallot(signing[pollId], pollId, choice),
    sealNote: (pollId, note) => sealBytes(secret, `${pollId}/papers`, note.padEnd(noteLength)),
    openNote: (pollId, sealed) => openBytes(secret, `${pollId}/papers`, sealed).trimEnd(),
  };
}

/** By OpenSSL, which blinds its own work against who measures its time; a library in script does not. */
function signBlindly(kept: string | undefined, blinded: Uint8Array): Buffer | undefined {
  if (kept === undefined || blinded.length !== modulusLength / 8) return undefined;
  const key = privateKeyIn(kept);
  const padding = constants.RSA_NO_PADDING;
  try {
    const signature = privateDecrypt({ key, padding }, blinded);
    return publicEncrypt({ key, padding }, signature).equals(blinded) ? signature : undefined;
  } catch {
    return undefined;
  }
}

function fillBallot(kept: string | undefined, pollId: string, choice: Choice): Ballot {
  if (kept === undefined) throw new Error('the urn is of another poll');
  const key = privateKeyIn(kept);
  const [serial, prefix] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const signature = sign('sha384', signedBytes(pollId, { serial, prefix, choice }), { key, padding, saltLength });
  return { serial, prefix, choice, signature: toBase64(signature) };
}

/** All of one length, whatever they say: longer than any, filled with blanks. */
const envelopeLength = 640;
const noteLength = 64;

function sealBallot(secret: Buffer, pollId: string, ballot: Ballot): Envelope {
  const mark = createHmac('sha256', secret).update(`${pollId}\n${ballot.serial}`).digest();
  return { mark, sealed: sealBytes(secret, pollId, JSON.stringify(ballot).padEnd(envelopeLength)) };
}

function openBallot(secret: Buffer, pollId: string, sealed: Uint8Array): Ballot {
  const ballot = ballotIn(JSON.parse(openBytes(secret, pollId, sealed)));
  if (!ballot) throw new Error('an envelope holds no ballot');
  return ballot;
}

function sealBytes(secret: Buffer, about: string, plain: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function openBytes(secret: Buffer, about: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

/** Written over before it is taken away; what the disk itself keeps of old blocks is beyond us. */
export async function destroyUrn(place: UrnPlace, urnId: string): Promise<void> {
  const path = fileOf(place, urnId);
  if (!existsSync(path)) return;
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  await file.write(randomBytes(size), 0, size, 0);
  await file.sync();
  await file.close();
  await rm(path, { force: true });
}

/** Of polls that were never opened, or whose count was the machine's last deed. */
export async function urnsKept(place: UrnPlace): Promise<readonly { urnId: string; madeAt: Date }[]> {
  const names = await readdir(folderOf(place)).catch(() => []);
  const kept = names.map((name) => name.slice(0, -'.json'.length)).filter((name) => validate(name));
  return Promise.all(kept.map(async (urnId) => ({ urnId, madeAt: (await stat(fileOf(place, urnId))).mtime })));
}
