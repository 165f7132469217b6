/** Notes kept in their tables: written anew, changed by version and removed, both with a reason; every one of them recorded. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { LockedHolder } from './holder-row.server.ts';
import { lockHolder } from './holder-row.server.ts';
import type { Merged } from './holders.server.ts';
import type { NoteKind, NoteRow, NoteWrong, TypedNote } from './note.ts';
import { notesOf, readNote, typedNote, written } from './note.ts';
import { registerRights } from './rights.ts';

/** `key`: what tells the notes of one holder apart. `removable`: kept with the day it was removed; else deleted, the record has it. */
const tables = {
  post: { name: 'holder_post', key: 'id', removed: true },
  year: { name: 'holder_year', key: 'year', removed: false },
  discipline: { name: 'holder_discipline', key: 'id', removed: true },
  pending: { name: 'holder_pending', key: 'id', removed: true },
  members: { name: 'holder_members', key: 'year', removed: false },
  block: { name: 'holder_block', key: 'year', removed: false },
  checked: { name: 'holder_checked', key: 'fact', removed: false },
} as const satisfies Readonly<Record<NoteKind, { name: keyof DB; key: 'id' | 'year' | 'fact'; removed: boolean }>>;

export type StoredNote = {
  readonly kind: NoteKind;
  readonly key: string;
  readonly version: number;
  readonly row: NoteRow;
};
type ChangeRefusal =
  | { readonly kind: 'note_taken' }
  | { readonly kind: 'nothing_changed' }
  | { readonly kind: 'reason_missing' };
export type NoteRefusal = PermitRefusal | NotThere | LostRace | Merged | NoteWrong | ChangeRefusal;

/** For callers that may read the holder. */
export async function notesOfHolder(db: Kysely<DB>, kind: NoteKind, holderId: string): Promise<readonly StoredNote[]> {
  const table = tables[kind];
  const standing = table.removed ? sql`and t.removed_at is null` : sql``;
  const { rows } = await sql<{ key: string; version: number; row: NoteRow }>`
    select t.${sql.ref(table.key)}::text as key, t.version, to_jsonb(t) as row from ${sql.table(table.name)} t
    where t.holder_id = ${holderId} ${standing} order by 1`.execute(db);
  return rows.map((row) => ({ kind, ...row }));
}

export type WriteNote = {
  readonly holderId: string;
  readonly kind: NoteKind;
  /** Of a note that is there; for a new one of a list the id minted with its form, for one of a year nothing. */
  readonly key: string;
  /** 0: a new one. */
  readonly version: number;
  readonly typed: TypedNote;
  /** Why one that is there is changed; of a new one nothing is asked. */
  readonly reason?: string;
};

export async function writeNote(context: Context, command: WriteNote): Promise<Result<{ key: string }, NoteRefusal>> {
  const { tx, now, record } = context;
  const { holderId, kind, version, typed } = command;
  const reached = await reach(context, holderId, kind);
  if (!reached.ok) return reached;
  const { holder, permit } = reached.value;
  const read = readNote(kind, typed, plainDateIn(now));
  if (!read.ok) return read;
  const key = keyOf(kind, command.key, read.value);
  const before = (await notesOfHolder(tx, kind, holderId)).find((note) => note.key === key);
  if (before && version === 0) return tables[kind].key === 'id' ? ok({ key }) : refuse({ kind: 'note_taken' });
  if ((before?.version ?? 0) !== version) return refuse({ kind: 'lost_race', current: before?.version ?? 0 });
  const reason = command.reason?.trim() ?? '';
  if (before && isSame(kind, before.row, read.value)) return refuse({ kind: 'nothing_changed' });
  if (before && reason === '') return refuse({ kind: 'reason_missing' });
  await put(context, { kind, holderId, key, row: read.value, version });
  await record({
    permit,
    kind: 'holder.noted',
    subject: { kind: 'holder', id: holderId },
    unitId: holder.unitId,
    ...(before && { reason, before: { note: kind, key, row: before.row } }),
    after: { note: kind, key, row: read.value },
  });
  return ok({ key });
}

const isSame = (kind: NoteKind, before: NoteRow, after: NoteRow) =>
  JSON.stringify(typedNote(kind, before)) === JSON.stringify(typedNote(kind, after));

/** A note of a year keeps its year: another year is another note. */
function keyOf(kind: NoteKind, key: string, row: NoteRow): string {
  const by = tables[kind].key;
  return by === 'id' ? key : written(row[by]);
}

type Put = {
  readonly kind: NoteKind;
  readonly holderId: string;
  readonly key: string;
  readonly row: NoteRow;
  readonly version: number;
};

/** For whoever holds the permit and has looked at what stands there. */
export async function put({ tx, actor, now }: Context, { kind, holderId, key, row, version }: Put): Promise<void> {
  const table = tables[kind];
  const by = actor.kind === 'person' ? actor.personId : null;
  const columns = {
    ...row,
    ...(table.key === 'id' && { id: key }),
    holder_id: holderId,
    version: version + 1,
    ...(kind === 'checked' ? { checked_by: by, checked_at: now } : { entered_by: by, entered_at: now }),
  };
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)));
  const given = sql`json_populate_record(null::${sql.table(table.name)}, ${JSON.stringify(columns)}::json)`;
  if (version === 0)
    await sql`insert into ${sql.table(table.name)} (${names}) select ${names} from ${given}`.execute(tx);
  else
    await sql`update ${sql.table(table.name)} t set (${names}) = (select ${names} from ${given})
      where t.holder_id = ${holderId} and t.${sql.ref(table.key)}::text = ${key}`.execute(tx);
}

export type RemoveNote = Omit<WriteNote, 'typed' | 'reason'> & { readonly reason: string };

/** Gone already is done. */
export async function removeNote(
  context: Context,
  { holderId, kind, key, version, reason }: RemoveNote,
): Promise<Result<{ key: string }, NoteRefusal>> {
  const { tx, now, record } = context;
  const reached = await reach(context, holderId, kind);
  if (!reached.ok) return reached;
  const before = (await notesOfHolder(tx, kind, holderId)).find((note) => note.key === key);
  if (!before) return ok({ key });
  if (reason.trim() === '') return refuse({ kind: 'reason_missing' });
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const { name, key: column, removed } = tables[kind];
  const mine = sql`holder_id = ${holderId} and ${sql.ref(column)}::text = ${key}`;
  if (removed) await sql`update ${sql.table(name)} set removed_at = ${now} where ${mine}`.execute(tx);
  else await sql`delete from ${sql.table(name)} where ${mine}`.execute(tx);
  const { permit, holder } = reached.value;
  const subject = { kind: 'holder', id: holderId };
  await record({
    permit,
    kind: 'holder.noted',
    subject,
    unitId: holder.unitId,
    reason: reason.trim(),
    before: { note: kind, key, row: before.row },
  });
  return ok({ key });
}

async function reach({ tx, actor }: Context, holderId: string, kind: NoteKind) {
  const holder: LockedHolder | undefined = await lockHolder(tx, actor, holderId);
  if (!holder || !notesOf[holder.kind].includes(kind)) return refuse(notThere);
  if (holder.mergedInto !== null) return refuse({ kind: 'merged', into: holder.mergedInto });
  const allowed = permitTo(registerRights, 'holder.note', actor, holder.path);
  return allowed.ok ? ok({ holder, permit: allowed.value }) : allowed;
}
