/** The package of a dossier: what is in it, what it lacks, and the zip with a list of its files and their SHA-256. */
import { strToU8, zipSync } from 'fflate';
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { hashOf } from '../../platform/files/content-hash.server.ts';
import { cleanFileName } from '../../platform/files/file-name.ts';
import type { Paper } from '../../platform/print/paper.ts';
import { renderPdf } from '../../platform/print/pdf.server.ts';
import type { PrintRefusal } from '../../platform/print/refusals.ts';
import { renderWord } from '../../platform/print/word.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { writeCsv } from '../../platform/spreadsheet/csv.ts';
import { decidersOf, voteOf } from '../awards/law/law-book.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { CouncilResult } from '../council/result.server.ts';
import { councilResults, councilResultsFor } from '../council/result.server.ts';
import { papersSeen } from '../dossiers/completeness.server.ts';
import type { PaperFile } from '../dossiers/files.server.ts';
import { papersIn } from '../dossiers/files.server.ts';
import { reportPaper, submissionPaper } from '../dossiers/paper.text.ts';
import type { PrintedDossier } from '../dossiers/printing.server.ts';
import { printedDossier } from '../dossiers/printing.server.ts';
import { reportsIn } from '../dossiers/reports.server.ts';
import type { Missing, PackedFile } from './parts.ts';
import { missingParts } from './parts.ts';
import type { SignedSubmission } from './signed-submission.server.ts';
import { submissionsOf } from './signed-submission.server.ts';
import { bytesOf } from './stored.server.ts';
import { centralSubmission } from './submission.text.ts';
import { packageText, voteCells, voteHeadings } from './text.ts';

export type Prepared = {
  readonly printed: PrintedDossier;
  readonly deciders: readonly string[];
  readonly files: readonly PaperFile[];
  readonly submissions: readonly SignedSubmission[];
  /** Those that this person may see. */
  readonly votes: ReadonlyMap<string, CouncilResult>;
  /** The council voted on somebody whose result this person may not see: the package is not whole, and none of theirs to send or take. */
  readonly isCut: boolean;
  readonly missing: readonly Missing[];
  readonly made: Date;
};

/** Undefined for whoever may not know of the dossier, and while nobody is proposed in it. */
export async function prepare(db: Kysely<DB>, person: Person, id: string, now: Date): Promise<Prepared | undefined> {
  const today = plainDateIn(now);
  const printed = await printedDossier(db, person, { id, today });
  if (!printed) return undefined;
  const { dossier, nominees } = printed;
  const ids = nominees.map((one) => one.id);
  const [book, seen, all, votes] = await Promise.all([
    ruleBook(db),
    papersSeen(db, dossier, nominees, today),
    councilResults(db, ids),
    councilResultsFor(db, person, ids),
  ]);
  const [files, submissions] = await Promise.all([papersIn(db, id), submissionsOf(db, dossier)]);
  const has = (paper: PaperFile['paper']) => files.some((one) => one.nomineeId === null && one.paper === paper);
  const cellOf = (nomineeId: string, kind: string) =>
    seen.complete.rows.find((row) => row.id === nomineeId)?.cells.find((cell) => cell.kind === kind)?.state;
  const missing = missingParts({
    isNumbered: dossier.paperNumber !== null && dossier.paperDate !== null,
    hasSignedSubmission: submissions.length > 0,
    hasMinutes: has('minutes'),
    hasBallotFile: has('ballot'),
    nominees: nominees.map((one) => ({
      name: one.name,
      report: cellOf(one.id, 'report') === 'missing' ? 'missing' : 'there',
      certificate: cellOf(one.id, 'certificate') === 'missing' ? 'missing' : 'there',
      needsVote: voteOf(book, one.awardCode, dossier.receivedOn ?? today) !== undefined,
      hasVote: all.has(one.id),
    })),
  });
  const decidedBy = nominees.flatMap(
    ({ awardCode }) => decidersOf(book, awardCode, dossier.receivedOn ?? today)?.content[0]?.what ?? [],
  );
  const deciders = [...new Set(decidedBy)];
  return { printed, deciders, files, submissions, votes, isCut: votes.size < all.size, missing, made: now };
}

