import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Desk } from '../../../tests/desk.ts';
import { approve, doAs, givenDraft, openDecisionDesk, row, sign, submit } from '../../../tests/decisions.ts';
import type { Served } from '../../../tests/signing.ts';
import { at, rawSignature, served } from '../../../tests/signing.ts';
import { people, today } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { Kept } from '../../platform/signing/development-certificates.server.ts';
import { issueBelow, issueRoot, yearsFrom } from '../../platform/signing/development-certificates.server.ts';
import { setMark } from './identities.server.ts';
import { waitingSigning } from './signing.server.ts';

/** A remote service whose certificate and key the test chooses; `asked` is what it was asked for. */
let service: Served;
let root: Kept;
let shown: Kept;
let used: Kept;
const asked: string[] = [];
let desk: Desk;
before(async () => {
  root = await issueRoot(yearsFrom(at, -3));
  service = await served(async (path, body) => {
    asked.push(path.split('/').at(-1) ?? '');
    const said = JSON.parse(body.toString()) as { readonly hashes?: readonly string[] };
    if (path.endsWith('info'))
      return {
        key: { status: 'enabled', algo: ['1.2.840.113549.1.1.11'] },
        cert: { certificates: [shown.certificate] },
      };
    if (path.endsWith('authorize')) return { SAD: 'x' };
    return { signatures: [rawSignature(used.key, Buffer.from(said.hashes?.[0] ?? '', 'base64'))] };
  });
  const trust = mkdtempSync(join(tmpdir(), 'trust-'));
  writeFileSync(join(trust, 'root.der'), Buffer.from(root.certificate, 'base64'));
  const csc = {
    SIGNING: 'csc',
    CSC_URL: service.url,
    CSC_TOKEN: 't',
    SIGNING_STATUS: 'none',
    SIGNING_TRUST_DIR: trust,
  };
  desk = await openDecisionDesk(csc);
});
after(async () => {
  await desk.leave();
  await service.close();
});

const certificate = (from: number, until: number) =>
  issueBelow(
    root,
    { kind: 'person', name: 'Người Mẫu Chủ Tịch' },
    { from: yearsFrom(at, from), until: yearsFrom(at, until), keys: 'rsa' },
  );

async function givenNumbered(): Promise<string> {
  const id = await givenDraft(desk);
  await submit(desk, id);
  expectOk(await approve(desk, id));
  return id;
}

test('an expired certificate of a remote service is told before the key is released; what was prepared waits with its number', async () => {
  const owner = { kind: 'person', id: people.decidingAuthority.personId } as const;
  const order = { owner, picture: undefined, credentialId: 'khoa-mau', fromDay: today, seen: '' };
  expectOk(await doAs(desk, people.decidingAuthority, (context) => setMark(context, order)));
  shown = used = await certificate(-2, -1);
  const id = await givenNumbered();
  const { number } = await row(desk, id);
  assert.deepEqual(await sign(desk, id, 'person'), {
    ok: false,
    refusal: { kind: 'signature_wrong', because: 'expired' },
  });
  assert.deepEqual(asked, ['info']);
  const { stage, number: kept } = await row(desk, id);
  assert.deepEqual([stage, kept], ['numbered', number]);
  const waiting = await waitingSigning(desk.services.db, { kind: 'decision', id });
  shown = used = await certificate(-1, 1);
  expectOk(await sign(desk, id, 'person'));
  assert.equal((await row(desk, id)).stage, 'signed');
  assert.notEqual(waiting, undefined);
});

test('a service that signs with another key than it shows is not believed: nothing is taken in', async () => {
  const id = await givenNumbered();
  shown = await certificate(-1, 1);
  used = await certificate(-1, 1);
  assert.deepEqual(await sign(desk, id, 'person'), {
    ok: false,
    refusal: { kind: 'signature_wrong', because: 'signature_wrong' },
  });
  assert.equal((await row(desk, id)).stage, 'numbered');
});
