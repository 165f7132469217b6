/** What a set says besides its criteria: title, source, caps of all bonuses and penalties, and what parts equal scores. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { HundredthsProblem } from '../../kernel/hundredths.ts';
import { readHundredths } from '../../kernel/hundredths.ts';
import type { TieRule } from './tie.ts';

export const headFields = ['title', 'source', 'bonusCap', 'penaltyCap', 'tie'] as const;
export type HeadField = (typeof headFields)[number];
export const HEAD_LIMIT = 500;
/** Controls of the rules for ties, in the order in which they are asked. */
export const TIE_NAMES: readonly string[] = Array.from({ length: 5 }, (_, at) => `tie-${at + 1}`);

export type SetHead = {
  readonly title: string;
  readonly source: string;
  readonly bonusCap: number | null;
  readonly penaltyCap: number | null;
  readonly tieRules: readonly TieRule[];
};
export type HeadProblem =
  | HundredthsProblem
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'not_among' | 'tie_twice' };
export type HeadWrong = { readonly field: HeadField; readonly problem: HeadProblem };
export type HeadRefusal = { readonly kind: 'head_wrong'; readonly wrong: readonly HeadWrong[] };

/** `ties`: keys (`tieKey`) in the order in which they are asked; blank ones are left out. */
export type TypedHead = Readonly<Record<Exclude<HeadField, 'tie'>, string>> & { readonly ties: readonly string[] };

export function readHead(typed: TypedHead, codes: ReadonlySet<string>): Result<SetHead, HeadRefusal> {
  const wrong: HeadWrong[] = [];
  const [title, source] = [typed.title.trim(), typed.source.trim()];
  if (title === '') wrong.push({ field: 'title', problem: { kind: 'missing' } });
  for (const field of ['title', 'source'] as const)
    if (typed[field].trim().length > HEAD_LIMIT)
      wrong.push({ field, problem: { kind: 'too_long', limit: HEAD_LIMIT } });
  const cap = (field: 'bonusCap' | 'penaltyCap') => {
    if (typed[field].trim() === '') return null;
    const read = readHundredths(typed[field]);
    if (!read.ok) wrong.push({ field, problem: read.refusal });
    return read.ok ? read.value : null;
  };
  const keys = typed.ties.filter((key) => key !== '');
  const tieRules = keys.flatMap((key) => tieOf(key, codes) ?? []);
  if (tieRules.length < keys.length) wrong.push({ field: 'tie', problem: { kind: 'not_among' } });
  if (new Set(keys).size < keys.length) wrong.push({ field: 'tie', problem: { kind: 'tie_twice' } });
  const head = { title, source, bonusCap: cap('bonusCap'), penaltyCap: cap('penaltyCap'), tieRules };
  return wrong.length === 0 ? ok(head) : refuse({ kind: 'head_wrong', wrong });
}

export function tieKey(rule: TieRule): string {
  return rule.kind === 'points' ? `points ${rule.code}` : rule.kind;
}

function tieOf(key: string, codes: ReadonlySet<string>): TieRule | undefined {
  if (key === 'fewer_penalties' || key === 'less_bonus') return { kind: key };
  const code = key.startsWith('points ') ? key.slice('points '.length) : undefined;
  return code !== undefined && codes.has(code) ? { kind: 'points', code } : undefined;
}
