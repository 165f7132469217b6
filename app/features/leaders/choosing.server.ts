/** What a person says of who leads a block: that it meets the standard of Cờ thi đua cấp tỉnh, and that it is chosen for Cờ thi đua của Chính phủ within the share that is laid down. */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import type { JudgementRow } from '../scoring/case.server.ts';
import { findJudgement } from '../scoring/case.server.ts';
import type { Quota } from './leader.ts';
import { quotaFor } from './leader.ts';
import type { Leader } from './leaders.server.ts';
import { leadersOf } from './leaders.server.ts';
import { leaderRights } from './rights.ts';

export type SayOfLeader = {
  readonly judgementId: string;
  readonly unitId: string;
  /** 0: nothing was said yet. */
  readonly version: number;
  readonly what: 'meets' | 'chosen';
  readonly yes: boolean;
  readonly reason: string;
};
export type LeaderRefusal =
  | PermitRefusal
  | NotThere
  | LostRace
  | { readonly kind: 'reason_missing' }
  /** A clause that figures decide is not met. */
  | { readonly kind: 'standard_not_met' }
  | { readonly kind: 'not_said_to_meet' }
  /** Chosen already: that comes back first. */
  | { readonly kind: 'chosen_already' }
  | { readonly kind: 'no_share' }
  | { readonly kind: 'quota_full'; readonly quota: Quota };

/** The same again is done. All choices of a year are counted one after the other. */
export async function sayOfLeader(
  context: Context,
  command: SayOfLeader,
): Promise<Result<{ readonly version: number }, LeaderRefusal>> {
  const { tx, actor, now } = context;
  const judgement = await findJudgement(tx, actor, command.judgementId);
  if (judgement?.stage !== 'frozen') return refuse(notThere);
  const allowed = permitTo(leaderRights, 'leader.judge', actor, await pathOf(tx, judgement.unitId));
  if (!allowed.ok) return allowed;
  await sql`select pg_advisory_xact_lock(hashtext(${`leaders ${judgement.year}`}))`.execute(tx);
  const year = await leadersOf(tx, actor, { year: judgement.year, received: plainDateIn(now) });
  const leader = year.leaders.find(
    (one) => one.judgementId === judgement.id && one.unitId === command.unitId && one.holderId !== null,
  );
  if (!leader) return refuse(notThere);
  if (isSaid(leader, command)) return ok({ version: leader.version });
  if (leader.version !== command.version) return refuse({ kind: 'lost_race', current: leader.version });
  if (command.reason.trim() === '') return refuse({ kind: 'reason_missing' });
  const percent = year.share?.content.atMostPercent;
  const wrong = inTheWay(leader, command, year.leaders, percent);
  return wrong ? refuse(wrong) : keep(context, allowed.value, { judgement, leader, command });
}

const isSaid = (leader: Leader, { what, yes, reason }: SayOfLeader) =>
  what === 'meets'
    ? leader.meets === yes && leader.meetsReason === reason.trim()
    : leader.isChosen === yes && (!yes || leader.chosenReason === reason.trim());

function inTheWay(
  leader: Leader,
  { what, yes }: SayOfLeader,
  leaders: readonly Leader[],
  percent: number | undefined,
): LeaderRefusal | undefined {
  if (what === 'meets' && yes)
    return leader.standard?.standing === 'not_met' ? { kind: 'standard_not_met' } : undefined;
  if (what === 'meets' && leader.isChosen) return { kind: 'chosen_already' };
  if (what === 'chosen' && yes && leader.meets !== true) return { kind: 'not_said_to_meet' };
  if (what === 'chosen' && !yes) return undefined;
  if (percent === undefined) return what === 'chosen' ? { kind: 'no_share' } : undefined;
  const after = leaders.map((one) =>
    one === leader
      ? { meets: what === 'meets' ? yes : one.meets, isChosen: what === 'chosen' ? yes : one.isChosen }
      : one,
  );
  const quota = quotaFor(after, percent);
  return quota.chosen > quota.most ? { kind: 'quota_full', quota: quotaFor(leaders, percent) } : undefined;
}

type Kept = { readonly judgement: JudgementRow; readonly leader: Leader; readonly command: SayOfLeader };

async function keep(context: Context, permit: Permit, { judgement, leader, command }: Kept) {
  const { tx, actor, now, record } = context;
  const by = actor.kind === 'person' ? actor.personId : null;
  const version = leader.version + 1;
  const reason = command.reason.trim().slice(0, 1000);
  const said =
    command.what === 'meets'
      ? { meets: command.yes, meets_reason: reason, meets_by: by, meets_at: now }
      : { is_chosen: command.yes, chosen_reason: reason, chosen_by: by, chosen_at: now };
  const key = { judgement_id: judgement.id, unit_id: command.unitId };
  await tx
    .insertInto('leader_word')
    .values({ ...key, ...said, version })
    .onConflict((conflict) => conflict.columns(['judgement_id', 'unit_id']).doUpdateSet({ ...said, version }))
    .execute();
  await record({
    permit,
    kind: command.what === 'meets' ? 'leader.judged' : 'leader.chosen',
    subject: { kind: 'judgement', id: judgement.id },
    unitId: judgement.unitId,
    reason,
    before: { unit: command.unitId, meets: leader.meets, is_chosen: leader.isChosen },
    after: { unit: command.unitId, ...said },
  });
  return ok({ version });
}
