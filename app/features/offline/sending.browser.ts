/** Pressing a button of a form that works without a line, and what the product's answer does to the page. */
import { controlsIn, labelsIn, layFiles, layOver, offlineOf, sayAtFiles, sendingOf } from './form.browser.ts';
import type { Drafts } from './drafts.browser.ts';
import { formOf, guarded, keyOf } from './drafts.browser.ts';
import type { Control } from './draft.ts';
import { movedOn, saysSame } from './draft.ts';
import type { Outbox, Told } from './outbox.browser.ts';
import { clearProblems, make, notice, say, showProblems, tell } from './show.browser.ts';
import { offlineText } from './text.ts';
import type { DeedBody, FileNote, KeptDeed, SentFile } from './vault.browser.ts';
import type { Verdict } from './waiting.ts';
import { isKeepable, isUntried } from './waiting.ts';

type Refusal = { readonly verdict: 'conflict' | 'refused'; readonly page: string };
type Desk = { readonly account: string; readonly drafts: Drafts; readonly outbox: () => Outbox };

export function openSending({ account, drafts, outbox }: Desk) {
  let isLeaving = false;

  function goTo(page: string): void {
    isLeaving = true;
    location.assign(page);
  }

  async function press(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
    const sending = sendingOf(form, button);
    const problems = await faultsIn(form, sending);
    if (problems.length > 0) return showProblems(form, problems);
    clearProblems(form);
    const draft = { ...drafts.draftOf(form), controls: controlsIn(form) };
    const files = sending.files.map(noteOf);
    const labels = [...labelsIn(form), ...files.map(({ name }) => [offlineText.file, name] as const)];
    const body = { ...draft, fields: sending.fields, files, labels };
    const since = Date.now();
    const fresh: KeptDeed = {
      key: crypto.randomUUID(),
      account,
      form: draft.form,
      tab: drafts.tab,
      since,
      tries: 0,
      lastTry: null,
      why: 'new',
      body,
    };
    const deed = (await sameWaiting(fresh)) ?? fresh;
    await replaceUntried(deed);
    tell(form, true, offlineText.sending);
    await keep(form, deed, sending);
    if (navigator.onLine) return outbox().send(({ form: key }) => key === deed.form);
    if (!outbox().isLoose(deed)) tell(form, true, offlineText.queued(deed.since));
  }

  /** Where there is no room for it on this machine it goes at once, and stays on the page until it has gone. */
  async function keep(
    form: HTMLFormElement,
    deed: KeptDeed,
    { data, files }: ReturnType<typeof sendingOf>,
  ): Promise<void> {
    try {
      if (isKeepable(deed.body.files)) return await outbox().put(deed, files);
    } catch {
      // Full, or storing is forbidden.
    }
    tell(form, true, looseWords(deed));
    outbox().putLoose(deed, data);
  }

  /** Pressed again with nothing changed, it is the same deed. */
  async function sameWaiting({ form, body }: KeptDeed): Promise<KeptDeed | undefined> {
    const textOf = ({ fields, files }: DeedBody) => JSON.stringify([fields, files]);
    return (await outbox().all()).find((one) => one.form === form && textOf(one.body) === textOf(body));
  }

  async function replaceUntried(deed: KeptDeed): Promise<void> {
    for (const one of await outbox().all()) {
      const isOver = isUntried(one) || one.why === 'conflict' || one.why === 'refused';
      if (one.form === deed.form && one.key !== deed.key && isOver) await outbox().settle(one.key);
    }
  }

  async function hear({ deed, verdict, answer }: Told): Promise<void> {
    const form = formOf(deed.form);
    if (answer?.kind === 'done') return done(form, deed, answer.to);
    if (answer?.kind === 'refused' && (verdict === 'conflict' || verdict === 'refused'))
      return refused(form, deed, { verdict, page: answer.page });
    const isAgain = verdict === 'no_line' || verdict === 'busy';
    if (form && isAgain && outbox().isLoose(deed)) return tell(form, true, looseWords(deed));
    if (form) tell(form, true, ...standing(verdict, deed));
    else if (verdict === 'sign_in') say('sign-in', notice('warning', undefined, ...standing(verdict, deed)));
  }

  async function done(form: HTMLFormElement | undefined, deed: KeptDeed, to: string): Promise<void> {
    await drafts.settle(deed);
    const later = (await outbox().all()).filter((one) => isAfter(one, deed));
    if (form && later.length === 0 && saysSame(controlsIn(form), deed.body.controls)) return goTo(to);
    say('sent', notice('success', undefined, offlineText.sent(deed.body.title)));
    // What another window wrote was written against what was there before: both are shown when it is pressed.
    if (deed.tab !== drafts.tab) return;
    const drawn = await drawnAt(to, deed);
    if (!drawn) return;
    for (const one of later) await outbox().put({ ...one, body: movedOn(one.body, drawn) });
    if (form) await drafts.goOnFrom(form, drawn);
  }

  async function refused(form: HTMLFormElement | undefined, deed: KeptDeed, { verdict, page }: Refusal): Promise<void> {
    const answered = parsed(page);
    const drawn = guarded(answered).find((one) => keyOf(one) === deed.form);
    const words = (drawn ? undefined : saidIn(answered)) ?? '';
    if (!form) {
      const stopped = offlineText.stopped(deed.body.title, verdict);
      return say('stopped', notice('warning', undefined, stopped, ' ', link(deed)));
    }
    if (!drawn) return tell(form, true, offlineText.refused(words));
    const typed = controlsIn(form);
    const isOn = !saysSame(typed, deed.body.controls);
    document.title = answered.title;
    document.querySelector('main')?.replaceWith(answered.querySelector('main') ?? '');
    const now = formOf(deed.form);
    if (!now) return;
    if (isOn)
      layOver(
        now,
        typed.filter(({ hidden }) => !hidden),
      );
    await drafts.tend(now, deed.body);
    attend(now);
    layFiles(now, await outbox().filesOf(deed));
    // What it said stands in the form again, and is kept as its draft.
    await outbox().settle(deed.key);
    document.dispatchEvent(new Event('redrawn'));
    now.querySelector<HTMLElement>('.wrongs')?.focus();
  }

  /** The button leads here instead of to the browser's own sending. */
  function attend(form: HTMLFormElement): void {
    if (!offlineOf(form)) return;
    sayAtFiles(form, offlineText.atFiles);
    // Fetched while there is a line, so that they are here when there is none.
    setTimeout(() => void import('./checks.browser.ts').catch(() => undefined), 1500);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (form.ariaBusy === 'true') return;
      form.ariaBusy = 'true';
      void press(form, event.submitter).finally(() => {
        if (!isLeaving) form.ariaBusy = null;
      });
    });
  }

  return { attend, hear };
}

