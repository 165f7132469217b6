/** Between upload and preview: which lines may be somebody of the register, and what a person chose. The file is planned anew with the choice. */
import type { Actor } from '../../kernel/actor.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import { findRun, storedBytes } from '../../platform/imports/import-store.server.ts';
import type { ImportRun } from '../../platform/imports/import-run.ts';
import { discardImport, uploadImport } from '../../platform/imports/upload.server.ts';
import { keptSheets } from '../../platform/imports/sheets-kept.server.ts';
import { readWorkbook } from '../../platform/spreadsheet/read-workbook.server.ts';
import type { Doubt } from './nominee-plan.ts';
import { chosenFact, chosenIn, doubtsIn, nomineesImport } from './nominees-import.server.ts';

/** Where a person goes on after the file was taken in. */
export async function afterUpload(edge: Edge, importId: string): Promise<string> {
  const asked = await doubtsOf(edge, importId);
  return asked && asked.doubts.length > 0 ? chooseAddress(asked.run) : `/nap-tep/${importId}`;
}

export const chooseAddress = ({ id, facts }: ImportRun) => `/khen-thuong/ho-so/${facts['dossierId']}/excel/${id}`;

export type Asked = { readonly run: ImportRun; readonly doubts: readonly Doubt[] };

/** Undefined for a run that is not the asker's, not of this kind, or no longer waiting. */
export async function doubtsOf({ services, actor }: Edge, importId: string): Promise<Asked | undefined> {
  const { db, seal, clock } = services;
  const run = await waitingRun(services.db, actor, importId);
  if (!run) return undefined;
  const sheets = keptSheets(run.hash) ?? (await sheetsOf(services, run));
  const doubts = await doubtsIn(db, sheets, { importId, facts: run.facts, actor, now: clock() }, seal);
  return { run, doubts };
}

async function waitingRun(db: Edge['services']['db'], actor: Actor, importId: string) {
  const run = await findRun(db, actor, importId);
  return run?.kind === 'nominees' && run.stage === 'checked' ? run : undefined;
}

async function sheetsOf({ files }: Edge['services'], { hash }: ImportRun) {
  const read = await readWorkbook(await storedBytes(files, hash));
  return read.ok ? read.value : [];
}

/** The same file with what was chosen so far and now: a new run, and the one before it is discarded. */
export async function chooseHolders(
  edge: Edge,
  importId: string,
  chosen: ReadonlyMap<number, string>,
): Promise<Result<{ readonly importId: string }, Refusal>> {
  const { services, actor } = edge;
  const run = await waitingRun(services.db, actor, importId);
  if (!run) return refuse(notThere);
  const kind = nomineesImport(services);
  const bytes = await storedBytes(services.files, run.hash);
  const facts = { ...run.facts, chosen: chosenFact(new Map([...chosenIn(run.facts), ...chosen])) };
  const again = await uploadImport(edge, kind, { name: run.fileName, bytes, facts });
  if (!again.ok) return again;
  const aim = { importId, version: run.version };
  const ended = await act(edge, (context) => discardImport(context, () => kind, aim));
  return ended.ok ? ok(again.value) : ended;
}
