import { NIL, v5, v7, validate } from 'uuid';

/** Time-ordered ids, made here because the oldest supported PostgreSQL (15) has no uuidv7(). */
export function newId(): string {
  return v7();
}

/** The id of what an import makes: the same for the same key each time the same import is planned. */
export function importedId(importId: string, key: string): string {
  return v5(key, importId);
}

/** An id that came in by an address or a form: what does not look like one is the id that nothing has. */
export function askedId(text: string | undefined): string {
  return text !== undefined && validate(text) ? text : NIL;
}
