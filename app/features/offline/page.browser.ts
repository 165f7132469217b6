/** The script of a signed-in page: drafts, what waits, kept pages. A page does without it whatever it does with it. */
import type { Drafts } from './drafts.browser.ts';
import { formOf, guarded, keyOf, openDrafts } from './drafts.browser.ts';
import { offlineOf } from './form.browser.ts';
import { forgetPages, keepDuties } from './kept-pages.browser.ts';
import { keptAs } from './kept-paths.ts';
import { drawList, listPlace } from './list.browser.ts';
import type { Outbox } from './outbox.browser.ts';
import { openOutbox } from './outbox.browser.ts';
import { openSending } from './sending.browser.ts';
import { askFirst, countInBar, make, notice, say, tell } from './show.browser.ts';
import { offlineText, waitingText } from './text.ts';
import type { Holder, Vault } from './vault.browser.ts';
import { forgetHolder, lastHolder, openVault } from './vault.browser.ts';

/** When a copy was made; `fallback` on the page that stands for one that is not kept. */
const copy = document.documentElement.dataset['kept'];
const isLive = copy === undefined;

async function whoIsHere(): Promise<Holder | undefined> {
  const { account, key } = document.getElementById('comfort')?.dataset ?? {};
  if (account !== undefined && key !== undefined) return { account, key };
  if (isLive) await forgetHolder();
  return isLive ? undefined : lastHolder();
}

/** By http, or where storing is forbidden, nothing is kept, and forms go the browser's own way. */
const canKeep = (): boolean => isSecureContext && 'indexedDB' in window && 'locks' in navigator && 'caches' in window;

async function begin(): Promise<void> {
  sayCopy();
  const place = listPlace();
  if (!canKeep()) for (const form of guarded()) tell(form, false, offlineText.cannotKeep);
  const holder = canKeep() ? await whoIsHere() : undefined;
  if (!holder) return place?.replaceChildren(make('p', {}, canKeep() ? waitingText.nobody : waitingText.cannot));
  if (isLive) await forgetPages(holder.account);
  const vault = await openVault(holder);
  const here = keptAs(location.pathname, new URLSearchParams(location.search));
  const drafts = await openDrafts(vault, here);
  let outbox: Outbox | undefined = undefined;
  const box = (): Outbox => (outbox ??= openOutbox(vault, sending.hear));
  const sending = openSending({ account: holder.account, drafts, outbox: box });
  if (isLive) await drafts.settleSent();
  for (const form of guarded()) {
    await drafts.tend(form);
    sending.attend(form);
  }
  const desk = { vault, outbox: box(), drafts };
  await attendLine(desk, sending.hear);
  attendLeaving(desk);
  if (isLive) await sendWaiting(box());
  if (isLive) keepLater(holder.account);
}

function sayCopy(): void {
  if (copy === undefined) return;
  document.querySelectorAll('main .notice-success').forEach((each) => each.remove());
  const again = make('a', { href: location.href }, offlineText.again);
  const isAsked = location.pathname === '/cho-gui';
  const words = copy !== 'fallback' ? offlineText.kept(Number(copy)) : isAsked ? '' : offlineText.elsewhere;
  say('copy', notice('warning', offlineText.keptTitle, words, ' ', again));
}

/** What waits goes first when a page of its owner's is opened; also what waited for a signing in, or for this very form. */
async function sendWaiting(outbox: Outbox): Promise<void> {
  const here = new Set(guarded().map(keyOf));
  await outbox.send(({ form, why }) => here.has(form) || !['conflict', 'refused', 'other_person'].includes(why));
}

type Desk = { readonly vault: Vault; readonly outbox: Outbox; readonly drafts: Drafts };
type Hear = ReturnType<typeof openSending>['hear'];

async function attendLine({ vault, outbox, drafts }: Desk, hear: Hear): Promise<void> {
  const place = listPlace();
  const isEntry = guarded().some((form) => offlineOf(form) !== undefined);
  const count = async () => {
    countInBar((await outbox.all()).length, isEntry);
    if (place) await drawList(place, { vault, outbox });
  };
  outbox.onOther((told) => {
    if (told?.verdict === 'done' && formOf(told.deed.form)) void hear(told);
    void count();
  });
  addEventListener('offline', () => say('line', notice('warning', offlineText.keptTitle, offlineText.lineLost)));
  addEventListener('online', () => {
    say('line', notice('info', undefined, offlineText.lineBack));
    void outbox.send(({ why }) => why === 'new' || why === 'no_line' || why === 'busy').then(count);
  });
  addEventListener('beforeunload', (event) => {
    if (drafts.isUnkept() || outbox.hasLoose()) event.preventDefault();
  });
  await count();
  await outbox.plan();
}

/** Signing out clears what is this person's on this machine: not before it was said what would be lost. */
function attendLeaving({ vault, outbox, drafts }: Desk): void {
  document.querySelectorAll<HTMLFormElement>('.account form').forEach((form) =>
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void leave(form);
    }),
  );
  async function leave(form: HTMLFormElement): Promise<void> {
    const waiting = new Set([...(await outbox.all()), ...(await vault.drafts())].map((one) => one.form)).size;
    const verbs = { stay: offlineText.leavingStay, go: offlineText.leavingGo };
    if (waiting > 0 && !(await askFirst(offlineText.leavingTitle, offlineText.leaving(waiting), verbs))) return;
    drafts.rest();
    outbox.dropLoose();
    await vault.clear();
    await forgetPages();
    // A browser that believes in its line may be wrong: asked first, so that no page of its own stands in place of our words.
    const how = { method: 'POST', body: new URLSearchParams({ 'da-xoa': '1' }), redirect: 'manual' } as const;
    const answer = await fetch(form.action, how).catch(() => undefined);
    if (answer?.type === 'opaqueredirect') location.assign('/dang-nhap?da-ra');
    else say('left', notice('warning', undefined, offlineText.leftOffline));
  }
}

function keepLater(account: string): void {
  const keep = () => void keepDuties(account).catch(() => undefined);
  void navigator.serviceWorker.register('/worker.js').catch(() => undefined);
  setTimeout(keep, 4000);
}

void begin();
