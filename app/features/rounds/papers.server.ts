/** Papers of a report: the signed scan, annexes. Attached while the unit writes, frozen with the sending, seen as it is. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FoundFile } from '../../platform/files/attachments.server.ts';
import { findHung, hang, takeOff } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import type { Place } from './report-case.server.ts';
import { groundOf, lockReport } from './report-case.server.ts';
import type { TextRefusal } from './report.ts';
import { namesScheme } from '../secrecy/naming.ts';
import type { RoundClosed } from './reports.server.ts';
import { decide } from './reports.server.ts';
import { draftVisibleTo, sentVisibleTo } from './visible.server.ts';

export type PaperRefusal = ProcedureRefusal | NotThere | RoundClosed | TextRefusal;

export type AttachPaper = Place & { readonly id: string; readonly position: number; readonly file: KeptFile };

/** To a section that takes papers. A name that speaks of a scheme under the rules on state secrets is refused. */
export async function attachPaper(
  context: Context,
  { id, position, file, ...place }: AttachPaper,
): Promise<Result<undefined, PaperRefusal>> {
  const { tx, actor } = context;
  const decided = decide(context, await lockReport(tx, actor, place), 'change');
  if (!decided.ok) return decided;
  const { row, held } = decided.value;
  const { sections, secrets } = await groundOf(tx, row);
  const section = sections.find((one) => one.kind === 'attachments' && one.position === position);
  if (row.id === null || !section) return refuse(notThere);
  const secret = secrets.find((scheme) => namesScheme(file.name.replaceAll(/[._]/g, ' '), scheme));
  const problem = secret && ({ kind: 'names_secret', code: secret.code } as const);
  if (problem) return refuse({ kind: 'report_wrong', problems: [{ position, part: '', problem }] });
  const hook = { kind: 'report', id: row.id, unitId: row.unitId } as const;
  await hang(context, { permit: held, id, hook, file, place: position });
  return ok();
}

export async function detachPaper(
  context: Context,
  { id, ...place }: Place & { readonly id: string },
): Promise<Result<undefined, PaperRefusal>> {
  const { tx, actor } = context;
  const decided = decide(context, await lockReport(tx, actor, place), 'change');
  if (!decided.ok) return decided;
  const { row, held } = decided.value;
  if (row.id === null) return refuse(notThere);
  const hook = { kind: 'report', id: row.id, unitId: row.unitId } as const;
  return (await takeOff(context, { permit: held, id, hook })) ? ok() : refuse(notThere);
}

/** What hangs on the draft is the unit's to read; what was sent with the report goes wherever the report goes. */
export function findPaper(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  const inSending = sql<boolean>`exists (select from report_sending s where s.report_id = report.id
    and s.recalled_at is null and s.content @> ${JSON.stringify({ sections: [{ files: [{ id }] }] })}::jsonb)`;
  return findHung(db, id, {
    mayRead: sql`a.subject_kind = 'report' and exists (select from report where report.id = a.subject_id
      and (a.detached_at is null and ${draftVisibleTo(actor)} or ${sentVisibleTo(actor)} and ${inSending}))`,
    withTakenOff: true,
  });
}
