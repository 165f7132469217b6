/**
 * What the browser keeps of one account: drafts, and deeds on their way. Sealed with a key that only this person's own
 * pages carry, so that whoever signs in next can neither read nor send it; and it is there again when its owner is.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { Draft } from './draft.ts';
import type { Why } from './waiting.ts';

export type Holder = { readonly account: string; readonly key: string };
type Sealed = { readonly nonce: Uint8Array<ArrayBuffer>; readonly body: ArrayBuffer };
export type DraftRow = {
  readonly key: string;
  readonly account: string;
  readonly form: string;
  /** Of the tab in which it is written: two windows with one form do not write over each other. */
  readonly tab: string;
  readonly savedAt: number;
  /** Handed to the browser to be sent, without our watching: gone when the answer is seen. */
  readonly sent: boolean;
};
export type DeedRow = {
  readonly key: string;
  readonly account: string;
  readonly form: string;
  /** Of the tab in which it was pressed. */
  readonly tab: string;
  readonly since: number;
  readonly tries: number;
  readonly lastTry: number | null;
  readonly why: Why;
};
/** A file that goes along, under the name of its field; when it was changed last tells two of one name apart. */
export type FileNote = Pick<File, 'name' | 'type' | 'size' | 'lastModified'> & { readonly field: string };
export type SentFile = { readonly field: string; readonly file: File };
/** What is sent, in the words of the form and in those of its reader. The files themselves stand on a shelf of their own. */
export type DeedBody = Draft & {
  readonly fields: readonly (readonly [string, string])[];
  readonly files: readonly FileNote[];
  readonly labels: Labels;
};
export type Labels = readonly (readonly [label: string, value: string])[];
export type Opened<Row, Body> = Row & { readonly body: Body };
export type KeptDraft = Opened<DraftRow, Draft & { readonly labels: Labels }>;
export type KeptDeed = Opened<DeedRow, DeedBody>;

interface Shelves extends DBSchema {
  holder: { key: string; value: Holder };
  draft: { key: string; value: DraftRow & Sealed };
  deed: { key: string; value: DeedRow & Sealed };
  /** By the key of their deed, in its order: read only when it is sent. */
  file: { key: string; value: { readonly key: string; readonly account: string; readonly parts: readonly Sealed[] } };
}
type Store = 'draft' | 'deed';

export const openShelves = (): Promise<IDBPDatabase<Shelves>> =>
  openDB<Shelves>('thidua', 2, {
    upgrade: (db, before) => {
      if (before < 1) {
        db.createObjectStore('holder');
        db.createObjectStore('draft', { keyPath: 'key' });
        db.createObjectStore('deed', { keyPath: 'key' });
      }
      db.createObjectStore('file', { keyPath: 'key' });
    },
    // A later edition in another window is not kept waiting for this one.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });

export type Vault = Awaited<ReturnType<typeof openVault>>;

export async function openVault({ account, key }: Holder) {
  const shelves = await openShelves();
  // A full disk must not keep the rest from being tried.
  await shelves.put('holder', { account, key }, 'holder').catch(() => undefined);
  const bytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
  const lock = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);

  async function sealBytes(plain: BufferSource): Promise<Sealed> {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    return { nonce, body: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, lock, plain) };
  }
  const seal = (body: unknown) => sealBytes(new TextEncoder().encode(JSON.stringify(body)));
  const unsealBytes = ({ nonce, body }: Sealed) => crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, lock, body);

  /** Undefined when it was sealed with a key that is gone: nobody can read it any more. */
  async function unseal<Row, Body>({ nonce, body, ...row }: Row & Sealed): Promise<Opened<Row, Body> | undefined> {
    const plain = await unsealBytes({ nonce, body }).catch(() => undefined);
    if (!plain) return undefined;
    return { ...row, body: JSON.parse(new TextDecoder().decode(plain)) as Body } as unknown as Opened<Row, Body>;
  }

  async function opened<Row, Body>(rows: readonly (Row & Sealed)[]): Promise<readonly Opened<Row, Body>[]> {
    const all = await Promise.all(rows.map((row) => unseal<Row, Body>(row)));
    return all.filter((one) => one !== undefined);
  }

  const own = <Row extends { readonly account: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.account === account);

  return {
    account,
    putDraft: async ({ body, ...row }: KeptDraft) =>
      void (await shelves.put('draft', { ...row, ...(await seal(body)) })),
    /** With its files, or none of it. Without them what is kept of them stays. */
    putDeed: async ({ body, ...row }: KeptDeed, files: readonly SentFile[] = []) => {
      const sealed = await seal(body);
      const parts = await Promise.all(files.map(async ({ file }) => sealBytes(await file.arrayBuffer())));
      // A deed is told to be safe: it must have reached the disk by then.
      const writing = shelves.transaction(['deed', 'file'], 'readwrite', { durability: 'strict' });
      const [deeds, kept] = [writing.objectStore('deed'), writing.objectStore('file')];
      await Promise.all([
        deeds.put({ ...row, ...sealed }),
        ...(parts.length > 0 ? [kept.put({ key: row.key, account, parts })] : []),
        writing.done,
      ]);
    },
    filesOf: async ({ key, body }: KeptDeed): Promise<readonly SentFile[]> => {
      const { parts = [] } = (await shelves.get('file', key)) ?? {};
      const bytes = await Promise.all(parts.map(unsealBytes));
      return body.files.map(({ field, name, ...how }, at) => ({ field, file: new File([bytes[at] ?? ''], name, how) }));
    },
    /** Only while it is there: another window may have settled it. */
    markDeed: async (key: string, change: Partial<DeedRow>) => {
      const writing = shelves.transaction('deed', 'readwrite');
      const row = await writing.store.get(key);
      if (row) await writing.store.put({ ...row, ...change });
      await writing.done;
    },
    drop: async (store: Store, key: string) => {
      const writing = shelves.transaction([store, 'file'], 'readwrite');
      await Promise.all([
        writing.objectStore(store).delete(key),
        writing.objectStore('file').delete(key),
        writing.done,
      ]);
    },
    drafts: async () =>
      (await opened<DraftRow, KeptDraft['body']>(own(await shelves.getAll('draft')))).toSorted(
        (a, b) => b.savedAt - a.savedAt,
      ),
    deeds: async () =>
      (await opened<DeedRow, DeedBody>(own(await shelves.getAll('deed')))).toSorted((a, b) => a.since - b.since),
    /** How much there is of others: no more than that is known of it. */
    ofOthers: async () => {
      const rows = [...(await shelves.getAll('deed')), ...(await shelves.getAll('draft'))];
      return rows.filter((row) => row.account !== account).length;
    },
    /** Of this account; what is sealed for others is not ours to throw away. */
    clear: async () => {
      const mine = async (store: Store | 'file') => {
        for (const { key: row } of own(await shelves.getAll(store))) await shelves.delete(store, row);
      };
      await Promise.all([shelves.clear('holder'), mine('draft'), mine('deed'), mine('file')]);
    },
  };
}

/** Whoever was here last; gone when the product has said that nobody is. */
export async function lastHolder(): Promise<Holder | undefined> {
  return (await openShelves()).get('holder', 'holder');
}

export async function forgetHolder(): Promise<void> {
  await (await openShelves()).delete('holder', 'holder');
}
