/**
 * The one fixture world: a province, a department, a Party body, three communes, a village, and people who are plainly
 * made up, on one frozen date. Everybody's id is fixed, so that a test can name who acts and compare with equality.
 *
 *   await inRollback(async (tx) => {
 *     await insertWorld(tx);
 *     const done = await createUnit(contextFor(tx, people.administrator), { … });
 *   });
 */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person, Role } from '../app/kernel/actor.ts';
import type { Context } from '../app/platform/command.server.ts';
import type { Database } from '../app/platform/db.server.ts';
import type { DB } from '../app/platform/db-types.ts';
import type { Job } from '../app/platform/jobs.ts';
import { recordingAt } from '../app/platform/record.server.ts';
import type { Recorder } from '../app/platform/record.server.ts';
import { reactions } from '../app/reactions.server.ts';

/** The frozen date, and an instant of its morning in the province. */
export const today = '2026-06-15';
export const now = new Date('2026-06-15T02:30:00.000Z');

const id = (group: number, n: number) => `0000000${group}-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const units = {
  province: id(1, 1),
  department: id(1, 2),
  partyBody: id(1, 3),
  communeAn: id(1, 4),
  communeBinh: id(1, 5),
  wardChi: id(1, 6),
  /** Stands under communeAn. */
  village: id(1, 7),
} as const;
export type UnitName = keyof typeof units;

type Place = { readonly code: string; readonly name: string; readonly short: string; readonly kind: string };
const places: Readonly<Record<UnitName, Place & { readonly parent: UnitName | null; readonly type?: string }>> = {
  province: { code: 'tinh-mau', name: 'Tỉnh Mẫu', short: 'Tỉnh Mẫu', kind: 'province', parent: null },
  department: { code: 'so-mau', name: 'Sở Mẫu', short: 'Sở Mẫu', kind: 'department', parent: 'province' },
  partyBody: { code: 'ban-mau', name: 'Ban Mẫu Tỉnh ủy', short: 'Ban Mẫu', kind: 'party_body', parent: 'province' },
  communeAn: { code: 'mau-an', name: 'Xã Mẫu An', short: 'Mẫu An', kind: 'commune', parent: 'province', type: 'xa' },
  communeBinh: {
    code: 'mau-binh',
    name: 'Xã Mẫu Bình',
    short: 'Mẫu Bình',
    kind: 'commune',
    parent: 'province',
    type: 'xa',
  },
  wardChi: {
    code: 'mau-chi',
    name: 'Phường Mẫu Chi',
    short: 'Mẫu Chi',
    kind: 'commune',
    parent: 'province',
    type: 'phuong',
  },
  village: { code: 'thon-mau', name: 'Thôn Mẫu', short: 'Thôn Mẫu', kind: 'village', parent: 'communeAn' },
};

const cast = {
  administrator: { n: 1, name: 'Người Mẫu Quản Trị', home: 'department', holds: ['administrator', 'province'] },
  auditor: { n: 2, name: 'Người Mẫu Kiểm Soát', home: 'department', holds: ['auditor', 'province'] },
  appraiser: { n: 3, name: 'Người Mẫu Thẩm Định', home: 'department', holds: ['appraiser', 'province'] },
  indicatorOwner: { n: 4, name: 'Người Mẫu Phụ Trách', home: 'department', holds: ['indicator_owner', 'department'] },
  decidingAuthority: { n: 5, name: 'Người Mẫu Chủ Tịch', home: 'province', holds: ['deciding_authority', 'province'] },
  officerOfDepartment: { n: 6, name: 'Người Mẫu Sở', home: 'department', holds: ['officer', 'department'] },
  officerOfAn: { n: 7, name: 'Người Mẫu An Một', home: 'communeAn', holds: ['officer', 'communeAn'] },
  headOfAn: { n: 8, name: 'Người Mẫu An Hai', home: 'communeAn', holds: ['head', 'communeAn'] },
  officerOfBinh: { n: 9, name: 'Người Mẫu Bình Một', home: 'communeBinh', holds: ['officer', 'communeBinh'] },
  headOfBinh: { n: 10, name: 'Người Mẫu Bình Hai', home: 'communeBinh', holds: ['head', 'communeBinh'] },
  /** Administers one commune only. */
  administratorOfAn: { n: 11, name: 'Người Mẫu An Ba', home: 'communeAn', holds: ['administrator', 'communeAn'] },
  /** Signed in, but holds nothing. */
  nobody: { n: 12, name: 'Người Mẫu Không Vai', home: 'wardChi', holds: null },
} as const satisfies Record<
  string,
  { n: number; name: string; home: UnitName; holds: readonly [Role, UnitName] | null }
>;
export type PersonName = keyof typeof cast;

export const people = Object.fromEntries(Object.entries(cast).map(([name, one]) => [name, actorOf(one)])) as Readonly<
  Record<PersonName, Person>
>;

function actorOf(one: (typeof cast)[PersonName]): Person {
  return {
    kind: 'person',
    personId: id(2, one.n),
    accountId: id(3, one.n),
    name: one.name,
    positionTitle: null,
    homeUnitId: units[one.home],
    holdings: one.holds ? [{ holdingId: id(4, one.n), role: one.holds[0], unitId: units[one.holds[1]] }] : [],
  };
}

/** The product acting by itself. */
export const system: Actor = { kind: 'system', name: 'setup' };

/** In a transaction that is rolled back, or in a database of one's own (reached by its `frozen` address). */
export async function insertWorld(db: Database | Transaction<DB>): Promise<void> {
  await sql`select set_config('thidua.today', ${today}, true)`.execute(db);
  const names = Object.keys(places) as UnitName[];
  await db.insertInto('unit').values(names.map(unitRow)).execute();
  await db.insertInto('unit_version').values(names.map(versionRow)).execute();
  await sql`select refresh_unit_tree()`.execute(db);
  const everybody = Object.values(people);
  await db.insertInto('person').values(everybody.map(personRow)).execute();
  await db.insertInto('account').values(everybody.map(accountRow)).execute();
  await db.insertInto('role_holding').values(everybody.flatMap(holdingRows)).execute();
}

/** The address of a test database whose every connection lives on the frozen date. */
export function frozen(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c thidua.today=${today}`);
  return url.href;
}

