/** Every form without script, filled in wrongly: the page says what is wrong at the field and keeps what was typed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { Who } from './browser.ts';
import { withoutScript } from './browser.ts';
import { englishIn } from './check.ts';
import type { WrongForm } from './forms.ts';
import { wrongForms } from './forms.ts';
import type { Scene } from './hands.ts';
import { openScene } from './hands.ts';
import { plantHidden, plantVerified } from './planted.ts';

let scene: Scene;
let forms: Readonly<Record<string, WrongForm>>;

before(async () => {
  scene = await openScene();
  const { app, cast } = scene;
  const open = await plantVerified(app, cast);
  forms = wrongForms(cast, { ...open, ...(await plantHidden(app, cast, open)) });
});
after(() => scene.close());

const everybody = [
  'stranger',
  'officerOfBinh',
  'headOfBinh',
  'headOfAn',
  'officerOfDepartment',
  'appraiser',
  'councilSecretary',
  'councilMember',
  'administrator',
] as const satisfies readonly Who[];

for (const who of everybody) {
  test(`every form of ${who} answers wrong input at its field, in Vietnamese, and keeps what was typed`, async () => {
    const wrong: string[] = [];
    const mine = Object.entries(forms).filter(([, form]) => form.who === who);
    assert.ok(mine.length > 0);
    const story = async (page: Page) => {
      for (const [key, form] of mine) {
        const told = await sendWrongly(page, key, form).catch((error: unknown) => String(error).slice(0, 300));
        if (told) wrong.push(`${key}: ${told}`);
      }
    };
    await scene.stage.as(who, story, withoutScript);
    assert.deepEqual(wrong, []);
  });
}

test('every form in the table belongs to somebody whose turn came', () => {
  const turns = new Set(Object.values(forms).map(({ who }) => who));
  assert.deepEqual([...turns].toSorted(), [...everybody].toSorted());
});

/** What was found amiss; undefined when nothing was. */
async function sendWrongly(page: Page, key: string, { path, typed, at }: WrongForm): Promise<string | undefined> {
  await page.goto(path);
  const deed = key.split(' ')[2];
  await page.evaluate(() => document.querySelectorAll('main details').forEach((each) => each.setAttribute('open', '')));
  await fill(formOf(page, deed), typed);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    formOf(page, deed).locator('button').first().click(),
  ]);
  const status = answer.status();
  await page.waitForLoadState();
  if (status < 400 || status >= 500) return `answered ${status}`;
  const form = formOf(page, deed);
  const english = englishIn(await page.locator('body').innerText());
  if (english) return english;
  const lost = await lostOf(form, typed);
  if (lost.length > 0) return `lost what was typed at ${lost.join()}`;
  return at === undefined ? spokenAtAll(page) : saidAt(form, at);
}

function formOf(page: Page, deed: string | undefined): Locator {
  const typable = page.locator('input:not([type=hidden]), textarea, select');
  const posts = page.locator('main form[method=post]').filter({ has: typable });
  const named = (value: string) =>
    ['viec', 'do', 'key'].map((name) => `input[type=hidden][name=${name}]${value}`).join();
  if (deed === undefined) return posts.filter({ hasNot: page.locator(named(':not([value=""])')) }).first();
  return posts.filter({ has: page.locator(named(`[value="${deed}"]`)) }).first();
}

const field = (form: Locator, name: string) => form.locator(`[name="${name}"]:not([type=hidden])`).first();

const isTicked = (kind: string) => kind === 'checkbox' || kind === 'radio';

async function fill(form: Locator, typed: WrongForm['typed']): Promise<void> {
  for (const [name, text] of Object.entries(typed)) {
    const control = field(form, name);
    const kind = await control.evaluate((element) => (element as HTMLInputElement).type);
    if (isTicked(kind) && text === '') await form.locator(`[name="${name}"]:checked`).uncheck();
    else if (isTicked(kind)) await form.locator(`[name="${name}"][value="${text}"]`).check();
    else if (kind.startsWith('select')) await control.selectOption(text);
    else await control.fill(text);
  }
}

/** Passwords and codes that pass with the minute are never sent back. */
async function lostOf(form: Locator, typed: WrongForm['typed']): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const [name, text] of Object.entries(typed)) {
    const control = field(form, name);
    const kind = await control.evaluate((element) => (element as HTMLInputElement).type);
    const isSecret = kind === 'password' || (await control.getAttribute('autocomplete')) === 'one-time-code';
    if (isSecret || text.trim() === '') continue;
    const isKept = isTicked(kind)
      ? await form.locator(`[name="${name}"][value="${text}"]`).isChecked()
      : (await control.inputValue()) === text;
    if (!isKept) lost.push(name);
  }
  return lost;
}

async function saidAt(form: Locator, name: string): Promise<string | undefined> {
  const link = form.locator(`.wrongs a[href^="#o-"]`);
  if ((await link.count()) === 0) return 'no summary leads to a field';
  const control = field(form, name);
  const id = (await control.getAttribute('id')) ?? '';
  const isNamed = (await form.locator(`.wrongs a[href="#${id}"], .wrongs a[href="#o-${name}"]`).count()) > 0;
  const dead = await deadLinks(form);
  if (dead.length > 0) return `the summary leads nowhere: ${dead.join()}`;
  const isMarked =
    (await form.locator(`[name="${name}"][aria-invalid=true], [id="${id}-loi"], [id="o-${name}-loi"]`).count()) > 0;
  if (isNamed && isMarked) return undefined;
  return `the summary leads to ${String(await link.first().getAttribute('href'))}, the field is ${isMarked ? '' : 'not '}marked`;
}

/** Of the summary: to what is not on the page, or to a field of that name in another form than this. */
async function deadLinks(form: Locator): Promise<readonly string[]> {
  return form.evaluate((element) =>
    [...element.querySelectorAll('.wrongs a')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => {
        const target = document.getElementById(href.slice(1));
        const name = target?.getAttribute('name');
        return !target || (!element.contains(target) && element.querySelector(`[name="${name ?? ''}"]`) !== null);
      }),
  );
}

async function spokenAtAll(page: Page): Promise<string | undefined> {
  return (await page.locator('.notice-refusal, .wrongs').count()) > 0 ? undefined : 'says nothing';
}
