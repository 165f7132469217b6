import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { doAs, openDecisionDesk } from '../../../tests/decisions.ts';
import type { Desk } from '../../../tests/desk.ts';
import { givenHolder, givenHonour } from '../../../tests/honours.ts';
import { move, versionOf } from '../../../tests/revocations.ts';
import { contextFor, people } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { isSound } from '../../platform/signing/verdict.ts';
import { checkFile, lookUp } from '../certificates/checking.server.ts';
import { readPaper } from '../decisions/keeping.server.ts';
import { sweepSignings } from '../decisions/run-signing.server.ts';
import { decisionDesk } from '../decisions/signing-desk.server.ts';
import { prepareSigning } from '../decisions/signing.server.ts';
import { doOnRevocation } from './deeds.server.ts';
import { decideRevocation } from './deciding.server.ts';
import { beginRevocation } from './drafting.server.ts';
import { findRevocation } from './list.server.ts';
import { revocationDesk } from './signing-desk.server.ts';

let desk: Desk;
before(async () => void (desk = await openDecisionDesk()));
after(() => desk.leave());

/** Decided, its final paper in the store of this desk. */
async function numbered(): Promise<string> {
  const id = newId();
  await desk.services.db.transaction().execute(async (tx) => {
    const holderId = await givenHolder(tx, { name: 'Nguyễn Văn Mẫu' });
    const honourId = await givenHonour(tx, { holderId, awardCode: 'bang-khen-tinh', decidedOn: '2026-02-10' });
    const typed = { ground: 'a', statement: 'Kết luận mẫu.' };
    expectOk(await beginRevocation(contextFor(tx, people.officerOfAn), { id, honourId, typed }));
    expectOk(await move(tx, people.headOfAn, id, { move: 'propose' }));
    expectOk(await move(tx, people.appraiser, id, { move: 'appraise', reason: 'x' }));
    const order = {
      id,
      version: await versionOf(tx, id),
      typed: { by: 'Chủ tịch', signer: 'Người Mẫu Ký', items: '' },
    };
    expectOk(await decideRevocation(contextFor(tx, people.decidingAuthority), desk.services, order));
  });
  return id;
}
const one = async (id: string) => (await findRevocation(desk.services.db, people.appraiser, id))?.revocation;
const press = async (who: 'decidingAuthority' | 'appraiser', id: string, deed: string) => {
  const fields = { viec: deed, version: String((await one(id))?.version) };
  return doOnRevocation(desk.edge(people[who]), id, { fields, uploads: [] }, act);
};

test('signed by who granted, sealed by the clerk, issued; anybody who has the file may verify it, and find it by its number', async () => {
  const id = await numbered();
  assert.equal((await press('appraiser', id, 'sign')).ok, false);
  expectOk(await press('decidingAuthority', id, 'sign'));
  expectOk(await press('appraiser', id, 'seal'));
  const row = await one(id);
  const pdf = await readPaper(desk.services, row?.sealedPaper ?? '');
  assert.equal((await checkFile(desk.services, pdf)).kind, 'not_issued');
  expectOk(await press('appraiser', id, 'issue'));
  const answer = await checkFile(desk.services, pdf);
  assert.equal(answer.kind, 'issued');
  if (answer.kind !== 'issued' || answer.decision.of !== 'revocation' || !answer.verdict) return assert.fail();
  assert.deepEqual([answer.decision.name, answer.verdict.signatures.length], ['N. V. M.', 2]);
  assert.ok(isSound(answer.verdict));
  const changed = Buffer.concat([pdf, Buffer.from('\n% x')]);
  assert.equal((await checkFile(desk.services, changed)).kind, 'changed');
  const byNumber = await lookUp(desk.services.db, row?.decisionNumber ?? '');
  assert.ok(byNumber.kind === 'number' && byNumber.decisions.some((found) => found.of === 'revocation'));
});

test('a signing service that dies in between: a sweep ends it, with the desk of its own kind', async () => {
  const id = await numbered();
  const order = { id, version: (await one(id))?.version ?? 0, desk: revocationDesk, part: 'person' } as const;
  expectOk(await doAs(desk, people.decidingAuthority, (context) => prepareSigning(context, desk.services, order)));
  desk.wait(5);
  const system = { ...desk.edge(), actor: { kind: 'system', name: 'job' } } as const;
  await sweepSignings(system, [decisionDesk]);
  assert.equal((await one(id))?.stage, 'numbered');
  await sweepSignings(system, [decisionDesk, revocationDesk]);
  assert.equal((await one(id))?.stage, 'signed');
});
