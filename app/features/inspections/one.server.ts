/** One inspection, one finding, with all that their pages draw. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AttachedFile } from '../../platform/files/attachments.server.ts';
import { filesOn } from '../../platform/files/attachments.server.ts';
import { findingCase } from './case.server.ts';
import type { TeamMember } from './inspection.ts';
import { isUnderWay } from './inspection.ts';
import type { ListedFinding, ListedInspection, ListedProgramme } from './list.server.ts';
import { listFindings, listInspections, listProgrammes } from './list.server.ts';
import type { FindingMove } from './procedure.ts';
import { findingProcedure } from './procedure.ts';
import { teamsOf } from './team.server.ts';

export type OneInspection = {
  readonly inspection: ListedInspection;
  readonly team: readonly TeamMember[];
  readonly findings: readonly ListedFinding[];
  readonly papers: readonly AttachedFile[];
  readonly isUnderWay: boolean;
};
type Asked = { readonly id: string; readonly today: PlainDate };

export async function findInspection(
  db: Kysely<DB>,
  actor: Actor,
  { id, today }: Asked,
): Promise<OneInspection | undefined> {
  const [inspection] = (await listInspections(db, actor, { ids: [id] })).rows;
  if (!inspection) return undefined;
  const [teams, found, papers] = await Promise.all([
    teamsOf(db, [id]),
    listFindings(db, actor, { today, inspectionId: id, size: 200 }),
    inspection.seesMinutes ? filesOn(db, { kind: 'inspection', id }) : [],
  ]);
  const inOrder = found.rows.toSorted((one, other) => one.position - other.position);
  const standing = { isUnderWay: isUnderWay(inspection, today) };
  return { inspection, team: teams.get(id) ?? [], findings: inOrder, papers, ...standing };
}

export type FindingAnswer = {
  readonly id: string;
  readonly said: string;
  readonly by: string;
  readonly at: Date;
  readonly files: readonly AttachedFile[];
};
export type OneFinding = {
  readonly finding: ListedFinding;
  readonly moves: readonly FindingMove[];
  /** Newest first. */
  readonly answers: readonly FindingAnswer[];
};

/** One that is still being written is found within its inspection alone. */
export async function findFinding(
  db: Kysely<DB>,
  actor: Actor,
  { inspectionId, id, today }: Asked & { readonly inspectionId?: string | undefined },
): Promise<OneFinding | undefined> {
  const [finding] = (await listFindings(db, actor, { today, ids: [id], inspectionId })).rows;
  if (!finding) return undefined;
  const moves = movesFor(findingProcedure, await findingCase(db, finding), actor);
  return { finding, moves, answers: await answersTo(db, id) };
}

async function answersTo(db: Kysely<DB>, findingId: string): Promise<readonly FindingAnswer[]> {
  const { rows } = await sql<Omit<FindingAnswer, 'files'>>`
    select a.id, a.said, p.full_name as by, a.answered_at as at
    from finding_answer a join person p on p.id = a.answered_by
    where a.finding_id = ${findingId} order by a.answered_at desc, a.id desc`.execute(db);
  return Promise.all(
    rows.map(async (row) => ({ ...row, files: await filesOn(db, { kind: 'finding_answer', id: row.id }) })),
  );
}

export type OneProgramme = { readonly programme: ListedProgramme; readonly inspections: readonly ListedInspection[] };

export async function findProgramme(db: Kysely<DB>, actor: Actor, id: string): Promise<OneProgramme | undefined> {
  const [programme] = (await listProgrammes(db, actor, { ids: [id], withWithdrawn: true })).rows;
  if (!programme) return undefined;
  const { rows } = await listInspections(db, actor, { programmeId: id, size: 500 });
  return { programme, inspections: rows.toReversed() };
}
