/** What stands in the forms of a page is kept with every key that is pressed, and laid over them when they are drawn again. */
import type { Control, Draft } from './draft.ts';
import { restored, saysSame } from './draft.ts';
import { carryAlong, controlsIn, drawnIn, labelsIn, layOver, offlineOf } from './form.browser.ts';
import { say, tell, notice } from './show.browser.ts';
import { offlineText } from './text.ts';
import type { KeptDeed, KeptDraft, Vault } from './vault.browser.ts';

export const keyOf = (form: HTMLFormElement): string => form.dataset['guard'] ?? '';
export const guarded = (root: ParentNode = document): readonly HTMLFormElement[] => [
  ...root.querySelectorAll<HTMLFormElement>('form[data-guard]'),
];

export const formOf = (key: string): HTMLFormElement | undefined => guarded().find((form) => keyOf(form) === key);

type Tended = { base: readonly Control[]; carried: readonly Control[] | undefined; isKept: boolean };

export type Drafts = Awaited<ReturnType<typeof openDrafts>>;

export async function openDrafts(vault: Vault, here: string) {
  const tab = await takeTab();
  let isResting = false;
  const tended = new WeakMap<HTMLFormElement, Tended>();
  const rowKey = (form: string) => `${vault.account} ${form} ${tab}`;

  /** Of this tab, else the last one of a tab that is closed. */
  async function find(form: string): Promise<KeptDraft | undefined> {
    const mine = (await vault.drafts()).filter((one) => one.form === form);
    const held = new Set((await navigator.locks.query()).held?.map(({ name }) => name));
    const found = mine.find((one) => one.tab === tab) ?? mine.find((one) => !held.has(lockOf(one.tab)));
    if (!found || found.tab === tab) return found;
    const own = { ...found, tab, key: rowKey(form) };
    await vault.putDraft(own);
    await vault.drop('draft', found.key);
    return own;
  }

  function draftOf(form: HTMLFormElement): Draft {
    const { base, carried } = tended.get(form) ?? { base: [], carried: undefined };
    const controls = controlsIn(form);
    const shown = controls.filter(({ hidden }) => !hidden);
    const own = carried ? [...carried, ...shown] : controls;
    return { form: keyOf(form), path: here, title: titleOf(form), controls: own, base };
  }

  async function write(form: HTMLFormElement, sent = false): Promise<void> {
    const care = tended.get(form);
    if (!care || isResting) return;
    const draft = draftOf(form);
    try {
      if (saysSame(draft.controls, care.base) && !care.isKept) return;
      const savedAt = Date.now();
      const row = { key: rowKey(draft.form), account: vault.account, form: draft.form, tab, savedAt, sent };
      await vault.putDraft({ ...row, body: { ...draft, labels: labelsIn(form) } });
      care.isKept = true;
      unkept.delete(form);
      tell(form, false, offlineText.draftAt(savedAt));
    } catch {
      unkept.add(form);
      tell(form, true, offlineText.notKept);
    }
  }

  /** Forms of which something stands nowhere but on the page. */
  const unkept = new Set<HTMLFormElement>();

  function watch(form: HTMLFormElement): void {
    let [running, again] = [false, false];
    const save = async () => {
      unkept.add(form);
      again = true;
      if (running) return;
      running = true;
      while (again) {
        again = false;
        await write(form);
      }
      running = false;
    };
    form.addEventListener('input', () => void save());
    form.addEventListener('change', () => void save());
    if (offlineOf(form)) return;
    form.addEventListener('submit', () => {
      unkept.delete(form);
      void write(form, true);
    });
  }

  /** A form drawn by the product: `after` when it answers what was sent, and so shows what was typed already. */
  async function tend(form: HTMLFormElement, after?: Draft): Promise<void> {
    const drawn = drawnIn(form);
    const answered = form.querySelector('.wrongs, .versions') !== null;
    const found = after ? undefined : await find(keyOf(form));
    const before = after ?? (answered ? found?.body : undefined);
    const raced = form.querySelector('.versions') !== null;
    const carried = raced ? before?.controls.filter(({ hidden }) => hidden) : undefined;
    tended.set(form, { base: before?.base ?? found?.body.base ?? drawn, carried, isKept: found !== undefined });
    watch(form);
    const isTyped = !saysSame(controlsIn(form), drawn);
    if (found && !answered) await restore(form, found, drawn);
    if (after || isTyped) await write(form);
  }

  async function restore(form: HTMLFormElement, found: KeptDraft, drawn: readonly Control[]): Promise<void> {
    const isDone = found.sent && document.querySelector('.notice-success') !== null;
    const typed = controlsIn(form);
    if (isDone || saysSame(found.body.controls, drawn)) {
      tended.set(form, { base: drawn, carried: undefined, isKept: false });
      return vault.drop('draft', found.key);
    }
    const { controls, homeless, isOvertaken } = restored(found.body, drawn, typed);
    layOver(form, controls);
    carryAlong(form, homeless);
    say('draft', notice('info', undefined, isOvertaken ? offlineText.overtaken : offlineText.restored));
    tell(form, false, offlineText.draftAt(found.savedAt));
  }

  /**
   * What was sent stands in the product now: a draft that says the same is done with, what was written on in the same window
   * goes on from there. To the draft of another window it is as if somebody else had saved.
   */
  async function settle({ form: sent, tab: from, body }: KeptDeed): Promise<void> {
    for (const draft of await vault.drafts()) {
      if (draft.form !== sent) continue;
      if (saysSame(draft.body.controls, body.controls)) await vault.drop('draft', draft.key);
      else if (draft.tab === from) await vault.putDraft({ ...draft, body: { ...draft.body, base: body.controls } });
    }
    for (const form of guarded()) if (keyOf(form) === sent) unkept.delete(form);
  }

  /** A form sent by the browser itself was taken when the page that follows it stands here without it. */
  async function settleSent(): Promise<void> {
    const from = document.referrer === '' ? '' : new URL(document.referrer).pathname;
    const present = new Set(guarded().map(keyOf));
    for (const draft of await vault.drafts()) {
      const [path = ''] = draft.body.path.split('?');
      if (draft.sent && !present.has(draft.form) && path === from) await vault.drop('draft', draft.key);
    }
  }

  return {
    tab,
    tend,
    draftOf,
    settle,
    settleSent,
    /** The form goes on from another drawing of it. */
    goOnFrom: async (form: HTMLFormElement, drawn: readonly Control[]) => {
      layOver(
        form,
        drawn.filter(({ hidden }) => hidden),
      );
      tended.set(form, { base: drawn, carried: undefined, isKept: true });
      await write(form);
    },
    isUnkept: () => [...unkept].some(({ isConnected }) => isConnected),
    /** Nothing more is kept: its owner is leaving. */
    rest: () => {
      isResting = true;
      unkept.clear();
    },
  };
}

export function titleOf(form: HTMLFormElement): string {
  return offlineOf(form)?.title ?? document.querySelector('h1')?.textContent?.trim() ?? document.title;
}

const lockOf = (tab: string): string => `thidua-tab-${tab}`;

/** The name of this tab through its reloads; a copy of a tab gets one of its own. */
async function takeTab(): Promise<string> {
  const before = sessionStorage.getItem('tab') ?? crypto.randomUUID();
  const tab = (await hold(before)) ? before : crypto.randomUUID();
  if (tab !== before) await hold(tab);
  sessionStorage.setItem('tab', tab);
  return tab;
}

const hold = (tab: string) =>
  new Promise<boolean>((held) => {
    void navigator.locks.request(lockOf(tab), { ifAvailable: true }, (lock) => {
      held(lock !== null);
      return lock === null ? undefined : new Promise<void>(() => undefined);
    });
  });
