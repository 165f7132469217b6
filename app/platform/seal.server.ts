/**
 * Sealing at rest: AES-256-GCM under the data key (DATA_KEY, else a file in the data folder made on first start).
 * A sealed value is bound to its purpose, so that it cannot be moved to another column. Look-ups of sealed values go
 * by a keyed hash. Layout: version byte, 12 bytes nonce, 16 bytes tag, ciphertext.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configText } from './config.text.ts';

export type Seal = {
  readonly seal: (purpose: string, text: string) => Buffer;
  /** Throws when the key or the purpose is another one, or a byte was changed. */
  readonly open: (purpose: string, sealed: Uint8Array) => string;
  readonly lookup: (purpose: string, text: string) => Buffer;
};

export function createSeal(secret: Uint8Array): Seal {
  const sealingKey = Buffer.from(hkdfSync('sha256', secret, '', 'thidua sealing', 32));
  const lookupKey = Buffer.from(hkdfSync('sha256', secret, '', 'thidua lookup', 32));
  return {
    seal: (purpose, text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body]);
    },
    open: (purpose, sealed) => {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== 1 || bytes.length < 29) throw new Error('not a sealed value');
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(1, 13));
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(13, 29));
      return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8');
    },
    lookup: (purpose, text) => createHmac('sha256', lookupKey).update(`${purpose}\0${text}`).digest(),
  };
}

/** 32 bytes, base64. A missing file is made once; whoever loses it loses the sealed values, so backups carry it. */
export function dataKeyOf(given: string | undefined, dataDir: string): Uint8Array {
  if (given) return checked(Buffer.from(given, 'base64'));
  const path = join(dataDir, 'data-key');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  }
  return checked(Buffer.from(readFileSync(path, 'utf8'), 'base64'));
}

function checked(key: Buffer): Uint8Array {
  if (key.length !== 32) throw new Error(configText.dataKey);
  return key;
}
