/**
 * Thresholds of levels, and how many units lead a block, as dated data: proposed by form, in force when a second person has confirmed them, until a later year's replace them. Which shares the province asks for is for
 * it to lay down; the product's own are a default that says so.
 */
import { decimal, parseVietnamese } from '../../../kernel/decimal.ts';
import type { Rights } from '../../../kernel/permit.ts';
import type { Hand, Procedure } from '../../../kernel/procedure.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Threshold } from '../classify.ts';

export const ruleStages = ['default', 'proposed', 'confirmed', 'withdrawn'] as const;
export type RuleStage = (typeof ruleStages)[number];
export const ruleMoves = ['propose', 'confirm', 'withdraw'] as const;
export type RuleMove = (typeof ruleMoves)[number];

const hands: readonly Hand<'root'>[] = [
  { role: 'appraiser', at: 'root' },
  { role: 'deciding_authority', at: 'root' },
];
/** Whether the form is offered. */
export const proposing = { propose: { by: ['appraiser', 'deciding_authority'] } } as const satisfies Rights<string>;

export const ruleProcedure: Procedure<RuleStage, RuleMove, 'root'> = {
  default: {},
  proposed: {
    propose: { to: 'proposed', by: hands },
    confirm: { to: 'confirmed', by: hands, fourEyes: true },
    withdraw: { to: 'withdrawn', by: hands, needs: ['reason'] },
  },
  confirmed: { withdraw: { to: 'withdrawn', by: hands, needs: ['reason'], fourEyes: true } },
  withdrawn: {},
};

/** Best first; below the last of them is `failed`. */
export const thresholdLevels = ['excellent', 'good', 'completed'] as const;
export type ThresholdLevel = (typeof thresholdLevels)[number];
export type RuleField = 'fromYear' | 'source' | 'perBlock' | ThresholdLevel | `${ThresholdLevel}Groups`;
export type RuleProblem =
  | 'missing'
  | 'not_a_year'
  | 'not_a_number'
  | 'not_a_share'
  | 'too_fine'
  | 'not_falling'
  | 'not_a_line'
  | 'twice'
  | 'too_long'
  | 'not_so_many';
export type RuleWrong = {
  readonly kind: 'rule_wrong';
  readonly problems: readonly { readonly field: RuleField; readonly problem: RuleProblem }[];
};
export type TypedRule = Readonly<Partial<Record<RuleField, string>>>;
export type NewRule = {
  readonly fromYear: number;
  readonly source: string;
  readonly thresholds: readonly Threshold[];
  /** How many units lead a block; null: as many as before. */
  readonly perBlock: number | null;
};
const MOST_LEADERS = 20;

/** Shares are typed in per cent with a comma; of groups one a line, "I: 80". */
export function readRule(typed: TypedRule): Result<NewRule, RuleWrong> {
  const problems: RuleWrong['problems'][number][] = [];
  const wrong = (field: RuleField, problem: RuleProblem) => void problems.push({ field, problem });
  const fromYear = Number(typed.fromYear?.trim() ?? '');
  if (!/^\d{4}$/.test(typed.fromYear?.trim() ?? '') || fromYear < 2000 || fromYear > 2100)
    wrong('fromYear', typed.fromYear?.trim() ? 'not_a_year' : 'missing');
  const source = typed.source?.trim() ?? '';
  const thresholds = thresholdLevels.map((level): Threshold => {
    const share = readShare(typed[level] ?? '');
    if (!share.ok) wrong(level, share.refusal.kind);
    const groups = readGroups(typed[`${level}Groups`] ?? '');
    if (!groups.ok) wrong(`${level}Groups`, groups.refusal.kind);
    return { level, atLeast: share.ok ? share.value : 0, groups: groups.ok ? groups.value : [] };
  });
  const sharesRead = problems.length === 0;
  for (const [at, level] of thresholdLevels.entries()) {
    const [better, own] = [thresholds[at - 1], thresholds[at]];
    if (sharesRead && better && own && own.atLeast >= better.atLeast) wrong(level, 'not_falling');
  }
  const many = typed.perBlock?.trim() ?? '';
  const perBlock = many === '' ? null : Number(many);
  if (perBlock !== null && !(/^\d+$/.test(many) && perBlock >= 1 && perBlock <= MOST_LEADERS))
    wrong('perBlock', 'not_so_many');
  if (source === '') wrong('source', 'missing');
  if (source.length > 1000) wrong('source', 'too_long');
  return problems.length > 0
    ? refuse({ kind: 'rule_wrong', problems })
    : ok({ fromYear, source, thresholds, perBlock });
}

type ShareProblem = { readonly kind: Extract<RuleProblem, 'missing' | 'not_a_number' | 'not_a_share' | 'too_fine'> };

/** Hundredths of a per cent from "87,5". */
export function readShare(text: string): Result<number, ShareProblem> {
  const read = parseVietnamese(text);
  if (!read.ok) return refuse({ kind: read.refusal.kind === 'number_empty' ? 'missing' : 'not_a_number' });
  const hundredths = read.value.times(100);
  if (hundredths.lt(0) || hundredths.gt(10_000)) return refuse({ kind: 'not_a_share' });
  return hundredths.eq(hundredths.round(0)) ? ok(hundredths.toNumber()) : refuse({ kind: 'too_fine' });
}

type GroupProblem = { readonly kind: Extract<RuleProblem, 'not_a_line' | 'twice'> };

export function readGroups(text: string): Result<Threshold['groups'], GroupProblem> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const groups = lines.map((line) => {
    const [, code = '', share = ''] = /^(\S{1,20})\s*:\s*(.+)$/.exec(line) ?? [];
    const read = readShare(share.replace(/%$/, '').trim());
    return code !== '' && read.ok ? { code, atLeast: read.value } : null;
  });
  const read = groups.filter((group) => group !== null);
  if (read.length < lines.length) return refuse({ kind: 'not_a_line' });
  return new Set(read.map(({ code }) => code)).size < read.length ? refuse({ kind: 'twice' }) : ok(read);
}

/** As it would be typed. */
export function typedOf({ fromYear, source, thresholds, perBlock }: NewRule): TypedRule {
  const share = (hundredths: number) => decimal(hundredths).div(100).toFixed().replace('.', ',');
  const fields = thresholds.flatMap(({ level, atLeast, groups }) => [
    [level, share(atLeast)] as const,
    [`${level}Groups`, groups.map(({ code, atLeast: own }) => `${code}: ${share(own)}`).join('\n')] as const,
  ]);
  return { fromYear: String(fromYear), source, perBlock: String(perBlock ?? ''), ...Object.fromEntries(fields) };
}
