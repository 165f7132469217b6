/** Flags entered, matched to a holder, withdrawn; what one means for a nominee is decided in flag-decisions.server.ts. */
import { plainDateIn } from '../../kernel/calendar.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { askedId } from '../../platform/id.server.ts';
import type { Seal } from '../../platform/seal.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { reaches } from '../organisation/reach.server.ts';
import type { Candidate, FlagContent, FlagState } from './flag.ts';
import { flagStateOf, readFlag } from './flag.ts';
import { flagKinds } from './flag-kinds.server.ts';
import { matchHolder } from './matching.server.ts';
import { rights } from './rights.ts';
import type { FormWrong, TypedFields } from './typed.ts';
import { problemsIn, textOf, wrongAt } from './typed.ts';
import { visibleTo } from './visible.server.ts';

export type FlagClosed = { readonly kind: 'flag_closed'; readonly state: FlagState };
export type FlagRefusal = PermitRefusal | FormWrong | NotThere | LostRace | FlagClosed;
export type KeptFlag = { readonly id: string; readonly version: number };

/** Sealed for itself; looked up as the register does, so that both find the same person. */
export const identityPurpose = 'flag.identity';
export const identityLookup = 'holder.identity';

export type EnterFlag = { readonly id: string; readonly typed: TypedFields };

/** Sent twice under one id it is one flag. */
export async function enterFlag(
  context: Context,
  seal: Seal,
  { id, typed }: EnterFlag,
): Promise<Result<KeptFlag, FlagRefusal>> {
  const { tx, actor, now } = context;
  const held = unitsHeld(actor, 'appraiser');
  const allowed = permitTo(rights, 'flag.enter', actor, held);
  if (!allowed.ok) return allowed;
  const kinds = new Map((await flagKinds(tx)).filter(({ isActive }) => isActive).map((one) => [one.code, one]));
  const read = readFlag(typed, { kinds, today: plainDateIn(now) });
  if (!read.ok) return read;
  const there = await tx.selectFrom('flag').select('version').where('id', '=', id).executeTakeFirst();
  if (there) return ok({ id, version: there.version });
  const lookup = read.value.identity === null ? null : seal.lookup(identityLookup, read.value.identity);
  const match = await matchHolder(tx, actor, { name: read.value.name, unit: read.value.unit, lookup });
  const atUnitId = allowed.value.holding?.unitId ?? held[0] ?? '';
  await insertFlags(context, allowed.value, [{ id, atUnitId, content: read.value, match }], { seal, importId: null });
  return ok({ id, version: 1 });
}

export type NewFlag = {
  readonly id: string;
  readonly atUnitId: string;
  readonly content: FlagContent;
  readonly match: Candidate | null;
};
type Bringing = { readonly seal: Seal; readonly importId: string | null };

export async function insertFlags(
  { tx, actor, now, record }: Context,
  permit: Permit,
  some: readonly NewFlag[],
  { seal, importId }: Bringing,
): Promise<void> {
  if (actor.kind !== 'person') throw new Error('only people enter flags');
  const by = { import_id: importId, entered_by: actor.personId, entered_at: now };
  await tx
    .insertInto('flag')
    .values(some.map((one) => ({ ...columnsOf(one, seal), ...by })))
    .execute();
  await record(
    ...some.map(({ id, atUnitId, content, match }) => ({
      permit,
      kind: 'flag.entered' as const,
      subject: { kind: 'flag', id },
      unitId: atUnitId,
      after: { kind: content.kindCode, body: content.body, number: content.number, holder: match?.holderId ?? null },
    })),
  );
}

function columnsOf({ id, atUnitId, content, match }: NewFlag, seal: Seal) {
  const { identity } = content;
  return {
    id,
    at_unit_id: atUnitId,
    kind_code: content.kindCode,
    body: content.body,
    stated_name: content.name,
    stated_unit: content.unit,
    identity_sealed: identity === null ? null : seal.seal(identityPurpose, identity),
    identity_lookup: identity === null ? null : seal.lookup(identityLookup, identity),
    holder_id: match?.holderId ?? null,
    matched_by: match?.by ?? null,
    period_from: content.from,
    period_until: content.until,
    paper_number: content.number,
    paper_date: content.date,
    what: content.what,
    expires_on: content.expires,
  };
}

export type OnFlag = { readonly id: string; readonly version: number; readonly typed: TypedFields };

/** A person says whom it is about; said wrongly, it is said again. Decisions on the other's nominees stay where they are. */
export async function matchFlag(context: Context, command: OnFlag): Promise<Result<KeptFlag, FlagRefusal>> {
  const { tx, actor, record } = context;
  const found = await lockFlag(context, command, 'flag.match');
  if (!found.ok) return found;
  const { row, permit } = found.value;
  const holderId = askedId(textOf(command.typed, 'holder'));
  const holder = await tx
    .selectFrom('holder as h')
    .select('h.id')
    .where('h.id', '=', holderId)
    .where('h.merged_into', 'is', null)
    .where(reaches(actor, 'h.unit_id', ['appraiser']))
    .executeTakeFirst();
  if (!holder) return refuse(wrongAt('holder', { kind: 'not_offered' }));
  const version = row.version + 1;
  await tx
    .updateTable('flag')
    .set({ holder_id: holder.id, matched_by: 'person', version })
    .where('id', '=', row.id)
    .execute();
  const subject = { kind: 'flag', id: row.id };
  const [before, after] = [{ holder: row.holder_id }, { holder: holder.id, version }];
  await record({ permit, kind: 'flag.matched', subject, unitId: row.at_unit_id, before, after });
  return ok({ id: row.id, version });
}

/** The body took it back, or it was wrong: it stays in the register, with the reason. */
export async function withdrawFlag(context: Context, command: OnFlag): Promise<Result<KeptFlag, FlagRefusal>> {
  const { tx, actor, now, record } = context;
  const found = await lockFlag(context, command, 'flag.withdraw');
  if (!found.ok) return found;
  const { row, permit } = found.value;
  const problems = problemsIn(command.typed, [{ field: 'reason', limit: 2000 }]);
  if (problems.length > 0) return refuse({ kind: 'appraisal_wrong', problems });
  if (actor.kind !== 'person') throw new Error('only people withdraw flags');
  const reason = textOf(command.typed, 'reason');
  const version = row.version + 1;
  await tx
    .updateTable('flag')
    .set({ withdrawn_at: now, withdrawn_by: actor.personId, withdraw_reason: reason, version })
    .where('id', '=', row.id)
    .execute();
  const subject = { kind: 'flag', id: row.id };
  await record({ permit, kind: 'flag.withdrawn', subject, unitId: row.at_unit_id, reason, after: { version } });
  return ok({ id: row.id, version });
}

async function lockFlag({ tx, actor, now }: Context, { id, version }: OnFlag, deed: 'flag.match' | 'flag.withdraw') {
  const row = await tx
    .selectFrom('flag')
    .select(['id', 'at_unit_id', 'holder_id', 'expires_on', 'withdrawn_at', 'version'])
    .where('id', '=', id)
    .where(visibleTo(actor))
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse(notThere);
  const permit = permitTo(rights, deed, actor, await pathOf(tx, row.at_unit_id));
  if (!permit.ok) return permit;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  const standing = { holderId: row.holder_id, expires: row.expires_on, withdrawnAt: row.withdrawn_at };
  const state = flagStateOf(standing, plainDateIn(now));
  if (state === 'withdrawn') return refuse({ kind: 'flag_closed', state });
  return ok({ row, permit: permit.value });
}
