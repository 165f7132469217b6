/** Dossiers on any stage of their way, with holders of the register to propose, in the one world; and who else works on them. */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { appraiseNominee } from '../app/features/appraisal/concluding.server.ts';
import type { Leaving } from '../app/features/appraisal/leaving.server.ts';
import { leaveAppraisal, leavings } from '../app/features/appraisal/leaving.server.ts';
import { signOff } from '../app/features/centre/signing-off.server.ts';
import type { DossierAct } from '../app/features/decisions/dossier-acts.server.ts';
import { actOnDossier, dossierActs } from '../app/features/decisions/dossier-acts.server.ts';
import type { DossierRow } from '../app/features/dossiers/case.server.ts';
import { lockDossier } from '../app/features/dossiers/case.server.ts';
import type { TypedDossier } from '../app/features/dossiers/dossier.ts';
import { enterDossier } from '../app/features/dossiers/drafting.server.ts';
import type { MoveDossier } from '../app/features/dossiers/moving.server.ts';
import { moveDossier } from '../app/features/dossiers/moving.server.ts';
import type { OwnMove } from '../app/features/dossiers/owners.ts';
import { ownMoves } from '../app/features/dossiers/owners.ts';
import { addNominee } from '../app/features/dossiers/nominees.server.ts';
import type { Person, Role } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import { contextFor, insertWorld, now, people, units } from './world.ts';
import type { UnitName } from './world.ts';

const id = (group: number, n: number) => `0000000${group}-0000-7000-8000-${String(n).padStart(12, '0')}`;

const more = {
  secretary: { n: 101, name: 'Người Mẫu Thư Ký', role: 'council_secretary', at: 'province' },
  appraiserOfAn: { n: 102, name: 'Người Mẫu An Thẩm Định', role: 'appraiser', at: 'communeAn' },
  headOfDepartment: { n: 103, name: 'Người Mẫu Giám Đốc', role: 'head', at: 'department' },
  headOfVillage: { n: 104, name: 'Người Mẫu Trưởng Thôn', role: 'head', at: 'village' },
} as const satisfies Record<string, { n: number; name: string; role: Role; at: UnitName }>;

/** Beside those of the world: they work on dossiers alone. */
export const dossierPeople = Object.fromEntries(
  Object.entries(more).map(([name, { n, name: fullName, role, at }]) => [
    name,
    {
      kind: 'person',
      personId: id(2, n),
      accountId: id(3, n),
      name: fullName,
      positionTitle: null,
      homeUnitId: units[at],
      holdings: [{ holdingId: id(4, n), role, unitId: units[at] }],
    } satisfies Person,
  ]),
) as unknown as Readonly<Record<keyof typeof more, Person>>;

export async function insertDossierWorld(tx: Transaction<DB>): Promise<void> {
  await insertWorld(tx);
  const rows = Object.values(dossierPeople);
  await tx
    .insertInto('person')
    .values(rows.map((one) => ({ id: one.personId, full_name: one.name, unit_id: one.homeUnitId, created_at: now })))
    .execute();
  await tx
    .insertInto('account')
    .values(
      rows.map((one) => ({
        id: one.accountId,
        person_id: one.personId,
        username: `mau-${Number(one.personId.slice(-12))}`,
        state: 'active',
        created_at: now,
      })),
    )
    .execute();
  await tx
    .insertInto('role_holding')
    .values(
      rows.flatMap((one) =>
        one.holdings.map(({ holdingId, role, unitId }) => ({
          id: holdingId,
          person_id: one.personId,
          role,
          unit_id: unitId,
          valid_from: '2025-07-01',
        })),
      ),
    )
    .execute();
}

type NewHolder = { readonly kind?: string; readonly name?: string; readonly unitId?: string };

/** Plainly made up; a person of communeAn unless said otherwise. */
export async function givenHolder(tx: Transaction<DB>, one: NewHolder = {}): Promise<string> {
  const holderId = newId();
  const { kind = 'person', name = 'Nguyễn Văn Mẫu', unitId = units.communeAn } = one;
  await tx
    .insertInto('holder')
    .values({ id: holderId, kind, name, unit_id: unitId, source: 'thử', entered_at: now })
    .execute();
  return holderId;
}

