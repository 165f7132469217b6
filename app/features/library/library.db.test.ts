import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { prepareDirective } from '../directive/prepare.server.ts';
import { listClauses } from '../directive/reading.server.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { people } from '../../../tests/world.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { takeIn } from '../../platform/files/intake.server.ts';
import { newId } from '../../platform/id.server.ts';
import { addDocument, addEdition } from './adding.server.ts';
import { forceOn } from './links.ts';
import { setLink, takeOffLink } from './linking.server.ts';
import { prepareLibrary } from './prepare.server.ts';
import { findDocument, findParts, listDocuments } from './reading.server.ts';

let desk: Desk;
before(async () => void (desk = await openDesk()));
after(() => desk.leave());

const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;
const fields = {
  title: 'Hướng dẫn mẫu chấm điểm',
  kind: 'guidance',
  number: '12/HD-MAU',
  issuer: 'Sở Mẫu',
  state: 'read',
  source: 'Bản ký mẫu',
  body: 'Chương I\nQUY ĐỊNH MẪU\nĐiều 1. Phạm vi mẫu\nChấm bằng thang điểm zqmau.\nĐiều 2. Cách chấm\nMỗi người chấm một lần zqmau.',
};
const add = (by: Person, more: Partial<Parameters<typeof addDocument>[1]> = {}) =>
  act(desk.edge(by), (context) =>
    addDocument(context, { id: newId(), fields, isPublic: false, file: undefined, ...more }),
  );

test('what comes with the pack is there after the first start, and later starts read nothing through', async () => {
  const first = await prepareLibrary(desk.services);
  assert.ok(first.documents >= 20 && first.editions === first.documents);
  assert.deepEqual(await prepareLibrary(desk.services), { documents: 0, editions: 0 });
  const { db } = desk.services;
  const law = await findDocument(db, stranger, { code: 'luat-06-2022-qh15' });
  assert.equal(law?.parts.filter(({ kind }) => kind === 'article').length, 96);
  assert.deepEqual(
    law?.links.map(({ relation, isFrom, code }) => [relation, isFrom, code]),
    [
      ['amends', false, 'luat-06-2026-qh16'],
      ['guides', false, 'nghi-dinh-152-2025-nd-cp'],
    ],
  );
  const amending = await findDocument(db, stranger, { code: 'luat-06-2026-qh16' });
  assert.deepEqual([amending?.document.state, amending?.parts], ['second_hand', []]);
});

test('a pack that says something else brings the next edition, and keeps the one before', async () => {
  const { owner } = desk.database;
  await sql`update library_pack set digest = 'x'`.execute(owner);
  assert.equal((await prepareLibrary(desk.services)).editions, 0);
  await sql`alter table library_edition disable trigger library_edition_kept`.execute(owner);
  await sql`update library_edition set digest = 'x' where document_code = 'luat-91-2025-qh15'`.execute(owner);
  await sql`alter table library_edition enable trigger library_edition_kept`.execute(owner);
  await sql`update library_pack set digest = 'x'`.execute(owner);
  assert.equal((await prepareLibrary(desk.services)).editions, 1);
  const { db } = desk.services;
  const editionOf = async (edition?: number) =>
    (await findDocument(db, stranger, { code: 'luat-91-2025-qh15', edition }))?.document.edition;
  assert.deepEqual([await editionOf(), await editionOf(1), await editionOf(3)], [2, 1, undefined]);
});

test('the search finds the article by words without marks, by its number, by kind; and marks what it found', async () => {
  const { db } = desk.services;
  const found = await findParts(db, stranger, { words: 'kha nang NHAN RONG trong toàn quốc' });
  assert.equal(found[0]?.anchor, 'dieu-21');
  const [article] = await findParts(db, stranger, { words: 'Điều 22 chiến sĩ thi đua' });
  assert.deepEqual([article?.code, article?.anchor], ['luat-06-2022-qh15', 'dieu-22']);
  assert.ok(found[0]?.snippet.some(({ text, isFound }) => isFound && text === 'khả năng nhân rộng trong toàn quốc'));
  assert.deepEqual(await findParts(db, stranger, { words: 'sáng kiến', kind: 'decree' }), []);
  assert.deepEqual(await findParts(db, stranger, { words: '%_' }), []);
  const listed = async (query: Parameters<typeof listDocuments>[2]) =>
    (await listDocuments(db, stranger, query)).map(({ code }) => code);
  assert.deepEqual(await listed({ words: '30/2020', kind: 'decree' }), ['nghi-dinh-30-2020-nd-cp']);
  assert.deepEqual(await listed({ words: 'thi dua', year: 2022 }), ['luat-06-2022-qh15']);
});

