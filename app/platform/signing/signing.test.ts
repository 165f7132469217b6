import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import { PDF, rgb } from '@libpdf/core';
import { expectOk } from '../../kernel/result.ts';
import { signDigest } from './cms.server.ts';
import { cscSigner } from './csc-signer.server.ts';
import { issueBelow, revocationList, signerOf, yearsFrom } from './development-certificates.server.ts';
import { takeReturned } from './hand-over.server.ts';
import { embed, prepare } from './prepare.server.ts';
import { cades, pdfsig } from '../../../tests/outside.ts';
import type { Cast } from '../../../tests/signing.ts';
import { at, newCast, newPaper, rawSignature, served, signedTwice, signWith } from '../../../tests/signing.ts';
import { answerStampRequest, timeStamperAt } from './time-stamp.server.ts';
import type { PdfVerdict } from './verdict.ts';
import { isSound } from './verdict.ts';
import { verifyLimit, verifyPdf } from './verify.server.ts';

let cast: Cast;
let paper: Uint8Array;
let signed: Uint8Array;
before(async () => {
  cast = await newCast();
  paper = await newPaper();
  signed = await signedTwice(cast, paper);
});

const verdictOf = async (pdf: Uint8Array, lists: readonly Uint8Array[] = []) =>
  expectOk(await verifyPdf({ pdf, trust: { ...cast.trust, lists }, now: at }));
const faultsIn = ({ signatures }: PdfVerdict) => signatures.map(({ faults }) => [...faults]);

test('the person, then the seal: two increments, each valid on its own, with a time stamp', async () => {
  const verdict = await verdictOf(signed);
  assert.ok(isSound(verdict));
  assert.deepEqual(
    verdict.signatures.map(({ signer, at: when, cautions, isLast }) => ({ signer, when, cautions, isLast })),
    [
      {
        signer: 'Người Mẫu Chủ Tịch',
        when: at.toISOString(),
        cautions: ['revocation_unknown', 'trial'],
        isLast: false,
      },
      {
        signer: 'Ủy ban nhân dân tỉnh Mẫu',
        when: at.toISOString(),
        cautions: ['revocation_unknown', 'trial'],
        isLast: true,
      },
    ],
  );
  assert.deepEqual(Buffer.compare(signed.subarray(0, paper.length), paper), 0);
});

test('any changed byte of what was signed is caught', async () => {
  const shown = Buffer.from(signed);
  const place = shown.indexOf('/MediaBox');
  assert.ok(place > 0);
  shown[place + 11] = (shown[place + 11] ?? 0) ^ 0x01;
  assert.ok(faultsIn(await verdictOf(shown)).every((faults) => faults.includes('changed')));
  const late = Buffer.from(signed);
  late[late.length - 3] = (late[late.length - 3] ?? 0) ^ 0x01;
  const verdict = await verifyPdf({ pdf: late, trust: cast.trust, now: at });
  assert.ok(!verdict.ok || !isSound(verdict.value));
});

test('an appended page is caught, behind the last signature and between the two', async () => {
  const appended = await withPage(signed);
  assert.equal((await verdictOf(appended)).isAppended, true);
  const once = await signWith(paper, { field: 'nguoi-ky', signer: cast.person, stamp: cast.stamp });
  const sealed = await signWith(await withPage(once), { field: 'con-dau', signer: cast.seal, stamp: cast.stamp });
  const verdict = await verdictOf(sealed);
  assert.deepEqual(faultsIn(verdict), [['changed_since'], []]);
  assert.equal(isSound(verdict), false);
});

test('words drawn over a page between the signatures are caught too', async () => {
  const once = await signWith(paper, { field: 'nguoi-ky', signer: cast.person, stamp: cast.stamp });
  const file = await PDF.load(once);
  file.getPage(0)?.drawRectangle({ x: 100, y: 500, width: 200, height: 30, color: rgb(1, 1, 1) });
  const over = await file.save({ incremental: true });
  const sealed = await signWith(over, { field: 'con-dau', signer: cast.seal });
  assert.deepEqual(faultsIn(await verdictOf(sealed)), [['changed_since'], []]);
});

test('bytes behind the end, even blank ones, are not covered', async () => {
  assert.equal((await verdictOf(Buffer.concat([signed, Buffer.from('\n% x\n')]))).isAppended, true);
});