export const typedDossier = (fields: TypedDossier = {}): TypedDossier => ({
  title: 'Về việc đề nghị tặng Bằng khen năm 2026',
  kind: 'merit',
  year: '2026',
  route: 'territory',
  to: units.province,
  ...fields,
});

/** As the features that own them take them: to leave appraisal each is concluded on first, by the appraiser of the province. */
export type Way = OwnMove | Leaving | DossierAct | 'send_up';

type Given = {
  readonly by?: Person;
  readonly unitId?: string;
  readonly typed?: TypedDossier;
  /** One made-up person for a Bằng khen of the province unless given. */
  readonly proposed?: readonly { readonly holderId: string; readonly awardCode: string }[];
};

/** Entered with its nominees by the officer of communeAn unless said otherwise; further moves by whoever is named. */
export async function givenDossier(
  tx: Transaction<DB>,
  { by = people.officerOfAn, unitId = units.communeAn, typed = {}, proposed }: Given = {},
  ...ways: readonly (readonly [Way, Person])[]
): Promise<string> {
  const dossier = { id: newId(), unitId, typed: typedDossier(typed) };
  expectOk(await enterDossier(contextFor(tx, by), dossier));
  const list = proposed ?? [{ holderId: await givenHolder(tx), awardCode: 'bang-khen-tinh' }];
  for (const one of list) {
    const nominee = { id: newId(), dossierId: dossier.id, ...one, achievement: 'Hoàn thành xuất sắc việc mẫu.' };
    expectOk(await addNominee(contextFor(tx, by), nominee));
  }
  for (const [move, person] of ways) await movedDossier(tx, dossier.id, move, person);
  return dossier.id;
}

/** With the context of the move, for what follows from it. */
export async function movedDossier(
  tx: Transaction<DB>,
  dossierId: string,
  move: Way,
  by: Person,
): Promise<ReturnType<typeof contextFor>> {
  const context = contextFor(tx, by);
  const { version } = await dossierRow(tx, dossierId);
  const own = ownMoves.find((each) => each === move);
  const leaving = leavings.find((each) => each === move);
  const decided = dossierActs.find((each) => each === move);
  if (own) expectOk(await moveDossier(context, await dossierOrder(tx, dossierId, own)));
  else if (leaving) {
    await appraised(tx, dossierId, by);
    expectOk(await leaveAppraisal(context, { dossierId, version, move: leaving, typed: {} }));
  } else if (decided) expectOk(await actOnDossier(context, { dossierId, version, move: decided, reason: 'Lý do mẫu' }));
  else expectOk(await signOff(context, { dossierId, version }));
  return context;
}

/** Each that is not concluded on, by this person where they may, else by the appraiser of the province. */
async function appraised(tx: Transaction<DB>, dossierId: string, by: Person): Promise<void> {
  const appraiser = by.holdings.some(({ role }) => role === 'appraiser') ? by : people.appraiser;
  const { rows } = await sql<{ id: string }>`
    select n.id from nominee n where n.dossier_id = ${dossierId} and n.outcome = 'open'
      and not exists (select from nominee_appraisal a where a.nominee_id = n.id) order by n.position`.execute(tx);
  for (const { id: nomineeId } of rows) {
    const order = { dossierId, nomineeId, version: 0, typed: { conclusion: 'qualified' } };
    expectOk(await appraiseNominee(contextFor(tx, appraiser), order));
  }
}

/** A move of the dossier as it stands, with a reason and a ground where it needs them. */
export async function dossierOrder(tx: Transaction<DB>, dossierId: string, move: OwnMove): Promise<MoveDossier> {
  const { version } = await dossierRow(tx, dossierId);
  return { id: dossierId, version, move, reason: 'Lý do mẫu', ground: 'papers_missing' };
}

export async function dossierRow(tx: Transaction<DB>, dossierId: string): Promise<DossierRow> {
  const row = await lockDossier(tx, { kind: 'system', name: 'job' }, dossierId);
  if (!row) throw new Error(`there is no dossier ${dossierId}`);
  return row;
}
