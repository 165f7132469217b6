import { v5, v7 } from 'uuid';

/** Time-ordered ids, made here because the oldest supported PostgreSQL (15) has no uuidv7(). */
export function newId(): string {
  return v7();
}

/** The id of what an import makes: the same for the same key each time the same import is planned. */
export function importedId(importId: string, key: string): string {
  return v5(key, importId);
}
