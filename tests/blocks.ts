/** A block of three communes, An leading and Binh deputy in 2026, with people who act for it, in the one world. */
import type { Transaction } from 'kysely';
import { createBlock, setMembers } from '../app/features/organisation/blocks.server.ts';
import { draftPact, movePact } from '../app/features/blocks/pacts.server.ts';
import type { PactWay } from '../app/features/blocks/pacts.server.ts';
import { moveMeeting, planMeeting } from '../app/features/blocks/meetings.server.ts';
import type { MeetingWay } from '../app/features/blocks/meetings.server.ts';
import { signPact } from '../app/features/blocks/signing.server.ts';
import { addAgreement, writeMinutes } from '../app/features/blocks/writing.server.ts';
import type { Person, Role } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import type { KeptFile } from '../app/platform/files/intake.server.ts';
import { inRollback } from './database.ts';
import { contextFor, insertWorld, people, units } from './world.ts';

const holding = (person: Person, role: Role, unitId: string): Person => ({
  ...person,
  holdings: [{ holdingId: newId(), role, unitId }],
});
/** The head of Chi, a block lead of An, and of another block's lead. */
export const headOfChi = holding(people.nobody, 'head', units.wardChi);
export const blockLead = holding(people.nobody, 'block_lead', units.communeAn);
export const otherLead = holding(people.nobody, 'block_lead', units.department);

export const paper: KeptFile = {
  hash: 'a'.repeat(64),
  size: 10,
  mediaType: 'application/pdf',
  name: 'quyet-dinh.pdf',
} as KeptFile;

export async function givenYear(tx: Transaction<DB>): Promise<{ readonly blockId: string; readonly year: number }> {
  const context = contextFor(tx, people.administrator);
  const block = expectOk(await createBlock(context, { code: 'cum-mau', name: 'Cụm Mẫu', kind: 'cum' }));
  const seats = [
    { unitId: units.communeAn, part: 'lead' },
    { unitId: units.communeBinh, part: 'deputy' },
    { unitId: units.wardChi, part: 'member' },
  ] as const;
  expectOk(await setMembers(context, { blockId: block.id, version: block.version, year: 2026, seats }));
  const other = expectOk(await createBlock(context, { code: 'khoi-khac', name: 'Khối Khác', kind: 'khoi' }));
  const lead = [{ unitId: units.department, part: 'lead' }] as const;
  expectOk(await setMembers(context, { blockId: other.id, version: other.version, year: 2026, seats: lead }));
  return { blockId: block.id, year: 2026 };
}

export type At = Awaited<ReturnType<typeof givenYear>>;

/** In that year of the one world, and nothing of it stays. */
export const inYear = (body: (tx: Transaction<DB>, at: At) => Promise<void>): Promise<void> =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx, await givenYear(tx));
  });

/** Which refusal it was; null when it was done. */
export const refusalOf = (result: { ok: boolean; refusal?: unknown }) =>
  result.ok ? null : (result.refusal as { kind: string }).kind;

export const words = { title: 'Giao ước mẫu', content: 'Các đơn vị cùng thi đua.' };

export async function givenPact(
  tx: Transaction<DB>,
  at: { readonly blockId: string; readonly year: number },
): Promise<string> {
  const id = newId();
  expectOk(await draftPact(contextFor(tx, people.headOfAn), { id, ...at, fields: words }));
  return id;
}

const versionOf = async (tx: Transaction<DB>, table: 'block_pact' | 'block_meeting', id: string) =>
  (await tx.selectFrom(table).select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;

export async function pacted(
  tx: Transaction<DB>,
  id: string,
  move: PactWay,
  fields = {},
  by = people.headOfAn,
): Promise<void> {
  expectOk(await movePact(contextFor(tx, by), { id, version: await versionOf(tx, 'block_pact', id), move, fields }));
}

export async function signing(tx: Transaction<DB>, pactId: string, unitId: string, by: Person) {
  const row = await tx.selectFrom('block_pact').select('digest').where('id', '=', pactId).executeTakeFirstOrThrow();
  return signPact(contextFor(tx, by), {
    id: newId(),
    pactId,
    digest: row.digest ?? '',
    unitId,
    fields: { post: 'Chủ tịch mẫu' },
  });
}

export const meetingWords = {
  title: 'Họp cụm mẫu',
  plannedOn: '2026-06-15',
  plannedTime: '8:30',
  place: 'Hội trường mẫu',
  agenda: 'Bàn việc mẫu',
};

export async function givenMeeting(
  tx: Transaction<DB>,
  at: { readonly blockId: string; readonly year: number },
): Promise<string> {
  const id = newId();
  expectOk(await planMeeting(contextFor(tx, people.headOfAn), { id, ...at, fields: meetingWords }));
  return id;
}

export async function met(tx: Transaction<DB>, id: string, move: MeetingWay, fields = {}): Promise<void> {
  const version = await versionOf(tx, 'block_meeting', id);
  expectOk(await moveMeeting(contextFor(tx, people.headOfAn), { id, version, move, fields }));
}

export const minutesWords = {
  endedAt: '11:00',
  chair: 'Người Mẫu An Hai, Chủ tịch',
  secretary: 'Người Mẫu An Một, chuyên viên',
  course: 'Diễn biến mẫu',
  conclusion: 'Kết luận mẫu',
  [`du-${units.communeAn}`]: 'present',
  [`ai-${units.communeAn}`]: 'Người Mẫu An Hai',
  [`du-${units.communeBinh}`]: 'represented',
  [`ai-${units.communeBinh}`]: 'Người Mẫu Bình Một',
  [`du-${units.wardChi}`]: 'absent',
};

/** Held, with minutes and one thing agreed with Binh until 30 June. */
export async function givenMinutes(tx: Transaction<DB>, at: { readonly blockId: string; readonly year: number }) {
  const id = await givenMeeting(tx, at);
  for (const move of ['call', 'hold'] as const) await met(tx, id, move);
  const context = contextFor(tx, people.headOfAn);
  const agreementId = newId();
  const agreed = { what: 'Việc mẫu', unit: units.communeBinh, dueOn: '2026-06-30' };
  expectOk(await addAgreement(context, { id, agreementId, fields: agreed }));
  expectOk(
    await writeMinutes(context, { id, version: await versionOf(tx, 'block_meeting', id), fields: minutesWords }),
  );
  return { id, agreementId };
}
