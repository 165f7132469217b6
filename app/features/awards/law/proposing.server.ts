/** A new version is proposed by one and confirmed by another; both times it is looked at whether it fits among those of its line. */
import { sql } from 'kysely';
import { permit } from '../../../kernel/procedure.ts';
import { permitTo } from '../../../kernel/permit.ts';
import type { NotAllowed, NotScoped } from '../../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { rootPath } from '../../organisation/root.server.ts';
import type { ProvisionWrong, TypedProvision } from './draft.ts';
import { readDraft } from './draft.ts';
import { ruleBook } from './law-book.server.ts';
import type { PlacingRefusal } from './placing.ts';
import { placeOf } from './placing.ts';
import type { ProvisionMove } from './procedure.ts';
import { provisionProcedure, provisionRights } from './procedure.ts';
import type { Provision } from './provision.ts';
import { lineKey } from './provision.ts';
import { findVersion, listVersions } from './versions.server.ts';

export type ProvisionRefusal =
  | ProvisionWrong
  | PlacingRefusal
  | NotAllowed
  | NotScoped
  | ProcedureRefusal
  | NotThere
  | LostRace;

/** @param id minted when the form was drawn: sent twice it is proposed once. */
export async function proposeProvision(
  context: Context,
  { id, typed }: { readonly id: string; readonly typed: TypedProvision },
): Promise<Result<undefined, ProvisionRefusal>> {
  const { tx, actor, now, record } = context;
  const allowed = permitTo(provisionRights, 'award.propose_provision', actor, await rootPath(tx));
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') throw new Error('only people propose provisions');
  const sets = (await ruleBook(tx)).ruleSets.map(({ code }) => code);
  const read = readDraft(typed, { id, sets });
  if (!read.ok) return read;
  const { provision, reason } = read.value;
  if (await findVersion(tx, actor, id)) return ok();
  const placed = placeOf(provision, await confirmedOf(context, provision));
  if (!placed.ok) return placed;
  const row = {
    id,
    kind: provision.kind,
    award_code: provision.award,
    item: provision.item,
    for_years_from: provision.forYearsFrom,
    valid_from: provision.validFrom,
    valid_until: provision.validUntil,
    article: provision.article,
    source: provision.source,
    basis: provision.basis,
    state: provision.state,
    replaces: provision.replaces,
    stage: 'proposed',
    reason,
  };
  const by = { created_by: actor.personId, created_for: allowed.value.holding?.forPersonId ?? null, created_at: now };
  const added = await tx
    .insertInto('provision')
    .values({ ...row, ...by, content: JSON.stringify(provision.content) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return ok();
  const subject = { kind: 'provision', id };
  const after = { ...row, content: provision.content };
  await record({ permit: allowed.value, kind: 'award.provision_proposed', subject, after, reason });
  return ok();
}

export type DecideProvision = { readonly id: string; readonly version: number; readonly move: ProvisionMove };

/** Confirmed by another than who proposed it, whatever roles were lent; withdrawn by any of them. */
export async function decideProvision(
  context: Context,
  { id, version, move }: DecideProvision,
): Promise<Result<undefined, ProvisionRefusal>> {
  const { tx, actor, now, record } = context;
  await tx.selectFrom('provision').select('id').where('id', '=', id).forUpdate().execute();
  const found = await findVersion(tx, actor, id);
  if (!found || actor.kind !== 'person') return refuse(notThere);
  const { provision, stage } = found;
  const allowed = permit(
    provisionProcedure,
    { ...found.hands, stage, places: { unit: await rootPath(tx) } },
    actor,
    move,
  );
  if (!allowed.ok) return allowed;
  if (found.version !== version) return refuse({ kind: 'lost_race', current: found.version });
  if (move === 'confirm') {
    // Two of one line at once: the second sees what the first came to.
    await sql`select pg_advisory_xact_lock(hashtext(${`provision ${lineKey(provision)}`}))`.execute(tx);
    const placed = placeOf(provision, await confirmedOf(context, provision));
    if (!placed.ok) return placed;
  }
  const to = provisionProcedure[stage][move]?.to ?? stage;
  await tx
    .updateTable('provision')
    .set({ stage: to, version: version + 1, decided_by: actor.personId, decided_at: now })
    .where('id', '=', id)
    .execute();
  const subject = { kind: 'provision', id };
  const kind = move === 'confirm' ? 'award.provision_confirmed' : 'award.provision_withdrawn';
  await record({ permit: allowed.value, kind, subject, before: { stage }, after: { stage: to } });
  return ok();
}

async function confirmedOf({ tx, actor }: Context, line: Provision): Promise<readonly Provision[]> {
  return (await listVersions(tx, actor, { line, stage: 'confirmed' })).map(({ provision }) => provision);
}
