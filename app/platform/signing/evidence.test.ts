import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { PDF } from '@libpdf/core';
import { cades, pdfsig } from '../../../tests/outside.ts';
import { expectOk } from '../../kernel/result.ts';
import { signDigest } from './cms.server.ts';
import type { Kept } from './development-certificates.server.ts';
import {
  issueBelow,
  issueRoot,
  privateKey,
  revocationList,
  signerOf,
  yearsFrom,
} from './development-certificates.server.ts';
import { addEvidence, evidenceIn, gatherEvidence } from './evidence.server.ts';
import { answerStatusRequest, statusIn, statusRequest } from './ocsp.server.ts';
import { embed, prepare } from './prepare.server.ts';
import { trialStamper } from './time-stamp.server.ts';
import { verifyPdf } from './verify.server.ts';

const at = new Date('2026-06-15T02:30:00Z');
const day = (count: number) => new Date(at.getTime() + count * 86_400_000);
const life = { from: day(-30), until: yearsFrom(at, 3) };
const der = ({ certificate }: Kept) => new Uint8Array(Buffer.from(certificate, 'base64'));
const serialOf = (kept: Kept) => new X509Certificate(der(kept)).serialNumber;

/** A made-up authority with a responder of its own and a place for its list; `mood` is what it does when it is asked. */
let root: Kept;
let responder: Kept;
let url = '';
const revoked = new Map<string, Date>();
let mood: 'answers' | 'silent' | 'lies' = 'answers';
const server = createServer((request, response) => {
  void (async () => {
    if (mood === 'silent') return response.writeHead(503).end();
    if (request.url === '/list') return response.end(await revocationList(root, [], day(1)));
    const by = mood === 'lies' ? await issueRoot(at) : responder;
    const key = (await privateKey(by)) as CryptoKey;
    const answer = { issuer: der(root), revoked, key, responder: der(by), at: day(1) };
    return response.end(await answerStatusRequest(await buffer(request), answer));
  })();
});
before(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  root = await issueRoot(at);
  responder = await issueBelow(root, { kind: 'responder', name: 'Người trả lời mẫu' }, life);
});
after(() => void server.close());

const trust = () => ({ roots: [der(root)], lists: [] });
const issue = (name: string, more: { ocsp?: string; list?: string } = { ocsp: url }) =>
  issueBelow(root, { kind: 'person', name }, { ...life, ...more });

async function signedBy(person: Kept): Promise<Uint8Array> {
  const file = PDF.create();
  file.addPage();
  const prepared = await prepare(await file.save(), { field: 'ky', name: 'Mẫu', at });
  const stamper = signerOf(await issueBelow(root, { kind: 'stamper', name: 'Dấu mẫu' }, { ...life, ocsp: url }));
  const cms = await signDigest(
    prepared.digest,
    signerOf(person),
    trialStamper(stamper, () => at),
  );
  return expectOk(embed(prepared, cms));
}

const proven = async (pdf: Uint8Array) => addEvidence(pdf, await gatherEvidence(pdf, trust()));
async function verdictOn(pdf: Uint8Array) {
  const { signatures, isAppended } = expectOk(await verifyPdf({ pdf, trust: trust(), now: day(900) }));
  return { faults: signatures.flatMap(({ faults }) => faults), cautions: signatures[0]?.cautions, isAppended };
}

test('asked when it is signed, the answer stands in the paper: nothing is unknown years later', async () => {
  const bare = await signedBy(await issue('Mẫu Tốt'));
  assert.deepEqual((await verdictOn(bare)).cautions, ['revocation_unknown', 'trial']);
  const pdf = await proven(bare);
  assert.deepEqual(Buffer.compare(pdf.subarray(0, bare.length), bare), 0, 'what was signed stays byte for byte');
  const carried = evidenceIn(await PDF.load(pdf));
  assert.deepEqual([carried.certificates.length, carried.responses.length, carried.lists.length], [3, 2, 0]);
  assert.deepEqual(await verdictOn(pdf), { faults: [], cautions: ['trial'], isAppended: false });
});

test('programs of others call a paper with its proof valid, and a changed byte of it not', async (t) => {
  const pdf = await proven(await signedBy(await issue('Mẫu Ngoài')));
  const [told, verified] = [await pdfsig(pdf), await cades(pdf, root.certificate, at)];
  if (!told || !verified) return t.skip('pdfsig or openssl is not on this machine');
  // The proof comes after the signature, so no signature covers it: that is how B-LT is made.
  assert.deepEqual(told, [{ name: 'ky', isValid: true, coversAll: false }]);
  assert.deepEqual(verified, [true]);
  const changed = Buffer.from(pdf);
  changed[40] = (changed[40] ?? 0) ^ 1;
  assert.deepEqual((await pdfsig(changed))?.[0]?.isValid, false);
  assert.deepEqual(await cades(changed, root.certificate, at), [false]);
});

test('revoked before it signed it is a fault, revoked after it a caution', async () => {
  const [early, late] = [await issue('Mẫu Sớm'), await issue('Mẫu Muộn')];
  revoked.set(serialOf(early), day(-1));
  revoked.set(serialOf(late), day(0.5));
  assert.deepEqual((await verdictOn(await proven(await signedBy(early)))).faults, ['revoked']);
  const after_ = await verdictOn(await proven(await signedBy(late)));
  assert.deepEqual([after_.faults, after_.cautions], [[], ['revoked_since', 'trial']]);
});

test('a list where nobody answers; silence, a lie or no address leave it unknown and hold nothing up', async () => {
  const listed = await proven(await signedBy(await issue('Mẫu Danh Sách', { list: `${url}/list` })));
  assert.deepEqual((await verdictOn(listed)).cautions, ['trial']);
  for (const [how, more] of [
    ['silent', { ocsp: url }],
    ['lies', { ocsp: url }],
    ['answers', {}],
  ] as const) {
    const pdf = await signedBy(await issue('Mẫu Im', more));
    mood = how;
    const { faults, cautions } = await verdictOn(await proven(pdf));
    mood = 'answers';
    assert.deepEqual([faults, cautions], [[], ['revocation_unknown', 'trial']], how);
  }
});

test('an answer counts for the certificate it was asked of and no other', async () => {
  const [one, other] = [await issue('Mẫu Một'), await issue('Mẫu Hai')];
  const pairOf = (kept: Kept) => ({
    certificate: new X509Certificate(der(kept)),
    issuer: new X509Certificate(der(root)),
  });
  const key = (await privateKey(root)) as CryptoKey;
  const answer = await answerStatusRequest(statusRequest(pairOf(one)), { issuer: der(root), revoked, key, at });
  assert.equal(statusIn(answer, pairOf(one))?.state, 'good');
  assert.equal(statusIn(answer, pairOf(other)), undefined);
  assert.equal(statusIn(answer.subarray(0, 40), pairOf(one)), undefined);
});

test('a page behind the last signature is told, also when it comes with a store of proof', async () => {
  const pdf = await proven(await signedBy(await issue('Mẫu Trang')));
  const file = await PDF.load(pdf);
  file.addPage();
  const more = await file.save({ incremental: true });
  assert.equal((await verdictOn(more)).isAppended, true);
});
