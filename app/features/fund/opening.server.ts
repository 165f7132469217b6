/** The year of a fund is opened by whoever keeps it; the same body and year twice is one. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { fundRights } from './procedure.ts';

export type OpenFund = { readonly id: string; readonly unitId: string; readonly year: number };
export type YearWrong = { readonly kind: 'year_wrong'; readonly latest: number };
export type OpenRefusal = PermitRefusal | NotThere | YearWrong;

export async function openFund(
  { tx, actor, now, record }: Context,
  { id, unitId, year }: OpenFund,
): Promise<Result<{ id: string }, OpenRefusal>> {
  const unit = await tx
    .selectFrom('unit_now')
    .select('id')
    .where('id', '=', unitId)
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (!unit) return refuse(notThere);
  const allowed = permitTo(fundRights, 'open', actor, [unitId]);
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') throw new Error('only people open a fund');
  const latest = Number(plainDateIn(now).slice(0, 4)) + 1;
  if (!Number.isInteger(year) || year < 2000 || year > latest) return refuse({ kind: 'year_wrong', latest });
  const row = { id, unit_id: unitId, year, opened_by: actor.personId, opened_at: now };
  const added = await tx
    .insertInto('fund_year')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) {
    const there = await tx
      .selectFrom('fund_year')
      .select('id')
      .where('unit_id', '=', unitId)
      .where('year', '=', year)
      .executeTakeFirst();
    return there ? ok({ id: there.id }) : refuse(notThere);
  }
  await record({ permit: allowed.value, kind: 'fund.opened', subject: { kind: 'fund', id }, unitId, after: row });
  return ok({ id });
}
