/** How every deed on a session begins: the session locked, and the permit for the move held. */
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { askedId } from '../../platform/id.server.ts';
import type { SessionRow } from './case.server.ts';
import { lockSession } from './case.server.ts';
import type { SessionMove } from './procedure.ts';
import { sessionProcedure } from './procedure.ts';

export type Held = { readonly session: SessionRow; readonly permit: Permit<SessionMove> };
type Given = { readonly version?: number; readonly reason?: string | undefined };

export async function lockFor(
  { tx, actor }: Context,
  id: string,
  move: SessionMove,
  { version, reason }: Given = {},
): Promise<Result<Held, ProcedureRefusal | NotThere | LostRace>> {
  const session = await lockSession(tx, actor, askedId(id));
  if (!session) return refuse(notThere);
  const allowed = permit(sessionProcedure, session, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return allowed;
  if (version !== undefined && session.version !== version)
    return refuse({ kind: 'lost_race', current: session.version });
  return ok({ session, permit: allowed.value });
}

export function eventOf({ session, permit: held }: Held) {
  return { permit: held, subject: { kind: 'council_session', id: session.id }, unitId: session.unitId } as const;
}
