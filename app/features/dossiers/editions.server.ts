/** What was handed in each time, kept whole: what has changed since a return is read from two of them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { DossierRow } from './case.server.ts';
import { papersIn } from './files.server.ts';
import type { DossierEdition, LackingKept } from './edition.ts';
import { lackingWhenHandedIn } from './lacking.server.ts';
import { isAwaited } from './late-papers.ts';
import type { Lacking } from './papers.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import { reportsIn } from './reports.server.ts';

export async function editionNow(db: Kysely<DB>, dossier: DossierRow): Promise<DossierEdition> {
  const [nominees, reports, papers] = await Promise.all([
    nomineesOf(db, dossier.id),
    reportsIn(db, dossier.id),
    papersIn(db, dossier.id),
  ]);
  const { title, paperNumber, paperDate, toUnitId, viaUnitId, simplified, movementReview } = dossier;
  return {
    about: { title, paperNumber, paperDate, toUnitId, viaUnitId, simplified, movementReview },
    nominees: nominees.map((one: NomineeRow) => {
      const report = reports.find(({ nomineeId }) => nomineeId === one.id);
      return {
        id: one.id,
        name: one.name,
        awardCode: one.awardCode,
        achievement: one.achievement,
        movementRank: one.movementRank,
        untilOn: report?.untilOn ?? null,
        sections: report?.sections ?? {},
      };
    }),
    papers: papers.map(({ nomineeId, paper, name, hash }) => ({ nomineeId, paper, name, hash })),
  };
}

export async function keepEdition(
  { tx, now, actor }: Context,
  dossier: DossierRow,
  lacking: LackingKept,
): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people hand in dossiers');
  const content = JSON.stringify({ ...(await editionNow(tx, dossier)), lacking });
  await sql`
    insert into dossier_edition (dossier_id, edition, submitted_by, submitted_at, content)
    select ${dossier.id}, coalesce(max(edition), 0) + 1, ${actor.personId}, ${now}, ${content}::jsonb
    from dossier_edition where dossier_id = ${dossier.id}`.execute(tx);
}

export type HandedIn = { readonly edition: number; readonly submittedAt: Date; readonly content: DossierEdition };

/** Of a dossier that the asker was found to know of; the latest first. */
export async function editionsOf(db: Kysely<DB>, dossierId: string): Promise<readonly HandedIn[]> {
  const { rows } = await sql<HandedIn>`
    select edition, submitted_at as "submittedAt", content from dossier_edition
    where dossier_id = ${dossierId} order by edition desc`.execute(db);
  return rows;
}

/** Those that came since stand apart. */
export type LackingShown = LackingKept & { readonly arrived: LackingKept['papers'] };

/** For a page: not while it is being written or mended, where what it lacks now is shown. */
export async function lackingShown(
  db: Kysely<DB>,
  { id, stage }: Pick<DossierRow, 'id' | 'stage'>,
): Promise<LackingShown | undefined> {
  const lacked = stage === 'draft' || stage === 'returned' ? undefined : await lackingWhenHandedIn(db, id);
  if (!lacked) return undefined;
  const [files, nominees] = await Promise.all([papersIn(db, id), nomineesOf(db, id)]);
  const nameOf = new Map(nominees.map((one) => [one.id, one.name]));
  const there = files.map(({ paper, nomineeId }) => ({
    paper,
    name: nameOf.get(nomineeId ?? '') ?? null,
    blocks: false,
  }));
  const hasCome = ({ paper, name }: Lacking) => isAwaited(there, paper, name);
  const { papers, reason } = lacked;
  return { papers: papers.filter((one) => !hasCome(one)), reason, arrived: papers.filter(hasCome) };
}
