import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { at, inWorld, move, opened, refusalOf, write } from '../../../tests/rounds.ts';
import { dutiesOf, follow, messagesOf } from '../../../tests/urging.ts';
import { contextFor, people, recorded, units } from '../../../tests/world.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { issuersFor } from '../directive/issuers.server.ts';
import { findLetter, lettersNaming, listLetters } from './letter-page.server.ts';
import { letterPaper } from './letter.text.ts';
import type { LetterContent } from './letter.ts';
import { lackingIn, letterFieldNames } from './letter.ts';
import { draftLetters, issueLetter, refreshLetter, saveLetter, withdrawLetter } from './letters.server.ts';

const day = '2026-06-25';
const late = at(day);

const keysOf = async (tx: Transaction<DB>, on = day) =>
  (await dutiesOf(tx, people.appraiser, { kind: 'report', day: on })).map(({ key }) => key);
const draft = async (tx: Transaction<DB>, together: boolean, by: Person = people.appraiser, id = newId()) =>
  draftLetters(contextFor(tx, by, late), { id, keys: await keysOf(tx), together, issuerId: units.department });
const find = (tx: Transaction<DB>, actor: Actor, id: string) => findLetter(tx, actor, { id, today: day });

const all = { together: true, issuerId: units.department };
const whole = {
  symbol: 'SM-TĐ',
  office: 'Phó Giám đốc',
  signer: 'Người Mẫu Ký',
  authority: 'KT',
  authorityOf: 'Giám đốc',
};

/** Drafted for all, filled in, and ready to be numbered: the version it then has is 2. */
async function ready(tx: Transaction<DB>): Promise<string> {
  const [id = ''] = expectOk(await draft(tx, true)).ids;
  const letter = await find(tx, people.appraiser, id);
  const typed = { ...letter?.content, ...whole };
  expectOk(await saveLetter(contextFor(tx, people.appraiser, late), { id, version: 1, typed }));
  return id;
}
const issue = (tx: Transaction<DB>, id: string, more: object = {}, by: Person = people.appraiser) => {
  const context = contextFor(tx, by, late);
  const given = { id, version: 2, number: '7', signedOn: '2026-06-25', ...more };
  return { context, result: issueLetter(context, given) };
};

test('one letter for all has its duties in an annex, one for each unit in itself; the same form twice is the same letters', async () => {
  await inWorld(async (tx) => {
    await opened(tx);
    const id = newId();
    assert.deepEqual(expectOk(await draft(tx, true, people.appraiser, id)).ids, [id]);
    assert.deepEqual(expectOk(await draft(tx, true, people.appraiser, id)).ids, [id]);
    const one = await find(tx, people.appraiser, id);
    assert.deepEqual([one?.units, one?.duties, one?.fulfilled], [3, 3, 0]);
    const paper = one && letterPaper({ ...one, duties: one.list, today: day });
    assert.deepEqual([paper?.body.map(({ kind }) => kind), paper?.annexes?.length], [['paragraph', 'paragraph'], 1]);
    assert.match(one?.content.opening ?? '', /còn 3 nhiệm vụ của 3 cơ quan, đơn vị, địa phương quá hạn/);
    const apart = newId();
    const { ids } = expectOk(await draft(tx, false, people.appraiser, apart));
    assert.deepEqual(expectOk(await draft(tx, false, people.appraiser, apart)).ids, ids);
    assert.equal(ids.length, 3);
    const each = await Promise.all(ids.map((letterId) => find(tx, people.appraiser, letterId)));
    assert.deepEqual(each.map((letter) => letter?.content.addressees ?? '').toSorted(), [
      'Ủy ban nhân dân phường Mẫu Chi',
      'Ủy ban nhân dân xã Mẫu An',
      'Ủy ban nhân dân xã Mẫu Bình',
    ]);
    const [first] = each;
    const own = first && letterPaper({ ...first, duties: first.list, today: day });
    assert.deepEqual([own?.body.map(({ kind }) => kind), own?.annexes], [['paragraph', 'list', 'paragraph'], []]);
    assert.deepEqual(own?.issuer, { name: 'Sở Mẫu', parent: 'UBND tỉnh Mẫu' });
    assert.equal((await listLetters(tx, people.appraiser, { page: 1, size: 10 })).total, 4);
  });
});

test('only the appraising body writes them, and only of what is late', async () => {
  await inWorld(async (tx) => {
    await opened(tx);
    for (const by of [people.headOfAn, people.officerOfAn, people.auditor, people.administrator])
      assert.equal(refusalOf(await draft(tx, true, by)), 'not_yours');
    const early = contextFor(tx, people.appraiser, at('2026-06-22'));
    const none = await draftLetters(early, { id: newId(), keys: await keysOf(tx), ...all });
    assert.equal(refusalOf(none), 'nothing_late');
    const nothing = await draftLetters(early, { id: newId(), keys: [], ...all });
    assert.equal(refusalOf(nothing), 'nothing_late');
  });
});

