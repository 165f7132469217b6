/**
 * What a hand or a seal looks like on papers, and which remote key is theirs: from a day on, never changed, replaced by the next. A person sets
 * their own; the seal is set where it is kept (Nghị định 30/2020, Điều 32) or by the head; for both whoever looks after the product.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { holdsRole } from '../../kernel/actor.ts';
import { isPlainDate, plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Permit, PermitRefusal, Rights } from '../../kernel/permit.ts';
import { permitOwn, permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { PictureWrong } from '../../platform/signing/mark-picture.server.ts';
import { readPicture } from '../../platform/signing/mark-picture.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { unitVisibleTo } from './visible.server.ts';

export type MarkOwner = { readonly kind: 'person' | 'unit'; readonly id: string };
export type Identity = {
  readonly id: string;
  readonly picture: Buffer | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly credentialId: string | null;
  readonly fromDay: PlainDate;
  readonly setAt: Date;
  readonly setBy: string | null;
};

const keepers = {
  'signing_identity.set': { by: ['officer', 'head', 'deciding_authority'] },
} as const satisfies Rights<string>;
const carers = { 'signing_identity.set': { by: ['administrator'] } } as const satisfies Rights<string>;
const signing = ['deciding_authority', 'head'] as const;

/** All of an owner, newest first; what is not yet in force too. */
export async function identitiesOf(db: Kysely<DB>, { kind, id }: MarkOwner): Promise<readonly Identity[]> {
  return db
    .selectFrom('signing_identity as s')
    .leftJoin('person as p', 'p.id', 's.set_by')
    .select([
      's.id',
      's.picture',
      's.picture_width_mm as width',
      's.picture_height_mm as height',
      's.credential_id as credentialId',
      's.from_day as fromDay',
      's.set_at as setAt',
      'p.full_name as setBy',
    ])
    .where(kind === 'person' ? 's.person_id' : 's.unit_id', '=', id)
    .orderBy('s.from_day', 'desc')
    .orderBy('s.set_at', 'desc')
    .orderBy('s.id', 'desc')
    .execute();
}

export async function identityOn(db: Kysely<DB>, owner: MarkOwner, day: PlainDate): Promise<Identity | undefined> {
  return (await identitiesOf(db, owner)).find(({ fromDay }) => fromDay <= day);
}

type Allowed = Result<Permit<'signing_identity.set'>, PermitRefusal | NotThere>;

/** The permit to set, which is the permit to look too: nobody else sees the picture of a hand before it is on a paper. */
export async function permitMark(db: Kysely<DB>, actor: Actor, { kind, id }: MarkOwner): Promise<Allowed> {
  if (kind === 'unit') {
    const path = await pathOf(db, id);
    if (path.length === 0) return refuse(notThere);
    const own = permitTo(keepers, 'signing_identity.set', actor, path.slice(0, 1));
    return own.ok ? own : permitTo(carers, 'signing_identity.set', actor, path);
  }
  const own = permitOwn('signing_identity.set', actor, id);
  if (own.ok) return actor.kind === 'person' && holdsRole(actor, ...signing) ? own : refuse(notThere);
  const [office] = (await signersAmong(db, actor)).filter((one) => one.id === id);
  if (!office) return refuse(notThere);
  return permitTo(carers, 'signing_identity.set', actor, await pathOf(db, office.unitId));
}

export type ListedOwner = MarkOwner & {
  readonly name: string;
  readonly unitName: string;
  readonly hasPicture: boolean;
  readonly fromDay: PlainDate | null;
};
type Signing = { readonly id: string; readonly name: string; readonly unitId: string; readonly unitName: string };

/** Who holds an office that signs, in the bodies that an administrator looks after. */
async function signersAmong(db: Kysely<DB>, actor: Actor): Promise<readonly Signing[]> {
  if (actor.kind !== 'person' || !holdsRole(actor, 'administrator')) return [];
  const { rows } = await sql<Signing>`
    select distinct on (p.full_name, p.id) p.id, p.full_name as name, u.id as "unitId", u.name as "unitName"
    from role_holding r join person p on p.id = r.person_id join unit_now u on u.id = r.unit_id
    where r.role in ('deciding_authority', 'head') and (r.valid_until is null or r.valid_until > current_date)
      and u.id in (select unit_acting(x.id) from (select unit_id as id from decision union select to_unit_id from dossier) x)
      and ${unitVisibleTo(actor, 'u.id')}
    order by p.full_name, p.id, r.role limit 500`.execute(db);
  return rows;
}