function noteOf({ field, file: { name, type, size, lastModified } }: SentFile): FileNote {
  return { field, name, type, size, lastModified };
}

const looseWords = ({ body }: KeptDeed): string =>
  body.files.length > 0 ? offlineText.filesNotKept : offlineText.notKept;

async function faultsIn(form: HTMLFormElement, sending: ReturnType<typeof sendingOf>) {
  const offline = offlineOf(form);
  if (!offline) return [];
  try {
    const { problemsOf } = await import('./checks.browser.ts');
    return problemsOf(offline, { ...sending, files: sending.files.map(({ field }) => field) });
  } catch {
    // A page kept from an older edition, or rules that could not be loaded: the product decides.
    return [];
  }
}

const isAfter = (one: KeptDeed, { form, tab, since }: KeptDeed): boolean =>
  one.form === form && one.tab === tab && one.since > since;

/** The form as it stands after what was sent; undefined where somebody else has changed it by now, or it is no longer there. */
async function drawnAt(to: string, { form: key, body }: KeptDeed): Promise<readonly Control[] | undefined> {
  const page = await fetch(to).then(
    (response) => response.text(),
    () => '',
  );
  const form = guarded(parsed(page)).find((one) => keyOf(one) === key);
  const drawn = form && controlsIn(form);
  return drawn && saysSame(drawn, body.controls) ? drawn : undefined;
}

const parsed = (page: string): Document => new DOMParser().parseFromString(page, 'text/html');

function saidIn(page: Document): string {
  const part = page.querySelector('.notice-refusal p') ?? page.querySelector('h1');
  return part?.textContent?.trim() ?? '';
}

const link = ({ body }: KeptDeed) => make('a', { href: body.path }, offlineText.open);

function standing(verdict: Verdict, deed: KeptDeed): readonly (Node | string)[] {
  const here = encodeURIComponent(location.pathname + location.search);
  switch (verdict) {
    case 'busy':
      return [offlineText.busy(deed.since)];
    case 'sign_in':
      return [offlineText.signIn, ' ', make('a', { href: `/dang-nhap?toi=${here}` }, offlineText.signInLink)];
    case 'other_person':
      return [offlineText.otherPerson];
    case 'no_line':
    case 'done':
    case 'conflict':
    case 'refused':
      return [offlineText.queued(deed.since)];
  }
}
