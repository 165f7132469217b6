/** A programme of inspections: drafted, changed, approved with its signed paper, withdrawn. */
import type { Kysely } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { inspectorPlaces, lockProgramme } from './case.server.ts';
import type { ProgrammeRow } from './case.server.ts';
import type { ProgrammeMove } from './procedure.ts';
import { programmeProcedure } from './procedure.ts';
import type { ProgrammeContent, SignedPaper } from './programme.ts';
import { readProgramme, readSignedPaper } from './programme.ts';
import type { FormWrong, TypedFields } from './typed.ts';
import { wrongAt } from './typed.ts';

export type EnterProgramme = {
  /** Minted when the form was drawn: sent twice, it is one programme. */
  readonly id: string;
  readonly unitId: string;
  readonly typed: TypedFields;
};
/** State secrets never enter the system: whatever the door, the same answer. */
export type SecretInspection = { readonly kind: 'secret_inspection' };
export type NothingPlanned = { readonly kind: 'nothing_planned' };
export type ProgrammeRefusal = ProcedureRefusal | FormWrong | NotThere | LostRace | SecretInspection | NothingPlanned;
export type Kept = { readonly id: string; readonly version: number };

export async function enterProgramme(
  context: Context,
  { id, unitId, typed }: EnterProgramme,
): Promise<Result<Kept, ProgrammeRefusal>> {
  const { tx, actor } = context;
  const path = await pathOf(tx, unitId);
  if (path.length === 0) return refuse(notThere);
  const subject = { stage: 'draft', places: inspectorPlaces(path), submittedBy: null } as const;
  const allowed = permit(programmeProcedure, subject, actor, 'change');
  if (!allowed.ok) return allowed;
  const read = await readFor(tx, unitId, typed);
  return read.ok ? insert(context, allowed.value, { id, unitId, content: read.value }) : read;
}

async function readFor(
  db: Kysely<DB>,
  unitId: string,
  typed: TypedFields,
): Promise<Result<ProgrammeContent, FormWrong | SecretInspection>> {
  const read = readProgramme(typed);
  if (!read.ok || read.value.schemeCode === null) return read;
  const led = await schemeLedBy(db, unitId, read.value.schemeCode);
  if (led === 'secret') return refuse({ kind: 'secret_inspection' });
  return led === 'led' ? read : refuse(wrongAt('scheme', { kind: 'not_offered' }));
}

/** Whether the body leads the scheme, as the directive's annex says. */
export async function schemeLedBy(
  db: Kysely<DB>,
  unitId: string,
  schemeCode: string,
): Promise<'led' | 'others' | 'secret' | undefined> {
  const scheme = await db
    .selectFrom('scheme as s')
    .leftJoin('scheme_unit as l', (join) =>
      join.onRef('l.scheme_code', '=', 's.code').on('l.part', '=', 'lead').on('l.unit_id', '=', unitId),
    )
    .select(['s.is_secret', 'l.unit_id'])
    .where('s.code', '=', schemeCode)
    .executeTakeFirst();
  if (!scheme) return undefined;
  if (scheme.is_secret) return 'secret';
  return scheme.unit_id === null ? 'others' : 'led';
}

type New = { readonly id: string; readonly unitId: string; readonly content: ProgrammeContent };