test('it is headed as the body for which it is written: at its place, by the authority and office of its head, in its family', async () => {
  await inWorld(async (tx) => {
    await opened(tx);
    const headOf = async (by: Person, issuerId: string) => {
      const id = newId();
      expectOk(await draftLetters(contextFor(tx, by, late), { id, keys: await keysOf(tx), together: true, issuerId }));
      const letter = await find(tx, by, id);
      const paper = letter && letterPaper({ ...letter, duties: letter.list, today: day });
      return [paper?.family, paper?.issuer.name, paper?.symbol, paper?.dated?.place, paper?.signature];
    };
    const office = (over: readonly string[], name: string) => ({ authority: over, office: name });
    assert.deepEqual(
      [await headOf(people.appraiser, units.department), await headOf(people.appraiser, units.province)],
      [
        ['state', 'Sở Mẫu', 'SM', 'Mẫu', office([], 'Giám đốc')],
        ['state', 'Ủy ban nhân dân tỉnh Mẫu', 'UBND', 'Mẫu', office(['TM. Ủy ban nhân dân'], 'Chủ tịch')],
      ],
    );
    const ofParty = { ...people.appraiser, homeUnitId: units.partyBody };
    assert.deepEqual(await headOf(ofParty, units.partyBody), [
      'party',
      'Ban Mẫu Tỉnh ủy',
      'CV/BMTU',
      'Mẫu',
      office([], 'Thủ trưởng đơn vị'),
    ]);
    for (const issuerId of ['', units.communeAn, units.partyBody]) {
      const keys = await keysOf(tx);
      const given = { id: newId(), keys, together: true, issuerId };
      const refused = await draftLetters(contextFor(tx, people.appraiser, late), given);
      assert.deepEqual(!refused.ok && refused.refusal, {
        kind: 'letter_wrong',
        problems: [{ field: 'issuer', problem: { kind: 'issuer_unchosen' } }],
      });
    }
  });
});

test('who works for the province itself is offered the standing body of the directive first', async () => {
  await inWorld(async (tx) => {
    const other = { id: newId(), code: 'ban-a', kind: 'department', valid_from: '2025-07-01' };
    await tx.insertInto('unit').values(other).execute();
    const version = { unit_id: other.id, valid_from: '2025-07-01', name: 'Ban A', short_name: 'Ban A' };
    await tx
      .insertInto('unit_version')
      .values({ ...version, parent_id: units.province })
      .execute();
    const pack = {
      code: 'mau',
      version: '1',
      digest: 'mau',
      title: 'Mẫu',
      facts: { standingBody: 'so-mau' },
      loaded_at: late,
    };
    await tx.insertInto('directive_pack').values(pack).execute();
    const offered = async (homeUnitId: string) =>
      (await issuersFor(tx, { ...people.appraiser, homeUnitId })).map(({ name }) => name);
    assert.deepEqual(await offered(units.province), ['Sở Mẫu', 'Ban A', 'Tỉnh Mẫu']);
    assert.deepEqual(await offered(units.partyBody), ['Ban Mẫu Tỉnh ủy', 'Sở Mẫu', 'Ban A', 'Tỉnh Mẫu']);
  });
});

test('what nobody has filled in is named on the paper and before it, never left blank', async () => {
  const duty = {
    key: '',
    unitId: 'x',
    unitName: 'Xã Mẫu',
    kind: 'report',
    about: '',
    dueOn: day,
    lastDay: day,
  } as const;
  const content = { ...Object.fromEntries(letterFieldNames.map((name) => [name, ''])), authority: '' } as LetterContent;
  const facts = { family: 'state', number: null, signedOn: null, today: day } as const;
  const paper = letterPaper({ ...facts, content, duties: [{ ...duty, daysLate: 1 }] });
  assert.deepEqual(
    [paper.issuer.name, paper.symbol, paper.dated?.place, paper.signature],
    ['(Cơ quan ban hành)', '(Ký hiệu)', '(Địa danh)', { authority: [], office: '(Chức vụ của người ký)' }],
  );
  assert.ok(
    ['issuer', 'symbol', 'place', 'office', 'signer'].every((name) => lackingIn(content).some((one) => one === name)),
  );
});

test('what a letter lacks is said at its field; secrets stay out; of two who edit the second is told', async () => {
  await inWorld(async (tx) => {
    await opened(tx);
    const [id = ''] = expectOk(await draft(tx, true)).ids;
    const { content } = (await find(tx, people.appraiser, id)) ?? {};
    const save = (typed: object, version = 1) =>
      saveLetter(contextFor(tx, people.appraiser, late), { id, version, typed: { ...content, ...typed } });
    const problems = async (typed: object) => {
      const result = await save(typed);
      return !result.ok && result.refusal.kind === 'letter_wrong'
        ? result.refusal.problems.map(({ field, problem }) => [field, problem.kind])
        : [];
    };
    assert.deepEqual(await problems({ about: ' ', closing: 'x'.repeat(4001), authority: 'KT' }), [
      ['about', 'missing'],
      ['closing', 'too_long'],
      ['authorityOf', 'authority_of_whom'],
    ]);
    assert.deepEqual(await problems({ opening: 'Về đề án số 97' }), [['opening', 'names_secret']]);
    await sql`savepoint attempt`.execute(tx);
    await assert.rejects(sql`update urging_letter set closing = 'theo DA-97'`.execute(tx), /secret_scheme/);
    await sql`rollback to savepoint attempt`.execute(tx);
    expectOk(await save(whole));
    assert.deepEqual(await save({ about: 'khác' }), { ok: false, refusal: { kind: 'lost_race', current: 2 } });
  });
});

