/** A unit's report as a case of its procedure, with the round it answers; there may be none yet. */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { pathOf } from '../organisation/paths.server.ts';
import type { ReportStage, SecretScheme, Section, Text } from './report.ts';
import type { RoundStage } from './round.ts';
import { sectionsOf } from './forms.server.ts';
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
  const expected = await tx
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
    .select(['f.name as formName', 'f.edition as formEdition'])
    .forShare('o')
    .executeTakeFirst();
  if (!expected) return undefined;
  const report = await tx
    .selectFrom('report')
    .select(['id', 'version', 'submitted_by as submittedBy', 'submitted_for as submittedFor'])
    .select(sql<ReportStage>`stage`.as('stage'))
    .where('round_id', '=', roundId)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst();
  const places = { unit: await pathOf(tx, unitId) };
  return { roundId, unitId, ...expected, ...(report ?? unwritten), places };
}

const unwritten = { id: null, stage: 'draft', version: 0, submittedBy: null, submittedFor: null } as const;

export type Ground = { readonly sections: readonly Section[]; readonly secrets: readonly SecretScheme[] };

export async function groundOf(tx: Transaction<DB>, formId: string): Promise<Ground> {
  const secrets = await tx.selectFrom('scheme').select(['code', 'name']).where('is_secret', '=', true).execute();
  return { sections: await sectionsOf(tx, formId), secrets };
}

export async function textsOf(tx: Transaction<DB>, reportId: string): Promise<readonly Text[]> {
  return tx
    .selectFrom('report_text')
    .select(['position', 'body'])
    .where('report_id', '=', reportId)
    .orderBy('position')
    .execute();
}