async function withPage(pdf: Uint8Array): Promise<Uint8Array> {
  const file = await PDF.load(pdf);
  file.addPage().drawText('x', { x: 10, y: 10 });
  return file.save({ incremental: true });
}

test('an expired certificate, a root that is not ours and a stamping key are told apart', async () => {
  const past = { from: yearsFrom(at, -3), until: yearsFrom(at, -1) };
  const expired = signerOf(await issueBelow(cast.root, { kind: 'person', name: 'Mẫu' }, past));
  const other = await newCast();
  const faultsBy = async (signer: Cast['person']) =>
    faultsIn(await verdictOf(await signWith(paper, { field: 'a', signer, stamp: cast.stamp })));
  assert.deepEqual(await faultsBy(expired), [['expired']]);
  assert.deepEqual(await faultsBy(other.person), [['untrusted']]);
  assert.deepEqual(await faultsBy(cast.stamper), [['not_for_signing']]);
});

test('a time stamp of an authority that is not trusted counts for nothing', async () => {
  const other = await newCast();
  const pdf = await signWith(paper, { field: 'a', signer: cast.person, stamp: other.stamp });
  assert.deepEqual(faultsIn(await verdictOf(pdf)), [['stamp_untrusted']]);
  const bare = await verdictOf(await signWith(paper, { field: 'a', signer: cast.person }));
  assert.deepEqual(bare.signatures[0]?.cautions, ['revocation_unknown', 'no_stamp', 'trial']);
});

test('revocation: by a list of the issuer it is known either way, by none or by another issuer it is not', async () => {
  const [clean, revoked] = [
    await revocationList(cast.root, [], at),
    await revocationList(cast.root, [cast.seal.certificate], at),
  ];
  const foreign = await revocationList((await newCast()).root, [cast.seal.certificate], at);
  const known = await verdictOf(signed, [clean]);
  assert.deepEqual(
    known.signatures.map(({ cautions }) => cautions),
    [['trial'], ['trial']],
  );
  assert.deepEqual(faultsIn(await verdictOf(signed, [revoked])), [[], ['revoked']]);
  const unknown = await verdictOf(signed, [foreign]);
  assert.ok(unknown.signatures.every(({ cautions }) => cautions.includes('revocation_unknown')));
});

test('hostile and broken files are answered in words, not by falling over', async () => {
  const why = async (pdf: Uint8Array) => {
    const verdict = await verifyPdf({ pdf, trust: cast.trust, now: at });
    return verdict.ok ? verdict.value.hazards : verdict.refusal.kind;
  };
  assert.equal(await why(Buffer.from('hello')), 'not_a_pdf');
  assert.equal(await why(new Uint8Array(verifyLimit + 1)), 'pdf_too_large');
  assert.equal(await why(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 'x')])), 'pdf_malformed');
  const locked = await PDF.load(paper);
  locked.setProtection({ userPassword: 'x', ownerPassword: 'y' });
  assert.equal(await why(await locked.save()), 'pdf_encrypted');
  const script = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Names<</EmbeddedFiles<</Names[]>>>>>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  );
  assert.deepEqual(await why(script), ['embedded_file', 'opens_by_itself', 'script']);
  assert.deepEqual(await why(signed.subarray(0, signed.length - 40_000)).then((x) => typeof x), 'object');
});

test('a token: the hash is signed elsewhere, and only what fits the paper is taken back', async () => {
  const prepared = await prepare(paper, { field: 'nguoi-ky', name: 'Mẫu', at });
  const given = { prepared, base: paper, trust: cast.trust, now: at };
  const cms = await signDigest(prepared.digest, cast.person);
  const pem = Buffer.from(`-----BEGIN CMS-----\n${Buffer.from(cms).toString('base64')}\n-----END CMS-----\n`);
  for (const returned of [cms, pem]) assert.equal((await takeReturned({ ...given, returned })).ok, true);
  const whole = await signWith(paper, { field: 'their-own', signer: cast.person });
  assert.equal(expectOk(await takeReturned({ ...given, returned: whole })).signature.signer, 'Người Mẫu Chủ Tịch');

  const other = await signDigest(createHash('sha256').update('another paper').digest(), cast.person);
  const why = async (returned: Uint8Array) => {
    const taken = await takeReturned({ ...given, returned });
    return taken.ok ? 'taken' : 'because' in taken.refusal ? taken.refusal.because : taken.refusal.kind;
  };
  assert.equal(await why(other), 'changed');
  assert.equal(await why(await signDigest(prepared.digest, (await newCast()).person)), 'untrusted');
  assert.equal(await why(await withPage(whole)), 'signature_not_for_this');
  assert.equal(await why(await signWith(await withPage(paper), { field: 'a', signer: cast.person })), 'taken');
  assert.equal(await why(Buffer.from('nothing of the kind')), 'signature_wrong');
  assert.equal(await why(new Uint8Array(20_000).fill(0x30)), 'signature_too_large');
});