export type Package = { readonly zip: Uint8Array; readonly manifest: readonly PackedFile[] };
export type FileLost = { readonly kind: 'file_lost' };

/** Submission and list as Word, everything else as PDF or as it was handed in (Nghị định 152/2025/NĐ-CP, Điều 33.12). */
export async function packageOf(
  { db, files: store }: Pick<Services, 'db' | 'files'>,
  { printed, deciders, files, votes, made }: Prepared,
): Promise<Result<Package, FileLost | PrintRefusal>> {
  const parts = new Map<string, Uint8Array>();
  parts.set(`${packageText.submission}.docx`, await renderWord(centralSubmission({ ...printed, deciders, votes })));
  for (const [path, paper] of await papersOf(db, printed)) {
    const drawn = await renderPdf(paper, made);
    if (!drawn.ok) return drawn;
    parts.set(`${path}.pdf`, drawn.value);
  }
  for (const file of files) {
    const bytes = await bytesOf(store, file.hash);
    if (!bytes) return refuse({ kind: 'file_lost' });
    parts.set(freePath(pathIn(file, printed), parts), bytes);
  }
  if (votes.size > 0) parts.set(`${packageText.votes}.csv`, strToU8(votesSheet(printed, votes)));
  const manifest = [...parts].map(([path, bytes]) => ({ path, size: bytes.length, sha256: hashOf(bytes) }));
  parts.set(`${packageText.manifest}.csv`, strToU8(manifestSheet(manifest)));
  return ok({ zip: zipSync(Object.fromEntries(parts), { level: 6, mtime: '2020-01-01T00:00:00Z' }), manifest });
}

/** What the unit wrote in the product: its submission and a report of each. */
async function papersOf(db: Kysely<DB>, printed: PrintedDossier): Promise<readonly (readonly [string, Paper])[]> {
  const reports = await reportsIn(db, printed.dossier.id);
  const written = printed.nominees.flatMap((nominee): readonly (readonly [string, Paper])[] => {
    const report = reports.find(({ nomineeId }) => nomineeId === nominee.id);
    if (!report) return [];
    return [
      [`${folderOf(printed, nominee.id)}/${packageText.report}`, reportPaper({ ...printed, nominee, report })] as const,
    ];
  });
  return [[packageText.unitSubmission, submissionPaper(printed)], ...written];
}

/** Names without marks: some programs still lose them inside a zip. */
const plain = (name: string) =>
  fold(name)
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

function folderOf({ nominees }: PrintedDossier, nomineeId: string): string {
  const at = nominees.findIndex(({ id }) => id === nomineeId);
  return `${packageText.nominees}/${String(at + 1).padStart(3, '0')}-${plain(nominees[at]?.name ?? '')}`;
}

function pathIn({ nomineeId, paper, name }: PaperFile, printed: PrintedDossier): string {
  const file = plain(cleanFileName(name, packageText.file));
  const folder = packageText.folders[paper];
  return nomineeId === null ? `${folder}/${file}` : `${folderOf(printed, nomineeId)}/${folder}-${file}`;
}

/** Two files of one name stand beside each other. */
function freePath(path: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(path)) return path;
  const [stem, end] = /^(.*?)(\.[^./]*)?$/.exec(path)?.slice(1) ?? [path, ''];
  for (let n = 2; ; n += 1) if (!taken.has(`${stem}-${n}${end ?? ''}`)) return `${stem}-${n}${end ?? ''}`;
}

function manifestSheet(manifest: readonly PackedFile[]): string {
  const rows = manifest.map(({ path, size, sha256 }) => [path, size, sha256]);
  return writeCsv([packageText.path, packageText.size, 'SHA-256'], rows);
}

function votesSheet({ nominees }: PrintedDossier, votes: ReadonlyMap<string, CouncilResult>): string {
  const rows = nominees.flatMap(({ id, name }) => {
    const vote = votes.get(id);
    return vote ? [voteCells(name, vote)] : [];
  });
  return writeCsv(voteHeadings, rows);
}