async function insert(
  context: Context,
  allowed: Permit,
  { id, unitId, content }: New,
): Promise<Result<Kept, LostRace>> {
  const { tx, now, record } = context;
  if (allowed.actor.kind !== 'person') throw new Error('only people plan inspections');
  const row = { id, unit_id: unitId, ...columnsOf(content), stage: 'draft' };
  const added = await tx
    .insertInto('inspection_programme')
    .values({ ...row, entered_by: allowed.actor.personId, entered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!added) return sentAgain(context, { id, unitId, content });
  const subject = { kind: 'inspection_programme', id };
  await record({ permit: allowed, kind: 'inspection_programme.entered', subject, unitId, after: row });
  return ok(added);
}

/** The same request twice is one programme; with other words it is not the same request. */
async function sentAgain({ tx, actor }: Context, { id, unitId, content }: New): Promise<Result<Kept, LostRace>> {
  const there = await lockProgramme(tx, actor, id);
  const isSame = there?.unitId === unitId && JSON.stringify(columnsOf(there)) === JSON.stringify(columnsOf(content));
  return isSame ? ok({ id, version: there.version }) : refuse({ kind: 'lost_race', current: there?.version ?? 0 });
}

function columnsOf({ year, schemeCode, title, purpose }: ProgrammeContent) {
  return { year, scheme_code: schemeCode, title, purpose };
}

export type ChangeProgramme = { readonly id: string; readonly version: number; readonly typed: TypedFields };

export async function changeProgramme(
  context: Context,
  { id, version, typed }: ChangeProgramme,
): Promise<Result<Kept, ProgrammeRefusal>> {
  const { tx, record } = context;
  const decided = await decide(context, { id, version, move: 'change' });
  if (!decided.ok) return decided;
  const { row, held } = decided.value;
  const read = await readFor(tx, row.unitId, typed);
  if (!read.ok) return read;
  const after = { ...columnsOf(read.value), version: version + 1 };
  await tx.updateTable('inspection_programme').set(after).where('id', '=', id).execute();
  const subject = { kind: 'inspection_programme', id };
  const before = columnsOf(row);
  await record({ permit: held, kind: 'inspection_programme.changed', subject, unitId: row.unitId, before, after });
  return ok({ id, version: version + 1 });
}

type Asked = { readonly id: string; readonly version: number; readonly move: ProgrammeMove };
type Decided = { readonly row: ProgrammeRow; readonly held: Permit<ProgrammeMove> };

async function decide(
  { tx, actor }: Context,
  { id, version, move }: Asked,
): Promise<Result<Decided, ProgrammeRefusal>> {
  const row = await lockProgramme(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(programmeProcedure, row, actor, move);
  if (!allowed.ok) return allowed;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  return ok({ row, held: allowed.value });
}

export type MoveProgramme = {
  readonly id: string;
  readonly version: number;
  readonly move: Exclude<ProgrammeMove, 'change'>;
  /** Number and date of the signed paper, to approve it. */
  readonly typed?: TypedFields;
};

export async function moveProgramme(
  context: Context,
  { id, version, move, typed = {} }: MoveProgramme,
): Promise<Result<Kept, ProgrammeRefusal>> {
  const { tx, now } = context;
  const decided = await decide(context, { id, version, move });
  if (!decided.ok) return decided;
  if (move === 'withdraw') return ok(await save(context, decided.value, null));
  const planned = await tx.selectFrom('inspection').select('id').where('programme_id', '=', id).limit(1).execute();
  if (planned.length === 0) return refuse({ kind: 'nothing_planned' });
  const paper = readSignedPaper(typed, plainDateIn(now));
  return paper.ok ? ok(await save(context, decided.value, paper.value)) : paper;
}

async function save({ tx, now, record }: Context, { row, held }: Decided, paper: SignedPaper | null): Promise<Kept> {
  if (held.actor.kind !== 'person') throw new Error('only people approve programmes');
  const stage = programmeProcedure[row.stage][held.deed]?.to ?? row.stage;
  const version = row.version + 1;
  const approval = paper && {
    document_number: paper.number,
    document_date: paper.date,
    approved_by: held.actor.personId,
    approved_for: held.holding?.forPersonId ?? null,
    approved_at: now,
  };
  await tx
    .updateTable('inspection_programme')
    .set({ stage, version, ...approval })
    .where('id', '=', row.id)
    .execute();
  await record({
    permit: held,
    kind: stage === 'approved' ? 'inspection_programme.approved' : 'inspection_programme.withdrawn',
    subject: { kind: 'inspection_programme', id: row.id },
    unitId: row.unitId,
    before: { stage: row.stage, version: row.version },
    after: { stage, version, ...paper },
  });
  return { id: row.id, version };
}
