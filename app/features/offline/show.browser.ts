/** What the script adds to a page: words beside a form, errors at their fields, a line in the bar. Drawn as the server draws. */
import { uiText } from '../../ui/text.ts';
import type { Problem } from './checks.browser.ts';
import { offlineText } from './text.ts';

type Attributes = Readonly<Record<string, string>>;

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

type NoticeKind = 'info' | 'warning' | 'success' | 'refusal';

export function notice(kind: NoticeKind, title: string | undefined, ...said: readonly (Node | string)[]): HTMLElement {
  const words = title ?? uiText.noticeKind[kind];
  return make('div', { class: `notice notice-${kind}`, role: 'status' }, make('h2', {}, words), make('p', {}, ...said));
}

const main = (): HTMLElement => document.querySelector('main') ?? document.body;

/** One thing said on top of the page; said again it takes the place of what was said before. */
export function say(about: string, said: HTMLElement | undefined): void {
  main().querySelector(`[data-said="${about}"]`)?.remove();
  if (!said) return;
  said.dataset['said'] = about;
  main().prepend(said);
}

/** How it stands with a form, below it. Loud: read out to those who hear the page. */
export function tell(form: HTMLFormElement, loud: boolean, ...said: readonly (Node | string)[]): void {
  const quiet = partOf(form, '.kept-at') ?? form.appendChild(make('p', { class: 'muted kept-at' }));
  const voice = partOf(form, '.kept-said') ?? form.appendChild(make('p', { class: 'kept-said', role: 'status' }));
  (loud ? voice : quiet).replaceChildren(...said);
  if (loud) quiet.replaceChildren();
}
const partOf = (form: HTMLFormElement, part: string) => form.querySelector(`:scope > ${part}`);

export function clearProblems(form: HTMLFormElement): void {
  form.querySelectorAll('.wrongs, .wrong').forEach((each) => each.remove());
  form.querySelectorAll('.bad').forEach((each) => each.classList.remove('bad'));
  form.querySelectorAll('[aria-invalid]').forEach((each) => each.removeAttribute('aria-invalid'));
}

/** As ErrorSummary and Field draw them. */
export function showProblems(form: HTMLFormElement, problems: readonly Problem[]): void {
  clearProblems(form);
  const lines = problems.map(({ field, label, message }) => {
    const words = label ? `${label}: ${message}` : message;
    return make('li', {}, field ? make('a', { href: `#o-${field}` }, words) : words);
  });
  const title = make('h2', {}, uiText.errors(problems.length));
  const summary = make('div', { class: 'wrongs', role: 'alert', tabindex: '-1' }, title, make('ul', {}, ...lines));
  form.prepend(summary);
  for (const { field, message } of problems) if (field) markField(form, field, message);
  summary.focus();
}

function markField(form: HTMLFormElement, field: string, message: string): void {
  const control = form.querySelector(`#${CSS.escape(`o-${field}`)}`);
  const box = control?.closest('.field');
  if (!control || !box) return;
  const id = `o-${field}-loi`;
  const said = make('p', { class: 'wrong', id }, make('span', { class: 'sr' }, uiText.errorPrefix), message);
  box.classList.add('bad');
  (control.closest('.with-unit') ?? control).before(said);
  control.setAttribute('aria-invalid', 'true');
  const described = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each && each !== id);
  control.setAttribute('aria-describedby', [...described, id].join(' '));
}

/** The way to what waits, in the bar. */
export function countInBar(waiting: number, isEntry: boolean): void {
  document.querySelector('.bar .to-send')?.remove();
  if (waiting === 0 && !isEntry) return;
  const mark =
    waiting === 0 ? [] : [make('b', { class: 'count', title: offlineText.waitingCount(waiting) }, String(waiting))];
  const link = make('a', { class: 'to-send', href: '/cho-gui' }, offlineText.waiting, ...mark);
  const account = document.querySelector('.bar .account');
  if (account) account.before(link);
  else document.querySelector('.bar')?.append(link);
}

/** Asks before what cannot be taken back. */
export function askFirst(title: string, words: string, verbs: { readonly stay: string; readonly go: string }) {
  return new Promise<boolean>((answer) => {
    const stay = make('button', { class: 'btn', type: 'button' }, verbs.stay);
    const go = make('button', { class: 'btn btn-danger', type: 'button' }, verbs.go);
    const dialog = make('dialog', { 'aria-label': title }, make('h2', {}, title), make('p', {}, words), stay, ' ', go);
    const end = (isGoing: boolean) => {
      dialog.close();
      dialog.remove();
      answer(isGoing);
    };
    stay.addEventListener('click', () => end(false));
    go.addEventListener('click', () => end(true));
    dialog.addEventListener('cancel', () => end(false));
    document.body.append(dialog);
    dialog.showModal();
  });
}
