/** What a checklist holds: the clauses of the award's standard that ask for something, and what is asked of every nominee. */
import type { Entry, Evaluation } from '../awards/standards/evaluate.ts';
import { plainChecks } from './conclusion.ts';

/** What decides nothing by itself, or is for others, is shown, but no verdict is asked on it. */
const aside: readonly Entry['finding']['kind'][] = ['delegated', 'elsewhere', 'not_for'];
export const isAsked = ({ finding }: Entry): boolean => !aside.includes(finding.kind);

/** Fit for the name of a field; `article` as a screen writes it: `74.1.đ`, `4.4 (152/2025/NĐ-CP)`. */
export const keyOfArticle = (article: string): string => `clause:${article.replaceAll(/[^\p{L}\p{N}.-]+/gu, '_')}`;

export const clauseKey = ({ clause: { article, of } }: Pick<Entry, 'clause'>): string =>
  keyOfArticle(of === undefined ? article : `${article} (${of})`);

/** What the checklist of this nominee holds. */
export function itemsOf({ evaluation }: { readonly evaluation: Evaluation }): readonly string[] {
  return [...new Set(evaluation.entries.filter(isAsked).map(clauseKey)), ...plainChecks];
}
