/** The measured figures as a table to read and as JSON to keep. */
import { verdictOf } from './figures.ts';
import type { Target } from './figures.ts';
import type { Machine } from './machine.ts';
import type { Measured } from './measured.ts';

const shown = (figure: number): string => (figure >= 100 ? figure.toFixed(0) : String(Number(figure.toPrecision(3))));
const wanted = (target: Target | null): string =>
  target === null ? '' : 'most' in target ? `<= ${target.most}` : `>= ${target.least}`;

export function tableOf(all: readonly Measured[]): string {
  const rows = all.map((one) => [
    one.name,
    `${shown(one.figure)} ${one.unit}`,
    wanted(one.target),
    verdictOf(one.figure, one.target).replace('no target', ''),
    one.baseline ? `${one.baseline.what}: ${shown(one.baseline.figure)} ${one.baseline.unit}` : '',
    one.ratio === undefined ? '' : `${shown(one.ratio)} x`,
  ]);
  const head = ['case', 'figure', 'target', 'verdict', 'beside', 'ratio'];
  const widths = head.map((word, at) => Math.max(word.length, ...rows.map((row) => (row[at] ?? '').length)));
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const notes = all.flatMap((one) => (one.notes ?? []).map((note) => `  ${one.name}: ${note}`));
  return [lineOf(head), lineOf(widths.map((width) => '-'.repeat(width))), ...rows.map(lineOf), ...notes].join('\n');
}

/** Figures of a machine that was busy with other things say what it had left, not what the product can. */
export function remarkOn({ loadBefore, cores }: Machine): string {
  return loadBefore > cores / 2
    ? `The machine was busy with other things (load ${loadBefore} on ${cores} cores): measure again when it is quiet.`
    : '';
}

export function jsonOf(machine: Machine, all: readonly Measured[]): string {
  const results = all.map(({ name, figure, unit, target, baseline, ratio, notes }) => ({
    name,
    figure,
    unit,
    target,
    verdict: verdictOf(figure, target),
    baseline: baseline ?? null,
    ratio: ratio ?? null,
    notes: notes ?? [],
  }));
  return `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, remark: remarkOn(machine), results }, null, 2)}\n`;
}
