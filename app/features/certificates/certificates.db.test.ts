import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PDF } from '@libpdf/core';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { Desk } from '../../../tests/desk.ts';
import { givenSignedWith, sealWhole } from '../../../tests/annexes.ts';
import { doAs, givenDraft, givenIssued, issue, meanwhile, openDecisionDesk, row } from '../../../tests/decisions.ts';
import { pdfPages } from '../../../tests/papers.ts';
import { people, system, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { annexesOf } from '../decisions/annexes.server.ts';
import { readPaper } from '../decisions/keeping.server.ts';
import { permitSystem } from '../../kernel/permit.ts';
import { revokeHonour } from '../register/honours.server.ts';
import { findByCode, listCertificates } from './certificate.server.ts';
import type { CertificateRow } from './certificate.server.ts';
import { checkFile, lookUp } from './checking.server.ts';
import { readCode, shownCode } from './code.ts';
import { credentialJwt, didDocument, publicKeys } from './credential.server.ts';
import { defaultLayout } from './default-layout.ts';
import { setLayout } from './layouts.server.ts';
import { makeCertificates, sweepCertificates } from './making.server.ts';
import { drawCertificates, printCertificates } from './printing.server.ts';

const { administrator, appraiser, officerOfAn, officerOfBinh, nobody } = people;
const base = 'https://thidua.example.vn';
let desk: Desk;
let decisionId: string;
let rows: readonly CertificateRow[];
before(async () => {
  desk = await openDecisionDesk();
  decisionId = await givenIssued(desk, [{ name: 'Nguyễn Văn Mẫu' }, { kind: 'collective', name: 'Tổ Mẫu An' }]);
  await make(decisionId);
  rows = await listed();
});
after(() => desk.leave());

const job = () => ({ ...desk.edge(), actor: { kind: 'system', name: 'job' } }) as const;
const make = async (id: string) =>
  act(job(), async (context) => ({ ok: true, value: await makeCertificates(context, id) }) as const);
const listed = async (person = appraiser) => (await listCertificates(desk.services.db, person, { decisionId })).rows;
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }): string =>
  result.ok ? 'ok' : (result.refusal?.kind ?? '');
const named = (name: string) => rows.find((each) => each.name === name) ?? assert.fail(name);

test('each honour has one certificate, however often it is asked for; a sweep makes what was missed', async () => {
  assert.deepEqual(
    rows.map(({ name, goldenBookNumber }) => [name, goldenBookNumber]),
    [
      ['Nguyễn Văn Mẫu', '2/2026'],
      ['Tổ Mẫu An', '1/2026'],
    ],
  );
  assert.equal(expectOk(await make(decisionId)), 0);
  const missed = await givenIssued(desk);
  assert.equal(
    expectOk(await act(job(), async (context) => ({ ok: true, value: await sweepCertificates(context) }) as const)),
    1,
  );
  const { rows: made } = await listCertificates(desk.services.db, system, { decisionId: missed });
  assert.equal(made.length, 1);
  assert.match(made[0]?.code ?? '', /^[A-HJ-NP-Z2-9]{10}$/);
});

test('seen by those who know of the decision and by the unit of the holder, by nobody else', async () => {
  const names = async (person: typeof appraiser) => (await listed(person)).map(({ name }) => name);
  assert.equal((await names(appraiser)).length, 2);
  assert.equal((await names(officerOfAn)).length, 2);
  assert.deepEqual(await names(officerOfBinh), []);
  assert.deepEqual(await names(nobody), []);
});

test('printed whole it says what the decision says; on a blank only what varies; the same twice is the same bytes', async () => {
  const draw = async (onBlank: boolean) =>
    expectOk(await drawCertificates({ rows, onBlank, base, layoutOf: () => defaultLayout }));
  const [whole, again, blank] = [await draw(false), await draw(false), await draw(true)];
  assert.equal(Buffer.compare(whole, again), 0);
  const pages = await pdfPages(whole);
  assert.equal(pages.length, 2);
  const [first = ''] = pages;
  for (const words of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU',
    'BẰNG KHEN',
    'Nguyễn Văn Mẫu',
    'Quyết định số 01/QĐ-UBND ngày 15/06/2026',
    'Số sổ vàng: 2/2026',
    shownCode(named('Nguyễn Văn Mẫu').code),
  ])
    assert.match(first, new RegExp(words), words);
  const [varies = ''] = await pdfPages(blank);
  assert.doesNotMatch(varies, /CỘNG HÒA/);
  assert.match(varies, /Nguyễn Văn Mẫu/);
});

