/** The first start: one administrator at the top of the tree, who sets a password by a one-time link. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { permitSystem } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';
import { expectOk, ok } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { createInvitation } from './password/invitation.server.ts';
import { identityText } from './text.ts';

export const firstUsername = 'quan-tri';

/** The path of the link on first start; undefined when there is somebody already, or no unit to hold the role at. */
export async function ensureFirstAdministrator(services: Services): Promise<string | undefined> {
  const edge = { services, actor: { kind: 'system', name: 'setup' }, via: 'setup', address: null } as const;
  return expectOk(await act(edge, makeFirst));
}

async function makeFirst(context: Context): Promise<Result<string | undefined>> {
  const { tx } = context;
  await sql`select pg_advisory_xact_lock(hashtext('first administrator'))`.execute(tx);
  const anybody = await tx.selectFrom('account').select('id').limit(1).executeTakeFirst();
  const top = await topUnit(tx);
  if (anybody || top === undefined) return ok(undefined);
  const personId = newId();
  const accountId = newId();
  await insertFirst(context, { personId, accountId, unitId: top });
  return ok(await createInvitation(context, { accountId, purpose: 'first_password', createdBy: null }));
}

type First = { readonly personId: string; readonly accountId: string; readonly unitId: string };

async function insertFirst(context: Context, given: First): Promise<void> {
  const { tx, now, record } = context;
  const { personId, accountId, unitId } = given;
  const full_name = identityText.firstAdministrator;
  await tx.insertInto('person').values({ id: personId, full_name, unit_id: unitId, created_at: now }).execute();
  const account = { id: accountId, person_id: personId, username: firstUsername, state: 'invited', created_at: now };
  await tx.insertInto('account').values(account).execute();
  const valid_from = await today(tx);
  const holding = { id: newId(), person_id: personId, role: 'administrator', unit_id: unitId, valid_from };
  await tx.insertInto('role_holding').values(holding).execute();
  const permit = permitSystem('setup', context.actor);
  await record(
    { permit, kind: 'person.created', subject: { kind: 'person', id: personId }, unitId, after: { name: full_name } },
    {
      permit,
      kind: 'account.created',
      subject: { kind: 'account', id: accountId },
      unitId,
      after: { username: firstUsername },
    },
    {
      permit,
      kind: 'role.granted',
      subject: { kind: 'role_holding', id: holding.id },
      unitId,
      after: { role: 'administrator' },
    },
  );
}

async function topUnit(db: Kysely<DB>): Promise<string | undefined> {
  const row = await db
    .selectFrom('unit_now')
    .select('id')
    .where('parent_id', 'is', null)
    .where('kind', '=', 'province')
    .where('is_active', '=', true)
    .orderBy('code')
    .executeTakeFirst();
  return row?.id ?? undefined;
}

export async function today(db: Kysely<DB>): Promise<string> {
  const row = await db.selectNoFrom((eb) => eb.fn<string>('today_here', []).as('day')).executeTakeFirstOrThrow();
  return row.day;
}
