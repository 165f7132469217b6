/** The rules of a form of values before it leaves the browser: those of the command, on what the form carries with it. */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { SecretScheme } from '../secrecy/naming.ts';
import type { FigureRule } from './actual.ts';
import type { TypedLine } from './entry-fields.ts';
import { lineField, linesIn } from './entry-fields.ts';
import type { FigureRefusal } from './figures.ts';
import { readFigure } from './figures.ts';

export type EntryFacts = {
  /** As the page was drawn. */
  readonly today: PlainDate;
  readonly period: string;
  readonly unitFrom: PlainDate | null;
  readonly unitUntil: PlainDate | null;
  /** What no text may name. */
  readonly secrets: readonly SecretScheme[];
  /** Lines that can be filled in, with how many files of evidence each has. */
  readonly lines: readonly { readonly rule: FigureRule; readonly evidence: number }[];
};
type Fields = Readonly<Record<string, string>>;
type NeedsEvidence = { readonly kind: 'needs'; readonly move: 'submit'; readonly need: 'evidence' };
export type LineFault = { readonly indicatorCode: string; readonly refusal: FigureRefusal | NeedsEvidence };

export type CheckedEntry = { readonly isEmpty: boolean; readonly faults: readonly LineFault[] };

/** `files` are the names of the controls in which a file was chosen; `today` is the later of the page's and the machine's. */
export function checkEntry(
  fields: Fields,
  facts: EntryFacts,
  { today, files }: { readonly today: PlainDate; readonly files: readonly string[] },
): CheckedEntry {
  const codes = facts.lines.map(({ rule }) => rule.code);
  const lines = linesIn(fields, codes, facts.period);
  const isSent = fields['viec'] !== 'luu';
  const faults = lines.flatMap((line): readonly LineFault[] => {
    const { indicatorCode } = line;
    const about = facts.lines.find(({ rule }) => rule.code === indicatorCode);
    if (!about) return [];
    const refusal = figureFault(line, about.rule, { ...facts, today });
    if (refusal) return [{ indicatorCode, refusal }];
    const lacks = isSent && about.rule.evidenceRequired && about.evidence === 0;
    const hasFile = files.includes(lineField.file(indicatorCode));
    return lacks && !hasFile ? [{ indicatorCode, refusal: { kind: 'needs', move: 'submit', need: 'evidence' } }] : [];
  });
  return { isEmpty: lines.length === 0, faults };
}

function figureFault({ typed }: TypedLine, rule: FigureRule, facts: EntryFacts): FigureRefusal | undefined {
  const read = readFigure(typed, { rule, ...facts });
  return read.ok ? undefined : read.refusal;
}
