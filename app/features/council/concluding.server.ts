/** The end of a session: its minutes frozen, and every dossier of which all was voted on sent to who decides, with what the council came to. */
import { sql } from 'kysely';
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lockDossier } from '../dossiers/case.server.ts';
import { stepDossier } from '../dossiers/moving.server.ts';
import { permitAs } from '../dossiers/owners.ts';
import type { Held } from './locking.server.ts';
import { lockFor } from './locking.server.ts';
import { freezeMinutes, gatherMinutes } from './minutes.server.ts';
import type { MoveRefusal } from './moving.server.ts';
import { stepTo } from './moving.server.ts';
import { isConcludedOn } from './standing-items.server.ts';

export type Conclude = { readonly id: string; readonly version: number };

export async function concludeSession(
  context: Context,
  { id, version }: Conclude,
): Promise<Result<{ readonly id: string; readonly sent: number }, MoveRefusal>> {
  const { tx, actor, now } = context;
  const found = await lockFor(context, id, 'conclude', { version });
  if (!found.ok) return found;
  const { session } = found.value;
  const content = await gatherMinutes(tx, session, {
    closed: now,
    secretary: actor.kind === 'person' ? actor.name : '',
  });
  const digest = await freezeMinutes(tx, content, now);
  await stepTo(context, found.value, { move: 'conclude', reason: null, facts: { digest } });
  const sent = await sendDossiers(context, found.value);
  return ok({ id: session.id, sent });
}

/**
 * A dossier with something postponed waits for a later session as a whole: a submission is one paper. One that this secretary may not
 * move (who handed it in takes no later step) waits for another hand.
 */
async function sendDossiers(context: Context, { session }: Held): Promise<number> {
  const { tx, actor } = context;
  const { rows } = await sql<{ id: string }>`
    select d.id from dossier d where d.stage = 'council' and exists (
        select from council_item i where i.session_id = ${session.id} and i.dossier_id = d.id)
      and not exists (select from nominee n where n.dossier_id = d.id and n.outcome = 'open' and not ${isConcludedOn})
    order by d.code`.execute(tx);
  let sent = 0;
  for (const { id } of rows) {
    const dossier = await lockDossier(tx, actor, id);
    const allowed = dossier && permitAs('council', dossier, actor, 'to_authority');
    if (!dossier || !allowed?.ok) continue;
    await stepDossier(context, { dossier, permit: allowed.value, to: 'deciding' });
    sent += 1;
  }
  return sent;
}
