import { v7 } from 'uuid';

/** Time-ordered ids, made here because the oldest supported PostgreSQL (15) has no uuidv7(). */
export function newId(): string {
  return v7();
}
