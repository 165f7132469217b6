/**
 * Items that still stand for a nominee, as conditions for a query with `n`, a nominee. What a dossier left behind when it was sent back has
 * lapsed: it comes before the council again as another one.
 */
import { sql } from 'kysely';
import type { Context } from '../../platform/command.server.ts';

/** On an agenda that is still to come, or voted on. */
export const hasItem = sql<boolean>`exists (select from council_item i join council_session s on s.id = i.session_id
  where i.nominee_id = n.id and i.lapsed_at is null
    and (i.stage in ('listed', 'voting') and s.stage not in ('concluded', 'cancelled') or i.stage = 'counted'))`;

/** Voted on, with the minutes frozen. */
export const isConcludedOn = sql<boolean>`exists (select from council_item i join council_session s on s.id = i.session_id
  where i.nominee_id = n.id and i.lapsed_at is null and i.stage = 'counted' and s.stage = 'concluded')`;

/** A session that is not over has it: nothing is taken from under it. */
export const isInSession = sql<boolean>`exists (select from council_item i join council_session s on s.id = i.session_id
  where i.nominee_id = n.id and i.lapsed_at is null and i.stage <> 'postponed' and s.stage not in ('concluded', 'cancelled'))`;

/** For whoever sends a dossier back to appraisal, in the transaction that does. */
export async function lapseItems({ tx, now }: Context, dossierId: string): Promise<void> {
  await tx
    .updateTable('council_item')
    .set({ lapsed_at: now })
    .where('dossier_id', '=', dossierId)
    .where('lapsed_at', 'is', null)
    .execute();
}
