/**
 * How plans in force stand across units on a day, and what of them needs looking at. Read whole and narrowed here, so that
 * no second copy of the rules stands in SQL: plans in force are a few for each unit.
 */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { decimal, ZERO } from '../../kernel/decimal.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Attention, AttentionCounts, AttentionLine } from './attention.ts';
import { attentionOf, countAttention } from './attention.ts';
import { aboutKey } from './choices.server.ts';
import type { ListedPlan, PlansQuery } from './list.server.ts';
import { listPlans } from './list.server.ts';

export type SeenLine = AttentionLine & {
  readonly planId: string;
  readonly planTitle: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly aboutKey: string;
  readonly aboutName: string;
};
export type Group = {
  readonly key: string;
  readonly name: string;
  readonly plans: number;
  /** Of its plans, all alike. */
  readonly percent: string;
  readonly counts: AttentionCounts;
};
export type PlansAttention = {
  /** Most pressing first: by day. */
  readonly lines: readonly SeenLine[];
  readonly counts: AttentionCounts;
  readonly plans: number;
  readonly byUnit: readonly Group[];
  readonly byAbout: readonly Group[];
};
export type AttentionQuery = Pick<PlansQuery, 'today' | 'knownOn' | 'unitId' | 'schemeCode' | 'movementId'> & {
  readonly attention?: Attention | undefined;
};

export async function plansAttention(db: Kysely<DB>, actor: Actor, query: AttentionQuery): Promise<PlansAttention> {
  const { attention, ...narrow } = query;
  const { rows } = await listPlans(db, actor, { ...narrow, stages: ['approved'], size: 100_000 });
  const named = rows.map((plan) => ({ ...plan, aboutKey: aboutKey(plan) }));
  const day = query.knownOn ?? query.today;
  const all = named.flatMap((plan) => attentionOf(plan.tasks, day).map((line) => seen(plan, line)));
  const lines = attention ? all.filter((line) => line.attention === attention) : all;
  return {
    lines: lines.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    counts: countAttention(all),
    plans: rows.length,
    byUnit: groupsOf(named, all, (one) => ({ key: one.unitCode, name: one.unitName })),
    byAbout: groupsOf(named, all, (one) => ({ key: one.aboutKey, name: one.aboutName })),
  };
}

type NamedPlan = ListedPlan & { readonly aboutKey: string };

function seen(plan: NamedPlan, line: AttentionLine): SeenLine {
  const { id: planId, title: planTitle, unitCode, unitName, aboutKey: key, aboutName } = plan;
  return { ...line, planId, planTitle, unitCode, unitName, aboutKey: key, aboutName };
}

function groupsOf(
  plans: readonly NamedPlan[],
  lines: readonly SeenLine[],
  by: (one: NamedPlan | SeenLine) => { readonly key: string; readonly name: string },
): readonly Group[] {
  const ofGroup = Map.groupBy(lines, (line) => by(line).key);
  return [...Map.groupBy(plans, (plan) => by(plan).key)].map(([key, own]) => ({
    key,
    name: own[0] ? by(own[0]).name : key,
    plans: own.length,
    percent: own
      .reduce((sum, { standing }) => sum.plus(decimal(standing.percent)), ZERO)
      .div(own.length)
      .round(1)
      .toFixed(),
    counts: countAttention(ofGroup.get(key) ?? []),
  }));
}
