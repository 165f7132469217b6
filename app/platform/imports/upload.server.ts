/**
 * The steps a person takes: upload (the file is kept and checked, nothing is changed), look at the preview, then confirm
 * or discard. Confirming queues the work; run.server.ts does it.
 */
import type { LostRace, NotThere, Refusal, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Permit } from '../../kernel/permit.ts';
import { act } from '../command.server.ts';
import type { Context, Edge } from '../command.server.ts';
import type { Reader } from '../db.server.ts';
import { takeIn } from '../files/intake.server.ts';
import type { IntakeRefusal, KeptFile } from '../files/intake.server.ts';
import { newId } from '../id.server.ts';
import { readWorkbook } from '../spreadsheet/read-workbook.server.ts';
import type { ReadRefusal } from '../spreadsheet/refusals.ts';
import { changesIn } from './import-kind.ts';
import type { ImportFacts, ImportKind, Plan } from './import-kind.ts';
import { findRun, moveRun, summaryOf } from './import-store.server.ts';
import { faultOf } from './import-run.ts';
import type { ImportRun, RunRefusal } from './import-run.ts';
import { keepSheets } from './sheets-kept.server.ts';

export type Upload = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly facts: ImportFacts;
};
export type UploadRefusal =
  | { readonly kind: 'file_refused'; readonly why: IntakeRefusal }
  | { readonly kind: 'sheet_refused'; readonly why: ReadRefusal };

/** Answers the run's id; whatever is wrong inside the file is in the run, cell by cell. */
export async function uploadImport(
  edge: Edge,
  kind: ImportKind,
  upload: Upload,
): Promise<Result<{ readonly importId: string }, UploadRefusal | Refusal>> {
  const { db, files, config } = edge.services;
  const allowed = await kind.permit(db, edge.actor, upload.facts);
  if (!allowed.ok) return allowed;
  const kept = await takeIn(
    { name: upload.name, content: upload.bytes },
    { store: files, limit: config.maxUploadBytes },
  );
  if (!kept.ok) return refuse({ kind: 'file_refused', why: kept.refusal });
  const sheets = await readWorkbook(upload.bytes);
  if (!sheets.ok) return refuse({ kind: 'sheet_refused', why: sheets.refusal });
  keepSheets(kept.value.hash, sheets.value);
  return act(edge, async (context) => {
    const permit = await kind.permit(context.tx, context.actor, upload.facts);
    if (!permit.ok) return permit;
    const importId = newId();
    const drawing = { importId, facts: upload.facts, actor: context.actor, now: context.now };
    const plan = await kind.plan(context.tx, sheets.value, drawing);
    await insertRun(context, { importId, kind, plan, file: kept.value, facts: upload.facts });
    const after = { kind: kind.name, file: kept.value.name, hash: kept.value.hash, counts: plan.counts };
    await context.record({ permit: permit.value, kind: 'import.uploaded', subject: subjectOf(importId), after });
    return ok({ importId });
  });
}

export async function confirmImport(
  context: Context,
  kindOf: (run: ImportRun) => ImportKind,
  aim: { readonly importId: string; readonly version: number },
): Promise<Result<ImportRun, Refusal>> {
  const found = await aimAt(context, kindOf, aim);
  if (!found.ok) return found;
  const { run, permit } = found.value;
  const fault = faultOf(run);
  if (fault) return refuse(fault);
  await moveRun(context.tx, run, { stage: 'queued', done: 0 });
  const after = { counts: run.summary.counts, digest: run.summary.digest };
  await context.record({ permit, kind: 'import.started', subject: subjectOf(run.id), after });
  return ok(run);
}

export async function discardImport(
  context: Context,
  kindOf: (run: ImportRun) => ImportKind,
  aim: { readonly importId: string; readonly version: number },
): Promise<Result<ImportRun, Refusal>> {
  const found = await aimAt(context, kindOf, aim);
  if (!found.ok) return found;
  const { run, permit } = found.value;
  if (run.stage !== 'checked') return refuse({ kind: 'import_not_waiting', stage: run.stage });
  await moveRun(context.tx, run, { stage: 'discarded', finishedAt: context.now });
  await context.record({ permit, kind: 'import.discarded', subject: subjectOf(run.id) });
  return ok(run);
}

type Found = { readonly run: ImportRun; readonly permit: Permit };

async function aimAt(
  context: Context,
  kindOf: (run: ImportRun) => ImportKind,
  aim: { readonly importId: string; readonly version: number },
): Promise<Result<Found, LostRace | NotThere | RunRefusal | Refusal>> {
  const run = await lockedRun(context.tx, context, aim.importId);
  if (!run) return refuse(notThere);
  const permit = await kindOf(run).permit(context.tx, context.actor, run.facts);
  if (!permit.ok) return permit;
  if (run.version !== aim.version) return refuse({ kind: 'lost_race', current: run.version });
  return ok({ run, permit: permit.value });
}

/** Two clicks on "confirm" take turns here; the second finds the run already queued. */
async function lockedRun(tx: Reader, { actor }: Context, importId: string): Promise<ImportRun | undefined> {
  const run = await findRun(tx, actor, importId);
  if (!run) return undefined;
  await tx.selectFrom('import_run').select('id').where('id', '=', run.id).forUpdate().execute();
  return findRun(tx, actor, importId);
}

type NewRun = {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly plan: Plan;
  readonly file: KeptFile;
  readonly facts: ImportFacts;
};

async function insertRun({ tx, actor, now }: Context, { importId, kind, plan, file, facts }: NewRun): Promise<void> {
  if (actor.kind !== 'person') throw new Error('an import is uploaded by a person');
  await tx
    .insertInto('stored_file')
    .values({ hash: file.hash, size: file.size, media_type: file.mediaType, stored_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('import_run')
    .values({
      id: importId,
      kind: kind.name,
      hash: file.hash,
      file_name: file.name,
      facts: JSON.stringify(facts),
      unit_id: null,
      stage: 'checked',
      total: changesIn(plan),
      summary: JSON.stringify(summaryOf(plan)),
      uploaded_by: actor.personId,
      created_at: now,
    })
    .execute();
}

export function subjectOf(importId: string) {
  return { kind: 'import', id: importId } as const;
}
