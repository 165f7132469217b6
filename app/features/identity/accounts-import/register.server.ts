/** What the rows of a sheet are held against, read once per plan. */
import type { Actor, Role } from '../../../kernel/actor.ts';
import { holdingFor, roles } from '../../../kernel/actor.ts';
import { fold } from '../../../kernel/fold.ts';
import type { Reader } from '../../../platform/db.server.ts';
import type { Seal } from '../../../platform/seal.server.ts';
import { roleNames } from '../../../platform/text.ts';
import { pathsOf } from '../../organisation/paths.server.ts';
import type { PersonInput } from '../people/person.ts';
import { visibleTo } from '../people/visible.server.ts';
import { objectionTo } from '../roles/granting.ts';
import { isInForce } from '../session/load-actor.server.ts';
import type { KnownPerson, Register } from './plan.ts';

export async function readRegister(db: Reader, seal: Seal, actor: Actor): Promise<Register> {
  const units = await readUnits(db, actor);
  const byCode = new Map(units.map((unit) => [fold(unit.code), unit]));
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const accounts = await readAccounts(db, seal, actor);
  const owners = await readEmailOwners(db);
  const byWord = new Map<string, Role>(roles.map((role) => [fold(roleNames[role]), role]));
  return {
    unitOf: (code) => byCode.get(fold(code.trim())),
    roleOf: (word) => byWord.get(fold(word.trim())),
    personOf: (username) => accounts.get(username),
    ownerOfEmail: (email) => owners.get(seal.lookup('person.email', email).toString('hex')),
    objectionTo: (role, unitId) => {
      const unit = byId.get(unitId);
      const objection = unit && objectionTo({ role, path: unit.path, by: unit.holding, isSelf: false });
      return objection?.kind === 'only_from_top' ? 'only_from_top' : undefined;
    },
  };
}

async function readUnits(db: Reader, actor: Actor) {
  const rows = await db.selectFrom('unit_now').select(['id', 'code', 'name']).where('is_active', '=', true).execute();
  const units = rows.flatMap(({ id, code, name }) => (id && code ? [{ id, code, name: name ?? code }] : []));
  const paths = await pathsOf(
    db,
    units.map((unit) => unit.id),
  );
  return units.map((unit) => {
    const path = paths.get(unit.id) ?? [];
    const holding = holdingFor(actor, 'administrator', path);
    return { ...unit, path, holding, isReached: holding !== undefined };
  });
}

async function readAccounts(
  db: Reader,
  seal: Seal,
  actor: Actor,
): Promise<ReadonlyMap<string, KnownPerson | 'out_of_reach'>> {
  const rows = await db
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.username', 'p.id', 'p.version', 'p.is_active', 'p.full_name', 'p.position_title', 'p.unit_id'])
    .select(['p.email_sealed', 'p.phone_sealed'])
    .select(visibleTo(actor).as('is_visible'))
    .execute();
  const holdings = await db
    .selectFrom('role_holding as h')
    .select(['h.person_id', 'h.role', 'h.unit_id'])
    .where(isInForce)
    .execute();
  const held = Map.groupBy(holdings, (holding) => holding.person_id);
  return new Map(
    rows.map((row) => {
      const input: PersonInput = {
        fullName: row.full_name,
        positionTitle: row.position_title,
        unitId: row.unit_id,
        email: row.email_sealed && seal.open('person.email', row.email_sealed),
        phone: row.phone_sealed && seal.open('person.phone', row.phone_sealed),
      };
      const holds = new Set((held.get(row.id) ?? []).map((holding) => `${holding.role} ${holding.unit_id}`));
      const known = { personId: row.id, version: row.version, isActive: row.is_active, input, holds };
      return [row.username, row.is_visible ? known : 'out_of_reach'] as const;
    }),
  );
}

async function readEmailOwners(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'email_lookup'])
    .where('email_lookup', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap((row) => (row.email_lookup ? [[row.email_lookup.toString('hex'), row.id] as const] : [])),
  );
}
