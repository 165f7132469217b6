/**
 * What the register knows of one holder, and the case it makes for the standards (features/awards). A list is whole, so that
 * what is not in it is not there, where something of it was entered or somebody confirmed it; else it is not known.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import type { Case, Group, Level } from '../awards/standards/case.ts';
import type { ScopeOfEffect } from '../initiatives/initiative.ts';
import type { AwardKind } from './honour.ts';

export const checkedFacts = ['awards', 'initiatives', 'discipline', 'pending'] as const;
export type CheckedFact = (typeof checkedFacts)[number];

export type HeldFact = {
  readonly id: string;
  readonly award: string;
  readonly year: number;
  readonly kind: AwardKind | null;
  readonly decidedOn: PlainDate;
  readonly revokedOn: PlainDate | null;
};
export type MembersFact = {
  readonly year: number;
  readonly total: number;
  readonly completed: number | null;
  readonly disciplined: number | null;
  readonly held: Readonly<Record<string, number>>;
};
export type BlockFact = {
  readonly year: number;
  readonly inBlock: boolean;
  readonly organisedBy: 'province' | 'centre' | null;
  readonly rank: number | null;
  readonly exceeded: boolean | null;
};
export type HolderFacts = {
  readonly id: string;
  readonly kind: HolderKind;
  readonly group: Group | null;
  readonly founded: number | null;
  readonly awards: readonly HeldFact[];
  readonly classification: readonly { readonly year: number; readonly level: Level }[];
  readonly initiatives: readonly {
    readonly year: number;
    readonly scope: ScopeOfEffect;
    readonly used: { readonly award: string; readonly year: number } | null;
  }[];
  /** Has an account, so that initiatives name them as author. */
  readonly isAuthorKnown: boolean;
  readonly discipline: readonly {
    readonly from: PlainDate;
    readonly until: PlainDate | null;
    readonly level: string;
  }[];
  readonly pending: readonly {
    readonly kind: string;
    readonly since: PlainDate | null;
    readonly until: PlainDate | null;
  }[];
  readonly members: readonly MembersFact[];
  readonly blocks: readonly BlockFact[];
  readonly checked: readonly CheckedFact[];
};

export type AskedCase = {
  readonly awardCode: string;
  readonly received: PlainDate;
  readonly year: number;
  /** `false`: not proposed for a movement. */
  readonly movement?: Case['movement'];
  /** Honours that are not to count: the award itself, when a past decision is played again. */
  readonly leaveOut?: readonly string[];
};

export function caseFrom(facts: HolderFacts, asked: AskedCase): Case {
  const { year, received, leaveOut = [] } = asked;
  const isWhole = (fact: CheckedFact) => facts.checked.includes(fact);
  const held = facts.awards.filter(
    ({ id, revokedOn, decidedOn }) =>
      !leaveOut.includes(id) && (revokedOn === null || revokedOn > received) && decidedOn <= received,
  );
  // What was taken back again says nothing of what else there is.
  const isKept = held.length > 0 || facts.awards.some(({ revokedOn }) => revokedOn === null);
  const past = facts.discipline.filter(({ from }) => from <= received);
  const open = facts.pending.filter(
    ({ since, until }) => (since ?? received) <= received && (until === null || until > received),
  );
  return {
    award: asked.awardCode,
    received,
    year,
    holder: facts.kind,
    group: facts.group,
    founded: facts.founded === null ? null : String(facts.founded),
    awards: isKept || isWhole('awards') ? distinct(held) : null,
    classification: facts.classification.length > 0 ? [...facts.classification] : null,
    initiatives:
      facts.initiatives.length > 0 || facts.isAuthorKnown || isWhole('initiatives') ? [...facts.initiatives] : null,
    discipline: facts.discipline.length > 0 || isWhole('discipline') ? [...past] : null,
    pending: facts.pending.length > 0 || isWhole('pending') ? open.map(({ kind, since }) => ({ kind, since })) : null,
    members: membersOf(facts.members.find((each) => each.year === year)),
    block: blockOf(facts.blocks.find((each) => each.year === year)),
    movement: asked.movement ?? null,
  };
}

/** The same award of a year for the same kind of achievement counts once, by however many decisions. */
function distinct(held: readonly HeldFact[]): NonNullable<Case['awards']> {
  const seen = new Map(held.map(({ award, year, kind }) => [`${award} ${year} ${kind ?? ''}`, { award, year, kind }]));
  return [...seen.values()];
}

function membersOf(found: MembersFact | undefined): Case['members'] {
  if (!found) return null;
  const { total, completed, disciplined, held } = found;
  return { ...held, total, completed, disciplined } as Case['members'];
}

function blockOf(found: BlockFact | undefined): Case['block'] {
  if (!found) return null;
  if (!found.inBlock) return false;
  return { rank: found.rank, exceeded: found.exceeded, organised_by: found.organisedBy };
}
