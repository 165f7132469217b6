/** What a person found when looking at two that are alike: different, one continues the other, or a copy. It never refuses by itself. */
import { permitOwn } from '../../kernel/permit.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { InitiativeRow } from './case.server.ts';
import { initiatives, lockInitiative } from './case.server.ts';
import type { Interested } from './interest.ts';
import { withoutInterest } from './interest.ts';
import { lockOpenPanel } from './panels.server.ts';
import { initiativeProcedure } from './procedure.ts';
import type { Verdict } from './verdict.ts';
import { verdicts } from './verdict.ts';

export type JudgeAlike = {
  /** Minted when the form was drawn. */
  readonly judgementId: string;
  readonly id: string;
  readonly otherId: string;
  readonly verdict: string;
  readonly reason: string;
  /** What somebody who bears an author's name declares. */
  readonly isNoAuthor?: boolean;
};
export type JudgeRefusal =
  | ProcedureRefusal
  | Interested
  | NotThere
  | { readonly kind: 'verdict_missing' | 'reason_missing' };

export async function judgeAlike(context: Context, command: JudgeAlike): Promise<Result<{ id: string }, JudgeRefusal>> {
  const { tx, actor, now, record } = context;
  const { id, otherId, judgementId } = command;
  const row = await lockInitiative(tx, actor, id);
  const other = await initiatives(tx, actor).where('initiative.id', '=', otherId).executeTakeFirst();
  if (!row || !other || id === otherId || actor.kind !== 'person') return refuse(notThere);
  const allowed = await mayJudge(context, row);
  if (!allowed.ok) return allowed;
  const free = withoutInterest(allowed.value, row.authors, command.isNoAuthor ?? false);
  if (!free.ok) return free;
  const verdict: Verdict | undefined = verdicts.find((each) => each === command.verdict);
  const reason = command.reason.trim().slice(0, 2000);
  if (!verdict) return refuse({ kind: 'verdict_missing' });
  if (reason === '') return refuse({ kind: 'reason_missing' });
  const after = { id: judgementId, initiative_id: id, other_id: otherId, verdict, reason };
  const added = await tx
    .insertInto('initiative_judgement')
    .values({ ...after, judged_by: actor.personId, judged_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return ok({ id });
  const subject = { kind: 'initiative', id };
  await record({ permit: allowed.value, kind: 'initiative.judged', subject, unitId: row.unitId, after });
  return ok({ id });
}

/** Whoever reviews it, and the members of its panel. */
async function mayJudge({ tx, actor }: Context, row: InitiativeRow): Promise<Result<Permit, ProcedureRefusal>> {
  const byRole = permit(initiativeProcedure, row, actor, 'judge');
  if (byRole.ok || actor.kind !== 'person') return byRole;
  const panel = await lockOpenPanel(tx, row.id);
  const seat = panel?.members.find(({ personId, hasInterest }) => personId === actor.personId && !hasInterest);
  const own = seat && permitOwn('initiative.judge', actor, seat.personId);
  return own?.ok ? own : byRole;
}
