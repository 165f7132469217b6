/**
 * How a certificate looks, as data an administrator may change: lines with their words, places in millimetres, type and colour. The sheet is A4 on
 * its side. Words hold names of facts in braces; nothing else of them is read.
 */
import { z } from 'zod';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';

export const lineKeys = [
  'nation',
  'motto',
  'decider',
  'giving',
  'award',
  'name',
  'place',
  'merit',
  'decision',
  'golden',
  'dated',
  'office',
  'signer',
  'extra',
] as const;
export type LineKey = (typeof lineKeys)[number];
export const facts = [
  'nguoi-quyet-dinh',
  'tang',
  'danh-hieu',
  'ten',
  'don-vi',
  'thanh-tich',
  'so-quyet-dinh',
  'ngay-quyet-dinh',
  'so-vang',
  'dia-danh-ngay',
  'chuc-vu',
  'nguoi-ky',
  'ma',
] as const;
export type Fact = (typeof facts)[number];
export const colours = ['black', 'red', 'blue', 'gold'] as const;

const mm = (most: number) => z.number().min(0).max(most);
const line = z.strictObject({
  text: z.string().max(300),
  x: mm(297),
  y: mm(210),
  width: z.number().min(5).max(297),
  align: z.enum(['left', 'center', 'right']),
  size: z.number().min(6).max(72),
  bold: z.boolean(),
  italic: z.boolean(),
  capitals: z.boolean(),
  colour: z.enum(colours),
  /** Stands on the blank already: left out when only what varies is printed. */
  preprinted: z.boolean(),
});
export const layout = z.strictObject({
  frame: z.boolean(),
  code: z.strictObject({ x: mm(290), y: mm(205), size: z.number().min(12).max(50) }),
  /** Of the blank against the printer. */
  offset: z.strictObject({ x: z.number().min(-30).max(30), y: z.number().min(-30).max(30) }),
  lines: z.record(z.enum(lineKeys), line),
});
export type Layout = z.output<typeof layout>;
export type Line = z.output<typeof line>;

export type LayoutWrong = {
  readonly kind: 'layout_wrong';
  readonly problems: readonly {
    readonly at: string;
    readonly problem: 'not_a_number' | 'out_of_range' | 'unknown_fact' | 'too_long';
  }[];
};
type Typed = Readonly<Record<string, string | undefined>>;

/** From a form with a row for each line: `nation.x`, `nation.text` … */
export function readLayout(typed: Typed): Result<Layout, LayoutWrong> {
  const number = (name: string) => Number((typed[name] ?? '').trim().replace(',', '.') || Number.NaN);
  const is = (name: string) => typed[name] === 'on';
  const lines = Object.fromEntries(
    lineKeys.map((key) => [
      key,
      {
        text: (typed[`${key}.text`] ?? '').trim(),
        x: number(`${key}.x`),
        y: number(`${key}.y`),
        width: number(`${key}.width`),
        align: typed[`${key}.align`],
        size: number(`${key}.size`),
        bold: is(`${key}.bold`),
        italic: is(`${key}.italic`),
        capitals: is(`${key}.capitals`),
        colour: typed[`${key}.colour`],
        preprinted: is(`${key}.preprinted`),
      },
    ]),
  );
  const read = layout.safeParse({
    frame: is('frame'),
    code: { x: number('code.x'), y: number('code.y'), size: number('code.size') },
    offset: { x: number('offset.x'), y: number('offset.y') },
    lines,
  });
  const unknown = lineKeys.filter((key) =>
    namesIn(typed[`${key}.text`] ?? '').some((name) => !facts.includes(name as Fact)),
  );
  const problems = [
    ...(read.success
      ? []
      : read.error.issues.map((issue) => ({ at: atOf(issue.path), problem: problemOf(issue.code) }))),
    ...unknown.map((key) => ({ at: `${key}.text`, problem: 'unknown_fact' as const })),
  ];
  return read.success && problems.length === 0 ? ok(read.data) : refuse({ kind: 'layout_wrong', problems });
}

const atOf = (path: readonly PropertyKey[]) => path.filter((part) => part !== 'lines').join('.');

function problemOf(code: string): 'not_a_number' | 'out_of_range' {
  return code === 'invalid_type' ? 'not_a_number' : 'out_of_range';
}

const namesIn = (text: string) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);

/** Words with their facts; a name that is none stays as it was typed. */
export function filled(text: string, of: Readonly<Record<Fact, string>>): string {
  return text.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => (name in of ? of[name as Fact] : whole));
}
