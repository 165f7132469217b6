import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = sheet.split('@media (prefers-color-scheme: dark)');
const tokensOf = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([a-z-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]));
const modes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  light: tokensOf(light),
  dark: { ...tokensOf(light), ...tokensOf(dark.split('@media')[0] ?? '') },
};

function colour(tokens: Readonly<Record<string, string>>, name: string): string {
  const value = tokens[name] ?? '';
  const other = /^var\(--([a-z-]+)\)$/.exec(value)?.[1];
  return other ? colour(tokens, other) : value;
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'wash', 'raise'];
const words = ['ink', 'muted', 'link', 'accent', 'ok', 'on', 'risk', 'off', 'no'];
const fills = ['ok-fill', 'on-track-fill', 'risk-fill', 'off-fill'];
const text: readonly (readonly [string, string])[] = [
  ...grounds.flatMap((ground) => words.map((word) => [word, ground] as const)),
  ...fills.map((fill) => ['on-fill', fill] as const),
  ...['primary', 'primary-deep'].map((ground) => ['on-primary', ground] as const),
  ...['ok-wash', 'off-wash', 'info-wash', 'gold-wash'].flatMap((wash) =>
    ['ink', 'muted', 'link'].map((word) => [word, wash] as const),
  ),
  ['ok', 'ok-wash'],
  ['off', 'off-wash'],
  ['gold-ink', 'gold-wash'],
];
const shapes: readonly (readonly [string, string])[] = [
  ...fills.map((fill) => [fill, 'paper'] as const),
  ['edge', 'paper'],
  ['edge', 'raise'],
  ['focus', 'paper'],
  ['focus', 'wash'],
];

for (const [mode, tokens] of Object.entries(modes)) {
  const weak = (pairs: typeof text, least: number) =>
    pairs
      .map(([front, ground]) => ({ front, ground, ratio: contrast(colour(tokens, front), colour(tokens, ground)) }))
      .filter(({ ratio }) => !(ratio >= least))
      .map(({ front, ground, ratio }) => `${front} on ${ground}: ${ratio.toFixed(2)}`);

  test(`words reach 4.5 to 1 on their ground in ${mode} mode`, () => assert.deepEqual(weak(text, 4.5), []));
  test(`shapes, edges and focus reach 3 to 1 in ${mode} mode`, () => assert.deepEqual(weak(shapes, 3), []));
}
