/** What a check came to, with the facts it found; `text.ts` says them in Vietnamese. */
import type { ScopeOfEffect } from '../../initiatives/initiative.ts';
import type { Facts, Group, Level, Review } from './case.ts';
import type { CheckKind, CheckOf } from './rule.ts';

/** From worst to best: what is unknown is never worse than what is known to lack. */
export const STATES = ['not_met', 'to_judge', 'met'] as const;
export type State = (typeof STATES)[number];

export type Held = { readonly award: string; readonly year: number };
/** Award after which years count: the one a standard builds on, or the same award held before (Điều 5.2.c). */
export type Since = Held & { readonly because: 'after' | 'counted_before' };

export type Finding =
  | { readonly kind: 'all_of' | 'one_of'; readonly parts: readonly Outcome[] }
  | { readonly kind: 'missing'; readonly fact: Facts; readonly field?: string | undefined }
  | { readonly kind: 'judge'; readonly about: string | undefined }
  | { readonly kind: 'delegated'; readonly to: 'province' | 'government' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'not_for'; readonly who: readonly string[]; readonly unlessClassified: boolean }
  | { readonly kind: 'only_for'; readonly groups: readonly Group[]; readonly of: Outcome }
  | { readonly kind: 'as_unread'; readonly of: Outcome }
  | { readonly kind: 'level'; readonly year: number; readonly found: Level; readonly asked: Level }
  | { readonly kind: 'level_unknown'; readonly year: number; readonly asked: Level }
  | {
      readonly kind: 'title';
      readonly year: number;
      readonly awards: readonly string[];
      readonly found: string | undefined;
    }
  | {
      readonly kind: 'held';
      readonly awards: readonly string[];
      readonly found: readonly Held[];
      readonly leftOut: readonly Held[];
    }
  | {
      readonly kind: 'in_a_row';
      readonly awards: readonly string[];
      readonly times: number;
      readonly years: readonly number[];
      readonly lacking: readonly number[];
      readonly doubtful: readonly number[];
      readonly since: Since | undefined;
      readonly selected: boolean;
      /** The title of the year was not decided yet when the dossier came. */
      readonly openYear: number | undefined;
    }
  | {
      readonly kind: 'spaced';
      readonly awards: readonly string[];
      readonly times: number;
      readonly years: readonly number[];
      readonly selected: boolean;
    }
  | {
      readonly kind: 'times';
      readonly awards: readonly string[];
      readonly times: number;
      readonly years: readonly number[];
      readonly within: Window | undefined;
      readonly leftOut: readonly Held[];
    }
  | {
      readonly kind: 'years_at_level';
      readonly level: Level;
      readonly asked: number;
      readonly years: readonly number[];
      readonly unknown: readonly number[];
    }
  | {
      readonly kind: 'years';
      readonly asked: number;
      readonly level: Level;
      readonly orAwards: readonly string[];
      readonly years: readonly number[];
      readonly unknown: readonly number[];
      readonly since: Since | undefined;
      readonly until: number;
      /** The year that ends the row, looking back, and why. */
      readonly brokenBy: { readonly year: number; readonly found: Level | 'discipline' | undefined } | undefined;
      readonly earlier: boolean;
      readonly within: Outcome | undefined;
    }
  | {
      readonly kind: 'initiatives';
      readonly asked: number;
      readonly scope: ScopeOfEffect;
      readonly years: readonly number[];
      readonly doubtful: readonly number[];
      readonly usedUp: readonly (Held & { readonly of: number })[];
      readonly smaller: readonly number[];
    }
  | {
      readonly kind: 'members';
      readonly check: CheckOf<'all_members_completed' | 'members_share' | 'members_with' | 'no_member_disciplined'>;
      readonly count: number;
      readonly total: number;
    }
  | { readonly kind: 'block_rank'; readonly rank: number; readonly selected: boolean }
  | {
      readonly kind: 'block_organiser';
      readonly found: 'province' | 'centre' | undefined;
      readonly asked: 'province' | 'centre';
    }
  | { readonly kind: 'exceeded'; readonly exceeded: boolean; readonly selected: boolean }
  | { readonly kind: 'none'; readonly fact: 'block' | 'movement' }
  | {
      readonly kind: 'launched_by';
      readonly found: string;
      readonly asked: CheckOf<'movement'>['launchedBy'];
      readonly known: boolean;
    }
  | {
      readonly kind: 'lasts';
      readonly from: string;
      readonly until: string;
      readonly asked: number;
      readonly calendarYears: number;
    }
  | { readonly kind: 'review'; readonly found: Review; readonly asked: readonly Review[] }
  | { readonly kind: 'placed'; readonly rank: number; readonly place: 'first' | 'reviewed' }
  | { readonly kind: 'built'; readonly founded: string; readonly asked: number }
  | { readonly kind: 'conduct'; readonly disciplined: readonly Discipline[]; readonly pending: readonly Pending[] }
  | { readonly kind: 'for_this_year'; readonly held: Held | undefined; readonly isTitle: boolean }
  | { readonly kind: 'merit_only'; readonly leftOut: readonly Held[] }
  | { readonly kind: 'pending'; readonly pending: readonly Pending[]; readonly isKnown: boolean }
  | {
      readonly kind: 'discipline';
      readonly year: number;
      readonly countsFrom: string | undefined;
      readonly isOpen: boolean;
    }
  | { readonly kind: 'clauses'; readonly met: readonly string[]; readonly of: readonly string[] };

export type Window = { readonly from: number; readonly to: number };
export type Discipline = {
  readonly from: string;
  readonly until?: string | null | undefined;
  readonly level?: string | null | undefined;
};
export type Pending = { readonly kind: string; readonly since?: string | null | undefined };

export type Outcome = { readonly state: State; readonly finding: Finding };

export const worst = (states: readonly State[]): State => pick(states, Math.min);
export const best = (states: readonly State[]): State => pick(states, Math.max);

function pick(states: readonly State[], by: (...numbers: number[]) => number): State {
  return STATES[by(...states.map((state) => STATES.indexOf(state)))] ?? 'to_judge';
}

/** No better than `state`. */
export function atMost(state: State, outcome: Outcome): Outcome {
  return { ...outcome, state: worst([state, outcome.state]) };
}

export function missing(fact: Facts, field?: string): Outcome {
  return { state: 'to_judge', finding: { kind: 'missing', fact, field } };
}

export function allOf(parts: readonly Outcome[]): Outcome {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return { state: worst(parts.map(({ state }) => state)), finding: { kind: 'all_of', parts } };
}

export function oneOf(parts: readonly Outcome[]): Outcome {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return { state: best(parts.map(({ state }) => state)), finding: { kind: 'one_of', parts } };
}

/** Met when surely enough, not met when not even with what is doubtful. */
export function enough(asked: number, certain: number, doubtful: number): State {
  if (certain >= asked) return 'met';
  return certain + doubtful >= asked ? 'to_judge' : 'not_met';
}

/** Kinds that stand in an article and ask for nothing: they are listed and decide nothing. */
export function isAside({ kind }: { readonly kind: CheckKind }): boolean {
  return kind === 'delegated' || kind === 'elsewhere';
}
