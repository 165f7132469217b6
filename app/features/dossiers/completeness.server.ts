/** Which papers of a dossier are there, by the provisions of the day of its receipt, else of today. */
import type { Kysely } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { getAward } from '../awards/award.ts';
import { papersOf } from '../awards/law/law-book.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { DossierRow } from './case.server.ts';
import type { PaperFile } from './files.server.ts';
import { papersIn } from './files.server.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import type { Complete, NeededPaper } from './papers.ts';
import { completenessOf, neededOf } from './papers.ts';
import { reportedIn, reportsIn } from './reports.server.ts';

export type PapersSeen = {
  readonly complete: Complete;
  readonly files: readonly PaperFile[];
  /** Each paper that some award asks for, once, with article and state. */
  readonly listed: readonly NeededPaper[];
};

export async function papersSeen(
  db: Kysely<DB>,
  dossier: Pick<DossierRow, 'id' | 'receivedOn' | 'paperNumber' | 'paperDate'>,
  nominees: readonly NomineeRow[],
  today: PlainDate,
): Promise<PapersSeen> {
  const [book, files, reports] = await Promise.all([ruleBook(db), papersIn(db, dossier.id), reportsIn(db, dossier.id)]);
  const on = dossier.receivedOn ?? today;
  const needed = (code: string) => neededOf(papersOf(book, code, on)?.content ?? [], getAward(code).type === 'title');
  const owners = nominees
    .filter(({ outcome }) => outcome !== 'removed')
    .map((one) => ({
      id: one.id,
      name: one.name,
      holderKind: one.holderKind,
      needed: needed(one.awardCode),
      files: files.filter(({ nomineeId }) => nomineeId === one.id).map(({ paper }) => paper),
      report: reportedIn(reports.find(({ nomineeId }) => nomineeId === one.id)),
    }));
  const isNumbered = dossier.paperNumber !== null && dossier.paperDate !== null;
  const dossierFiles = files.filter(({ nomineeId }) => nomineeId === null).map(({ paper }) => paper);
  const all = owners.flatMap((one) => one.needed);
  const listed = [...new Map(all.map((one) => [`${one.article} ${one.what}`, one])).values()];
  return { complete: completenessOf({ isNumbered, dossierFiles }, owners), files, listed };
}
