/** A revocation on its way to where it counts: decided, signed, sealed, issued, each by whose turn it is. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transaction } from 'kysely';
import { decideRevocation } from '../app/features/revocations/deciding.server.ts';
import { beginRevocation } from '../app/features/revocations/drafting.server.ts';
import { findRevocation, listRevocations } from '../app/features/revocations/list.server.ts';
import type { MoveRevocation } from '../app/features/revocations/moving.server.ts';
import { moveRevocation } from '../app/features/revocations/moving.server.ts';
import { revocationDesk } from '../app/features/revocations/signing-desk.server.ts';
import type { Person } from '../app/kernel/actor.ts';
import { expectOk } from '../app/kernel/result.ts';
import type { DB } from '../app/platform/db-types.ts';
import { newId } from '../app/platform/id.server.ts';
import { openStore } from '../app/platform/files/store.server.ts';
import { inRollback } from './database.ts';
import { givenHolder, givenHonour } from './honours.ts';
import { contextFor, insertWorld, people, system } from './world.ts';

type Tx = Transaction<DB>;
export const inWorld = <Value>(body: (tx: Tx) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    return body(tx);
  });
export const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
export const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;

export const proposal = { ground: 'a', statement: 'Kết luận mẫu số 01/KL nêu kê khai không đúng.' };

export async function begun(tx: Tx, awardCode = 'bang-khen-tinh') {
  const holderId = await givenHolder(tx);
  const honourId = await givenHonour(tx, { holderId, awardCode, decidedOn: '2026-02-10' });
  const id = newId();
  expectOk(await beginRevocation(contextFor(tx, people.officerOfAn), { id, honourId, typed: proposal }));
  return { id, honourId };
}

/** Drafted, proposed, appraised. */
export async function appraised(tx: Tx, awardCode?: string) {
  const made = await begun(tx, awardCode);
  expectOk(await move(tx, people.headOfAn, made.id, { move: 'propose' }));
  expectOk(await move(tx, people.appraiser, made.id, { move: 'appraise', reason: 'Đủ căn cứ' }));
  return made;
}

export const rowOf = async (tx: Tx, id: string, who: Person = people.appraiser) =>
  (await findRevocation(tx, who, id))?.revocation;
export const standing = async (tx: Tx, id: string) =>
  tx.selectFrom('honour').select(['revoked_on', 'revoked_by_number']).where('id', '=', id).executeTakeFirstOrThrow();

type Typed = Readonly<Record<string, string>>;
const files = openStore({ s3: undefined, dataDir: mkdtempSync(join(tmpdir(), 'revocations-')) });

export const approval = { by: 'Chủ tịch UBND tỉnh', signer: 'Người Mẫu Ký', items: 'Bằng khen\nKhung' };

export async function versionOf(tx: Tx, id: string): Promise<number> {
  return (await listRevocations(tx, system, { id })).rows[0]?.version ?? 0;
}

export async function move(
  tx: Tx,
  who: Person,
  id: string,
  order: Pick<MoveRevocation, 'move'> & Partial<MoveRevocation>,
) {
  return moveRevocation(contextFor(tx, who), { id, version: await versionOf(tx, id), ...order });
}

export async function decide(tx: Tx, id: string, typed: Typed = {}, who: Person = people.decidingAuthority) {
  const order = { id, version: await versionOf(tx, id), typed: { ...approval, ...typed } };
  return decideRevocation(contextFor(tx, who), { files }, order);
}

/** As if it had been signed: what the signatures are worth the tests of signing ask. */
export async function sign(tx: Tx, id: string, part: 'person' | 'seal'): Promise<void> {
  const context = contextFor(tx, part === 'person' ? people.decidingAuthority : people.appraiser);
  const opened = expectOk(await revocationDesk.open(context, { id, version: await versionOf(tx, id) }, part));
  await revocationDesk.takeIn(context, { ...opened, part, hash: `${part} ${id}` });
}

/** From appraised on, all the way. */
export async function issue(tx: Tx, id: string, typed: Typed = {}) {
  const decided = await decide(tx, id, typed);
  if (!decided.ok) return decided;
  await sign(tx, id, 'person');
  await sign(tx, id, 'seal');
  return move(tx, people.appraiser, id, { move: 'issue' });
}
