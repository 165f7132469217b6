/** A note as the record keeps it: of which kind, which one, and what it said. */
import type { NoteKind, NoteRow } from './note.ts';
import { noteKinds } from './note.ts';

export type RecordedNote = { readonly note: NoteKind; readonly key: string; readonly row: NoteRow };

/** Undefined where it is of no note: the authors of initiatives are confirmed by the same event. */
export function recordedNote(kept: Readonly<Record<string, unknown>> | null): RecordedNote | undefined {
  if (!kept) return undefined;
  if (isRow(kept['row'])) return named(kept['note'], kept['key'], kept['row']);
  // As it was kept at first: columns beside the kind, which the remark of a matter took the place of.
  const row = kept as NoteRow;
  return 'since' in row ? named('pending', row['id'], row) : named(row['note'], row['id'] ?? row['year'], row);
}

function named(note: unknown, key: unknown, row: NoteRow): RecordedNote | undefined {
  const kind = noteKinds.find((each) => each === note);
  return kind && { note: kind, key: typeof key === 'string' || typeof key === 'number' ? String(key) : '', row };
}

const isRow = (value: unknown): value is NoteRow => typeof value === 'object' && value !== null;
