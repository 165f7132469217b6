/** Signing out ends the session of this browser; a browser without one is signed out already. */
import { permitOwn } from '../../../kernel/permit.ts';
import { expectOk, ok } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import type { Edge } from '../../../platform/command.server.ts';
import { endSessions, findSession } from './session.server.ts';

export async function signOut(edge: Edge, token: string | undefined): Promise<void> {
  const { actor } = edge;
  const found = token === undefined ? undefined : await findSession(edge.services.db, token);
  if (!found || found.endedAt !== null || actor.kind !== 'person' || actor.accountId !== found.accountId) return;
  await act(edge, async ({ tx, now, record }) => {
    const ended = await endSessions(tx, { accountId: found.accountId, only: found.id }, 'signed_out', now);
    const permit = expectOk(permitOwn('session.end', actor, actor.personId));
    const subject = { kind: 'session', id: found.id };
    if (ended > 0) await record({ permit, kind: 'session.ended', subject, after: { reason: 'signed_out' } });
    return ok();
  });
}
