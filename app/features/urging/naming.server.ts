/** A unit's head names who answers for its duties: for all of a kind, or for one; many at once. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import { isAllowed, permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { pathOf } from '../organisation/paths.server.ts';
import type { DutyKind } from './duty.ts';
import type { GatheredDuty } from './gathered.ts';
import { gatherDuties } from './gather.server.ts';
import type { GivenName } from './naming.ts';
import { placeOf } from './naming.ts';
import type { Owner } from './owner.ts';
import { rights } from './rights.ts';
import { staffOf } from './staff.server.ts';
import { visibleTo } from './visible.server.ts';

export type NameOwners = { readonly unitId: string; readonly names: readonly GivenName[] };
export type NamingProblem = 'not_staff' | 'lost_race';
export type NamingWrong = {
  readonly kind: 'naming_wrong';
  readonly problems: readonly { readonly place: string; readonly problem: NamingProblem }[];
};
export type NameRefusal = PermitRefusal | NotThere | NamingWrong;

/** All of them or none. Whoever is named works for the unit as officer or head: what they see and do follows from that office. */
export async function nameOwners(
  context: Context,
  { unitId, names }: NameOwners,
): Promise<Result<undefined, NameRefusal>> {
  const { tx, actor, now } = context;
  if (!(await isSeen(tx, actor, unitId))) return refuse(notThere);
  const permit = permitTo(rights, 'duty.name', actor, await pathOf(tx, unitId));
  if (!permit.ok) return permit;
  if (actor.kind !== 'person') return refuse(notThere);
  const { holders } = await staffOf(tx, [unitId], plainDateIn(now));
  const problems: NamingWrong['problems'][number][] = [];
  for (const given of names) {
    const isStaff = given.personId === null || holders.some(({ personId }) => personId === given.personId);
    const isSaved = isStaff && (await nameOne(context, { ...given, unitId, permit: permit.value, by: actor.personId }));
    if (!isSaved) problems.push({ place: placeOf(given), problem: isStaff ? 'lost_race' : 'not_staff' });
  }
  return problems.length > 0 ? refuse({ kind: 'naming_wrong', problems }) : ok();
}

type One = GivenName & { readonly unitId: string; readonly permit: Permit; readonly by: string };

/** False where somebody else named another meanwhile. */
async function nameOne({ tx, now, record }: Context, { unitId, kind, key, personId, version, permit, by }: One) {
  const place = { unit_id: unitId, kind, duty_key: key ?? '' };
  const before = await tx
    .selectFrom('duty_owner')
    .select(['person_id', 'version'])
    .where((eb) => eb.and(place))
    .forUpdate()
    .executeTakeFirst();
  const current = before?.version ?? 0;
  if (current !== version) return false;
  if ((before?.person_id ?? null) === personId) return true;
  const row = { person_id: personId, version: current + 1, named_by: by, named_at: now };
  const saved = await tx
    .insertInto('duty_owner')
    .values({ ...place, ...row })
    .onConflict((conflict) =>
      conflict.columns(['unit_id', 'kind', 'duty_key']).doUpdateSet(row).where('duty_owner.version', '=', current),
    )
    .executeTakeFirst();
  if (saved.numInsertedOrUpdatedRows === 0n) return false;
  await record({
    permit,
    kind: 'duty.owner_named',
    subject: { kind: 'duty_owner', id: [unitId, kind, key].filter((part) => part !== null).join(' ') },
    unitId,
    before: before && { personId: before.person_id },
    after: { kind, duty: key, personId },
  });
  return true;
}

async function isSeen(db: Kysely<DB>, actor: Actor, unitId: string): Promise<boolean> {
  const { rows } = await sql`
    select from unit_now u where u.id = ${unitId} and u.is_active and ${visibleTo(actor, 'u.id')}`.execute(db);
  return rows.length > 0;
}

export type Naming = {
  readonly kind: DutyKind;
  readonly key: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly version: number;
  /** Named, but works there no more. */
  readonly isLapsed: boolean;
};
export type NamingPage = {
  readonly unit: { readonly id: string; readonly code: string; readonly name: string };
  /** Who can be named. */
  readonly staff: readonly Owner[];
  readonly namings: readonly Naming[];
  readonly duties: readonly GatheredDuty[];
  readonly mayName: boolean;
};

type Place = { readonly code: string; readonly today: PlainDate };

export async function namingPage(
  db: Kysely<DB>,
  actor: Actor,
  { code, today }: Place,
): Promise<NamingPage | undefined> {
  const { rows } = await sql<NamingPage['unit']>`
    select u.id, u.code, u.name from unit_now u
    where u.code = ${code} and u.is_active and ${visibleTo(actor, 'u.id')}`.execute(db);
  const [unit] = rows;
  if (!unit) return undefined;
  const [path, { holders }, { duties }, named] = await Promise.all([
    pathOf(db, unit.id),
    staffOf(db, [unit.id], today),
    gatherDuties(db, actor, { today, unitIds: [unit.id] }),
    namingsAt(db, unit.id),
  ]);
  const staff = [
    ...new Map(holders.map((one) => [one.personId, { personId: one.personId, name: one.personName }])).values(),
  ];
  const namings = named.map((one) => ({ ...one, isLapsed: !staff.some(({ personId }) => personId === one.personId) }));
  return { unit, staff, namings, duties, mayName: isAllowed(rights, 'duty.name', actor, path) };
}

async function namingsAt(db: Kysely<DB>, unitId: string): Promise<readonly Omit<Naming, 'isLapsed'>[]> {
  const { rows } = await sql<Omit<Naming, 'isLapsed'>>`
    select o.kind, nullif(o.duty_key, '') as key, o.person_id as "personId", p.full_name as "personName", o.version
    from duty_owner o left join person p on p.id = o.person_id
    where o.unit_id = ${unitId} order by o.kind, o.duty_key`.execute(db);
  return rows;
}
