/** A council of the fixture world's province, with seven who vote and their secretary, a dossier on its table, and browsers to vote with. */
import type { Kysely } from 'kysely';
import { finished, makeUnsigned } from '../app/features/council/making.browser.ts';
import type { Ballot, PublicKey } from '../app/features/council/ballot.ts';
import type { Choice } from '../app/features/council/tally.ts';
import type { Person } from '../app/kernel/actor.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import { now, people, units as worldUnits } from './world.ts';

type Units = Readonly<Record<keyof typeof worldUnits, string>>;
/** At other units of the same names, and with a password to sign in with. */
type Where = { readonly units?: Units; readonly passwordHash?: string };

const id = (group: number, n: number) => `0000000${group}-0000-7000-8000-${String(n).padStart(12, '0')}`;
const seat = (
  n: number,
  role: 'council_member' | 'council_secretary',
  home: keyof typeof worldUnits = 'department',
): Person => ({
  kind: 'person',
  personId: id(2, n),
  accountId: id(3, n),
  name: `Người Mẫu Hội Đồng ${n - 20}`,
  positionTitle: null,
  homeUnitId: worldUnits[home],
  holdings: [{ holdingId: id(4, n), role, unitId: worldUnits.province }],
});

export const secretary = seat(20, 'council_secretary');
/** The last one's home is communeAn. */
export const members: readonly Person[] = Array.from({ length: 7 }, (_, at) =>
  seat(21 + at, 'council_member', at === 6 ? 'communeAn' : 'department'),
);

export type GivenCouncil = {
  readonly councilId: string;
  readonly dossierId: string;
  readonly nominees: readonly string[];
};
export type Nominated = {
  readonly name: string;
  readonly award?: string;
  readonly personId?: string;
  readonly unitId?: string;
};

/** Committed by whoever opens a desk, or within a test's transaction. */
export async function givenCouncil(
  db: Kysely<DB>,
  nominated: readonly Nominated[] = defaults,
  { units = worldUnits, passwordHash }: Where = {},
): Promise<GivenCouncil> {
  const names = Object.keys(worldUnits) as (keyof typeof worldUnits)[];
  const moved = (id: string) => units[names.find((name) => worldUnits[name] === id) ?? 'province'];
  const everybody = [secretary, ...members].map((one) => ({
    ...one,
    homeUnitId: moved(one.homeUnitId),
    holdings: one.holdings.map((held) => ({ ...held, unitId: moved(held.unitId) })),
  }));
  await db
    .insertInto('person')
    .values(
      everybody.map((one) => ({ id: one.personId, full_name: one.name, unit_id: one.homeUnitId, created_at: now })),
    )
    .execute();
  await db
    .insertInto('account')
    .values(
      everybody.map((one) => ({
        id: one.accountId,
        person_id: one.personId,
        username: `mau-${Number(one.personId.slice(-12))}`,
        state: 'active',
        created_at: now,
        ...(passwordHash !== undefined && { password_hash: passwordHash, password_set_at: now }),
      })),
    )
    .execute();
  await db
    .insertInto('role_holding')
    .values(
      everybody.flatMap((one) =>
        one.holdings.map((held) => ({
          id: held.holdingId,
          person_id: one.personId,
          role: held.role,
          unit_id: held.unitId,
          valid_from: '2025-07-01',
        })),
      ),
    )
    .execute();
  const councilId = newId();
  const by = { entered_by: secretary.personId, entered_at: now };
  await db
    .insertInto('council')
    .values({
      id: councilId,
      unit_id: units.province,
      name: 'Hội đồng Thi đua - Khen thưởng tỉnh Mẫu',
      decision_number: '01/QĐ-MẪU',
      decided_on: '2026-01-05',
      ...by,
    })
    .execute();
  await db
    .insertInto('council_member')
    .values(
      members.map((one, at) => ({
        id: newId(),
        council_id: councilId,
        person_id: one.personId,
        post: at === 0 ? 'chair' : 'member',
        valid_from: '2026-01-05',
        ...by,
      })),
    )
    .execute();
  return { councilId, ...(await givenDossier(db, nominated, units)) };
}

const defaults: readonly Nominated[] = [
  { name: 'Nguyễn Văn Mẫu', award: 'chien-si-thi-dua-tinh' },
  { name: 'Trần Thị Mẫu', award: 'chien-si-thi-dua-tinh' },
  { name: 'Lê Văn Mẫu', award: 'bang-khen-tinh' },
];

let made = 0;
export async function givenDossier(
  db: Kysely<DB>,
  nominated: readonly Nominated[] = defaults,
  units: Units = worldUnits,
) {
  const dossierId = newId();
  made += 1;
  await db
    .insertInto('dossier')
    .values({
      id: dossierId,
      code: `KT-MAU-${made}-${dossierId.slice(-6).toUpperCase()}`,
      unit_id: units.communeAn,
      to_unit_id: units.province,
      route: 'territory',
      kind: 'merit',
      year: 2026,
      title: 'Đề nghị khen thưởng năm 2026 (mẫu)',
      stage: 'draft',
      stage_since: now,
      entered_by: people.officerOfAn.personId,
      entered_at: now,
    })
    .execute();
  const nominees: string[] = [];
  for (const [position, { name, award = 'bang-khen-tinh', personId, unitId }] of nominated.entries()) {
    const [holderId, nomineeId] = [newId(), newId()];
    const kind = unitId ? 'collective' : 'person';
    await db
      .insertInto('holder')
      .values({
        id: holderId,
        kind,
        name,
        unit_id: units.communeAn,
        person_id: personId ?? null,
        is_unit_id: unitId ?? null,
        entered_at: now,
      })
      .execute();
    await db
      .insertInto('nominee')
      .values({
        id: nomineeId,
        dossier_id: dossierId,
        holder_id: holderId,
        award_code: award,
        position: position + 1,
        achievement: 'Thành tích mẫu',
      })
      .execute();
    nominees.push(nomineeId);
  }
  const sent = { submitted_by: people.headOfAn.personId, submitted_at: now, received_on: '2026-06-01' };
  await db
    .updateTable('dossier')
    .set({ stage: 'council', ...sent })
    .where('id', '=', dossierId)
    .execute();
  return { dossierId, nominees };
}

/** As a member's browser does it, with the server's signature asked for between. */
export async function madeBallot(
  key: PublicKey,
  pollId: string,
  choice: Choice,
  sign: (blinded: string) => Promise<string>,
): Promise<Ballot> {
  const unsigned = await makeUnsigned(key, pollId, choice);
  return finished(key, unsigned, await sign(unsigned.blinded));
}