const unitRow = (name: UnitName) => {
  const { code, kind, type } = places[name];
  return { id: units[name], code, kind, commune_type: type ?? null, valid_from: '2025-07-01' };
};

const versionRow = (name: UnitName) => {
  const place = places[name];
  const parent = place.parent === null ? null : units[place.parent];
  return {
    unit_id: units[name],
    valid_from: '2025-07-01',
    name: place.name,
    short_name: place.short,
    parent_id: parent,
  };
};

const personRow = (person: Person) => ({
  id: person.personId,
  full_name: person.name,
  unit_id: person.homeUnitId,
  created_at: now,
});

const accountRow = (person: Person) => ({
  id: person.accountId,
  person_id: person.personId,
  username: `mau-${Number(person.personId.slice(-12))}`,
  state: 'active',
  created_at: now,
});

const holdingRows = (person: Person) =>
  person.holdings.map((holding) => ({
    id: holding.holdingId,
    person_id: person.personId,
    role: holding.role,
    unit_id: holding.unitId,
    valid_from: '2025-07-01',
  }));

/** What a command is handed, with the real record and reactions; the jobs it asks for are remembered in `sent`. */
export type TestContext = Context & { readonly sent: readonly Job[] };

export function contextFor(tx: Transaction<DB>, actor: Actor, at: Date = now): TestContext {
  const sent: Job[] = [];
  const jobs = { send: async (_tx: Transaction<DB>, job: Job) => void sent.push(job) };
  const recording = recordingAt({ tx, now: at, via: 'web', address: null, reactions, jobs });
  const record: Recorder = async (...events) => {
    await recording.record(...events);
    await recording.settle();
  };
  return { tx, actor, now: at, record, enqueue: (job) => jobs.send(tx, job), sent };
}

export type RecordedEntry = { readonly kind: string; readonly subject: string; readonly by: string | null };

/** What was recorded, oldest first. */
export async function recorded(tx: Transaction<DB>): Promise<readonly RecordedEntry[]> {
  const rows = await tx.selectFrom('record_entry').select(['kind', 'subject_id', 'actor_id']).orderBy('id').execute();
  return rows.map((row) => ({ kind: row.kind, subject: row.subject_id, by: row.actor_id }));
}
