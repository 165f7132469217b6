import { hash } from 'node:crypto';
import { NIL, parse, v7, validate } from 'uuid';

/** Time-ordered ids, made here because the oldest supported PostgreSQL (15) has no uuidv7(). */
export function newId(): string {
  return v7();
}

/** The id of what an import makes: the same for the same key each time the same import is planned. UUID version 5. */
export function importedId(importId: string, key: string): string {
  const bytes = hash('sha1', Buffer.concat([parse(importId), Buffer.from(key)]), 'buffer').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The id of a new thing, minted when its form was drawn; a form without one, or with something else, gets its own. */
export function mintedId(text: string | undefined): string {
  return text !== undefined && validate(text) ? text : newId();
}

/**
 * The id of what a row of an import makes, for imports of a hundred thousand: rising with the rows, so that indexes grow
 * at their end, and without a hash for each. UUID version 8: the import's time, the row (20 bits), the import's own last 54 bits.
 */
export function importedRowId(importId: string, row: number): string {
  const low = Number.parseInt(importId.slice(19, 23), 16) & 0x3f;
  const high = hex(0x8000 | ((row >> 8) & 0x0fff));
  return `${importId.slice(0, 13)}-${high}-${hex(0x8000 | ((row & 0xff) << 6) | low)}${importId.slice(23)}`;
}

const hex = (twoBytes: number) => twoBytes.toString(16).padStart(4, '0');

/** An id that came in by an address or a form: what does not look like one is the id that nothing has. */
export function askedId(text: string | undefined): string {
  return text !== undefined && validate(text) ? text : NIL;
}
