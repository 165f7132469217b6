/**
 * The signing of this installation, as its configuration says: which keys, which time stamps, which roots. With `SIGNING=development` the
 * keys are the product's own and its root is trusted; else that root is not, so that a trial signature never passes for one.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Services } from '../services.server.ts';
import type { CscKey } from './csc-signer.server.ts';
import { cscSigner } from './csc-signer.server.ts';
import type { Owner } from './development-certificates.server.ts';
import type { KeyFolder } from './development-keys.server.ts';
import { developmentRoot, developmentSigner } from './development-keys.server.ts';
import type { Signer, TimeStamper } from './signer.ts';
import { signingText } from './text.ts';
import { timeStamperAt, trialStamper } from './time-stamp.server.ts';
import type { Trust } from './trust.server.ts';

type Needs = Pick<Services, 'config' | 'seal' | 'clock'>;

export const signingFolder = (dataDir: string) => join(dataDir, 'signing');

function keyFolder({ config, seal, clock }: Needs): KeyFolder {
  return { path: signingFolder(config.dataDir), seal, at: clock() };
}

export type WhoSigns = { readonly owner: Owner; readonly csc?: CscKey | undefined };

/** Undefined where signing is by hand (a token): then the paper is handed out and taken back. Throws when the service is away. */
export async function signerFor(needs: Needs, { owner, csc }: WhoSigns): Promise<Signer | undefined> {
  const { signing } = needs.config;
  if (signing.mode === 'development') return developmentSigner(keyFolder(needs), owner);
  if (signing.mode === 'csc' && signing.csc && csc) return cscSigner(signing.csc, csc);
  return undefined;
}

/** By its address; without one the trial authority of development, else none. */
export async function stamperFor(needs: Needs): Promise<TimeStamper | undefined> {
  const { signing } = needs.config;
  if (signing.timeStampUrl !== undefined) return timeStamperAt(signing.timeStampUrl);
  if (signing.mode !== 'development') return undefined;
  const owner: Owner = { kind: 'stamper', id: 'stamper', name: signingText.stamper };
  return trialStamper(await developmentSigner(keyFolder(needs), owner), needs.clock);
}

/** Roots (.pem, .crt, .cer, .der) and lists of revoked certificates (.crl) in the folder of trust; read each time, they are few. */
export async function trustOf(needs: Needs): Promise<Trust> {
  const { config } = needs;
  const folder = config.signing.trustDir ?? join(signingFolder(config.dataDir), 'trust');
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
  const among = (ending: RegExp) => files.filter(({ name }) => ending.test(name)).flatMap(({ bytes }) => derIn(bytes));
  const own = config.signing.mode === 'development' ? [await developmentRoot(keyFolder(needs))] : [];
  return { roots: [...own, ...among(/\.(pem|crt|cer|der)$/i)], lists: among(/\.crl$/i) };
}

function derIn(bytes: Buffer): readonly Uint8Array[] {
  const blocks = [...bytes.toString('latin1').matchAll(/-----BEGIN [^-]+-----([^-]+)-----END/g)];
  if (blocks.length === 0) return [bytes];
  return blocks.map(([, body = '']) => Buffer.from(body, 'base64'));
}
