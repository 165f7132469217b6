/**
 * The script of a secret ballot. Choices never leave the browser but inside a ballot: signed unseen with the member's account, then cast without
 * it, each by itself and in an order drawn here. Whatever breaks off goes on where it was when the page is opened again.
 */
import type { Ballot, PublicKey } from './ballot.ts';
import type { Box, Kept } from './box.browser.ts';
import { openBox } from './box.browser.ts';
import { finished, makeUnsigned } from './making.browser.ts';
import { keepSpares, offerCode, offerGoingOn } from './recover.browser.ts';
import { ballotText as said } from './ballot.text.ts';
import type { Choice } from './tally.ts';
import { choices } from './tally.ts';

type Poll = { readonly pollId: string; readonly publicKey: PublicKey; readonly label: string; readonly taken: boolean };

const place = document.getElementById('phieu-kin');
const status = document.getElementById('phieu-tinh-trang');
const button = document.getElementById('bo-phieu') as HTMLButtonElement | null;
const polls = JSON.parse(place?.dataset['polls'] ?? '[]') as readonly Poll[];
const keyOf = (pollId: string) => polls.find((poll) => poll.pollId === pollId)?.publicKey;

/** As a program: a session that has ended is said, not turned into a page to sign in on. */
const asking = { method: 'POST', headers: { Accept: 'application/json' }, redirect: 'error' } as const;

function say(text: string, kind: 'info' | 'refusal' | 'success' = 'info'): void {
  if (!status) return;
  status.className = `notice notice-${kind}`;
  status.textContent = text;
}

const radios = (pollId: string) => [...document.querySelectorAll<HTMLInputElement>(`input[name="phieu-${pollId}"]`)];
const chosen = (pollId: string): Choice | undefined => {
  const value = radios(pollId).find(({ checked }) => checked)?.value;
  return choices.find((each) => each === value);
};

async function begin(): Promise<void> {
  if (!place || !button) return;
  const box = await openBox();
  if (!box) return say(said.cannot, 'refusal');
  place.hidden = false;
  for (const all of document.querySelectorAll<HTMLButtonElement>('[data-tat-ca]'))
    all.addEventListener('click', () => {
      for (const { pollId } of polls)
        for (const radio of radios(pollId)) radio.checked = radio.value === all.dataset['tatCa'];
    });
  button.addEventListener('click', () => void attempt(() => vote(box)));
  const isOpen = (pollId: string) => keyOf(pollId) !== undefined;
  const sheet = { box, unfinished: () => unfinished(box), isOpen, goOn: () => goOn(box), attempt, say };
  offerCode(sheet);
  await attempt(() => offerGoingOn(sheet));
  const waiting = await unfinished(box);
  if (waiting.length > 0) await attempt(() => goOn(box));
}

async function attempt(work: () => Promise<void>): Promise<void> {
  if (button) button.disabled = true;
  try {
    await work();
  } catch (fault) {
    say(fault instanceof Refused ? fault.message : said.broken, 'refusal');
  } finally {
    if (button) button.disabled = false;
  }
}

class Refused extends Error {}

/** Of those votes that are open: each is counted by itself, and what came too late is left alone. */
async function unfinished(box: Box): Promise<readonly Kept[]> {
  return (await box.all()).filter(({ unsigned, isCast, isLate }) => !isCast && !isLate && keyOf(unsigned.pollId));
}

/** All of the sheet, so that nothing tells which items a member was sure of; what stands kept already keeps its choice. */
async function vote(box: Box): Promise<void> {
  const kept = new Set((await box.all()).map(({ unsigned }) => unsigned.pollId));
  const open = polls.filter(({ pollId, taken }) => !taken && !kept.has(pollId));
  const missing = open.filter(({ pollId }) => !chosen(pollId));
  if (missing.length > 0) {
    radios(missing[0]?.pollId ?? '')[0]?.focus();
    throw new Refused(said.missing(missing.map(({ label }) => label)));
  }
  for (const [at, { pollId, publicKey }] of open.entries()) {
    say(said.making(at + 1, open.length));
    await box.put({ unsigned: await makeUnsigned(publicKey, pollId, chosen(pollId) ?? 'blank') });
  }
  await keepSpares(await unfinished(box));
  await goOn(box);
}

async function goOn(box: Box): Promise<void> {
  const waiting = await unfinished(box);
  const unsigned = waiting.filter(({ ballot }) => !ballot);
  if (unsigned.length > 0) await haveSigned(box, unsigned);
  const ready = shuffled(await unfinished(box));
  for (const [at, one] of ready.entries()) {
    say(said.casting(at + 1, ready.length));
    const isIn = one.ballot !== undefined && (await cast(one.unsigned.pollId, one.ballot));
    await box.put({ ...one, ...(isIn ? { isCast: true } : { isLate: true }) });
  }
  const late = (await box.all()).filter(({ unsigned, isLate }) => isLate && keyOf(unsigned.pollId));
  await fetch(place?.dataset['returned'] ?? '', { ...asking, body: new URLSearchParams() }).catch(() => undefined);
  if (late.length > 0) return say(said.late(late.length), 'refusal');
  say(said.done, 'success');
  location.assign(place?.dataset['after'] ?? location.href);
}

async function haveSigned(box: Box, kept: readonly Kept[]): Promise<void> {
  say(said.signing);
  const body = new URLSearchParams(kept.map(({ unsigned }) => [unsigned.pollId, unsigned.blinded]));
  const answer = await fetch(place?.dataset['take'] ?? '', { ...asking, body });
  type Answer = { signatures?: Record<string, string>; late?: readonly string[]; message?: string };
  const { signatures, late = [], message } = (await answer.json()) as Answer;
  if (!signatures) throw new Refused(message ?? said.broken);
  for (const { unsigned } of kept) {
    const key = keyOf(unsigned.pollId);
    const signature = signatures[unsigned.pollId];
    if (late.includes(unsigned.pollId)) await box.put({ unsigned, isLate: true });
    if (key && signature) await box.put({ unsigned, ballot: await finished(key, unsigned, signature) });
  }
}

/** Without the account: no cookie goes along, and no address of the page it came from. False: the item was counted before it came. */
async function cast(pollId: string, ballot: Ballot): Promise<boolean> {
  const answer = await fetch(`/phieu-kin/${pollId}`, {
    ...asking,
    body: new URLSearchParams({ ...ballot }),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
  // Nothing else says that it is in the urn: a page of some kind would be an answer of somebody else.
  if (answer.status === 204) return true;
  const { message, late } = (await answer.json().catch(() => ({}))) as { message?: string; late?: boolean };
  if (late) return false;
  throw new Refused(message ?? said.broken);
}

function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const drawn = items.map((item) => [crypto.getRandomValues(new Uint32Array(1))[0] ?? 0, item] as const);
  return drawn.toSorted(([a], [b]) => a - b).map(([, item]) => item);
}

void begin();