test('the appraising body adds guidance that only those signed in read; sent twice it is one', async () => {
  const id = newId();
  assert.equal(kindOf(await add(people.headOfAn)), 'not_allowed');
  assert.equal(kindOf(await add(people.administratorOfAn)), 'not_allowed');
  assert.deepEqual(await add(people.appraiser, { id }), { ok: true, value: { code: '12-hd-mau' } });
  assert.deepEqual(await add(people.appraiser, { id }), { ok: true, value: { code: '12-hd-mau' } });
  assert.equal(kindOf(await add(people.administrator)), 'code_taken');
  assert.equal(kindOf(await add(people.appraiser, { fields: { ...fields, body: '' } })), 'nothing_to_read');
  assert.equal(kindOf(await add(people.appraiser, { fields: { ...fields, title: '' } })), 'document_wrong');
  const { db } = desk.services;
  const token: Actor = { ...people.nobody, scopes: ['actuals:read'] };
  for (const outside of [stranger, token]) {
    assert.equal(await findDocument(db, outside, { code: '12-hd-mau' }), undefined);
    assert.deepEqual(await findParts(db, outside, { words: 'thang điểm zqmau' }), []);
    assert.deepEqual(await listDocuments(db, outside, { words: '12/HD-MAU' }), []);
  }
  const one = await findDocument(db, people.nobody, { code: '12-hd-mau' });
  assert.deepEqual(
    one?.parts.map(({ anchor }) => anchor),
    ['chuong-i', 'dieu-1', 'dieu-2'],
  );
});

test('the next edition takes the place of the last, which stays to read; a late one is a lost race', async () => {
  const next = { code: '12-hd-mau', fields: { ...fields, body: 'Điều 1. Mới\nChấm theo cách mới.' }, file: undefined };
  const write = (by: Person, id: string, over = 1) =>
    act(desk.edge(by), (context) => addEdition(context, { ...next, id, after: over }));
  const id = newId();
  assert.equal(kindOf(await write(people.officerOfAn, newId())), 'not_allowed');
  assert.ok((await write(people.appraiser, id)).ok);
  assert.ok((await write(people.appraiser, id)).ok);
  assert.equal(kindOf(await write(people.appraiser, newId())), 'lost_race');
  const { db } = desk.services;
  const bodyOf = async (edition?: number) =>
    (await findDocument(db, people.nobody, { code: '12-hd-mau', edition }))?.parts.at(-1)?.body;
  assert.deepEqual([await bodyOf(), await bodyOf(1)], ['Chấm theo cách mới.', 'Mỗi người chấm một lần zqmau.']);
  assert.deepEqual(await findParts(db, people.nobody, { words: 'một lần zqmau' }), []);
});

const link = (by: Person, code: string, relation: string, to: string, deed = setLink) =>
  act(desk.edge(by), (context) => deed(context, { code, relation, to }));
const changesOf = async (code: string, by: Actor = people.nobody) =>
  (await findDocument(desk.services.db, by, { code }))?.document.changes.map(({ code: other }) => other);
const problemOf = (result: { ok: boolean; refusal?: object }) =>
  (result.refusal as { readonly problem?: string } | undefined)?.problem ??
  kindOf(result as Parameters<typeof kindOf>[0]);

test('what amends or replaces is set once, shown on both sides, never in a circle nor against the days, and taken off again', async () => {
  const dated = { ...fields, issuedOn: '2025-02-01', inForceFrom: '2025-03-01' };
  const later = { ...dated, number: '13/HD-MAU', issuedOn: '2026-01-01', inForceFrom: '2026-02-01' };
  const none = { relation: '', to: '13-hd-mau' };
  assert.ok((await add(people.appraiser, { fields: { ...dated, number: '11/HD-MAU' } })).ok);
  assert.equal(problemOf(await add(people.appraiser, { fields: later, link: none })), 'missing');
  assert.equal(await findDocument(desk.services.db, people.nobody, { code: '13-hd-mau' }), undefined);
  assert.ok((await add(people.appraiser, { fields: later, link: { relation: 'replaces', to: '11-hd-mau' } })).ok);
  assert.deepEqual(await changesOf('11-hd-mau'), ['13-hd-mau']);
  const one = await findDocument(desk.services.db, people.nobody, { code: '11-hd-mau' });
  assert.deepEqual(
    one?.links.map(({ relation, isFrom, code, isOwn }) => [relation, isFrom, code, isOwn]),
    [['replaces', false, '13-hd-mau', true]],
  );
  assert.equal(one && forceOn(one.document, one.document.changes, '2026-02-01'), 'replaced');
  assert.ok((await link(people.appraiser, '13-hd-mau', 'replaces', '11-hd-mau')).ok);
  for (const [from, relation, to, problem] of [
    ['11-hd-mau', 'amends', '13-hd-mau', 'older'],
    ['13-hd-mau', 'replaces', '13-hd-mau', 'same_document'],
    ['13-hd-mau', 'breaks', '11-hd-mau', 'missing'],
    ['13-hd-mau', 'guides', 'khong-co', 'not_there'],
    ['12-hd-mau', 'guides', '13-hd-mau', null],
    ['13-hd-mau', 'guides', '12-hd-mau', 'goes_round'],
  ] as const)
    assert.equal(problemOf(await link(people.appraiser, from, relation, to)), problem, `${from} ${relation} ${to}`);
  assert.equal(problemOf(await link(people.headOfAn, '13-hd-mau', 'amends', '12-hd-mau')), 'not_allowed');
  const fromPack = ['luat-06-2026-qh16', 'amends', 'luat-06-2022-qh15'] as const;
  assert.equal(problemOf(await link(people.appraiser, ...fromPack, takeOffLink)), 'link_from_pack');
  const own = ['13-hd-mau', 'replaces', '11-hd-mau'] as const;
  assert.equal(problemOf(await link(people.officerOfAn, ...own, takeOffLink)), 'not_allowed');
  assert.ok((await link(people.appraiser, ...own, takeOffLink)).ok);
  assert.ok((await link(people.appraiser, ...own, takeOffLink)).ok);
  assert.deepEqual(await changesOf('11-hd-mau'), []);
  assert.ok((await link(people.appraiser, ...own)).ok);
  assert.deepEqual(await changesOf('11-hd-mau'), ['13-hd-mau']);
});

