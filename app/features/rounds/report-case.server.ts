/** A unit's report as a case of its procedure, with the round it answers; there may be none yet. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Reader } from '../../platform/db.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AttachedFile } from '../../platform/files/attachments.server.ts';
import { filesOn } from '../../platform/files/attachments.server.ts';
import { carePathOf, pathOf } from '../organisation/paths.server.ts';
import type { SecretScheme } from '../secrecy/naming.ts';
import type { ReportStage, Text } from './report.ts';
import type { RoundStage } from './round.ts';
import type { SectionsAsked } from './sections.server.ts';
import { sectionsFor } from './sections.server.ts';
import { visibleTo } from './visible.server.ts';

export type Place = { readonly roundId: string; readonly unitId: string };

export type ReportCase = Place & {
  /** Null before anything was written. */
  readonly id: string | null;
  readonly stage: ReportStage;
  /** 0 before anything was written. */
  readonly version: number;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly places: Readonly<Record<'unit', UnitPath>>;
  readonly roundStage: RoundStage;
  readonly roundName: string;
  readonly unitName: string;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly formId: string;
  readonly formName: string;
  readonly formEdition: number;
};

/** The round is held as it is until the deed is done: nothing is sent into a round that closes meanwhile. */
export async function lockReport(
  tx: Transaction<DB>,
  actor: Actor,
  { roundId, unitId }: Place,
): Promise<ReportCase | undefined> {
  const found = await tx
    .selectFrom('round_unit')
    .innerJoin('reporting_round as o', 'o.id', 'round_unit.round_id')
    .innerJoin('report_form as f', 'f.id', 'o.form_id')
    .innerJoin('unit_now as u', 'u.id', 'round_unit.unit_id')
    .where('round_unit.round_id', '=', roundId)
    .where('round_unit.unit_id', '=', unitId)
    .where('o.stage', 'in', ['open', 'closed'])
    .where(visibleTo(actor))
    .select(['o.name as roundName', 'o.first_day as firstDay', 'o.last_day as lastDay', 'o.form_id as formId'])
    .select([sql<RoundStage>`o.stage`.as('roundStage'), sql<string>`u.name`.as('unitName')])
    .select(sql<boolean>`u.is_active`.as('isActive'))
    .select(['f.name as formName', 'f.edition as formEdition'])
    .forShare('o')
    .executeTakeFirst();
  if (!found) return undefined;
  const { isActive, ...expected } = found;
  const report = await tx
    .selectFrom('report')
    .select(['id', 'version', 'submitted_by as submittedBy', 'submitted_for as submittedFor'])
    .select(sql<ReportStage>`stage`.as('stage'))
    .where('round_id', '=', roundId)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst();
  const places = { unit: await reportPath(tx, { unitId, isActive }) };
  return { roundId, unitId, ...expected, ...(report ?? unwritten), places };
}

/** Those who took over from a unit that has ended write, sign and take back its report. */
export async function reportPath(
  db: Reader,
  { unitId, isActive }: { readonly unitId: string; readonly isActive: boolean },
): Promise<UnitPath> {
  return isActive ? pathOf(db, unitId) : carePathOf(db, unitId);
}

const unwritten = { id: null, stage: 'draft', version: 0, submittedBy: null, submittedFor: null } as const;

/** What the report must answer: the sections asked of the unit, what other editions asked, and what may not be named. */
export type Ground = SectionsAsked & { readonly secrets: readonly SecretScheme[] };

export async function groundOf(
  db: Kysely<DB>,
  { formId, unitId, lastDay }: { readonly formId: string; readonly unitId: string; readonly lastDay: PlainDate },
): Promise<Ground> {
  const secrets = await db.selectFrom('scheme').select(['code', 'name']).where('is_secret', '=', true).execute();
  return { ...(await sectionsFor(db, { formId, unitId, year: Number(lastDay.slice(0, 4)) })), secrets };
}

export type Written = { readonly texts: readonly Text[]; readonly papers: readonly AttachedFile[] };

export async function writtenIn(db: Kysely<DB>, reportId: string | null): Promise<Written> {
  if (reportId === null) return { texts: [], papers: [] };
  const texts = await db
    .selectFrom('report_text')
    .select(['position', 'part', 'body'])
    .where('report_id', '=', reportId)
    .orderBy('position')
    .orderBy('part')
    .execute();
  return { texts, papers: await filesOn(db, { kind: 'report', id: reportId }) };
}
