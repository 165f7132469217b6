/**
 * Ballots on their way, kept in this browser until they are in the urn and were found among those that were counted. Sealed with the key that only
 * this person's own pages carry, so that whoever sits here next cannot read them.
 */
import type { Ballot } from './ballot.ts';
import { fromBase64, toBase64 } from './ballot.ts';
import type { Unsigned } from './making.browser.ts';

/** `isLate`: its item was counted before it came; it is not sent again. */
export type Kept = {
  readonly unsigned: Unsigned;
  readonly ballot?: Ballot;
  readonly isCast?: boolean;
  readonly isLate?: boolean;
};
export type Box = {
  readonly put: (kept: Kept) => Promise<void>;
  readonly all: () => Promise<readonly Kept[]>;
  readonly drop: (pollId: string) => void;
};

/** Undefined where nothing can be kept: no secure page, nobody signed in, storing forbidden. */
export async function openBox(): Promise<Box | undefined> {
  const { account, key } = document.getElementById('comfort')?.dataset ?? {};
  if (!isSecureContext || account === undefined || key === undefined) return undefined;
  const lock = await crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const head = `thidua.phieu.${account}.`;
  try {
    localStorage.setItem(`${head}thu`, '');
    localStorage.removeItem(`${head}thu`);
  } catch {
    return undefined;
  }
  return {
    put: async (kept) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(kept));
      const body = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, lock, plain));
      localStorage.setItem(head + kept.unsigned.pollId, `${toBase64(iv)}.${toBase64(body)}`);
    },
    all: async () => {
      const names = Object.keys(localStorage).filter((name) => name.startsWith(head));
      const opened = await Promise.all(names.map((name) => opening(lock, localStorage.getItem(name) ?? '')));
      return opened.filter((one) => one !== undefined);
    },
    drop: (pollId) => localStorage.removeItem(head + pollId),
  };
}

async function opening(lock: CryptoKey, text: string): Promise<Kept | undefined> {
  const [iv = '', body = ''] = text.split('.');
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(iv) }, lock, fromBase64(body));
    return JSON.parse(new TextDecoder().decode(plain)) as Kept;
  } catch {
    return undefined;
  }
}
