/** Units between the tables and the values that changes.ts decides on. */
import { sql } from 'kysely';
import type { Selectable, Transaction } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Reader } from '../../platform/db.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { endOfDay } from '../../platform/known.server.ts';
import type { Organisation } from './changes.ts';
import type { CommuneType, Unit, UnitKind, UnitVersion } from './unit.ts';

/** One change of the organisation at a time: two moves at once could close a ring that neither sees. */
export async function lockOrganisation(tx: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organisation'))`.execute(tx);
}

export async function loadOrganisation(db: Reader): Promise<Organisation> {
  return assembled(
    await db.selectFrom('unit').selectAll().execute(),
    await db.selectFrom('unit_version').selectAll().orderBy('unit_id').orderBy('valid_from').execute(),
  );
}

/** With a day: as recorded by its end, as far as they had come by then. */
export async function loadUnits(db: Reader, ids: readonly string[], day?: PlainDate): Promise<Organisation> {
  if (ids.length === 0) return new Map();
  if (day !== undefined) return loadUnitsOn(db, ids, day);
  const versions = db.selectFrom('unit_version').selectAll().where('unit_id', 'in', ids).orderBy('valid_from');
  return assembled(await db.selectFrom('unit').selectAll().where('id', 'in', ids).execute(), await versions.execute());
}

async function loadUnitsOn(db: Reader, ids: readonly string[], day: PlainDate): Promise<Organisation> {
  const units = await sql<UnitRow>`
    select r.* from unit n
      left join unit_past p on p.unit_id = n.id and p.known_at < ${endOfDay(day)} and p.superseded_at >= ${endOfDay(day)}
      cross join lateral jsonb_populate_record(n, coalesce(p.facts, '{}')) r
    where n.id = any(${[...ids]}::uuid[])`.execute(db);
  const versions = await sql<VersionRow>`
    select v.* from unit n
      left join unit_past p on p.unit_id = n.id and p.known_at < ${endOfDay(day)} and p.superseded_at >= ${endOfDay(day)}
      cross join lateral (
        select x.* from unit_version x where p.id is null and x.unit_id = n.id
        union all
        select x.* from jsonb_populate_recordset(null::unit_version, p.versions) x) v
    where n.id = any(${[...ids]}::uuid[]) and v.valid_from <= ${day}::date
    order by v.valid_from`.execute(db);
  return assembled(units.rows, versions.rows);
}

type UnitRow = Selectable<DB['unit']>;
type VersionRow = Selectable<DB['unit_version']>;

function assembled(units: readonly UnitRow[], versions: readonly VersionRow[]): Organisation {
  const chains = Map.groupBy(versions, (row) => row.unit_id);
  return new Map(units.map((row) => [row.id, unitOf(row, (chains.get(row.id) ?? []).map(versionOf))]));
}

function unitOf(row: UnitRow, versions: readonly UnitVersion[]): Unit {
  return {
    id: row.id,
    code: row.code,
    officialCode: row.official_code,
    kind: row.kind as UnitKind,
    communeType: row.commune_type as CommuneType | null,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    formerProvince: row.former_province,
    source: row.source,
    takesPart: row.takes_part,
    version: row.version,
    versions,
  };
}

function versionOf(row: VersionRow): UnitVersion {
  return {
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    name: row.name,
    shortName: row.short_name,
    parentId: row.parent_id,
    basis: row.basis,
  };
}

/** What it was stays readable by day. Without `now`: known from the start, as the first load of a pack is. */
export async function saveUnit(tx: Transaction<DB>, unit: Unit, now?: Date): Promise<void> {
  if (now) await keepPast(tx, unit.id, now);
  const own = {
    ...(now && { known_at: now }),
    official_code: unit.officialCode,
    kind: unit.kind,
    commune_type: unit.communeType,
    valid_from: unit.validFrom,
    valid_until: unit.validUntil,
    former_province: unit.formerProvince,
    source: unit.source,
    takes_part: unit.takesPart,
    version: unit.version,
  };
  await tx
    .insertInto('unit')
    .values({ id: unit.id, code: unit.code, ...own })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(own))
    .execute();
  await tx.deleteFrom('unit_version').where('unit_id', '=', unit.id).execute();
  await tx
    .insertInto('unit_version')
    .values(
      unit.versions.map((version) => ({
        unit_id: unit.id,
        valid_from: version.validFrom,
        valid_until: version.validUntil,
        name: version.name,
        short_name: version.shortName,
        parent_id: version.parentId,
        basis: version.basis,
      })),
    )
    .execute();
}

async function keepPast(tx: Transaction<DB>, unitId: string, now: Date): Promise<void> {
  await sql`
    insert into unit_past (unit_id, known_at, superseded_at, facts, versions)
    select u.id, u.known_at, greatest(u.known_at, ${now}::timestamptz), to_jsonb(u),
      coalesce((select jsonb_agg(to_jsonb(v)) from unit_version v where v.unit_id = u.id), '[]')
    from unit u where u.id = ${unitId}`.execute(tx);
}

export async function saveSuccession(
  tx: Transaction<DB>,
  given: {
    readonly predecessorId: string;
    readonly successorIds: readonly string[];
    readonly on: string;
    readonly basis: string | null;
    /** Undefined: known from the start. */
    readonly knownAt?: Date | undefined;
  },
): Promise<void> {
  if (given.successorIds.length === 0) return;
  await tx
    .insertInto('unit_succession')
    .values(
      given.successorIds.map((id) => ({
        predecessor_id: given.predecessorId,
        successor_id: id,
        on_date: given.on,
        basis: given.basis,
        ...(given.knownAt && { known_at: given.knownAt }),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Gives back who it was that took the unit over. */
export async function dropSuccession(tx: Transaction<DB>, predecessorId: string): Promise<readonly string[]> {
  const dropped = await tx
    .deleteFrom('unit_succession')
    .where('predecessor_id', '=', predecessorId)
    .returning('successor_id')
    .execute();
  return dropped.map((row) => row.successor_id);
}

/** Rebuilds who stands under whom today; also run every night, for changes whose day has come. */
export async function refreshTree(db: Reader): Promise<void> {
  await sql`select refresh_unit_tree()`.execute(db);
}
