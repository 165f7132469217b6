/** An evaluation in words, as a screen draws it: the law's own building of "all of" and "one of", each clause with finding and proof. */
import { dateText } from '../../../ui/moment.ts';
import { getAward } from '../award.ts';
import type { FactState } from '../law/provision.ts';
import { answerOf } from './answer.ts';
import type { Case } from './case.ts';
import type { Evaluation, Node } from './evaluate.ts';
import type { Finding, State } from './outcome.ts';
import { because, WORDS } from './text.ts';

export type ExplainedClause = {
  readonly kind: 'clause';
  /** As the law counts: `74.1.đ`; `4.4 (152/2025/NĐ-CP)`. */
  readonly article: string;
  readonly label: string;
  readonly state: State;
  readonly wording: string;
  readonly because: string;
  /** Papers that prove it; none where nothing is asked. */
  readonly proof: string | undefined;
  /** Stands in the article and asks for nothing here. */
  readonly isAside: boolean;
  /** For other holders or groups than this one. */
  readonly isForOthers: boolean;
};
export type ExplainedGroup = {
  readonly kind: 'all_of' | 'one_of';
  readonly state: State;
  readonly isAside: boolean;
  readonly isForOthers: boolean;
  readonly parts: readonly ExplainedNode[];
};
export type ExplainedNode = ExplainedClause | ExplainedGroup;
export type Explained = {
  readonly result: State;
  readonly awardCode: string;
  readonly awardName: string;
  readonly rule:
    | { readonly id: string | undefined; readonly basis: string; readonly days: string; readonly state: FactState }
    | undefined;
  /** What holds before any clause: a law that was not read, an award without rules. */
  readonly first: string | undefined;
  readonly notes: readonly string[];
  readonly nodes: readonly ExplainedNode[];
};

export const STATE_TEXT: Readonly<Record<State, string>> = {
  met: 'Đạt',
  not_met: 'Chưa đạt',
  to_judge: 'Người thẩm định xem xét',
};

export function explained(one: Case, evaluation: Evaluation): Explained {
  const { chosen, result, tree } = evaluation;
  const { rule, isUnread } = chosen;
  const said = answerOf(one, evaluation, WORDS);
  const isLacking = isUnread || !rule;
  return {
    result,
    awardCode: one.award,
    awardName: getAward(one.award).name,
    rule: rule && {
      id: rule.id,
      basis: rule.basis,
      days: daysText(rule.inForceFrom, rule.inForceUntil),
      state: rule.state,
    },
    first: isLacking ? said.conditions[0]?.because : undefined,
    notes: said.notes,
    nodes: tree.map(nodeOf),
  };
}

function nodeOf(node: Node): ExplainedNode {
  if (node.kind !== 'clause') {
    const parts = node.parts.map(nodeOf);
    return { ...node, parts, isForOthers: parts.every(({ isForOthers }) => isForOthers) };
  }
  const { clause, state, finding } = node.entry;
  return {
    kind: 'clause',
    article: WORDS.article(clause),
    label: clauseText(clause.article, clause.of),
    state,
    wording: clause.wording,
    because: because({ finding }, clause.wording),
    proof: proofOf(finding),
    isAside: node.isAside,
    isForOthers: finding.kind === 'not_for',
  };
}

/** `74.1.đ` as an official writes it. */
export function clauseText(article: string, of?: string): string {
  const [number, clause, mark] = article.split('.');
  const parts = [mark && `điểm ${mark}`, clause && `khoản ${clause}`, `Điều ${number}`].filter(Boolean).join(' ');
  const said = /^\d/.test(article) ? parts : article;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${of === undefined ? '' : ` Nghị định số ${of}`}`;
}

export function daysText(from: string | null, until: string | null): string {
  if (from === null && until === null) return 'không rõ thời gian hiệu lực';
  if (from === null) return `đến hết ngày ${dateText(until ?? '')}`;
  return until === null ? `từ ngày ${dateText(from)}` : `từ ngày ${dateText(from)} đến hết ngày ${dateText(until)}`;
}

const classified = 'Kết quả xếp loại mức độ hoàn thành nhiệm vụ của các năm đó.';
const decisions = 'Quyết định tặng danh hiệu, hình thức khen thưởng (số, ngày).';
const members = 'Danh sách cá nhân trong tập thể với kết quả xếp loại, danh hiệu của năm.';
const block = 'Kết quả bình xét của cụm, khối thi đua.';
const movement = 'Kế hoạch phát động và kết quả bình xét phong trào thi đua.';
const conduct = 'Xác nhận của cơ quan quản lý về kỷ luật và việc đang xem xét, xác minh.';

const PROOF: Readonly<Record<Finding['kind'], string | undefined>> = {
  all_of: undefined,
  one_of: undefined,
  missing: undefined,
  judge: 'Báo cáo thành tích có xác nhận của cấp trình.',
  delegated: undefined,
  elsewhere: undefined,
  not_for: undefined,
  only_for: undefined,
  as_unread: undefined,
  level: classified,
  level_unknown: classified,
  title: decisions,
  held: decisions,
  in_a_row: decisions,
  spaced: decisions,
  times: decisions,
  years_at_level: classified,
  years: `${classified} ${decisions}`,
  initiatives: 'Quyết định công nhận sáng kiến, đề tài, đề án, công trình và phạm vi ảnh hưởng.',
  members,
  block_rank: block,
  block_organiser: block,
  exceeded: block,
  none: undefined,
  launched_by: movement,
  lasts: movement,
  review: movement,
  placed: movement,
  built: 'Quyết định thành lập.',
  conduct,
  for_this_year: decisions,
  merit_only: decisions,
  pending: conduct,
  discipline: conduct,
  clauses: undefined,
};

function proofOf(finding: Finding): string | undefined {
  const said = new Set(findingsIn(finding).flatMap(({ kind }) => PROOF[kind] ?? []));
  return said.size === 0 ? undefined : [...said].join(' ');
}

function findingsIn(finding: Finding): readonly Finding[] {
  if (finding.kind === 'all_of' || finding.kind === 'one_of')
    return finding.parts.flatMap((part) => findingsIn(part.finding));
  if (finding.kind === 'only_for' || finding.kind === 'as_unread') return findingsIn(finding.of.finding);
  if (finding.kind === 'years' && finding.within) return [finding, ...findingsIn(finding.within.finding)];
  return [finding];
}

export const conditionsText = {
  allOf: 'Phải đủ các điều kiện sau',
  oneOf: 'Cần một trong các điều kiện sau',
  ofEvery: 'Áp dụng cho mọi danh hiệu, hình thức',
  wording: 'Nguyên văn',
  proof: 'Giấy tờ chứng minh',
  rule: 'Quy định áp dụng',
  aside: 'Nêu để đủ điều, khoản; không tính vào kết quả',
  forOthers: 'Dành cho đối tượng khác',
  caption: 'Từng điều kiện và căn cứ',
} as const;