test('it is numbered when signed, then told to the units it names, linked to the duties, and never changed', async () => {
  await inWorld(async (tx) => {
    await opened(tx);
    const id = await ready(tx);
    const wrong = await issue(tx, id, { number: ' ', signedOn: '2026-07-01' }).result;
    assert.deepEqual(
      !wrong.ok && wrong.refusal.kind === 'letter_wrong' && wrong.refusal.problems.map(({ problem }) => problem.kind),
      ['number_missing', 'day_to_come'],
    );
    assert.equal(refusalOf(await issue(tx, id, {}, people.headOfAn).result), 'not_there');
    const { context, result } = issue(tx, id);
    expectOk(await result);
    await follow(tx, context);
    assert.deepEqual(
      (await messagesOf(tx)).map(({ who, link }) => [who, link]),
      [people.officerOfAn, people.headOfAn, people.officerOfBinh, people.headOfBinh].map(({ personId }) => [
        personId,
        `/don-doc/cong-van/${id}`,
      ]),
    );
    const [key = ''] = await keysOf(tx);
    assert.deepEqual((await lettersNaming(tx, [key])).get(key), { id, number: '7/SM-TĐ' });
    assert.equal(refusalOf(await issue(tx, id, { version: 3 }).result), 'wrong_stage');
    for (const attempt of [sql`update urging_letter set about = 'x'`, sql`delete from letter_duty`]) {
      await sql`savepoint attempt`.execute(tx);
      await assert.rejects(attempt.execute(tx), /append_only/);
      await sql`rollback to savepoint attempt`.execute(tx);
    }
    assert.deepEqual(
      (await recorded(tx)).map(({ kind }) => kind).filter((kind) => kind.startsWith('letter.')),
      ['letter.drafted', 'letter.changed', 'letter.issued'],
    );
  });
});

const readers: readonly (readonly [string, Actor, boolean, boolean])[] = [
  ['a stranger', stranger, false, false],
  ['a person without a role', people.nobody, false, false],
  ['the officer of An', people.officerOfAn, false, true],
  ['the officer of a unit it does not name', people.officerOfDepartment, false, false],
  ['the administrator', people.administrator, false, false],
  ['the auditor', people.auditor, true, true],
  ['the appraiser', people.appraiser, true, true],
  ['a token', { ...people.appraiser, scopes: ['pledges:read'] }, false, false],
];
for (const [who, actor, seesDraft, seesIssued] of readers) {
  test(`${who} knows of a letter exactly when it is theirs to know`, async () => {
    await inWorld(async (tx) => {
      await opened(tx);
      const id = await ready(tx);
      const seen = async () => [
        (await find(tx, actor, id)) !== undefined,
        (await listLetters(tx, actor, { page: 1, size: 10 })).total === 1,
      ];
      assert.deepEqual(await seen(), [seesDraft, seesDraft]);
      expectOk(await issue(tx, id).result);
      assert.deepEqual(await seen(), [seesIssued, seesIssued]);
    });
  });
}

test('what has been done since is told, left out on demand, and with nothing left there is no letter', async () => {
  await inWorld(async (tx) => {
    const round = await opened(tx);
    const [id = ''] = expectOk(await draft(tx, true)).ids;
    expectOk(await write(tx, people.headOfAn, round, 0));
    expectOk(await move(tx, [people.headOfAn, late], round, 1, 'sign'));
    assert.equal((await find(tx, people.appraiser, id))?.fulfilled, 1);
    expectOk(await refreshLetter(contextFor(tx, people.appraiser, late), { id, version: 1 }));
    const left = await find(tx, people.appraiser, id);
    assert.deepEqual(
      [left?.fulfilled, left?.list.map(({ unitId }) => unitId).toSorted()],
      [0, [units.communeBinh, units.wardChi]],
    );
    await tx
      .updateTable('round_unit')
      .set({ exempt_reason: 'Miễn', exempted_by: people.appraiser.personId, exempted_at: late })
      .execute();
    const none = await refreshLetter(contextFor(tx, people.appraiser, late), { id, version: 2 });
    assert.equal(refusalOf(none), 'nothing_late');
    expectOk(await withdrawLetter(contextFor(tx, people.appraiser, late), { id, version: 2 }));
    assert.equal((await listLetters(tx, people.appraiser, { page: 1, size: 10 })).total, 0);
  });
});
