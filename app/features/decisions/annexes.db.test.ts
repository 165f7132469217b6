import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PDF, PdfDict, PdfName, PdfString } from '@libpdf/core';
import { sql } from 'kysely';
import type { Desk } from '../../../tests/desk.ts';
import { attach, givenSignedWith, readFileFor, sealWhole, sheet } from '../../../tests/annexes.ts';
import { asked, doAs, givenDraft, issue, openDecisionDesk, row, submit } from '../../../tests/decisions.ts';
import { cades, pdfsig, shownWords } from '../../../tests/outside.ts';
import { pdfPages } from '../../../tests/papers.ts';
import { people } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { trustOf } from '../../platform/signing/desk.server.ts';
import { isSound } from '../../platform/signing/verdict.ts';
import { verifyPdf } from '../../platform/signing/verify.server.ts';
import { annexDesk } from './annex-desk.server.ts';
import { annexesOf, readAnnex, removeAnnex } from './annexes.server.ts';
import { withdrawDecision } from './approving.server.ts';
import { readPaper } from './keeping.server.ts';
import { sweepSignings } from './run-signing.server.ts';
import { prepareSigning } from './signing.server.ts';
import { decisionDesk } from './signing-desk.server.ts';

const { appraiser, decidingAuthority, officerOfBinh } = people;
let desk: Desk;
before(async () => void (desk = await openDecisionDesk()));
after(() => desk.leave());

const kindOf = (result: { ok: boolean; refusal?: { kind: string } }): string =>
  result.ok ? 'ok' : (result.refusal?.kind ?? '');

test('files are named in the decision, sealed before it, each with number and time, and hold for programs of others', async (t) => {
  const id = await givenSignedWith(desk, 'Bảng tổng hợp mẫu', 'Biểu mẫu');
  const [first] = await pdfPages(await readPaper(desk.services, (await row(desk, id)).paper ?? ''));
  assert.match(first?.replaceAll(/\s+/g, ' ') ?? '', /Kèm theo Quyết định này.*1\) Bảng tổng hợp mẫu; 2\) Biểu mẫu/);
  expectOk(await sealWhole(desk, id));
  const { number, stage } = await row(desk, id);
  assert.equal(stage, 'sealed');
  const trust = await trustOf(desk.services);
  const root = Buffer.from(trust.roots[0] ?? '').toString('base64');
  const mark = new RegExp(`0?${number}/QĐ-UBND\\s+\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+07:00`);
  for (const { hash, signedHash } of await annexesOf(desk.services.db, id)) {
    const [given, pdf] = [await readPaper(desk.services, hash), await readPaper(desk.services, signedHash ?? '')];
    assert.equal(Buffer.compare(pdf.subarray(0, given.length), given), 0, 'what was handed in stays byte for byte');
    const now = desk.services.clock();
    const verdict = expectOk(await verifyPdf({ pdf, trust, now }));
    assert.deepEqual([isSound(verdict), verdict.signatures.length], [true, 1]);
    const [words, told, verified] = [await shownWords(pdf), await pdfsig(pdf), await cades(pdf, root, now)];
    if (words === undefined || !told || !verified) return t.skip('pdftotext, pdfsig or openssl is not on this machine');
    assert.match(words, mark);
    assert.deepEqual([told.map(({ isValid, coversAll }) => [isValid, coversAll]), verified], [[[true, true]], [true]]);
  }
  expectOk(await issue(desk, id));
});

test('a service that dies between hash and embed of a file: the sweep ends it, then the decision is sealed', async () => {
  const id = await givenSignedWith(desk, 'Tệp một', 'Tệp hai');
  const [one, two] = await annexesOf(desk.services.db, id);
  const order = { ...(await asked(desk, id)), id: one?.id ?? '', part: 'seal', desk: annexDesk } as const;
  const prepared = expectOk(await doAs(desk, appraiser, (context) => prepareSigning(context, desk.services, order)));
  const early = { ...(await asked(desk, id)), part: 'seal', desk: decisionDesk } as const;
  const refused = await doAs(desk, appraiser, (context) => prepareSigning(context, desk.services, early));
  assert.equal(kindOf(refused), 'annexes_unsigned');
  desk.wait(5);
  const system = { ...desk.edge(), actor: { kind: 'system', name: 'job' } } as const;
  assert.equal(await sweepSignings(system, [decisionDesk, annexDesk]), 1);
  const done = await annexesOf(desk.services.db, id);
  assert.deepEqual(
    done.map(({ signedHash }) => signedHash !== null),
    [true, false],
  );
  expectOk(await sealWhole(desk, id));
  assert.equal((await row(desk, id)).stage, 'sealed');
  const kept = await desk.services.db
    .selectFrom('decision_signing')
    .where('annex_id', 'in', [one?.id ?? '', two?.id ?? ''])
    .select(['digest', 'state'])
    .orderBy('prepared_at')
    .execute();
  assert.deepEqual([kept[0]?.digest, kept.map(({ state }) => state)], [prepared.digest, ['done', 'done']]);
});

