import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Desk } from '../../../tests/desk.ts';
import {
  approve,
  asked,
  doAs,
  givenDraft,
  issue,
  openDecisionDesk,
  row,
  sign,
  submit,
} from '../../../tests/decisions.ts';
import { people } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { returnDecision, withdrawDecision } from './approving.server.ts';
import { sweepSignings } from './run-signing.server.ts';
import { decisionDesk } from './signing-desk.server.ts';
import { completeSigning, prepareSigning } from './signing.server.ts';

const { decidingAuthority } = people;
let desk: Desk;
before(async () => void (desk = await openDecisionDesk()));
after(() => desk.leave());

const kindOf = (result: { ok: boolean; refusal?: { kind: string } }): string =>
  result.ok ? 'ok' : (result.refusal?.kind ?? '');
const sorted = (kinds: readonly string[]) => kinds.toSorted((a, b) => (a < b ? -1 : 1));

test('a signing service that dies between hash and embed: the same digest is signed later, nothing is lost', async () => {
  const id = await givenDraft(desk);
  await submit(desk, id);
  expectOk(await approve(desk, id));
  const { number } = await row(desk, id);
  const order = { ...(await asked(desk, id)), part: 'person', desk: decisionDesk } as const;
  const prepared = expectOk(
    await doAs(desk, decidingAuthority, (context) => prepareSigning(context, desk.services, order)),
  );
  // Here the machine dies. Asked again, the same is handed out; a sweep ends it.
  const again = expectOk(
    await doAs(desk, decidingAuthority, (context) => prepareSigning(context, desk.services, order)),
  );
  assert.equal(again.digest, prepared.digest);
  assert.equal((await row(desk, id)).stage, 'numbered');
  desk.wait(5);
  const system = { ...desk.edge(), actor: { kind: 'system', name: 'job' } } as const;
  assert.equal(await sweepSignings(system, [decisionDesk]), 1);
  assert.equal(await sweepSignings(system, [decisionDesk]), 0);
  assert.deepEqual([(await row(desk, id)).stage, (await row(desk, id)).number], ['signed', number]);
  const late = await doAs(desk, decidingAuthority, (context) =>
    completeSigning(context, desk.services, {
      desk: decisionDesk,
      signingId: prepared.id,
      signed: Buffer.from('twice'),
    }),
  );
  assert.equal(kindOf(late), 'ok');
  assert.notEqual((await row(desk, id)).signedPaper, null);
});

test('returned while a signature was under way: what comes back late is not taken', async () => {
  const id = await givenDraft(desk);
  await submit(desk, id);
  expectOk(await approve(desk, id));
  const order = { ...(await asked(desk, id)), part: 'person', desk: decisionDesk } as const;
  const prepared = expectOk(
    await doAs(desk, decidingAuthority, (context) => prepareSigning(context, desk.services, order)),
  );
  const back = await asked(desk, id);
  expectOk(await doAs(desk, decidingAuthority, (context) => returnDecision(context, back)));
  const late = await doAs(desk, decidingAuthority, (context) =>
    completeSigning(context, desk.services, {
      desk: decisionDesk,
      signingId: prepared.id,
      signed: Buffer.from('late'),
    }),
  );
  assert.equal(kindOf(late), 'wrong_stage');
});

test('signed and withdrawn, the number stays with the paper that bears it', async () => {
  const id = await givenDraft(desk);
  await submit(desk, id);
  expectOk(await approve(desk, id));
  expectOk(await sign(desk, id, 'person'));
  const { number } = await row(desk, id);
  const order = await asked(desk, id);
  expectOk(await doAs(desk, decidingAuthority, (context) => withdrawDecision(context, order)));
  assert.deepEqual([(await row(desk, id)).stage, (await row(desk, id)).number], ['withdrawn', number]);
  const next = await givenDraft(desk);
  await submit(desk, next);
  expectOk(await approve(desk, next));
  assert.notEqual((await row(desk, next)).number, number);
});

test('two at once: one approval, one signature, one issue; the other is told', async () => {
  const id = await givenDraft(desk);
  await submit(desk, id);
  const approved = await Promise.all([approve(desk, id), approve(desk, id)]);
  assert.deepEqual(approved.filter((each) => each.ok).length, 1);
  const signed = await Promise.all([sign(desk, id, 'person'), sign(desk, id, 'person')]);
  assert.ok(signed.some((each) => each.ok));
  expectOk(await sign(desk, id, 'seal'));
  const issued = await Promise.all([issue(desk, id), issue(desk, id)]);
  assert.deepEqual(sorted(issued.map(kindOf)), ['ok', 'wrong_stage']);
});