test('a remote service (CSC) sees a hash and gives a signature; when it is away it says so', async () => {
  const asked: string[] = [];
  const key = await issueBelow(
    cast.root,
    { kind: 'person', name: 'Từ xa' },
    { from: at, until: yearsFrom(at, 1), keys: 'rsa' },
  );
  const service = await served(async (path, body) => {
    asked.push(path);
    const said = JSON.parse(body.toString()) as { readonly OTP?: string; readonly hashes?: readonly string[] };
    if (path.endsWith('/credentials/info')) {
      return { key: { status: 'enabled', algo: ['1.2.840.113549.1.1.11'] }, cert: { certificates: [key.certificate] } };
    }
    if (path.endsWith('/credentials/authorize')) return said.OTP === '123456' ? { SAD: 'x' } : 401;
    return { signatures: [rawSignature(key.key, Buffer.from(said.hashes?.[0] ?? '', 'base64'))] };
  });
  try {
    const csc = { url: `${service.url}/csc/v2`, token: 't' };
    const signer = await cscSigner(csc, { credentialId: 'c', otp: '123456' });
    const pdf = await signWith(paper, { field: 'a', signer, stamp: cast.stamp });
    assert.ok(isSound(await verdictOf(pdf)));
    assert.deepEqual(asked, [
      '/csc/v2/credentials/info',
      '/csc/v2/credentials/authorize',
      '/csc/v2/signatures/signHash',
    ]);
    const wrong = await cscSigner(csc, { credentialId: 'c', otp: '0' });
    await assert.rejects(wrong.sign(new Uint8Array()), /401/);
  } finally {
    await service.close();
  }
  await assert.rejects(cscSigner({ url: service.url, token: 't' }, { credentialId: 'c' }));
});

test('a time-stamp authority over the network: its answer must be over our digest', async () => {
  const service = await served(async (_path, body) => Buffer.from(await answerStampRequest(cast.stamper, body, at)));
  const liar = await served(async () => {
    const prepared = await prepare(paper, { field: 'x', name: 'x', at });
    return Buffer.from(await signDigest(prepared.digest, cast.stamper));
  });
  try {
    const pdf = await signWith(paper, { field: 'a', signer: cast.person, stamp: timeStamperAt(service.url) });
    assert.equal((await verdictOf(pdf)).signatures[0]?.stampedBy, 'Dấu thời gian mẫu');
    await assert.rejects(timeStamperAt(liar.url)(new Uint8Array(32)));
  } finally {
    await service.close();
    await liar.close();
  }
});

test('two halves: what was prepared once takes its signature days later, and a second one changes nothing of it', async () => {
  const prepared = await prepare(paper, { field: 'nguoi-ky', name: 'Mẫu', at });
  const [first, again] = [
    await signDigest(prepared.digest, cast.person),
    await signDigest(prepared.digest, cast.person),
  ];
  for (const cms of [first, again]) {
    assert.ok(
      isSound(await verdictOf(expectOk(embed({ pdf: Buffer.from(prepared.pdf), range: prepared.range }, cms)))),
    );
  }
});

test("poppler's pdfsig calls both signatures valid, and not one of them when a byte is changed", async (t) => {
  const told = await pdfsig(signed);
  if (!told) return t.skip('pdfsig is not on this machine');
  assert.deepEqual(told, [
    { name: 'nguoi-ky', isValid: true, coversAll: false },
    { name: 'con-dau', isValid: true, coversAll: true },
  ]);
  const changed = Buffer.from(signed);
  changed[1000] = (changed[1000] ?? 0) ^ 1;
  assert.deepEqual(
    (await pdfsig(changed))?.map(({ isValid }) => isValid),
    [false, false],
  );
});

test('openssl cms -verify -cades accepts both', async (t) => {
  const verified = await cades(signed, cast.root.certificate, at);
  if (!verified) return t.skip('openssl is not on this machine');
  assert.deepEqual(verified, [true, true]);
});
