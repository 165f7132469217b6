/** Which field an honour was won in is said by a person, of many at once; until then it is unknown. Said anew it is another, and the record keeps both. */
import { permitTo } from '../../kernel/permit.ts';
import type { PermitRefusal, Rights } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { registerRights } from '../register/rights.ts';
import type { HonourField } from './field.ts';
import { honourFields } from './field.ts';
import { visibleTo } from './visible.server.ts';

export const fieldRights = { say_field: registerRights['honour.enter'] } as const satisfies Rights<'say_field'>;

export type SayField = {
  readonly honourIds: readonly string[];
  /** As typed; empty: unknown again. */
  readonly field: string;
};
export type NobodyChosen = { readonly kind: 'nobody_chosen' };
export type FieldUnknown = { readonly kind: 'field_unknown' };
export type FieldRefusal = PermitRefusal | NotThere | NobodyChosen | FieldUnknown;

/** All or none: one that may not be known of, or is not theirs to write, refuses the whole. */
export async function sayField(
  context: Context,
  { honourIds, field: typed }: SayField,
): Promise<Result<{ readonly count: number }, FieldRefusal>> {
  const { tx, actor, record } = context;
  const field = honourFields.find((each) => each === typed) ?? null;
  if (field === null && typed !== '') return refuse({ kind: 'field_unknown' });
  const ids = [...new Set(honourIds)].toSorted();
  if (ids.length === 0) return refuse({ kind: 'nobody_chosen' });
  const rows = await tx
    .selectFrom('honour')
    .innerJoin('holder', 'holder.id', 'honour.holder_id')
    .select(['honour.id', 'honour.field', 'honour.version', 'holder.unit_id as unitId'])
    .where('honour.id', 'in', ids)
    .where(visibleTo(actor))
    .orderBy('honour.id')
    .forUpdate('honour')
    .execute();
  if (rows.length < ids.length) return refuse(notThere);
  for (const { id, field: before, version, unitId } of rows) {
    const allowed = permitTo(fieldRights, 'say_field', actor, await pathOf(tx, unitId));
    if (!allowed.ok) return allowed;
    if (before === field) continue;
    const after: Change = { field, version: version + 1 };
    await tx.updateTable('honour').set(after).where('id', '=', id).execute();
    const subject = { kind: 'honour', id };
    await record({
      permit: allowed.value,
      kind: 'honour.corrected',
      subject,
      unitId,
      before: { field: before },
      after,
    });
  }
  return ok({ count: rows.length });
}
type Change = { readonly field: HonourField | null; readonly version: number };