test('a code leads to its certificate however it is typed; a number shows masked names; anything else is unknown', async () => {
  const { db } = desk.services;
  const { code } = named('Nguyễn Văn Mẫu');
  assert.deepEqual(await lookUp(db, ` ${shownCode(code).toLowerCase()} `), { kind: 'code', code });
  const byGolden = await lookUp(db, '2/2026');
  assert.deepEqual(byGolden.kind === 'number' ? byGolden.certificates.map(({ name }) => name) : [], ['N. V. M.']);
  const byNumber = await lookUp(db, '1/QĐ-UBND');
  assert.deepEqual(
    byNumber.kind === 'number' ? byNumber.decisions.map((found) => found.of === 'award' && found.people) : [],
    [2],
  );
  assert.equal((await lookUp(db, 'ABCDE-23456')).kind, 'unknown');
  assert.equal((await lookUp(db, "'; drop table certificate; --")).kind, 'unknown');
  assert.equal(await findByCode(db, 'AAAAAAAAAA'), undefined);
});

test('a draft with its number is not a decision yet: nothing of it is found', async () => {
  const id = await givenDraft(desk);
  const { content } = await row(desk, id);
  assert.equal((await lookUp(desk.services.db, content.symbol)).kind, 'unknown');
});

test('the file: issued byte for byte, changed by a byte or a page, not issued yet, foreign, hostile', async () => {
  const { services } = desk;
  const decision = await row(desk, decisionId);
  const sealed = await readPaper(services, decision.sealedPaper ?? '');
  const kind = async (pdf: Uint8Array) => (await checkFile(services, pdf)).kind;
  const answer = await checkFile(services, sealed);
  assert.equal(answer.kind, 'issued');
  assert.deepEqual(answer.kind === 'issued' ? answer.verdict?.signatures.flatMap(({ faults }) => faults) : null, []);
  const byte = Buffer.from(sealed);
  byte[byte.indexOf('/MediaBox') + 11] = 0x39;
  assert.equal(await kind(byte), 'changed');
  const file = await PDF.load(sealed);
  file.addPage();
  assert.equal(await kind(await file.save({ incremental: true })), 'changed');
  assert.equal(await kind(await readPaper(services, decision.signedPaper ?? '')), 'not_issued');
  const blank = PDF.create();
  blank.addPage();
  assert.equal(await kind(await blank.save()), 'unsigned');
  assert.equal(await kind(Buffer.from('x')), 'unreadable');
});

test('a file attached to a decision: issued byte for byte, known with its decision; as it was handed in it is not what was issued', async () => {
  const id = await givenSignedWith(desk, 'Bảng tổng hợp mẫu');
  expectOk(await sealWhole(desk, id));
  const [annex] = await annexesOf(desk.services.db, id);
  const [given, sealed] = [
    await readPaper(desk.services, annex?.hash ?? ''),
    await readPaper(desk.services, annex?.signedHash ?? ''),
  ];
  assert.equal((await checkFile(desk.services, sealed)).kind, 'not_issued');
  expectOk(await issue(desk, id));
  assert.equal((await checkFile(desk.services, given)).kind, 'not_issued');
  const answer = await checkFile(desk.services, sealed);
  assert.ok(answer.kind === 'issued' && answer.decision.of === 'award');
  assert.deepEqual(
    [answer.annex, answer.decision.decisionId, answer.decision.annexes],
    ['Bảng tổng hợp mẫu', id, ['Bảng tổng hợp mẫu']],
  );
  const changed = Buffer.from(sealed);
  changed[40] = (changed[40] ?? 0) ^ 1;
  const worthless = await checkFile(desk.services, changed);
  assert.ok(worthless.kind === 'foreign' && !worthless.isSound, worthless.kind);
});

test('the printed certificate itself is known again', async () => {
  const { db, clock } = desk.services;
  const pdf = expectOk(
    await printCertificates(db, appraiser, { rows: rows.slice(0, 1), onBlank: false, base, now: clock() }),
  );
  const answer = await checkFile(desk.services, pdf);
  assert.deepEqual(answer.kind === 'certificate' ? answer.certificates.map(({ code }) => code) : [], [rows[0]?.code]);
});

