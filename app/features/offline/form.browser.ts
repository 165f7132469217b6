/** A form in the browser: what stands in it, laid over it, and what it carries to be worked with when there is no line. */
import type { Control } from './draft.ts';
import type { Labels, SentFile } from './vault.browser.ts';

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export type Offline = { readonly check: string; readonly title: string; readonly facts: unknown };

export function offlineOf(form: HTMLFormElement): Offline | undefined {
  const text = form.dataset['offline'];
  return text === undefined ? undefined : (JSON.parse(text) as Offline);
}

const isInput = (one: Element): one is Input =>
  one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement;
const leftOut = /^(password|file|submit|button|image|reset)$/;

function inputsOf(form: HTMLFormElement): readonly Input[] {
  return [...form.elements].filter(isInput).filter(({ name, type }) => name !== '' && !leftOut.test(type));
}

function numbered(inputs: readonly Input[]): readonly { readonly input: Input; readonly nth: number }[] {
  const seen = new Map<string, number>();
  return inputs.map((input) => {
    const nth = seen.get(input.name) ?? 0;
    seen.set(input.name, nth + 1);
    return { input, nth };
  });
}

const tickOf = (input: Input): boolean | null =>
  input instanceof HTMLInputElement && /^(radio|checkbox)$/.test(input.type) ? input.checked : null;

export const controlsIn = (form: HTMLFormElement): readonly Control[] =>
  controls(form, (input) => ({ value: input.value, checked: tickOf(input) }));

/** As the product drew it: on a thin line much may have been typed before this script came. */
export const drawnIn = (form: HTMLFormElement): readonly Control[] => controls(form, drawnAs);

type Held = Pick<Control, 'value' | 'checked'>;

function controls(form: HTMLFormElement, holds: (input: Input) => Held): readonly Control[] {
  return numbered(inputsOf(form)).map(({ input, nth }) => {
    const { value, checked } = holds(input);
    return { name: input.name, nth, value, checked, hidden: input.type === 'hidden' };
  });
}

function drawnAs(input: Input): Held {
  if (input instanceof HTMLSelectElement) {
    const options = [...input.options];
    const chosen = options.findLast(({ defaultSelected }) => defaultSelected) ?? options.find((one) => !one.disabled);
    return { value: chosen?.value ?? '', checked: null };
  }
  const isTicked = tickOf(input) !== null && input instanceof HTMLInputElement;
  return isTicked
    ? { value: input.value, checked: input.defaultChecked }
    : { value: input.defaultValue, checked: null };
}

export function layOver(form: HTMLFormElement, controls: readonly Control[]): void {
  const wanted = new Map(controls.map((one) => [`${one.name} ${one.nth}`, one]));
  for (const { input, nth } of numbered(inputsOf(form))) {
    const one = wanted.get(`${input.name} ${nth}`);
    if (!one) continue;
    if (one.checked !== null && input instanceof HTMLInputElement) input.checked = one.checked;
    else if (input.value !== one.value) input.value = one.value;
    const folded = input.value !== '' && one.checked === null ? input.closest('details') : null;
    if (folded) folded.open = true;
  }
}

/** What was typed where the form has no place for it any more goes along out of sight. */
export function carryAlong(form: HTMLFormElement, controls: readonly Control[]): void {
  for (const { name, value } of controls) {
    const input = document.createElement('input');
    [input.type, input.name, input.value] = ['hidden', name, value];
    form.prepend(input);
  }
}

/** For a reader: what was typed or chosen, by the words beside it. */
export function labelsIn(form: HTMLFormElement): Labels {
  return inputsOf(form).flatMap((input) => {
    if (input.type === 'hidden' || tickOf(input) === false || input.value.trim() === '') return [];
    const label = input.labels?.[0]?.firstChild?.textContent?.trim() ?? input.name;
    const isList = input instanceof HTMLSelectElement;
    const value = isList ? (input.selectedOptions[0]?.textContent ?? '') : tickOf(input) ? '✓' : readable(input);
    return [[label, value] as const];
  });
}

const readable = ({ type, value }: Input): string => (type === 'date' ? value.split('-').reverse().join('/') : value);

/** What would be sent by this button, and which controls have a file that goes along: none but by a button that takes files. */
export function sendingOf(form: HTMLFormElement, button: HTMLElement | null) {
  const data = new FormData(form, button);
  const manner = (button instanceof HTMLButtonElement && button.formEnctype) || form.enctype;
  if (manner !== 'multipart/form-data') for (const { name } of fileInputs(form)) data.delete(name);
  const fields = [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  return { data, fields, files: filesIn(data) };
}

export function filesIn(data: FormData): readonly SentFile[] {
  return [...data].flatMap(([field, value]) =>
    value instanceof File && value.size > 0 ? [{ field, file: value }] : [],
  );
}

const fileInputs = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>('input[type=file]')];

/** Chosen again in a form that was drawn anew. */
export function layFiles(form: HTMLFormElement, files: readonly SentFile[]): void {
  for (const input of fileInputs(form)) {
    const chosen = new DataTransfer();
    for (const { field, file } of files) if (field === input.name) chosen.items.add(file);
    if (chosen.files.length > 0) input.files = chosen.files;
  }
}

/** Said once a form, where its first file is chosen. */
export function sayAtFiles(form: HTMLFormElement, words: string): void {
  const [input] = fileInputs(form);
  if (!input || form.querySelector('.at-files')) return;
  const hint = document.createElement('p');
  [hint.className, hint.textContent, hint.id] = ['hint at-files', words, `${input.id}-ngoai-tuyen`];
  input.before(hint);
  input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') ?? ''} ${hint.id}`.trim());
}
