/** Thresholds proposed, confirmed by a second person, withdrawn. What was frozen keeps those it was frozen with. */
import type { UnitPath } from '../../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../../kernel/procedure.ts';
import { permit } from '../../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { lockRule } from './list.server.ts';
import type { RuleWrong, TypedRule } from './rule.ts';
import { readRule, ruleProcedure } from './rule.ts';

export type ProposeRule = {
  /** Minted when the form was drawn: sent twice it is one. */
  readonly id: string;
  readonly typed: TypedRule;
};
export type ProposeRefusal = ProcedureRefusal | NotThere | RuleWrong;

export async function proposeRule(
  { tx, actor, now, record }: Context,
  { id, typed }: ProposeRule,
): Promise<Result<{ id: string }, ProposeRefusal>> {
  const root = await tx
    .selectFrom('unit_now')
    .select('id')
    .where('parent_id', 'is', null)
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (!root?.id) return refuse(notThere);
  const path: UnitPath = [root.id];
  const subject = { stage: 'proposed', places: { root: path }, submittedBy: null } as const;
  const allowed = permit(ruleProcedure, subject, actor, 'propose');
  if (!allowed.ok) return allowed;
  const read = readRule(typed);
  if (!read.ok) return read;
  const there = await tx.selectFrom('classification_rule').select('state').where('id', '=', id).executeTakeFirst();
  if (there) return there.state === 'proposed' ? ok({ id }) : refuse(notThere);
  const { fromYear, source, thresholds, perBlock } = read.value;
  const by = actor.kind === 'person' ? actor.personId : null;
  const row = { id, from_year: fromYear, thresholds: JSON.stringify(thresholds), state: 'proposed', source };
  await tx
    .insertInto('classification_rule')
    .values({ ...row, per_block: perBlock, proposed_by: by, proposed_at: now })
    .execute();
  const after = { from_year: fromYear, source, thresholds, per_block: perBlock };
  const kind = 'classification_rule.proposed';
  await record({ permit: allowed.value, kind, subject: { kind: 'classification_rule', id }, unitId: root.id, after });
  return ok({ id });
}

export type MoveRule = {
  readonly id: string;
  readonly version: number;
  readonly move: 'confirm' | 'withdraw';
  readonly reason?: string;
};
export type ReasonTooLong = { readonly kind: 'reason_too_long' };
export type MoveRuleRefusal = ProcedureRefusal | NotThere | LostRace | ReasonTooLong;

export async function moveRule(
  { tx, actor, now, record }: Context,
  { id, version, move, reason = '' }: MoveRule,
): Promise<Result<{ id: string }, MoveRuleRefusal>> {
  const before = await lockRule(tx, actor, id);
  if (!before) return refuse(notThere);
  const said = reason.trim();
  const allowed = permit(ruleProcedure, before, actor, move, { reason: said });
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  if (said.length > 2000) return refuse({ kind: 'reason_too_long' });
  const by = actor.kind === 'person' ? actor.personId : null;
  const marks =
    move === 'confirm'
      ? { confirmed_by: by, confirmed_at: now }
      : { withdrawn_by: by, withdrawn_at: now, withdrawn_reason: said };
  const state = ruleProcedure[before.stage][move]?.to ?? before.stage;
  await tx
    .updateTable('classification_rule')
    .set({ state, version: version + 1, ...marks })
    .where('id', '=', id)
    .execute();
  const changed = { before: { state: before.stage, version }, after: { state, version: version + 1 } };
  const subject = { kind: 'classification_rule', id };
  const unitId = before.places.root[0] ?? null;
  await record({
    permit: allowed.value,
    kind: 'classification_rule.moved',
    subject,
    unitId,
    reason: said || null,
    ...changed,
  });
  return ok({ id });
}
