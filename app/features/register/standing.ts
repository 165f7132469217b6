/**
 * How near a holder stands to an award, for lists of who qualifies: the clauses as they were evaluated, put into five steps. A clause for a
 * person to judge may want a judgement or only a fact that nobody entered: the two are told apart. The law that amends since 01/10/2026 was not read,
 * so an evaluation never says "met" of a dossier received since; here the clauses are read as they stand, and the page says so.
 */
import type { Evaluation, Node } from '../awards/standards/evaluate.ts';
import type { Finding } from '../awards/standards/outcome.ts';

/** From worst to best. `unconfirmed`: all that lacks is word on discipline and pending matters. */
export const standings = ['not_met', 'lacks_facts', 'unconfirmed', 'to_judge', 'met'] as const;
export type Standing = (typeof standings)[number];

export type Reckoned = {
  readonly standing: Standing;
  /** Clauses that decide and are for a person to judge, or wait for a fact. */
  readonly open: readonly string[];
};

export function reckon({ tree }: Evaluation): Reckoned {
  if (tree.length === 0) return { standing: 'lacks_facts', open: [] };
  const deciding = tree.filter(({ isAside }) => !isAside);
  const standing = worstOf(deciding.map(standingOf));
  return { standing, open: standing === 'not_met' ? [] : [...new Set(deciding.flatMap(openIn))] };
}

const worstOf = (all: readonly Standing[]) => pick(all, Math.min);
const bestOf = (all: readonly Standing[]) => pick(all, Math.max);
function pick(all: readonly Standing[], by: (...numbers: number[]) => number): Standing {
  return standings[by(...all.map((one) => standings.indexOf(one)))] ?? 'lacks_facts';
}

function standingOf(node: Node): Standing {
  if (node.kind === 'clause') return clauseStanding(node.entry);
  const own = node.parts.filter(({ isAside }) => !isAside).map(standingOf);
  const found = node.kind === 'all_of' ? worstOf(own) : bestOf(own);
  // A group for others than this holder is not met whatever its clauses say.
  return node.state === 'not_met' ? 'not_met' : found === 'not_met' ? 'lacks_facts' : found;
}

function clauseStanding({ state, finding }: { readonly state: string; readonly finding: Finding }): Standing {
  if (state === 'met') return 'met';
  if (state === 'not_met') return 'not_met';
  return ofFinding(finding);
}

function ofFinding(finding: Finding): Standing {
  if (finding.kind === 'missing')
    return finding.fact === 'discipline' || finding.fact === 'pending' ? 'unconfirmed' : 'lacks_facts';
  if (finding.kind === 'level_unknown' || finding.kind === 'only_for') return 'lacks_facts';
  if (finding.kind === 'years_at_level') return finding.unknown.length > 0 ? 'lacks_facts' : 'to_judge';
  if (finding.kind === 'years') {
    if (finding.unknown.length > 0) return 'lacks_facts';
    return finding.within ? worstOf(['to_judge', outcome(finding.within)]) : 'to_judge';
  }
  if (finding.kind === 'all_of') return worstOf(['to_judge', ...finding.parts.map(outcome)]);
  if (finding.kind === 'one_of') return worstOf(['to_judge', bestOf(finding.parts.map(outcome))]);
  return 'to_judge';
}

/** Of a part: one that is not met lies in a clause that is not, and does not make it worse. */
function outcome({ state, finding }: { readonly state: string; readonly finding: Finding }): Standing {
  if (state === 'to_judge') return ofFinding(finding);
  return state === 'met' ? 'met' : 'to_judge';
}

/** On the best way alone: an alternative that is met asks for nothing of the others. */
function openIn(node: Node): readonly string[] {
  if (node.kind === 'clause') return node.entry.state === 'to_judge' ? [node.entry.clause.article] : [];
  const parts = node.parts.filter(({ isAside }) => !isAside);
  if (node.kind === 'all_of') return parts.flatMap(openIn);
  const best = bestOf(parts.map(standingOf));
  return openIn(parts.find((part) => standingOf(part) === best) ?? { ...node, parts: [], kind: 'all_of' });
}

export type Priority = {
  readonly worksDirectly: boolean | null;
  readonly isLeader: boolean | null;
  readonly isBorder: boolean | null;
  readonly isHard: boolean | null;
};

/** Direct workers, those who lead nobody, border and hard-to-reach communes first (Luật Điều 5.2.d; CT III.4); what is not known gives no place. */
export function priorityOf({ worksDirectly, isLeader, isBorder, isHard }: Priority): number {
  return [worksDirectly === true, isLeader === false, isBorder === true, isHard === true].filter(Boolean).length;
}
