/** Commands on what the province settles about an indicator (settle.ts). */
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { SettleDeed, Settlement, SettleRefusal, YearLevel } from './settle.ts';
import { baselineFault, settleRights, trajectoryFault } from './settle.ts';

export type SettleFault = PermitRefusal | SettleRefusal | NotThere | LostRace;

export async function settleIndicator(context: Context, given: Settlement): Promise<Result<number, SettleFault>> {
  const permit = await permitAtTop(context, 'indicator.settle');
  if (!permit.ok) return permit;
  const row = await lockIndicator(context, given.code);
  if (!row) return refuse(notThere);
  if (row.version !== given.version) return refuse({ kind: 'lost_race', current: row.version });
  const fault = baselineFault(given.baseline, { from: row.from_year, deadline: row.deadline });
  if (fault) return refuse(fault);
  const { baseline, code } = given;
  const after = {
    owner_unit_id: given.ownerUnitId,
    reporting: given.reporting,
    baseline: baseline?.value ?? null,
    baseline_year: baseline?.year ?? null,
    baseline_source: baseline?.source.trim() ?? null,
    version: row.version + 1,
  };
  await context.tx.updateTable('indicator').set(after).where('code', '=', code).execute();
  const { owner_unit_id, reporting, baseline: was, baseline_year, baseline_source } = row;
  const before = { owner_unit_id, reporting, baseline: was, baseline_year, baseline_source };
  const subject = { kind: 'indicator', id: code };
  await context.record({ permit: permit.value, kind: 'indicator.changed', subject, before, after });
  return ok(after.version);
}

/** The whole list of years at once; an empty one goes back to the interpolated path. */
export async function setTrajectory(
  context: Context,
  { code, points }: { readonly code: string; readonly points: readonly YearLevel[] },
): Promise<Result<undefined, SettleFault>> {
  const { tx, record } = context;
  const permit = await permitAtTop(context, 'trajectory.set');
  if (!permit.ok) return permit;
  const row = await lockIndicator(context, code);
  if (!row) return refuse(notThere);
  const fault = trajectoryFault(points, { from: row.from_year, deadline: row.deadline });
  if (fault) return refuse(fault);
  const before = await tx
    .selectFrom('trajectory_point')
    .select(['year', 'value', 'basis'])
    .where('indicator_code', '=', code)
    .orderBy('year')
    .execute();
  await tx.deleteFrom('trajectory_point').where('indicator_code', '=', code).execute();
  const rows = points.map(({ year, value, basis }) => ({ indicator_code: code, year, value, basis: basis.trim() }));
  if (rows.length > 0) await tx.insertInto('trajectory_point').values(rows).execute();
  const subject = { kind: 'indicator', id: code };
  await record({ permit: permit.value, kind: 'trajectory.changed', subject, before, after: points });
  return ok();
}

type Link = { readonly schemeCode: string; readonly indicatorCode: string; readonly basis: string };

/** The directive names no indicators under its schemes: a link is the province's own, with its basis. */
export async function linkScheme(context: Context, link: Link): Promise<Result<undefined, SettleFault>> {
  const { tx, record } = context;
  const permit = await permitAtTop(context, 'scheme.link');
  if (!permit.ok) return permit;
  const basis = link.basis.trim();
  if (basis === '') return refuse({ kind: 'basis_missing' });
  const scheme = await tx
    .selectFrom('scheme')
    .select('is_secret')
    .where('code', '=', link.schemeCode)
    .executeTakeFirst();
  if (!scheme || scheme.is_secret || !(await lockIndicator(context, link.indicatorCode))) return refuse(notThere);
  const row = { scheme_code: link.schemeCode, indicator_code: link.indicatorCode, basis };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('scheme_indicator')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return ok();
  const subject = { kind: 'scheme', id: link.schemeCode };
  await record({ permit: permit.value, kind: 'scheme.changed', subject, after: row });
  return ok();
}

async function permitAtTop({ tx, actor }: Context, deed: SettleDeed): Promise<Result<Permit, PermitRefusal>> {
  const top = await tx
    .selectFrom('unit_now')
    .select('id')
    .where('kind', '=', 'province')
    .where('parent_id', 'is', null)
    .where('is_active', '=', true)
    .execute();
  return permitTo(
    settleRights,
    deed,
    actor,
    top.flatMap(({ id }) => id ?? []),
  );
}

function lockIndicator({ tx }: Context, code: string) {
  return tx.selectFrom('indicator').selectAll().where('code', '=', code).forUpdate().executeTakeFirst();
}