/** Oneself, the seals one may set, and for an administrator everybody who signs there. */
export async function listOwners(db: Kysely<DB>, actor: Actor, today: PlainDate): Promise<readonly ListedOwner[]> {
  if (actor.kind !== 'person' || actor.scopes !== undefined) return [];
  const { rows: bodies } = await sql<{ id: string; name: string }>`
    select u.id, u.name from unit_now u where ${unitVisibleTo(actor, 'u.id')} and u.id in (
      select unit_id from number_book
      union select unit_acting(x.id) from (select unit_id as id from decision union select to_unit_id from dossier) x)
    order by u.name, u.id limit 500`.execute(db);
  const me = holdsRole(actor, ...signing)
    ? [{ kind: 'person', id: actor.personId, name: actor.name, unitName: actor.positionTitle ?? '' } as const]
    : [];
  const others = (await signersAmong(db, actor)).filter(({ id }) => id !== actor.personId);
  const wanted = [
    ...me,
    ...bodies.map(({ id, name }) => ({ kind: 'unit', id, name, unitName: name }) as const),
    ...others.map(({ id, name, unitName }) => ({ kind: 'person', id, name, unitName }) as const),
  ];
  const listed: ListedOwner[] = [];
  for (const one of wanted) {
    if (!(await permitMark(db, actor, one)).ok) continue;
    const known = await identityOn(db, one, today);
    listed.push({ ...one, hasPicture: Boolean(known?.picture), fromDay: known?.fromDay ?? null });
  }
  return listed;
}

export type SetMark = {
  readonly owner: MarkOwner;
  /** Null: no picture from that day on, a plain mark stands instead. Undefined: the picture stays. */
  readonly picture: { readonly bytes: Uint8Array; readonly width: number } | null | undefined;
  readonly credentialId: string;
  readonly fromDay: string;
  /** The newest that was seen; empty for none. */
  readonly seen: string;
};
export type MarkRefusal =
  | PermitRefusal
  | NotThere
  | LostRace
  | PictureWrong
  | { readonly kind: 'mark_day_wrong'; readonly today: PlainDate }
  | { readonly kind: 'credential_too_long' };

export async function setMark(context: Context, order: SetMark): Promise<Result<{ id: string }, MarkRefusal>> {
  const { tx, actor, now, record } = context;
  const { owner, fromDay, credentialId } = order;
  const allowed = await permitMark(tx, actor, owner);
  if (!allowed.ok) return allowed;
  await sql`select pg_advisory_xact_lock(hashtext('signing_identity'), hashtext(${owner.id}))`.execute(tx);
  const before = await newestOf(tx, owner);
  if ((before?.id ?? '') !== order.seen) return refuse({ kind: 'lost_race', current: 0 });
  const today = plainDateIn(now);
  if (!isPlainDate(fromDay) || fromDay < today) return refuse({ kind: 'mark_day_wrong', today });
  if (credentialId.trim().length > 200) return refuse({ kind: 'credential_too_long' });
  const read = pictureFor(order, before);
  if (!read.ok) return read;
  const { picture, width, height } = read.value ?? { picture: null, width: null, height: null };
  const id = newId();
  const whose = owner.kind === 'person' ? { person_id: owner.id } : { unit_id: owner.id };
  const said = { from_day: fromDay, credential_id: credentialId.trim() || null };
  await tx
    .insertInto('signing_identity')
    .values({
      id,
      ...whose,
      ...said,
      picture: picture && Buffer.from(picture),
      picture_width_mm: width,
      picture_height_mm: height,
      set_by: actor.kind === 'person' ? actor.personId : null,
      set_at: now,
    })
    .execute();
  await record({
    permit: allowed.value,
    kind: 'signing_identity.set',
    subject: { kind: 'signing_identity', id },
    unitId: owner.kind === 'unit' ? owner.id : null,
    after: { owner, fromDay, hasPicture: picture !== null, width, height, hasKey: said.credential_id !== null },
  });
  return ok({ id });
}

async function newestOf(db: Kysely<DB>, owner: MarkOwner): Promise<Identity | undefined> {
  const all = await identitiesOf(db, owner);
  return all.toSorted((a, b) => b.setAt.getTime() - a.setAt.getTime() || (a.id < b.id ? 1 : -1))[0];
}

type Drawn = { readonly picture: Uint8Array; readonly width: number; readonly height: number } | null;

function pictureFor({ picture, owner }: SetMark, before: Identity | undefined): Result<Drawn, PictureWrong> {
  if (picture) return readPicture(picture.bytes, owner.kind === 'person' ? 'hand' : 'seal', picture.width);
  if (picture === null || !before?.picture || !before.width || !before.height) return ok(null);
  return ok({ picture: before.picture, width: before.width, height: before.height });
}

/** Its bytes, for whoever may set it. */
export async function findPicture(db: Kysely<DB>, actor: Actor, id: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('signing_identity')
    .select(['picture', 'person_id as personId', 'unit_id as unitId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row?.picture) return undefined;
  const owner: MarkOwner = row.personId ? { kind: 'person', id: row.personId } : { kind: 'unit', id: row.unitId ?? '' };
  return (await permitMark(db, actor, owner)).ok ? row.picture : undefined;
}
