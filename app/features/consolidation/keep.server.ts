/** What every command of this feature ends with, and rows written many at a time. */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Permit } from '../../kernel/permit.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { SecretScheme } from '../secrecy/naming.ts';
import type { Gathered } from './pieces.ts';

export type Entry = {
  readonly kind: 'consolidation.made' | 'consolidation.gathered' | 'consolidation.edited' | 'consolidation.moved';
  readonly id: string;
  readonly unitId: string;
  readonly reason?: string | null;
  readonly before?: object;
  readonly after: object;
};

export async function note(context: Context, permit: Permit, { id, ...entry }: Entry): Promise<void> {
  await context.record({ permit, subject: { kind: 'consolidation', id }, ...entry });
}

export async function secretSchemes(tx: Transaction<DB>): Promise<readonly SecretScheme[]> {
  return tx.selectFrom('scheme').select(['code', 'name']).where('is_secret', '=', true).execute();
}

export async function addPieces(
  tx: Transaction<DB>,
  consolidationId: string,
  added: readonly (Gathered & { readonly position: number })[],
): Promise<void> {
  const rows = added.map((piece) => ({ id: newId(), ...piece }));
  await sql`
    insert into consolidation_piece (id, consolidation_id, part, position, placement, source, source_key, original, content)
    select r.id, ${consolidationId}, r.part, r.position, r.placement, r.source, r.key, r.original, nullif(r.content, 'null'::jsonb)
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, part text, position integer, placement text,
      source jsonb, key text, original text, content jsonb)`.execute(tx);
}
