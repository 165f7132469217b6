/** An edition with its parts, written whole: what the pack brings and what people add go the same way. */
import { hash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { EditionContent } from './document.ts';
import type { Part } from './parts.ts';
import { partsOf } from './parts.ts';

export type NewEdition = {
  readonly id: string;
  readonly code: string;
  readonly edition: number;
  readonly content: EditionContent;
  /** A page of the product where it is read instead. */
  readonly page: string | null;
  /** Where they are known better than by cutting the words. */
  readonly parts?: readonly Part[] | undefined;
  /** The words were taken out of the file by the product. */
  readonly isFromFile?: boolean;
  readonly addedBy: string | null;
  readonly addedAt: Date;
};

/** Whether two editions say the same. */
export function digestOf(content: EditionContent, page: string | null): string {
  return hash('sha256', JSON.stringify([content, page]));
}

/** False when there is such an edition already. */
export async function insertEdition(tx: Transaction<DB>, given: NewEdition): Promise<boolean> {
  const { id, code, edition, content, page, addedBy, addedAt, isFromFile = false } = given;
  const { number, issuer, issuedOn, inForceFrom, inForceUntil, state, source, note, body } = content;
  const added = await tx
    .insertInto('library_edition')
    .values({
      id,
      document_code: code,
      edition,
      number,
      issuer,
      issued_on: issuedOn,
      in_force_from: inForceFrom,
      in_force_until: inForceUntil,
      state,
      source,
      note,
      page,
      body,
      digest: digestOf(content, page),
      text_from_file: isFromFile,
      added_by: addedBy,
      added_at: addedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return false;
  const parts = (given.parts ?? partsOf(body)).map((part, at) => ({ ...part, position: at + 1 }));
  await sql`
    insert into library_part (edition_id, position, anchor, kind, heading, body)
    select ${id}, p.position, p.anchor, p.kind, p.heading, p.body
    from json_to_recordset(${JSON.stringify(parts)}::json) as p (position int, anchor text, kind text, heading text, body text)`.execute(
    tx,
  );
  return true;
}
