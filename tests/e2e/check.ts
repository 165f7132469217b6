/** What every page owes everybody: accessible, in Vietnamese, titled, filled, and never wider than the screen. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { productRoot } from '../../app/platform/root.server.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The widest last: it is the desk's own, so nothing need be set back. */
const widths = [320, 375, 1280];
const leaks =
  /\b(?:undefined|null|NaN|Infinity|Invalid|Error|Not Found|Loading|Submit|Unexpected|Internal|Forbidden|Unauthorized|Cancel|Sign in|Required|true|false|Bad Request)\b|\[object|\{\{|function \(|at \w+ \(|node_modules/;

type Looking = {
  /** Whether words stand out from what is behind them: two fifths of what looking at a page costs. */
  readonly colours?: boolean;
};

/**
 * Fails with everything that is wrong at once. Needs script. With PICTURES=1 screenshots by that name go to test-results/. Every colour comes from the one
 * stylesheet, so it is looked for where each page and each piece is met once (pages.e2e.ts, gallery.e2e.ts), not at every step of a journey.
 */
export async function check(page: Page, name: string, looking: Looking = {}): Promise<void> {
  // After a link the address is there before the page is.
  await page.waitForLoadState('domcontentloaded');
  const wrong = [...(await wordsOf(page)), ...(await barriersOf(page, looking)), ...(await widthsOf(page, name))];
  assert.deepEqual(wrong, [], `${name}: ${page.url()}`);
}

async function wordsOf(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
    main: document.querySelector('main')?.innerText.trim() ?? '',
    body: document.body.innerText,
    inline: document.querySelectorAll('[style], style, script:not([src]), [onclick]').length,
  }));
  return [
    found.lang !== 'vi' && `the page is in ${found.lang}`,
    found.title === '' && 'no title',
    found.headings !== 1 && `${found.headings} first headings`,
    found.main.length < 30 && `hardly anything on the page: ${found.main}`,
    englishIn(`${found.title}\n${found.body}`),
    found.inline > 0 && `${found.inline} inline styles or scripts`,
  ].filter((each) => typeof each === 'string');
}

/** The first word that is none of ours, with what stands around it. */
export function englishIn(text: string): string | false {
  const found = leaks.exec(text);
  return found !== null && `English: ${text.slice(Math.max(0, found.index - 40), found.index + 40)}`;
}

/** What keeps somebody out, folded parts unfolded. */
export async function barriersOf(page: Page, { colours = false }: Looking = {}): Promise<readonly string[]> {
  await page.evaluate(() => document.querySelectorAll('main details').forEach((each) => each.setAttribute('open', '')));
  // There are no frames here, so one run in the page itself serves; only what is wrong is described; and none of these rules
  // reads style sheets or media again.
  const looked = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false, rules: { 'color-contrast': { enabled: colours } } })
    .withTags(rules)
    .setLegacyMode();
  const { violations } = await looked.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** The innermost part that reaches over the right edge. */
async function widestOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const over = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > document.documentElement.clientWidth,
    );
    return over.at(-1)?.outerHTML.slice(0, 200) ?? 'nothing by its own box';
  });
}

async function widthsOf(page: Page, name: string): Promise<readonly string[]> {
  const before = page.viewportSize()?.width;
  const wrong: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) wrong.push(`${wide} wide on a screen of ${width}: ${await widestOf(page)}`);
    if (process.env['PICTURES'] && width > 320) await keep(page, `${name}-${width}`);
  }
  if (before && before !== widths.at(-1)) await page.setViewportSize({ width: before, height: 900 });
  return wrong;
}

async function keep(page: Page, name: string): Promise<void> {
  const folder = join(productRoot(), 'test-results', 'pages');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
