/**
 * The people of the fixture world (tests/world.ts) at real units of the loaded pack, with accounts that can sign in.
 * The same ids and names as there; where the world says `communeAn`, here stands the first commune of the pack.
 */
import { TOTP, Secret } from 'otpauth';
import type { Person } from '../../app/kernel/actor.ts';
import { hashPassword } from '../../app/features/identity/password/password-hash.server.ts';
import { totpPurpose } from '../../app/features/identity/second-factor/enrol.server.ts';
import { members, secretary } from '../council.ts';
import type { PersonName, UnitName } from '../world.ts';
import { people as worldPeople, units as worldUnits } from '../world.ts';
import type { App } from './app.ts';

export const password = 'bốn từ không liên quan';
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** Codes of the pack; the village is added below the commune. */
export const codes: Readonly<Record<UnitName, string>> = {
  province: '15',
  department: 'so-noi-vu',
  partyBody: 'ban-to-chuc',
  communeAn: '02647',
  communeBinh: '02671',
  wardChi: '03006',
  village: 'thon-mau',
};

export type Cast = {
  readonly people: Readonly<Record<PersonName, Person>>;
  readonly units: Readonly<Record<UnitName, string>>;
};

/** Those of a council (tests/council.ts), where one is planted. */
const seated = { councilSecretary: secretary, councilMember: members[0] ?? secretary } as const;
export type CouncilName = keyof typeof seated;
export const councilNames = Object.keys(seated) as readonly CouncilName[];

const everyone: Readonly<Record<PersonName | CouncilName, Person>> = { ...worldPeople, ...seated };

export const usernameOf = (name: PersonName | CouncilName): string =>
  `mau-${Number(everyone[name].personId.slice(-12))}`;

export const isAdministrator = (name: PersonName | CouncilName): boolean =>
  everyone[name].holdings.some(({ role }) => role === 'administrator');

/** The code of the moment for the administrators' second factor. */
export function totpCode(): string {
  return new TOTP({ secret: Secret.fromBase32(secret), period: 30, digits: 6, algorithm: 'SHA1' }).generate();
}

export async function insertCast({ db, seal }: App): Promise<Cast> {
  const at = new Date(Date.now() - 86_400_000);
  const units = await placeUnits(db);
  const people = Object.fromEntries(
    Object.entries(worldPeople).map(([name, person]) => [name, moved(person, units)]),
  ) as Cast['people'];
  const everybody = Object.entries(people) as [PersonName, Person][];
  const password_hash = await hashPassword(password);
  await db
    .insertInto('person')
    .values(
      everybody.map(([, who]) => ({ id: who.personId, full_name: who.name, unit_id: who.homeUnitId, created_at: at })),
    )
    .execute();
  await db
    .insertInto('account')
    .values(
      everybody.map(([name, { accountId, personId }]) => ({
        id: accountId,
        person_id: personId,
        username: usernameOf(name),
        state: 'active',
        created_at: at,
        password_hash,
        password_set_at: at,
        ...(isAdministrator(name) && {
          totp_secret_sealed: seal.seal(totpPurpose, secret),
          totp_confirmed_at: at,
        }),
      })),
    )
    .execute();
  await db
    .insertInto('role_holding')
    .values(
      everybody.flatMap(([, { personId, holdings }]) =>
        holdings.map(({ holdingId, role, unitId }) => ({
          id: holdingId,
          person_id: personId,
          role,
          unit_id: unitId,
          valid_from: '2025-07-01',
        })),
      ),
    )
    .execute();
  return { people, units };
}

async function placeUnits(db: App['db']): Promise<Cast['units']> {
  const rows = await db.selectFrom('unit').select(['id', 'code']).where('code', 'in', Object.values(codes)).execute();
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  ids.set(codes.village, worldUnits.village);
  const units = Object.fromEntries(Object.entries(codes).map(([name, code]) => [name, ids.get(code) ?? code]));
  await insertVillage(db, units['communeAn'] ?? '');
  return units as Cast['units'];
}

async function insertVillage(db: App['db'], parent_id: string): Promise<void> {
  const valid_from = '2025-07-01';
  const id = worldUnits.village;
  await db.insertInto('unit').values({ id, code: codes.village, kind: 'village', valid_from }).execute();
  await db
    .insertInto('unit_version')
    .values({ unit_id: id, valid_from, name: 'Thôn Mẫu', short_name: 'Thôn Mẫu', parent_id })
    .execute();
  await db.selectNoFrom((eb) => eb.fn('refresh_unit_tree', []).as('done')).execute();
}

function moved(person: Person, units: Cast['units']): Person {
  const names = new Map(Object.entries(worldUnits).map(([name, id]) => [id, units[name as UnitName]]));
  const at = (id: string) => names.get(id) ?? id;
  return {
    ...person,
    homeUnitId: at(person.homeUnitId),
    holdings: person.holdings.map((holding) => ({ ...holding, unitId: at(holding.unitId) })),
  };
}
