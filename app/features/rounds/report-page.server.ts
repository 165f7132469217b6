/** One unit's report in one round, as its page reads it: what is being written for the unit, what was sent for others too. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { fillSections } from './figures.server.ts';
import type { RoundDetail } from './list.server.ts';
import type { ExpectedUnit } from './units.server.ts';
import { findRound } from './list.server.ts';
import type { ReportMove } from './procedure.ts';
import { needsOpenRound, reportProcedure } from './procedure.ts';
import { groundOf, reportPath, writtenIn } from './report-case.server.ts';
import type { SecretScheme } from '../secrecy/naming.ts';
import type { FilledSection, LeftOver, ReportStage, Section, SentContent } from './report.ts';
import { leftOver } from './report.ts';
import { draftVisibleTo, sentVisibleTo } from './visible.server.ts';

export type Sending = {
  readonly number: number;
  readonly content: SentContent;
  readonly signedBy: string;
  readonly signedAt: Date;
};

export type ReportPage = {
  readonly round: Omit<RoundDetail, 'units' | 'moves'>;
  readonly unit: ExpectedUnit;
  /** What is not for the reader stands as not begun. */
  readonly stage: ReportStage;
  readonly version: number;
  readonly returnReason: string | null;
  readonly moves: readonly ReportMove[];
  readonly sections: readonly Section[];
  /** What is being written, with the tables as they stand now; only for the unit itself. */
  readonly draft: readonly FilledSection[] | undefined;
  /** What the unit wrote for sections that its form no longer has. */
  readonly leftOver: readonly LeftOver[];
  /** Those not taken back, the latest first. */
  readonly sendings: readonly Sending[];
  readonly secrets: readonly SecretScheme[];
};

type Asked = { readonly roundId: string; readonly unitCode: string; readonly today: PlainDate };

export async function reportPage(
  db: Kysely<DB>,
  actor: Actor,
  { roundId, unitCode, today }: Asked,
): Promise<ReportPage | undefined> {
  const found = await findRound(db, actor, { id: roundId, today });
  const unit = found?.units.find(({ code }) => code === unitCode);
  if (!found || !unit || found.stage === 'draft' || found.stage === 'withdrawn') return undefined;
  const { units: _units, moves: _moves, ...round } = found;
  const path = await reportPath(db, unit);
  const row = await findReport(db, actor, { roundId, unitId: unit.unitId });
  const own = { stage: row?.stage ?? 'draft', version: row?.version ?? 0 } as const;
  const sendings = row ? await sendingsOf(db, row.id) : [];
  const subject = { stage: own.stage, places: { unit: path }, ...hands(row) };
  const moves = movesFor(reportProcedure, subject, actor).filter((move) => isOpen(move, round.stage));
  const isWithUnit = own.stage !== 'signed' && own.stage !== 'received';
  const seesDraft = isWriter(actor, path) && isWithUnit;
  const { unitId } = unit;
  const { firstDay, lastDay } = round;
  const { sections, known, secrets } = await groundOf(db, { formId: round.formId, unitId, lastDay });
  const written = await writtenIn(db, row && seesDraft ? row.id : null);
  const asked = { unitId, firstDay, lastDay, today, actor };
  return {
    round,
    unit,
    ...own,
    returnReason: row?.returnReason ?? null,
    moves,
    sections,
    draft: seesDraft ? await fillSections(db, sections, { asked, ...written }) : undefined,
    sendings,
    leftOver: leftOver(sections, written.texts, known),
    secrets,
  };
}

function isWriter(actor: Actor, path: UnitPath): boolean {
  return unitsHeld(actor, 'officer', 'head').some((unitId) => path.includes(unitId));
}

function isOpen(move: ReportMove, stage: string): boolean {
  return stage === 'open' || !needsOpenRound[move];
}

type Row = {
  readonly id: string;
  readonly stage: ReportStage;
  readonly version: number;
  readonly returnReason: string | null;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
};

function hands(row: Row | undefined) {
  return { submittedBy: row?.submittedBy ?? null, submittedFor: row?.submittedFor ?? null };
}

type Place = { readonly roundId: string; readonly unitId: string };

/** Nothing of a report that was not sent, but for its unit. */
async function findReport(db: Kysely<DB>, actor: Actor, { roundId, unitId }: Place): Promise<Row | undefined> {
  return db
    .selectFrom('report')
    .where('report.round_id', '=', roundId)
    .where('report.unit_id', '=', unitId)
    .where(sql<boolean>`(${draftVisibleTo(actor)} or ${sentVisibleTo(actor)})`)
    .select(['report.id', 'report.version', sql<ReportStage>`report.stage`.as('stage')])
    .select(['report.return_reason as returnReason', 'report.submitted_by as submittedBy'])
    .select(['report.submitted_for as submittedFor'])
    .executeTakeFirst();
}

async function sendingsOf(db: Kysely<DB>, reportId: string): Promise<readonly Sending[]> {
  const rows = await db
    .selectFrom('report_sending as s')
    .innerJoin('person as p', 'p.id', 's.signed_by')
    .select(['s.number', 's.content', 'p.full_name as signedBy', 's.signed_at as signedAt'])
    .where('s.report_id', '=', reportId)
    .where('s.recalled_at', 'is', null)
    .orderBy('s.number', 'desc')
    .execute();
  // Written by moveReport and frozen by a trigger.
  return rows.map((row) => ({ ...row, content: row.content as unknown as SentContent }));
}
