import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../../tests/database.ts';
import { contextFor, insertWorld, now, people, units } from '../../../../tests/world.ts';
import type { PersonName } from '../../../../tests/world.ts';
import { stranger } from '../../../kernel/actor.ts';
import { expectOk } from '../../../kernel/result.ts';
import type { DB } from '../../../platform/db-types.ts';
import { createSeal } from '../../../platform/seal.server.ts';
import { colleaguesOf } from '../account/profile.server.ts';
import { askForLink } from './mail-link.server.ts';
import { createPerson } from './people.server.ts';
import type { PeopleFilter } from './queries.server.ts';
import { administeredUnits, peoplePage, personDetail } from './queries.server.ts';

const seal = createSeal(Buffer.alloc(32, 7));
const inWorld = (body: (tx: Transaction<DB>) => Promise<void>) => () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });

const everybody: PeopleFilter = {
  words: '',
  unitId: null,
  role: null,
  state: null,
  sort: { by: 'ten', direction: 'asc' },
  page: 1,
  now,
};

async function names(tx: Transaction<DB>, by: PersonName, change: Partial<PeopleFilter> = {}) {
  const { rows, total } = await peoplePage(tx, people[by], { ...everybody, ...change });
  assert.equal(total, rows.length);
  return rows.map((row) => row.name);
}

test(
  'the list holds the people of one’s units, its count says the same, and a search finds nobody else',
  inWorld(async (tx) => {
    assert.deepEqual(await names(tx, 'administratorOfAn'), ['Người Mẫu An Ba', 'Người Mẫu An Hai', 'Người Mẫu An Một']);
    assert.deepEqual(await names(tx, 'administratorOfAn', { words: 'binh' }), []);
    assert.deepEqual(await names(tx, 'administratorOfAn', { unitId: units.communeBinh }), []);
    assert.deepEqual(await names(tx, 'headOfAn'), ['Người Mẫu An Hai']);
  }),
);

test(
  'filters: words without marks, unit with what stands below, role, state; order either way',
  inWorld(async (tx) => {
    assert.deepEqual(await names(tx, 'administrator', { words: 'chu tich' }), ['Người Mẫu Chủ Tịch']);
    assert.deepEqual(await names(tx, 'administrator', { words: '100%' }), []);
    assert.deepEqual(await names(tx, 'administrator', { role: 'head' }), ['Người Mẫu An Hai', 'Người Mẫu Bình Hai']);
    const below = await names(tx, 'administrator', { unitId: units.communeBinh });
    assert.deepEqual(below, ['Người Mẫu Bình Hai', 'Người Mẫu Bình Một']);
    const lock = { locked_until: new Date(now.getTime() + 60_000) };
    await tx.updateTable('account').set(lock).where('id', '=', people.nobody.accountId).execute();
    assert.deepEqual(await names(tx, 'administrator', { state: 'locked' }), ['Người Mẫu Không Vai']);
    const backwards = await names(tx, 'administrator', { sort: { by: 'ten', direction: 'desc' } });
    assert.deepEqual(backwards, (await names(tx, 'administrator')).toReversed());
  }),
);

test(
  'a detail outside one’s reach is not there',
  inWorld(async (tx) => {
    const seen = (by: PersonName, whom: PersonName) =>
      personDetail(tx, seal, people[by], { personId: people[whom].personId, now });
    assert.equal((await seen('administratorOfAn', 'headOfAn'))?.name, 'Người Mẫu An Hai');
    assert.equal(await seen('administratorOfAn', 'headOfBinh'), undefined);
    assert.equal(await seen('officerOfAn', 'headOfAn'), undefined);
    const byStranger = personDetail(tx, seal, stranger, { personId: people.headOfAn.personId, now });
    assert.equal(await byStranger, undefined);
  }),
);

test(
  'units to put people in are those one administers',
  inWorld(async (tx) => {
    const offered = await administeredUnits(tx, people.administratorOfAn);
    assert.deepEqual(
      offered.map((unit) => unit.name),
      ['Thôn Mẫu', 'Xã Mẫu An'],
    );
    assert.deepEqual(await administeredUnits(tx, people.officerOfAn), []);
  }),
);

test(
  'colleagues to lend a role to are those of the house, also for a role held for the whole province',
  inWorld(async (tx) => {
    const offered = async (by: PersonName) => {
      const unitIds = people[by].holdings.map((holding) => holding.unitId);
      return (await colleaguesOf(tx, { ...people[by], unitIds })).map((one) => one.name);
    };
    assert.deepEqual(await offered('headOfAn'), ['Người Mẫu An Ba', 'Người Mẫu An Một']);
    assert.deepEqual(await offered('auditor'), [
      'Người Mẫu Phụ Trách',
      'Người Mẫu Quản Trị',
      'Người Mẫu Sở',
      'Người Mẫu Thẩm Định',
    ]);
  }),
);

test(
  'a forgotten password brings a letter to a known address, and nothing to an unknown one',
  inWorld(async (tx) => {
    const person = { fullName: 'Người Mẫu', positionTitle: null, unitId: units.communeAn, phone: null };
    const email = 'nguoi.mau@vi-du.invalid';
    const personId = expectOk(await createPerson(contextFor(tx, people.administrator), seal, { ...person, email }));
    const account = { id: people.nobody.accountId.replace('-7000-', '-7001-'), state: 'active', created_at: now };
    await tx
      .insertInto('account')
      .values({ ...account, person_id: personId, username: 'nguoi.mau' })
      .execute();
    const services = { seal, config: { publicUrl: 'https://thi-dua.vi-du.invalid' } } as never;
    for (const typed of ['khong.ai@vi-du.invalid', email.toUpperCase()]) {
      expectOk(await askForLink(contextFor(tx, stranger), services, typed));
    }
    const mails = await tx.selectFrom('outgoing_mail').select(['person_id', 'body_sealed']).execute();
    assert.deepEqual(
      mails.map((mail) => mail.person_id),
      [personId],
    );
    const body = seal.open('mail.body', mails[0]?.body_sealed ?? Buffer.alloc(0));
    assert.match(body, /https:\/\/thi-dua\.vi-du\.invalid\/loi-moi\/[\w-]{43}/);
  }),
);