test('a public document names no change that is not public', async () => {
  const dated = { ...fields, issuedOn: '2027-01-01' };
  const amends = { relation: 'amends', to: 'luat-06-2022-qh15' };
  assert.ok((await add(people.appraiser, { fields: { ...dated, number: '14/HD-MAU' }, link: amends })).ok);
  assert.deepEqual(await changesOf('luat-06-2022-qh15', stranger), ['luat-06-2026-qh16']);
  assert.deepEqual(await changesOf('luat-06-2022-qh15'), ['luat-06-2026-qh16', '14-hd-mau']);
});

test('a form is a file to take away; the words of a file are its text where none was typed, and say so', async () => {
  const form = { ...fields, kind: 'form', title: 'Biểu mẫu zqbieu', number: '', body: 'Cách điền' };
  const refused = await add(people.appraiser, { fields: form });
  assert.deepEqual(refused, {
    ok: false,
    refusal: { kind: 'document_wrong', problems: [{ field: 'file', problem: 'missing' }] },
  });
  const words = 'Điều 1. Lấy từ tệp\nChữ trong tệp zqtep.';
  const content = Buffer.from(words);
  const kept = expectOk(await takeIn({ name: 'mau.txt', content }, { store: desk.services.files }));
  assert.ok((await add(people.appraiser, { fields: form, file: { kept, words } })).ok);
  const ofFile = { ...fields, title: 'Hướng dẫn zqtrong tệp', number: '', body: '' };
  assert.ok((await add(people.appraiser, { fields: ofFile, file: { kept, words } })).ok);
  const { db } = desk.services;
  const [listed] = await listDocuments(db, people.nobody, { words: 'zqbieu', kind: 'form' });
  assert.deepEqual([listed?.file?.name, listed?.isFromFile], ['mau.txt', false]);
  const found = await findParts(db, people.nobody, { words: 'zqtep' });
  assert.deepEqual(
    found.map(({ code, anchor }) => [code, anchor]),
    [['huong-dan-zqtrong-tep', 'dieu-1']],
  );
  assert.equal((await findDocument(db, people.nobody, { code: 'huong-dan-zqtrong-tep' }))?.document.isFromFile, true);
});

/** Last: it brings the directive's own organisation. */
test('the directive is found clause by clause, its annex too, where its own page has it', async () => {
  await prepareDirective(desk.services);
  await sql`update library_pack set digest = 'x'`.execute(desk.database.owner);
  assert.equal((await prepareLibrary(desk.services)).editions, 1);
  const { db } = desk.services;
  const placeOf = async (words: string) => {
    const [found] = await findParts(db, stranger, { words, kind: 'directive' });
    return found && `${found.page ?? ''}#${found.anchor}`;
  };
  assert.equal(await placeOf('bo chi huy quan su tinh'), '/chi-thi#PL.17');
  const clauses = await listClauses(db);
  const missed: string[] = [];
  for (const { code, wording } of clauses.filter((clause) => clause.wording !== '')) {
    const words = wording.split(/\s+/).slice(0, 8).join(' ');
    const found = await findParts(db, stranger, { words, kind: 'directive' });
    if (!found.some(({ anchor }) => anchor === code)) missed.push(`${code}: ${words}`);
  }
  assert.deepEqual(missed, []);
});
