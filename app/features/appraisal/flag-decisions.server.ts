/** What a flag means for one nominee: a person decides, with a reason; a change of mind is a new version of the same decision. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lockDossier } from '../dossiers/case.server.ts';
import { permitAs } from '../dossiers/owners.ts';
import { flagEffects } from './flag.ts';
import { flagsOn } from './nominee-flags.server.ts';
import type { FormWrong, TypedFields } from './typed.ts';
import { problemsIn, textOf } from './typed.ts';

export type DecideFlag = {
  readonly dossierId: string;
  readonly nomineeId: string;
  readonly flagId: string;
  /** Of the decision that was seen; 0 for none. */
  readonly version: number;
  readonly typed: TypedFields;
};
export type DecideFlagRefusal = ProcedureRefusal | FormWrong | NotThere | LostRace;

export async function decideFlag(
  context: Context,
  { dossierId, nomineeId, flagId, version, typed }: DecideFlag,
): Promise<Result<{ readonly nomineeId: string }, DecideFlagRefusal>> {
  const { tx, actor, now, record } = context;
  const dossier = await lockDossier(tx, actor, dossierId);
  if (!dossier) return refuse(notThere);
  const allowed = permitAs('appraisal', dossier, actor, 'appraise');
  if (!allowed.ok) return allowed;
  const nominee = await tx
    .selectFrom('nominee')
    .select('id')
    .where('id', '=', nomineeId)
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst();
  const flags = nominee ? ((await flagsOn(tx, [nominee.id], plainDateIn(now))).get(nominee.id) ?? []) : [];
  const flag = flags.find(({ id }) => id === flagId);
  if (!flag) return refuse(notThere);
  const effect = flagEffects.find((each) => each === textOf(typed, 'effect'));
  const problems = [
    ...(effect ? [] : [{ field: 'effect', problem: { kind: 'missing' } } as const]),
    ...problemsIn(typed, [{ field: 'reason', limit: 2000 }]),
  ];
  if (!effect || problems.length > 0) return refuse({ kind: 'appraisal_wrong', problems });
  if (flag.version !== version) return refuse({ kind: 'lost_race', current: flag.version });
  if (actor.kind !== 'person') throw new Error('only people decide');
  const reason = textOf(typed, 'reason');
  const decidedFor = allowed.value.holding?.forPersonId ?? null;
  const decision = { effect, reason, decided_by: actor.personId, decided_for: decidedFor, decided_at: now };
  await tx
    .insertInto('flag_decision')
    .values({ flag_id: flagId, nominee_id: nomineeId, ...decision, version: version + 1 })
    .onConflict((there) => there.columns(['flag_id', 'nominee_id']).doUpdateSet({ ...decision, version: version + 1 }))
    .execute();
  await record({
    permit: allowed.value,
    kind: 'flag.decided',
    subject: { kind: 'flag', id: flagId },
    unitId: dossier.toUnitId,
    reason,
    before: { nominee: nomineeId, effect: flag.effect },
    after: { nominee: nomineeId, effect },
  });
  return ok({ nomineeId });
}
