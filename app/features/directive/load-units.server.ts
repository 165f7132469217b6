/**
 * The units of a pack: those the database does not know yet are added with their life span, name, parent and
 * predecessors. Units that are there are left alone: from the first load on they belong to whoever keeps the organisation.
 */
import { sql } from 'kysely';
import type { Permit } from '../../kernel/permit.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { idIn } from './definition-rows.server.ts';
import type { UnitIds } from './definition-rows.server.ts';
import type { Pack, PackUnit } from './pack.ts';

/** A name is held from some day on; where the first day is not known, from the first day there is. */
const SINCE_EVER = '0001-01-01';

export async function loadUnits(
  { tx, record }: Context,
  permit: Permit,
  pack: Pack,
): Promise<{ readonly ids: UnitIds; readonly added: number }> {
  const there = await tx.selectFrom('unit').select(['id', 'code']).execute();
  const known = new Set(there.map((unit) => unit.code));
  const added = pack.units.filter((unit) => !known.has(unit.code));
  const ids = new Map([
    ...there.map(({ code, id }) => [code, id] as const),
    ...added.map(({ code }) => [code, newId()] as const),
  ]);
  if (added.length === 0) return { ids, added: 0 };

  const words = wordsOf(pack);
  await tx
    .insertInto('unit')
    .values(added.map((unit) => unitRow(unit, ids, words)))
    .execute();
  await tx
    .insertInto('unit_version')
    .values(added.map((unit) => versionRow(unit, ids)))
    .execute();
  const successions = added.flatMap((unit) => successionRows(unit, ids, words));
  if (successions.length > 0) await tx.insertInto('unit_succession').values(successions).execute();
  await sql`select refresh_unit_tree()`.execute(tx);
  await record(
    ...added.map((unit) => ({
      permit,
      kind: 'unit.created' as const,
      subject: { kind: 'unit', id: idIn(ids, unit.code) },
      unitId: idIn(ids, unit.code),
      after: unit,
    })),
  );
  return { ids, added: added.length };
}

type Words = { readonly sourceText: (id: string) => string | null; readonly nameOf: (code: string) => string | null };

function wordsOf(pack: Pack): Words {
  const sources = new Map(pack.unitSources.map(({ id, text }) => [id, text]));
  const names = new Map(pack.units.map(({ code, name }) => [code, name]));
  return { sourceText: (id) => sources.get(id) ?? null, nameOf: (code) => names.get(code) ?? null };
}

function unitRow(unit: PackUnit, ids: UnitIds, { sourceText, nameOf }: Words) {
  return {
    id: idIn(ids, unit.code),
    code: unit.code,
    official_code: unit.officialCode ?? null,
    kind: unit.kind,
    commune_type: unit.communeType ?? null,
    valid_from: unit.validFrom ?? null,
    valid_until: unit.validUntil ?? null,
    former_province: unit.formerProvince === undefined ? null : nameOf(unit.formerProvince),
    source: sourceText(unit.source),
    takes_part: unit.takesPart,
  };
}

function versionRow(unit: PackUnit, ids: UnitIds) {
  return {
    unit_id: idIn(ids, unit.code),
    valid_from: unit.validFrom ?? SINCE_EVER,
    valid_until: unit.validUntil ?? null,
    name: unit.name,
    short_name: unit.shortName,
    parent_id: unit.parent === null ? null : idIn(ids, unit.parent),
  };
}

function successionRows(unit: PackUnit, ids: UnitIds, { sourceText }: Words) {
  return (unit.predecessors ?? []).map((predecessor) => ({
    predecessor_id: idIn(ids, predecessor),
    successor_id: idIn(ids, unit.code),
    on_date: unit.validFrom ?? SINCE_EVER,
    basis: sourceText(unit.source),
  }));
}
