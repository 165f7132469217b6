/** Commands on people. Names and titles are recorded; of addresses and telephones only that they changed. */
import type { PermitRefusal } from '../../../kernel/permit.ts';
import { permitTo } from '../../../kernel/permit.ts';
import type { LostRace, Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { newId } from '../../../platform/id.server.ts';
import type { Seal } from '../../../platform/seal.server.ts';
import { pathOf } from '../../organisation/paths.server.ts';
import { identityRights } from '../rights.ts';
import type { LastAdministrator } from '../roles/last-administrator.server.ts';
import { isLastTopAdministrator } from '../roles/last-administrator.server.ts';
import { endSessions } from '../session/session.server.ts';
import type { BadField, PersonInput } from './person.ts';
import { personFault } from './person.ts';
import type { ReachRefusal } from './reach.server.ts';
import { reachPerson } from './reach.server.ts';

export type EmailTaken = { readonly kind: 'email_taken' };

export async function createPerson(
  context: Context,
  seal: Seal,
  input: PersonInput,
): Promise<Result<string, PermitRefusal | BadField | EmailTaken>> {
  const { tx, actor, now, record } = context;
  if (input.unitId === '') return refuse(personFault(input) ?? unknownUnit);
  const path = await pathOf(tx, input.unitId);
  const permit = permitTo(identityRights, 'person.create', actor, path);
  if (!permit.ok) return path.length === 0 ? refuse(unknownUnit) : permit;
  const fault = personFault(input);
  if (fault) return refuse(fault);
  if (await isEmailTaken(context, seal, input.email, null)) return refuse({ kind: 'email_taken' });
  const id = newId();
  await tx
    .insertInto('person')
    .values({ id, created_at: now, ...rowOf(seal, input) })
    .execute();
  await record({
    permit: permit.value,
    kind: 'person.created',
    subject: { kind: 'person', id },
    unitId: input.unitId,
    after: shown(input),
  });
  return ok(id);
}

const unknownUnit: BadField = { kind: 'bad_field', field: 'unitId', fault: 'unit_unknown' };

export type PersonChange = PersonInput & {
  readonly personId: string;
  readonly version: number;
  /** Someone who has left cannot sign in and holds nothing, but stays in the record. */
  readonly isActive: boolean;
};

/** Moving somebody to another unit needs the right at both. */
export async function changePerson(
  context: Context,
  seal: Seal,
  change: PersonChange,
): Promise<Result<number, ReachRefusal | BadField | EmailTaken | LostRace | LastAdministrator>> {
  const { tx, actor, now, record } = context;
  const reached = await reachPerson(context, 'person.change', change.personId);
  if (!reached.ok) return reached;
  const { person, permit } = reached.value;
  if (person.version !== change.version) return refuse({ kind: 'lost_race', current: person.version });
  const fault = personFault(change);
  if (fault) return refuse(fault);
  const there = permitTo(identityRights, 'person.change', actor, await pathOf(tx, change.unitId));
  if (!there.ok) return there;
  if (await isEmailTaken(context, seal, change.email, person.id)) return refuse({ kind: 'email_taken' });
  const leaves = person.isActive && !change.isActive;
  if (leaves && (await isLastTopAdministrator(tx, person.id))) return refuse({ kind: 'last_administrator' });
  const before = await rowBefore(context, person.id);
  const row = { ...rowOf(seal, change), is_active: change.isActive, version: person.version + 1 };
  await tx.updateTable('person').set(row).where('id', '=', person.id).execute();
  if (leaves) await endSessionsOf(context, person.id, now);
  await record({
    permit,
    kind: 'person.changed',
    subject: { kind: 'person', id: person.id },
    unitId: change.unitId,
    before: { fullName: before.full_name, positionTitle: before.position_title, unitId: before.unit_id },
    after: { ...shown(change), isActive: change.isActive, contactChanged: hasNewContact(before, row) },
  });
  return ok(row.version);
}

async function endSessionsOf({ tx }: Context, personId: string, now: Date): Promise<void> {
  const account = await tx.selectFrom('account').select('id').where('person_id', '=', personId).executeTakeFirst();
  if (account) await endSessions(tx, { accountId: account.id }, 'disabled', now);
}

function rowBefore({ tx }: Context, personId: string) {
  return tx
    .selectFrom('person')
    .select(['full_name', 'position_title', 'unit_id', 'email_lookup'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
}

type Lookup = { readonly email_lookup: Buffer | null };

function hasNewContact(before: Lookup, after: Lookup): boolean {
  return !(before.email_lookup ?? Buffer.alloc(0)).equals(after.email_lookup ?? Buffer.alloc(0));
}

/** Purposes of the seal: `person.email`, `person.phone`. */
function rowOf(seal: Seal, { fullName, positionTitle, unitId, email, phone }: PersonInput) {
  return {
    full_name: fullName,
    position_title: positionTitle,
    unit_id: unitId,
    email_sealed: email === null ? null : seal.seal('person.email', email),
    email_lookup: email === null ? null : seal.lookup('person.email', email),
    phone_sealed: phone === null ? null : seal.seal('person.phone', phone),
  };
}

function shown({ fullName, positionTitle, unitId }: PersonInput) {
  return { fullName, positionTitle, unitId };
}

async function isEmailTaken(
  { tx }: Context,
  seal: Seal,
  email: string | null,
  except: string | null,
): Promise<boolean> {
  if (email === null) return false;
  const found = await tx
    .selectFrom('person')
    .select('id')
    .where('email_lookup', '=', seal.lookup('person.email', email))
    .executeTakeFirst();
  return found !== undefined && found.id !== except;
}
