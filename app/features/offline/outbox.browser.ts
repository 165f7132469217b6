/**
 * Deeds on their way out. Each is kept before it is first sent, sent with its own key until an answer of ours comes, one
 * window at a time. Nothing leaves the shelf but by "done", or by the hand of its owner.
 */
import type { DeedAnswer } from '../../kernel/deed.ts';
import { deedHeaders } from '../../kernel/deed.ts';
import { filesIn } from './form.browser.ts';
import type { KeptDeed, SentFile, Vault } from './vault.browser.ts';
import type { Verdict } from './waiting.ts';
import { isDue, pauseAfter, verdictOn } from './waiting.ts';

export type Told = { readonly deed: KeptDeed; readonly verdict: Verdict; readonly answer: DeedAnswer | undefined };
type Hearer = (told: Told) => Promise<void>;

/** Long enough for a form on the thinnest line; then the same deed goes again. */
const patience = 60_000;

export type Outbox = ReturnType<typeof openOutbox>;

export function openOutbox(vault: Vault, hear: Hearer) {
  const other = new BroadcastChannel('thidua');
  /** For which this machine has no room: kept no longer than the page is open. */
  const loose = new Map<string, { readonly deed: KeptDeed; readonly form: FormData }>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const all = async () => [...(await vault.deeds()), ...[...loose.values()].map(({ deed }) => deed)];
  const rang = (told?: Told) => other.postMessage(told);

  async function sendOne(deed: KeptDeed): Promise<Verdict> {
    await mark(deed, { tries: deed.tries + 1, lastTry: Date.now(), why: 'no_line' });
    const { verdict, answer } = await ask(deed, loose.get(deed.key)?.form ?? (await formOf(deed)));
    if (verdict === 'done') await settle(deed.key);
    else await mark(deed, { why: verdict });
    await hear({ deed, verdict, answer });
    rang({ deed, verdict, answer });
    return verdict;
  }

  async function formOf(deed: KeptDeed): Promise<FormData | URLSearchParams> {
    const { fields, files } = deed.body;
    const form = files.length > 0 ? new FormData() : new URLSearchParams();
    for (const [name, value] of fields) form.append(name, value);
    if (form instanceof FormData) for (const { field, file } of await vault.filesOf(deed)) form.append(field, file);
    return form;
  }

  async function mark(deed: KeptDeed, change: Partial<KeptDeed>): Promise<void> {
    const held = loose.get(deed.key);
    if (held) loose.set(deed.key, { ...held, deed: { ...held.deed, ...change } });
    // What is noted about a deed is less than the deed: a full disk must not keep it from going.
    else await vault.markDeed(deed.key, change).catch(() => undefined);
  }

  async function settle(key: string): Promise<void> {
    loose.delete(key);
    await vault.drop('deed', key);
  }

  /** Sends what is chosen, in the order in which it was pressed; stops where the next would fare no better. */
  async function send(isChosen: (deed: KeptDeed) => boolean): Promise<void> {
    if (!navigator.onLine) return;
    await navigator.locks.request('thidua-outbox', async () => {
      for (const { key } of await all()) {
        // Looked up when its turn comes: another window, or the deed before it, may have settled or moved it.
        const deed = (await all()).find((one) => one.key === key);
        if (!deed || !isChosen(deed)) continue;
        const verdict = await sendOne(deed);
        if (verdict === 'no_line' || verdict === 'sign_in' || verdict === 'other_person') break;
      }
    });
    await plan();
  }

  /** Sees to it that what waits is tried again. */
  async function plan(): Promise<void> {
    clearTimeout(timer);
    const waiting = (await all()).filter((deed) => isDue({ ...deed, lastTry: null }, 0));
    if (waiting.length === 0) return;
    const next = Math.min(...waiting.map(({ tries, lastTry }) => (lastTry ?? 0) + pauseAfter(tries)));
    timer = setTimeout(() => void send((deed) => isDue(deed, Date.now())), Math.max(1000, next - Date.now()));
  }

  return {
    all,
    /** Kept first, and only then sent. */
    put: async (deed: KeptDeed, files?: readonly SentFile[]) => {
      await vault.putDeed(deed, files);
      rang();
    },
    putLoose: (deed: KeptDeed, form: FormData) => {
      loose.set(deed.key, { deed, form });
      rang();
    },
    isLoose: ({ key }: KeptDeed) => loose.has(key),
    filesOf: async (deed: KeptDeed): Promise<readonly SentFile[]> => {
      const held = loose.get(deed.key);
      return held ? filesIn(held.form) : vault.filesOf(deed);
    },
    send,
    settle: async (key: string) => {
      await settle(key);
      rang();
    },
    plan,
    hasLoose: () => loose.size > 0,
    dropLoose: () => loose.clear(),
    /** What other windows did; `told` where it was sending. They may be another person's. */
    onOther: (hearing: (told: Told | undefined) => void) =>
      other.addEventListener('message', ({ data }: MessageEvent<Told | undefined>) =>
        hearing(data?.deed.account === vault.account ? data : undefined),
      ),
  };
}

async function ask(deed: KeptDeed, body: FormData | URLSearchParams): Promise<Omit<Told, 'deed'>> {
  const headers = {
    Accept: 'application/json',
    [deedHeaders.key]: deed.key,
    [deedHeaders.account]: deed.account,
  };
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(deed.body.path, { method: 'POST', headers, body, redirect: 'manual', signal });
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    const answer = isJson ? ((await response.json()) as DeedAnswer) : undefined;
    return { verdict: verdictOn(response.status, answer?.kind), answer };
  } catch {
    return { verdict: 'no_line', answer: undefined };
  }
}
