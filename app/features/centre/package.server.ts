/** The package of a dossier: what is in it, what it lacks, and the zip with a list of its files and their SHA-256. */
import { strToU8, zipSync } from 'fflate';
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { DB } from '../../platform/db-types.ts';
import { hashOf } from '../../platform/files/content-hash.server.ts';
import { cleanFileName, extensionOf } from '../../platform/files/file-name.ts';
import { renderWord } from '../../platform/print/word.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { writeCsv } from '../../platform/spreadsheet/csv.ts';
import { voteOf } from '../awards/law/law-book.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { CouncilResult } from '../council/result.server.ts';
import { councilResults } from '../council/result.server.ts';
import { papersSeen } from '../dossiers/completeness.server.ts';
import type { PaperFile } from '../dossiers/files.server.ts';
import { papersIn } from '../dossiers/files.server.ts';
import { reportPaper, submissionPaper } from '../dossiers/paper.text.ts';
import type { PrintedDossier } from '../dossiers/printing.server.ts';
import { printedDossier } from '../dossiers/printing.server.ts';
import { reportsIn } from '../dossiers/reports.server.ts';
import type { Missing, PackedFile } from './parts.ts';
import { missingParts } from './parts.ts';
import { packageText, voteCells, voteHeadings } from './text.ts';

export type Prepared = {
  readonly printed: PrintedDossier;
  readonly files: readonly PaperFile[];
  readonly votes: ReadonlyMap<string, CouncilResult>;
  readonly missing: readonly Missing[];
};

/** Undefined for whoever may not know of the dossier, and while nobody is proposed in it. */
export async function prepare(db: Kysely<DB>, person: Person, id: string, now: Date): Promise<Prepared | undefined> {
  const today = plainDateIn(now);
  const printed = await printedDossier(db, person, { id, today });
  if (!printed) return undefined;
  const { dossier, nominees } = printed;
  const [book, seen, votes] = await Promise.all([
    ruleBook(db),
    papersSeen(db, dossier, nominees, today),
    councilResults(
      db,
      nominees.map((one) => one.id),
    ),
  ]);
  const files = await papersIn(db, id);
  const has = (paper: PaperFile['paper']) => files.some((one) => one.nomineeId === null && one.paper === paper);
  const cellOf = (nomineeId: string, kind: string) =>
    seen.complete.rows.find((row) => row.id === nomineeId)?.cells.find((cell) => cell.kind === kind)?.state;
  const missing = missingParts({
    isNumbered: dossier.paperNumber !== null && dossier.paperDate !== null,
    hasSignedSubmission: files.some(
      ({ nomineeId, paper, name }) => nomineeId === null && paper === 'submission' && extensionOf(name) === 'pdf',
    ),
    hasMinutes: has('minutes'),
    hasBallotFile: has('ballot'),
    nominees: nominees.map((one) => ({
      name: one.name,
      report: cellOf(one.id, 'report') === 'missing' ? 'missing' : 'there',
      certificate: cellOf(one.id, 'certificate') === 'missing' ? 'missing' : 'there',
      needsVote: voteOf(book, one.awardCode, dossier.receivedOn ?? today) !== undefined,
      hasVote: votes.has(one.id),
    })),
  });
  return { printed, files, votes, missing };
}

export type Package = { readonly zip: Uint8Array; readonly manifest: readonly PackedFile[] };

/** Undefined when the store has lost one of its files. */
export async function packageOf(
  { db, files: store }: Pick<Services, 'db' | 'files'>,
  { printed, files, votes }: Prepared,
): Promise<Package | undefined> {
  const parts = new Map<string, Uint8Array>();
  parts.set(`${packageText.submission}.docx`, await renderWord(submissionPaper(printed)));
  for (const [path, bytes] of await reportsOf(db, printed)) parts.set(path, bytes);
  for (const file of files) {
    const bytes = await bytesOf(store, file.hash);
    if (!bytes) return undefined;
    parts.set(freePath(pathIn(file, printed), parts), bytes);
  }
  if (votes.size > 0) parts.set(`${packageText.votes}.csv`, strToU8(votesSheet(printed, votes)));
  const manifest = [...parts].map(([path, bytes]) => ({ path, size: bytes.length, sha256: hashOf(bytes) }));
  parts.set(`${packageText.manifest}.csv`, strToU8(manifestSheet(manifest)));
  return { zip: zipSync(Object.fromEntries(parts), { level: 6, mtime: '2020-01-01T00:00:00Z' }), manifest };
}

async function reportsOf(db: Kysely<DB>, printed: PrintedDossier): Promise<readonly (readonly [string, Uint8Array])[]> {
  const reports = await reportsIn(db, printed.dossier.id);
  const written: (readonly [string, Uint8Array])[] = [];
  for (const nominee of printed.nominees) {
    const report = reports.find(({ nomineeId }) => nomineeId === nominee.id);
    if (report) {
      const path = `${folderOf(printed, nominee.id)}/${packageText.report}.docx`;
      written.push([path, await renderWord(reportPaper({ ...printed, nominee, report }))]);
    }
  }
  return written;
}

async function bytesOf(store: Services['files'], hash: string): Promise<Uint8Array | undefined> {
  const opened = await store.open(hash);
  if (!opened) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of opened.stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
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
