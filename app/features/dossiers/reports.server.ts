/** Reports of achievements: written by sections or taken from a file, kept with their prints for finding the alike. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { attachingAt } from './late-papers.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import { nominees } from './nominee-rows.server.ts';
import type { NomineeRefusal } from './nominees.server.ts';
import { openNominee } from './nominees.server.ts';
import { keepPrints } from './prints.server.ts';
import type { DossierStage } from './procedure.ts';
import type { ReportContent, ReportForm, ReportWords, ReportWrong } from './report.ts';
import { isWhole, readReport, reportFormFor } from './report.ts';
import { touchDossier } from './touch.server.ts';

export type ReportRow = ReportContent & {
  readonly nomineeId: string;
  readonly form: ReportForm;
  readonly fileHash: string | null;
  readonly fileText: string | null;
  readonly version: number;
  readonly writtenAt: Date;
};

export async function reportsIn(db: Kysely<DB>, dossierId: string): Promise<readonly ReportRow[]> {
  return reports(db).where('n.dossier_id', '=', dossierId).execute();
}

export async function findReport(db: Kysely<DB>, nomineeId: string): Promise<ReportRow | undefined> {
  return reports(db).where('r.nominee_id', '=', nomineeId).executeTakeFirst();
}

function reports(db: Kysely<DB>) {
  return db
    .selectFrom('nominee_report as r')
    .innerJoin('nominee as n', 'n.id', 'r.nominee_id')
    .select([
      'r.nominee_id as nomineeId',
      sql<ReportForm>`r.form`.as('form'),
      'r.until_on as untilOn',
      sql<ReportWords>`r.sections`.as('sections'),
      'r.file_hash as fileHash',
      'r.file_text as fileText',
      'r.version',
      'r.written_at as writtenAt',
    ]);
}

/** How far the report that is written here has come. */
export function reportedIn(report: ReportRow | undefined): 'none' | 'begun' | 'whole' {
  if (!report || Object.keys(report.sections).length === 0) return 'none';
  return isWhole(report.form, report.sections) ? 'whole' : 'begun';
}

export type WriteReport = {
  readonly nomineeId: string;
  /** 0 before there is one. */
  readonly version: number;
  readonly typed: Readonly<Record<string, string>>;
};
export type ReportRefusal = NomineeRefusal | ReportWrong | LostRace | NotThere;
export type KeptReport = { readonly dossierId: string; readonly version: number };

export async function writeReport(
  context: Context,
  { nomineeId, version, typed }: WriteReport,
): Promise<Result<KeptReport, ReportRefusal>> {
  const open = await openNominee(context, nomineeId);
  if (!open.ok) return open;
  const { dossier, nominee } = open.value;
  const before = await findReport(context.tx, nomineeId);
  if ((before?.version ?? 0) !== version) return refuse({ kind: 'lost_race', current: before?.version ?? 0 });
  const form = reportFormFor(dossier.kind, nominee.awardCode, nominee.holderKind);
  const read = readReport(form, typed, plainDateIn(context.now));
  if (!read.ok) return read;
  const content = { form, until_on: read.value.untilOn, sections: JSON.stringify(read.value.sections) };
  await keep(context, nominee, before, content);
  await touchDossier(context, dossier);
  await context.record({
    permit: open.value.allowed,
    kind: 'nominee.reported',
    subject: { kind: 'dossier', id: dossier.id },
    unitId: dossier.unitId,
    before: before ? { nominee: nomineeId, version: before.version, sections: before.sections } : null,
    after: { nominee: nomineeId, version: version + 1, ...read.value },
  });
  return ok({ dossierId: dossier.id, version: version + 1 });
}

export type ReportFile = { readonly hash: string; readonly words: string | null };

/** The report came as a file, attached already in this transaction: its words are kept beside it, and never change once handed in. */
export async function takeReportFile(context: Context, nomineeId: string, file: ReportFile): Promise<void> {
  const before = await findReport(context.tx, nomineeId);
  const nominee = await nominees(context.tx).where('nominee.id', '=', nomineeId).executeTakeFirst();
  if (!nominee) return;
  const dossier = await context.tx
    .selectFrom('dossier')
    .where('id', '=', nominee.dossierId)
    .select(['kind', sql<DossierStage>`stage`.as('stage')])
    .executeTakeFirstOrThrow();
  if (before?.fileHash && attachingAt(dossier.stage) === 'supplement') return;
  const form = reportFormFor(dossier.kind as never, nominee.awardCode, nominee.holderKind);
  const kept = { form, until_on: before?.untilOn ?? null, sections: JSON.stringify(before?.sections ?? {}) };
  await keep(context, nominee, before, { ...kept, file_hash: file.hash, file_text: file.words });
}

type Columns = {
  readonly form: ReportForm;
  readonly until_on: PlainDate | null;
  readonly sections: string;
  readonly file_hash?: string;
  readonly file_text?: string | null;
};

async function keep(
  context: Context,
  nominee: NomineeRow,
  before: ReportRow | undefined,
  columns: Columns,
): Promise<void> {
  const { tx, actor, now } = context;
  if (actor.kind !== 'person') throw new Error('only people write reports');
  const written = { ...columns, version: (before?.version ?? 0) + 1, written_by: actor.personId, written_at: now };
  await tx
    .insertInto('nominee_report')
    .values({ nominee_id: nominee.id, ...written })
    .onConflict((conflict) => conflict.column('nominee_id').doUpdateSet(written))
    .execute();
  await keepPrints(context, nominee.id);
}