test('the credential is verified by the published key, under did:web, and says what the paper says', async () => {
  const jwt = await credentialJwt(desk.services, named('Nguyễn Văn Mẫu'), base);
  const keys = await publicKeys(desk.services, base);
  assert.equal('d' in (keys.keys[0] ?? {}), false);
  const options = { issuer: 'did:web:thidua.example.vn', currentDate: desk.services.clock() };
  const { payload, protectedHeader } = await jwtVerify(jwt, createLocalJWKSet({ keys: [...keys.keys] }), options);
  assert.deepEqual(payload['type'], ['VerifiableCredential', 'OpenBadgeCredential']);
  const did = (await didDocument(desk.services, base)) as { id: string; verificationMethod: readonly { id: string }[] };
  assert.equal(did.id, options.issuer);
  assert.equal(protectedHeader.kid, keys.keys[0]?.kid);
  assert.equal(did.verificationMethod[0]?.id, protectedHeader.kid);
  const tampered = `${jwt.slice(0, -4)}AAAA`;
  await assert.rejects(jwtVerify(tampered, createLocalJWKSet({ keys: [...keys.keys] }), options));
});

test('revoked, every way of asking says so, with the day and the decision', async () => {
  const { code } = named('Tổ Mẫu An');
  const honour = await desk.services.db
    .selectFrom('certificate')
    .select('honour_id as id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  expectOk(
    await act(job(), (context) =>
      revokeHonour(context, {
        permit: permitSystem('revoke', context.actor),
        honourId: honour.id,
        on: '2026-06-14',
        number: '99/QĐ-UBND',
      }),
    ),
  );
  const found = await findByCode(desk.services.db, code);
  assert.deepEqual([found?.revokedOn, found?.revokedBy], ['2026-06-14', '99/QĐ-UBND']);
  // What is left to print of a decision is counted over all pages, not on the one that is shown.
  for (const page of [1, 2]) {
    const { total, printable } = await listCertificates(desk.services.db, appraiser, { decisionId, size: 1, page });
    assert.deepEqual([total, printable], [2, 1]);
  }
  const byNumber = await lookUp(desk.services.db, '01/QĐ-UBND');
  const [decision] = byNumber.kind === 'number' ? byNumber.decisions : [];
  assert.equal(decision?.of === 'award' ? decision.revoked : 0, 1);
});

test('a layout is set by an administrator of the whole, as a new edition; wrong fields are named; a lost race is told', async () => {
  const typed: Record<string, string> = {
    'code.x': '20',
    'code.y': '160',
    'code.size': '22',
    'offset.x': '-2,5',
    'offset.y': '0',
  };
  for (const [key, line] of Object.entries(defaultLayout.lines))
    for (const [part, value] of Object.entries(line))
      if (value !== false) typed[`${key}.${part}`] = value === true ? 'on' : String(value);
  const set = (person: typeof appraiser, seen: number, more: object = {}) =>
    doAs(desk, person, (context) =>
      setLayout(context, { awardCode: 'bang-khen-tinh', seen, typed: { ...typed, ...more } }),
    );
  assert.equal(kindOf(await set(appraiser, 0)), 'not_allowed');
  const wrong = await set(administrator, 0, { 'name.x': 'giữa', 'name.text': '{ten} {luong}', 'award.size': '900' });
  assert.deepEqual(wrong.ok ? null : wrong.refusal, {
    kind: 'layout_wrong',
    problems: [
      { at: 'award.size', problem: 'out_of_range' },
      { at: 'name.x', problem: 'not_a_number' },
      { at: 'name.text', problem: 'unknown_fact' },
    ],
  });
  assert.deepEqual(expectOk(await set(administrator, 0)), { edition: 1 });
  assert.equal(kindOf(await set(administrator, 0)), 'lost_race');
});

test('codes are read off paper as people write them', () => {
  assert.equal(readCode('abcde 23456'), 'ABCDE23456');
  assert.equal(readCode('ABCDE–23456'), 'ABCDE23456');
  assert.equal(readCode('ABCDE-2345'), undefined);
  assert.equal(readCode('ABCDE-2345Ơ'), undefined);
});

test('certificates and what was printed are only added to', async () => {
  const { owner } = desk.database;
  await assert.rejects(owner.updateTable('certificate').set({ code: 'AAAAAAAAAA' }).execute(), /chỉ thêm/);
  await assert.rejects(owner.deleteFrom('certificate_layout').execute(), /chỉ thêm/);
  await meanwhile(desk, async (tx) => tx.selectFrom('unit').where('id', '=', units.province).select('id').execute());
});
