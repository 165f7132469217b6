/** Papers of an inspection (decision, signed minutes) and evidence of remedies: read by whoever may read the minutes, the finding. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FoundFile } from '../../platform/files/attachments.server.ts';
import { findHung, hang } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { lockInspection } from './case.server.ts';
import { inspectionProcedure } from './procedure.ts';
import { findingVisibleTo, minutesVisibleTo } from './visible.server.ts';

export type AttachPaper = { readonly id: string; readonly inspectionId: string; readonly file: KeptFile };

export async function attachPaper(
  context: Context,
  { id, inspectionId, file }: AttachPaper,
): Promise<Result<{ readonly id: string }, ProcedureRefusal | NotThere>> {
  const { tx, actor } = context;
  const row = await lockInspection(tx, actor, inspectionId);
  if (!row) return refuse(notThere);
  const allowed = permit(inspectionProcedure, row, actor, 'attach');
  if (!allowed.ok) return allowed;
  const hook = { kind: 'inspection', id: inspectionId, unitId: row.unitId } as const;
  await hang(context, { permit: allowed.value, id, hook, file });
  return ok({ id: inspectionId });
}

export function findPaper(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  return findHung(db, id, {
    mayRead: sql`a.subject_kind = 'inspection' and exists (
        select from inspection where inspection.id = a.subject_id and ${minutesVisibleTo(actor)})
      or a.subject_kind = 'finding_answer' and exists (
        select from finding_answer n join finding on finding.id = n.finding_id where n.id = a.subject_id and ${findingVisibleTo(actor)})`,
  });
}
