/** What hands do in every journey: press, read what is said, and the scene they work in. */
import type { Page } from 'playwright-core';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { openStage } from './browser.ts';
import type { Cast } from './cast.ts';
import { insertCast } from './cast.ts';

export type Scene = {
  readonly app: App;
  readonly cast: Cast;
  readonly stage: Stage;
  readonly close: () => Promise<void>;
};

export async function openScene(env: Readonly<Record<string, string>> = {}): Promise<Scene> {
  const app = await openApp(env);
  const cast = await insertCast(app);
  const stage = await openStage(app);
  const close = async () => {
    await stage.close();
    await app.close();
  };
  return { app, cast, stage, close };
}

/** A dossier that lacks papers, with the reason for it. */
export async function handIn(page: Page): Promise<void> {
  await page.getByText(/^Ký gửi khi còn thiếu/).click();
  await page.locator('#o-ly-do-submit').fill('Bản gốc nộp sau (mẫu)');
  await press(page, 'Ký gửi hồ sơ');
}

/** The summary of what must be mended. */
export const wrongs = (page: Page) => page.locator('.wrongs');

/** Pressed, and answered where the script sends the form and so no page is waited for by itself. */
export async function press(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).click();
  await answered(page);
}

export const answered = (page: Page) => page.locator('form[aria-busy="true"]').waitFor({ state: 'detached' });

/** Waits until the page says so. */
export const said = (page: Page, text: string | RegExp) => page.locator('main').getByText(text).first().waitFor();

export const heading = (page: Page) => page.locator('h1').innerText();

/** The smallest paper there is. */
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
