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
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { validate } from 'uuid';
import type { Ballot, PublicKey } from './ballot.ts';
import { ballotIn, modulusLength } from './ballot.ts';

export type UrnPlace = { readonly dataDir: string };
type KeptUrn = { readonly key: string; readonly signing: Readonly<Record<string, string>> };
export type NewUrn = { readonly urnId: string; readonly publicKeys: ReadonlyMap<string, PublicKey> };

const makePair = promisify(generateKeyPair);
const folderOf = ({ dataDir }: UrnPlace) => join(dataDir, 'urns');
const fileOf = (place: UrnPlace, urnId: string) => join(folderOf(place), `${urnId}.json`);

/** One key pair for each poll, all in one urn. On the disk before the polls are in the database. */
export async function makeUrn(place: UrnPlace, urnId: string, pollIds: readonly string[]): Promise<NewUrn> {
  const publicKeys = new Map<string, PublicKey>();
  const signing: Record<string, string> = {};
  const pairs = await Promise.all(
    pollIds.map(async (pollId) => ({ pollId, pair: await makePair('rsa', { modulusLength }) })),
  );
  for (const { pollId, pair } of pairs) {
    signing[pollId] = pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    const { n = '', e = '' } = pair.publicKey.export({ format: 'jwk' });
    publicKeys.set(pollId, { kty: 'RSA', n, e });
  }
  const kept: KeptUrn = { key: randomBytes(32).toString('base64'), signing };
  await mkdir(folderOf(place), { recursive: true, mode: 0o700 });
  const file = await open(fileOf(place, urnId), 'wx', 0o600);
  await file.writeFile(JSON.stringify(kept));
  await file.sync();
  await file.close();
  return { urnId, publicKeys };
}

export type Urn = {
  /** RSASP1 with the check of RFC 9474, 4.3; undefined when what came in is no number below the modulus. */
  readonly sign: (pollId: string, blinded: Uint8Array) => Buffer | undefined;
  readonly seal: (pollId: string, ballot: Ballot) => Envelope;
  readonly open: (pollId: string, sealed: Uint8Array) => Ballot;
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
  };
}

/** By OpenSSL, which blinds its own work against who measures its time; a library in script does not. */
function signBlindly(kept: string | undefined, blinded: Uint8Array): Buffer | undefined {
  if (kept === undefined || blinded.length !== modulusLength / 8) return undefined;
  const key = createPrivateKey({ key: Buffer.from(kept, 'base64'), format: 'der', type: 'pkcs8' });
  const padding = constants.RSA_NO_PADDING;
  try {
    const signature = privateDecrypt({ key, padding }, blinded);
    return publicEncrypt({ key, padding }, signature).equals(blinded) ? signature : undefined;
  } catch {
    return undefined;
  }
}

/** All of one length, whatever the choice: longer than any ballot, filled with blanks. */
const envelopeLength = 640;

function sealBallot(secret: Buffer, pollId: string, ballot: Ballot): Envelope {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(pollId));
  const plain = JSON.stringify(ballot).padEnd(envelopeLength);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const mark = createHmac('sha256', secret).update(`${pollId}\n${ballot.serial}`).digest();
  return { mark, sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
}

function openBallot(secret: Buffer, pollId: string, sealed: Uint8Array): Ballot {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(pollId)).setAuthTag(bytes.subarray(12, 28));
  const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  const ballot = ballotIn(JSON.parse(plain));
  if (!ballot) throw new Error('an envelope holds no ballot');
  return ballot;
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