test('withdrawn between two files, what was prepared is dropped and never signed', async () => {
  const id = await givenSignedWith(desk, 'Tệp');
  const [one] = await annexesOf(desk.services.db, id);
  const order = { ...(await asked(desk, id)), id: one?.id ?? '', part: 'seal', desk: annexDesk } as const;
  expectOk(await doAs(desk, appraiser, (context) => prepareSigning(context, desk.services, order)));
  const withdrawn = await asked(desk, id);
  expectOk(await doAs(desk, decidingAuthority, (context) => withdrawDecision(context, withdrawn)));
  desk.wait(5);
  const system = { ...desk.edge(), actor: { kind: 'system', name: 'job' } } as const;
  assert.equal(await sweepSignings(system, [decisionDesk, annexDesk]), 0);
  assert.equal((await annexesOf(desk.services.db, id))[0]?.signedHash, null);
});

test('added and taken off in a draft alone, by who drafts, the same file once; wrong files are named', async () => {
  const id = await givenDraft(desk);
  expectOk(await attach(desk, id, { name: 'Tệp' }));
  assert.equal(kindOf(await attach(desk, id, { name: 'Tệp khác, cùng nội dung' })), 'annex_wrong');
  assert.equal(kindOf(await attach(desk, id, { name: 'Tệp hai', pages: 2, by: decidingAuthority })), 'not_yours');
  assert.equal(kindOf(await attach(desk, id, { name: 'Tệp hai', pages: 2, by: officerOfBinh })), 'not_there');
  const problems = [
    await readFileFor(desk, '', await sheet()),
    await readAnnex(desk.services, { name: 'Tệp', uploads: [] }),
    await readFileFor(desk, 'Tệp', Buffer.from('không phải PDF')),
    await readFileFor(desk, 'Tệp', await hostile()),
  ].map((result) => ('refusal' in result ? result.refusal : undefined));
  assert.deepEqual(
    problems.map((refusal) => (refusal?.kind === 'annex_wrong' ? refusal.problem : refusal?.kind)),
    ['unnamed', 'no_file', 'not_a_pdf', 'hazardous'],
  );
  const [one] = await annexesOf(desk.services.db, id);
  const off = { ...(await asked(desk, id)), annexId: one?.id ?? '' };
  expectOk(await doAs(desk, appraiser, (context) => removeAnnex(context, off)));
  assert.equal((await annexesOf(desk.services.db, id)).length, 0);
  await submit(desk, id);
  assert.equal(kindOf(await attach(desk, id, { name: 'Muộn' })), 'wrong_stage');
});

test('the database itself lets nobody change what was fixed, owner included', async () => {
  const id = await givenSignedWith(desk, 'Tệp');
  const tries = [
    sql`update decision_annex set name = 'khác' where decision_id = ${id}`,
    sql`delete from decision_annex where decision_id = ${id}`,
    sql`insert into decision_annex select gen_random_uuid(), decision_id, 9, 'khác', repeat('0', 64), null, null, added_by, added_at
      from decision_annex where decision_id = ${id}`,
  ];
  for (const each of tries) await assert.rejects(each.execute(desk.database.owner), /tệp kèm theo/);
  expectOk(await sealWhole(desk, id));
  const again = sql`update decision_annex set signed_hash = file_hash where decision_id = ${id}`;
  await assert.rejects(again.execute(desk.database.owner), /tệp kèm theo/);
});

/** One page that runs a script when it is opened. */
async function hostile(): Promise<Uint8Array> {
  const file = PDF.create();
  file.addPage();
  const action = PdfDict.of({ S: PdfName.of('JavaScript'), JS: PdfString.fromString('app.alert(1)') });
  file.getCatalog().set('OpenAction', action);
  return file.save();
}
