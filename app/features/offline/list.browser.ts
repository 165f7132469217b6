/** The page of what waits: deeds, drafts and pages of this person on this machine. */
import { pagesKept } from './kept-pages.browser.ts';
import type { Outbox } from './outbox.browser.ts';
import { make } from './show.browser.ts';
import { offlineText, waitingText, whyText } from './text.ts';
import type { KeptDeed, KeptDraft, Labels, Vault } from './vault.browser.ts';

type Desk = { readonly vault: Vault; readonly outbox: Outbox };

export const listPlace = (): HTMLElement | null => document.getElementById('cho-gui');

export async function drawList(place: HTMLElement, { vault, outbox }: Desk): Promise<void> {
  const deeds = await outbox.all();
  const waiting = new Set(deeds.map(({ form }) => form));
  const drafts = (await vault.drafts()).filter(({ form }) => !waiting.has(form));
  const others = await vault.ofOthers();
  const again = () => drawList(place, { vault, outbox });
  const nothing = deeds.length + drafts.length === 0 ? [make('p', {}, waitingText.none)] : [];
  place.replaceChildren(
    ...nothing,
    ...section(
      waitingText.deeds,
      deeds.map((deed) => deedItem(deed, outbox, again)),
    ),
    ...section(
      waitingText.drafts,
      drafts.map((draft) => draftItem(draft, vault, again)),
    ),
    ...(others > 0 ? [make('p', { class: 'muted' }, waitingText.others(others))] : []),
    ...(await pagesSection()),
  );
}

function section(title: string, items: readonly HTMLElement[]): readonly HTMLElement[] {
  return items.length === 0 ? [] : [make('h2', {}, title), make('ul', { class: 'waiting' }, ...items)];
}

function deedItem(deed: KeptDeed, outbox: Outbox, again: () => Promise<void>): HTMLElement {
  const { body, since, lastTry, why, key } = deed;
  const times = [offlineText.since(since), ...(lastTry === null ? [] : [offlineText.lastTry(lastTry)])];
  const send = button(offlineText.sendNow, 'btn btn-second btn-small', async () => {
    await outbox.send((one) => one.key === key);
    await again();
  });
  const drop = dropping(async () => {
    await outbox.settle(key);
    await again();
  });
  const isSettledThere = why === 'conflict' || why === 'refused';
  return item(body, `${whyText[why]} · ${times.join(' · ')}`, [...(isSettledThere ? [] : [send]), drop]);
}

function draftItem({ body, savedAt, key }: KeptDraft, vault: Vault, again: () => Promise<void>): HTMLElement {
  const drop = dropping(async () => {
    await vault.drop('draft', key);
    await again();
  });
  return item(body, offlineText.draftAt(savedAt), [drop]);
}

type Shown = { readonly title: string; readonly path: string; readonly labels: Labels };

function item({ title, path, labels }: Shown, state: string, acts: readonly HTMLElement[]): HTMLElement {
  const lines = labels.map(([label, value]) => make('div', {}, make('dt', {}, label), make('dd', {}, value)));
  const read = make('details', {}, make('summary', {}, offlineText.read), make('dl', {}, ...lines));
  const link = make('a', { href: path }, title);
  return make('li', {}, make('b', {}, link), make('p', { class: 'muted' }, state), read, ...acts);
}

/** Two steps: what is dropped is gone. */
function dropping(act: () => Promise<void>): HTMLElement {
  const sure = button(offlineText.dropSure, 'btn btn-danger btn-small', act);
  return make('details', {}, make('summary', {}, offlineText.drop), sure);
}

function button(words: string, look: string, act: () => Promise<void>): HTMLElement {
  const one = make('button', { type: 'button', class: look }, words);
  one.addEventListener('click', () => void act());
  return one;
}

async function pagesSection(): Promise<readonly HTMLElement[]> {
  const pages = await pagesKept();
  const lines = pages.map(({ path, title, at }) =>
    make('li', {}, make('a', { href: path }, title), ' ', make('small', { class: 'muted' }, waitingText.pageAt(at))),
  );
  const title = make('h2', {}, waitingText.pages);
  return [title, lines.length === 0 ? make('p', {}, waitingText.noPages) : make('ul', {}, ...lines)];
}
