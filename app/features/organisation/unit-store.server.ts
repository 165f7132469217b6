/** Units between the tables and the values that changes.ts decides on. */
import { sql } from 'kysely';
import type { Selectable, Transaction } from 'kysely';
import type { Reader } from '../../platform/db.server.ts';
import type { DB } from '../../platform/db-types.ts';
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

export async function loadUnits(db: Reader, ids: readonly string[]): Promise<Organisation> {
  if (ids.length === 0) return new Map();
  const versions = db.selectFrom('unit_version').selectAll().where('unit_id', 'in', ids).orderBy('valid_from');
  return assembled(await db.selectFrom('unit').selectAll().where('id', 'in', ids).execute(), await versions.execute());
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

export async function saveUnit(tx: Transaction<DB>, unit: Unit): Promise<void> {
  const own = {
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

export async function saveSuccession(
  tx: Transaction<DB>,
  given: {
    readonly predecessorId: string;
    readonly successorIds: readonly string[];
    readonly on: string;
    readonly basis: string | null;
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
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Rebuilds who stands under whom today; also run every night, for changes whose day has come. */
export async function refreshTree(db: Reader): Promise<void> {
  await sql`select refresh_unit_tree()`.execute(db);
}
