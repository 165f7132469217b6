/** New versions: proposed by one, confirmed by another, fitting among those there are; old cases keep theirs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../../tests/database.ts';
import { contextFor, insertWorld, now, people, system, units } from '../../../../tests/world.ts';
import type { Actor, Person } from '../../../kernel/actor.ts';
import { stranger } from '../../../kernel/actor.ts';
import type { Result } from '../../../kernel/result.ts';
import { expectOk } from '../../../kernel/result.ts';
import type { DB } from '../../../platform/db-types.ts';
import { chooseRules } from '../standards/rule-book.ts';
import { evaluateStandards } from '../standards/evaluate.ts';
import { readCase } from '../standards/read-case.ts';
import type { TypedProvision } from './draft.ts';
import { bonusOf, voteOf } from './law-book.ts';
import { ruleBook } from './law-book.server.ts';
import { outlineOf } from './outline.ts';
import { rowField } from './draft.ts';
import { loadLaw } from './prepare.server.ts';
import { PRODUCT_PROVISIONS } from './product.ts';
import { decideProvision, proposeProvision } from './proposing.server.ts';
import { isMany, PARAMS } from './row-kinds.ts';
import { provisionsToConfirm } from '../waiting.server.ts';
import { findVersion, listVersions } from './versions.server.ts';

type Tx = Transaction<DB>;
const idOf = (n: number) => `0199bbbb-0000-7000-8000-${String(n).padStart(12, '0')}`;
const award = 'chien-si-thi-dua-tinh';
const vote = {
  loai: 'vote',
  'danh-hieu': award,
  'tu-ngay': '2026-07-01',
  dieu: '7',
  nguon: '12/2026/QĐ-UBND (mẫu)',
  'muc-do': 'read',
  'ly-do': 'Tỉnh ban hành quy định mẫu',
  'nd-atLeastPercent': '75',
  'nd-secret': 'co',
};

function typedOf(fields: Readonly<Record<string, string | readonly string[]>>): TypedProvision {
  const many = (name: string): readonly string[] => [fields[name] ?? []].flat();
  return { value: (name) => many(name).at(-1) ?? '', many };
}

async function inLaw(body: (tx: Tx) => Promise<void>) {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    expectOk(await loadLaw(contextFor(tx, system), PRODUCT_PROVISIONS));
    await body(tx);
  });
}

type Fields = Parameters<typeof typedOf>[0];
const propose = (tx: Tx, by: Actor, fields: Fields, id = idOf(1)) =>
  proposeProvision(contextFor(tx, by), { id, typed: typedOf(fields) });
const decide = (tx: Tx, by: Actor, move: 'confirm' | 'withdraw' = 'confirm', id = idOf(1), version = 1) =>
  decideProvision(contextFor(tx, by), { id, version, move });
const kindOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.kind);
const percentOn = async (tx: Tx, day: string) => voteOf(await ruleBook(tx), award, day)?.content.atLeastPercent;

test('a version counts from its day once a second person has confirmed it; before that day the old one stays', async () => {
  await inLaw(async (tx) => {
    expectOk(await propose(tx, people.appraiser, vote));
    assert.equal(await percentOn(tx, '2026-08-01'), 90);
    const waiting = async (who: Person) => (await provisionsToConfirm(tx, who)).map(({ id }) => id);
    assert.deepEqual(
      [await waiting(people.decidingAuthority), await waiting(people.appraiser), await waiting(people.headOfAn)],
      [[idOf(1)], [], []],
    );
    expectOk(await decide(tx, people.decidingAuthority));
    assert.deepEqual([await percentOn(tx, '2026-06-30'), await percentOn(tx, '2026-07-01')], [90, 75]);
    const versions = await listVersions(tx, people.nobody, { award, kinds: ['vote'] });
    assert.deepEqual(
      versions.map(({ stands, proposedBy, decidedBy }) => [
        stands?.validFrom,
        stands?.validUntil,
        proposedBy,
        decidedBy,
      ]),
      [
        ['2026-07-01', null, people.appraiser.name, people.decidingAuthority.name],
        ['2024-01-01', '2026-06-30', null, null],
      ],
    );
    const asKnown = await ruleBook(tx, { knownAt: new Date(now.getTime() - 1) });
    assert.equal(voteOf(asKnown, award, '2026-08-01')?.content.atLeastPercent, 90);
  });
});

test('who may, and four eyes, also through a lent role', async () => {
  await inLaw(async (tx) => {
    for (const by of [people.officerOfAn, people.headOfAn, people.administrator, people.nobody, stranger])
      assert.equal(kindOf(await propose(tx, by, vote)), 'not_allowed');
    const appraiserOfAn: Person = {
      ...people.nobody,
      holdings: [{ holdingId: idOf(90), role: 'appraiser', unitId: units.communeAn }],
    };
    assert.equal(kindOf(await propose(tx, appraiserOfAn, vote)), 'not_allowed');
    expectOk(await propose(tx, people.appraiser, vote));
    assert.equal(kindOf(await decide(tx, people.appraiser)), 'four_eyes');
    const lent: Person = {
      ...people.nobody,
      holdings: [
        { holdingId: idOf(91), role: 'appraiser', unitId: units.province, forPersonId: people.appraiser.personId },
      ],
    };
    assert.equal(kindOf(await decide(tx, lent)), 'four_eyes');
    assert.equal(kindOf(await decide(tx, people.officerOfAn)), 'not_yours');
    assert.equal(kindOf(await decide(tx, stranger)), 'not_there');
    assert.equal(await findVersion(tx, stranger, idOf(1)), undefined);
    assert.equal((await findVersion(tx, people.officerOfAn, idOf(1)))?.stage, 'proposed');
    expectOk(await decide(tx, people.decidingAuthority));
    assert.equal((await findVersion(tx, stranger, idOf(1)))?.proposedBy, null);
  });
});

test('sent twice it is proposed once; decided twice or on an old page it is refused', async () => {
  await inLaw(async (tx) => {
    expectOk(await propose(tx, people.appraiser, vote));
    expectOk(await propose(tx, people.appraiser, vote));
    assert.equal((await listVersions(tx, people.appraiser, { stage: 'proposed' })).length, 1);
    assert.equal(kindOf(await decide(tx, people.decidingAuthority, 'confirm', idOf(1), 2)), 'lost_race');
    expectOk(await decide(tx, people.decidingAuthority));
    assert.equal(kindOf(await decide(tx, people.decidingAuthority, 'confirm', idOf(1), 2)), 'wrong_stage');
    assert.equal(kindOf(await decide(tx, people.decidingAuthority, 'withdraw', idOf(1), 2)), 'wrong_stage');
    assert.equal(kindOf(await decide(tx, people.decidingAuthority, 'confirm', idOf(7))), 'not_there');
  });
});

test('overlapping days are refused when proposed, and again when confirmed', async () => {
  await inLaw(async (tx) => {
    assert.equal(kindOf(await propose(tx, people.appraiser, { ...vote, 'tu-ngay': '2024-01-01' })), 'same_day');
    expectOk(await propose(tx, people.appraiser, vote));
    expectOk(await propose(tx, people.appraiser, vote, idOf(2)));
    expectOk(await propose(tx, people.appraiser, { ...vote, 'tu-ngay': '2026-03-01' }, idOf(3)));
    expectOk(await decide(tx, people.decidingAuthority));
    assert.equal(kindOf(await decide(tx, people.decidingAuthority, 'confirm', idOf(2))), 'same_day');
    assert.equal(kindOf(await decide(tx, people.decidingAuthority, 'confirm', idOf(3))), 'reaches_next');
    expectOk(await decide(tx, people.decidingAuthority, 'withdraw', idOf(3)));
    const until = { ...vote, 'tu-ngay': '2026-03-01', 'den-ngay': '2026-06-30' };
    expectOk(await propose(tx, people.appraiser, until, idOf(4)));
    const correcting = { ...vote, thay: 'on', ban: idOf(1), 'nd-atLeastPercent': '77' };
    expectOk(await propose(tx, people.appraiser, correcting, idOf(5)));
    expectOk(await propose(tx, people.appraiser, correcting, idOf(6)));
    expectOk(await decide(tx, people.decidingAuthority, 'confirm', idOf(5)));
    assert.equal(await percentOn(tx, '2026-07-01'), 77);
    assert.equal(kindOf(await decide(tx, people.decidingAuthority, 'confirm', idOf(6))), 'replaces_gone');
  });
});

test('what is typed wrong is named field by field, and nothing is kept', async () => {
  await inLaw(async (tx) => {
    const done = await propose(tx, people.appraiser, {
      loai: 'bonus',
      'danh-hieu': 'khong-co',
      muc: 'person',
      'tu-ngay': '31/12/2026',
      'nd-coefficient': '1,5',
      'nd-atMost': 'khong',
    });
    assert.deepEqual(!done.ok && done.refusal.kind === 'provision_wrong' && done.refusal.problems, [
      { field: 'danh-hieu', problem: 'unknown_award' },
      { field: 'tu-ngay', problem: 'not_a_day' },
      { field: 'nguon', problem: 'missing' },
      { field: 'ly-do', problem: 'missing' },
      { field: 'muc-do', problem: 'missing' },
    ]);
    assert.equal((await listVersions(tx, people.appraiser, { stage: 'proposed' })).length, 0);
  });
});

/** The rule of the award as the form holds it, with one number changed. */
async function ruleFields(tx: Tx, fields: Fields, times: number): Promise<Fields> {
  const rule = (await ruleBook(tx)).rules.find((one) => one.award === award);
  const rows = outlineOf(rule?.conditions ?? { all_of: [] });
  const typed = rows.flatMap((row, at) => [
    [rowField(at, 'loai'), row.kind],
    [rowField(at, 'bac'), String(row.depth)],
    ...PARAMS[row.kind].map(({ name, as }) => [
      rowField(at, name),
      row.kind === 'times_in_a_row' && name === 'times'
        ? String(times)
        : isMany(as)
          ? (row.values[name] ?? [])
          : (row.values[name]?.[0] ?? ''),
    ]),
  ]);
  return {
    ...vote,
    loai: 'rule',
    muc: 'luat-06-2022-qh15',
    'so-dong': String(rows.length),
    ...Object.fromEntries(typed),
    ...fields,
  };
}

