/** What each step towards the frozen result asks for: the page shows it before, the command refuses by it. */
import type { Kysely } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { JudgementRow } from '../scoring/case.server.ts';
import type { RankedRow, ShortResult } from './ranked.ts';
import { movedSince, shortResults } from './ranked.ts';

export const settleWays = ['settle', 'sign_off', 'freeze'] as const;
export type SettleWay = (typeof settleWays)[number];

export type Missing = { readonly unitId: string; readonly codes: readonly string[] };
export type Condition =
  /** Nothing is settled while objections may still come. */
  | { readonly kind: 'term_over'; readonly met: boolean; readonly until: PlainDate | null }
  | { readonly kind: 'objections_answered'; readonly met: boolean; readonly open: number }
  | { readonly kind: 'points_whole'; readonly met: boolean; readonly missing: readonly Missing[] }
  /** Nothing but what the council signed is frozen. */
  | { readonly kind: 'as_signed'; readonly met: boolean; readonly moved: readonly string[] };

export type TermRuns = { readonly kind: 'objections_run'; readonly until: PlainDate };
export type ObjectionsOpen = { readonly kind: 'objections_open'; readonly count: number };
export type PointsMissing = { readonly kind: 'points_missing'; readonly missing: readonly Missing[] };
export type ResultsMoved = { readonly kind: 'results_moved'; readonly unitIds: readonly string[] };
export type Unmet = TermRuns | ObjectionsOpen | PointsMissing | ResultsMoved;

type Asked = { readonly move: SettleWay; readonly today: PlainDate; readonly rows: readonly RankedRow[] };

export async function conditionsOf(
  db: Kysely<DB>,
  row: JudgementRow,
  { move, today, rows }: Asked,
): Promise<readonly Condition[]> {
  switch (move) {
    case 'settle':
      return [termOver(row, today), await objectionsAnswered(db, row.id), pointsWhole(rows)];
    case 'sign_off':
      return [pointsWhole(rows)];
    case 'freeze':
      return [pointsWhole(rows), await asSigned(db, row.id, rows)];
  }
}

/** The first that is not met, as a refusal. */
export function unmetOf(conditions: readonly Condition[]): Unmet | undefined {
  const unmet = conditions.find(({ met }) => !met);
  switch (unmet?.kind) {
    case undefined:
      return undefined;
    case 'term_over':
      return { kind: 'objections_run', until: unmet.until ?? '' };
    case 'objections_answered':
      return { kind: 'objections_open', count: unmet.open };
    case 'points_whole':
      return { kind: 'points_missing', missing: unmet.missing };
    case 'as_signed':
      return { kind: 'results_moved', unitIds: unmet.moved };
  }
}

function termOver({ objectionsUntil: until }: JudgementRow, today: PlainDate): Condition {
  return { kind: 'term_over', met: until === null || today > until, until };
}

async function objectionsAnswered(db: Kysely<DB>, judgementId: string): Promise<Condition> {
  const rows = await db
    .selectFrom('objection as o')
    .innerJoin('score_card as c', 'c.id', 'o.card_id')
    .select('o.id')
    .where('c.judgement_id', '=', judgementId)
    .where('o.stage', '=', 'filed')
    .execute();
  return { kind: 'objections_answered', met: rows.length === 0, open: rows.length };
}

function pointsWhole(rows: readonly RankedRow[]): Condition {
  const missing = rows
    .filter(({ missing: codes }) => codes.length > 0)
    .map(({ unitId, missing: codes }) => ({ unitId, codes }));
  return { kind: 'points_whole', met: missing.length === 0, missing };
}

async function asSigned(db: Kysely<DB>, judgementId: string, rows: readonly RankedRow[]): Promise<Condition> {
  const kept = await db
    .selectFrom('judgement')
    .select('signed_results')
    .where('id', '=', judgementId)
    .executeTakeFirst();
  const signed = (kept?.signed_results ?? []) as unknown as readonly ShortResult[];
  const moved = movedSince(signed, shortResults(rows));
  return { kind: 'as_signed', met: moved.length === 0, moved };
}
