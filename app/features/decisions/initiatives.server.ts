/**
 * Which initiative an award rests on (Luật Điều 5.2.c: one achievement is not rewarded many times). Named while it is decided, from those the register
 * knows as the nominee's own; issued, it is used. A second line cannot name it, a used one cannot be named.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { lockInitiative } from '../initiatives/case.server.ts';
import type { HolderInitiative } from '../register/initiatives.server.ts';
import { initiativesOf } from '../register/initiatives.server.ts';
import { linesOf } from './case.server.ts';
import type { DecisionLine } from './decision.ts';
import { openToJudge } from './judging.server.ts';
import type { Asked, Moved, OpenRefusal } from './opening.server.ts';
import { step } from './opening.server.ts';

/** `namedIn`: what another decision that is not withdrawn is about. */
export type OfferedInitiative = HolderInitiative & { readonly namedIn: string | null };

/** By their account, or confirmed by somebody; one that only bears the same name is not theirs until it is confirmed in the register. */
export async function offeredTo(
  db: Kysely<DB>,
  { id: lineId, holderId }: Pick<DecisionLine, 'id' | 'holderId'>,
): Promise<readonly OfferedInitiative[]> {
  const theirs = (await initiativesOf(db, holderId)).filter(({ by }) => by !== 'name');
  if (theirs.length === 0) return [];
  const ids = theirs.map(({ id }) => id);
  const named = await db
    .selectFrom('decision_line as l')
    .innerJoin('decision as d', 'd.id', 'l.decision_id')
    .select(['l.initiative_id as id', sql<string>`d.content ->> 'about'`.as('about')])
    .where('l.initiative_id', 'in', ids)
    .where('l.is_live', '=', true)
    .where('l.id', '<>', lineId)
    .execute();
  return theirs.map((one) => ({ ...one, namedIn: named.find(({ id }) => id === one.id)?.about ?? null }));
}

/** What can be chosen of what is offered; the rest is shown with the reason. */
export const isOpen = ({ usedFor, namedIn }: OfferedInitiative) => usedFor === null && namedIn === null;

export type NameInitiative = Asked & { readonly lineId: string; readonly initiativeId: string | null };
export type NameRefusal =
  | OpenRefusal
  | NotThere
  | { readonly kind: 'used_already' }
  | { readonly kind: 'named_already'; readonly namedIn: string };

/** Null: rests on none. Said again, it is the same. */
export async function nameInitiative(
  context: Context,
  { lineId, initiativeId, ...asked }: NameInitiative,
): Promise<Result<Moved, NameRefusal>> {
  const { tx, actor } = context;
  const opened = await openToJudge(context, asked);
  if (!opened.ok) return opened;
  const line = (await linesOf(tx, asked.id)).find(({ id }) => id === lineId);
  if (!line || line.verdict !== 'grant') return refuse(notThere);
  if (initiativeId !== null) {
    // Locked first: two decisions that name it at once wait here, and the second sees the first.
    if (!(await lockInitiative(tx, actor, initiativeId))) return refuse(notThere);
    const chosen = (await offeredTo(tx, line)).find(({ id }) => id === initiativeId);
    if (!chosen) return refuse(notThere);
    if (chosen.usedFor !== null) return refuse({ kind: 'used_already' });
    if (chosen.namedIn !== null) return refuse({ kind: 'named_already', namedIn: chosen.namedIn });
  }
  await tx
    .updateTable('decision_line')
    .set({ initiative_id: initiativeId, version: line.version + 1 })
    .where('id', '=', line.id)
    .execute();
  return ok(await step(context, { ...opened.value, after: { nominee: line.nomineeId, initiative: initiativeId } }));
}