test('a rule changed while a dossier is on its way: the day of receipt and the year of achievement settle which', async () => {
  await inLaw(async (tx) => {
    const before = await ruleBook(tx);
    expectOk(await propose(tx, people.appraiser, await ruleFields(tx, { 'tu-ngay': '2026-03-01', 'ly-do': 'Mẫu' }, 2)));
    expectOk(await decide(tx, people.decidingAuthority));
    const byYear = await ruleFields(tx, { 'tu-ngay': '2026-05-01', 'tu-nam': '2026', 'ly-do': 'Mẫu' }, 4);
    expectOk(await propose(tx, people.appraiser, byYear, idOf(2)));
    expectOk(await decide(tx, people.decidingAuthority, 'confirm', idOf(2)));
    const book = await ruleBook(tx);
    const chosen = (received: string, year: number) => chooseRules(book, { award, received, year }).rule?.id;
    assert.deepEqual(
      [chosen('2026-03-01', 2025), chosen('2026-06-01', 2025), chosen('2026-06-01', 2026)],
      [idOf(1), idOf(1), idOf(2)],
    );
    const one = expectOk(
      readCase({
        award,
        received: '2026-02-28',
        year: 2025,
        holder: 'person',
        awards: [2024, 2025].map((year) => ({ award: 'chien-si-thi-dua-co-so', year })),
        initiatives: [{ year: 2025, scope: 'province', used: null }],
        discipline: [],
        pending: [],
      }),
    );
    const result = (of: typeof book, received: string) => evaluateStandards(of, { ...one, received }).result;
    // Received the day before, it is judged by the old version, and a decision of then comes to the same again.
    assert.deepEqual([result(book, '2026-02-28'), result(book, '2026-03-01')], ['not_met', 'met']);
    assert.equal(result(before, '2026-03-01'), 'not_met');
    assert.equal(result(await ruleBook(tx, { knownAt: new Date(now.getTime() - 1) }), '2026-03-01'), 'not_met');
  });
});

test('bonus by holder, and a law whose text has come, are versions like any other', async () => {
  await inLaw(async (tx) => {
    const bonus = { ...vote, loai: 'bonus', muc: 'person', 'nd-coefficient': '3,5', 'nd-atMost': 'khong' };
    expectOk(await propose(tx, people.appraiser, { ...bonus, 'tu-ngay': '2027-03-01' }));
    expectOk(await decide(tx, people.decidingAuthority));
    assert.equal(bonusOf(await ruleBook(tx), award, 'person', '2027-03-01')?.content.coefficient, '3.5');
    const set = (await listVersions(tx, people.appraiser, { kinds: ['rule_set'] })).find(
      ({ provision }) => provision.item === 'luat-06-2026-qh16',
    );
    const read = {
      ...vote,
      loai: 'rule_set',
      muc: 'luat-06-2026-qh16',
      'tu-ngay': '2026-10-01',
      thay: 'on',
      ban: set?.provision.id ?? '',
      'nd-title': 'Luật số 06/2026/QH16 (mẫu)',
      'nd-number': '06/2026/QH16',
    };
    expectOk(await propose(tx, people.appraiser, read, idOf(2)));
    expectOk(await decide(tx, people.decidingAuthority, 'confirm', idOf(2)));
    const chosen = chooseRules(await ruleBook(tx), { award, received: '2026-11-01', year: 2026 });
    assert.deepEqual([chosen.inForce?.state, chosen.rule], ['read', undefined]);
  });
});

test('the database itself keeps confirmed versions, and lets nobody confirm their own', async () => {
  await inLaw(async (tx) => {
    const refused = async (statement: ReturnType<typeof sql>) => {
      await sql`savepoint s`.execute(tx);
      await assert.rejects(statement.execute(tx));
      await sql`rollback to savepoint s`.execute(tx);
    };
    await refused(sql`update provision set article = '1'`);
    await refused(sql`delete from provision`);
    await refused(sql`truncate provision`);
    expectOk(await propose(tx, people.appraiser, vote));
    const self = people.appraiser.personId;
    await refused(
      sql`update provision set stage = 'confirmed', decided_by = ${self}, decided_at = now() where id = ${idOf(1)}`,
    );
    await refused(sql`update provision set content = '{}' where id = ${idOf(1)}`);
  });
});
