import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { stranger } from '../../kernel/actor.ts';
import { inRollback } from '../../../tests/database.ts';
import { consolidated, headOfDepartment, moved } from '../../../tests/consolidations.ts';
import {
  findingFor,
  givenFinding,
  givenInspection,
  typedFinding,
  typedInspection,
} from '../../../tests/inspections.ts';
import { given as draftMovement, ofAn } from '../../../tests/movements.ts';
import { givenDossier, givenHolder, insertDossierWorld } from '../../../tests/dossiers.ts';
import { at, inWorld, made, opened, write } from '../../../tests/rounds.ts';
import { givenPlan, insertGrounds, insertPlansWorld, planFor, typedPlan } from '../../../tests/plans.ts';
import { dutiesOf } from '../../../tests/urging.ts';
import { insertValuesWorld } from '../../../tests/values.ts';
import { contextFor, people, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { saveFinding } from '../inspections/findings.server.ts';
import { addDocument } from '../library/adding.server.ts';
import { findLetter } from '../urging/letter-page.server.ts';
import { draftLetters, issueLetter, saveLetter } from '../urging/letters.server.ts';
import { search } from './search.server.ts';

test('units, indicators and schemes are found without marks, and the exact one stands first', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const found = await search(tx, stranger, 'xa mau an');
    assert.equal(found.units[0]?.name, 'Xã Mẫu An');
    assert.deepEqual(
      (await search(tx, stranger, 'ti le')).indicators.map(({ code }) => code),
      ['XH-92'],
    );
  });
});

test('a misspelt word still finds, a code finds, nothing finds nothing', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    assert.equal((await search(tx, stranger, 'phuong mau chy')).units[0]?.name, 'Phường Mẫu Chi');
    assert.equal((await search(tx, stranger, 'kt91')).indicators[0]?.code, 'KT-91');
    const none = await search(tx, stranger, 'zzzzqq');
    assert.deepEqual([none.units, none.indicators, none.schemes], [[], [], []]);
    assert.deepEqual((await search(tx, stranger, '   ')).units, []);
  });
});

test('letters that mean something to the database are letters', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    for (const typed of ['%', '_', '\\', "'; drop table unit; --", '<%']) {
      const found = await search(tx, stranger, typed);
      assert.deepEqual(found.units, [], typed);
    }
  });
});

test('a scheme under the rules on state secrets is found by its public name and by nothing else of it', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await tx
      .insertInto('scheme')
      .values({
        code: 'DA-96',
        position: 996,
        name: 'Việc mẫu kín',
        title: 'Tên đầy đủ không được lộ',
        note: 'Ghi chú không được lộ',
        clause: 'PL.96',
        is_secret: true,
      })
      .execute();
    for (const actor of [stranger, people.administrator]) {
      assert.deepEqual((await search(tx, actor, 'việc mẫu kín')).schemes, [
        { code: 'DA-96', href: '/de-an/DA-96', name: 'Việc mẫu kín', note: '' },
      ]);
      assert.deepEqual((await search(tx, actor, 'không được lộ')).schemes, []);
    }
  });
});

test('a plan in force and its tasks are found by their names; a draft is not, nor by a stranger', async () => {
  await inRollback(async (tx) => {
    await insertPlansWorld(tx);
    const id = await givenPlan(tx, {}, ['submit', people.officerOfAn], ['approve', people.headOfAn]);
    const draft = planFor({ unitId: units.communeBinh, typed: { ...typedPlan, title: 'Bản nháp kín' } });
    await givenPlan(tx, { ...draft, by: people.officerOfBinh });
    const found = async (actor: Actor, query: string) => (await search(tx, actor, query)).plans.map(({ name }) => name);
    assert.deepEqual(await found(people.nobody, 'ke hoach mau'), ['Kế hoạch mẫu']);
    assert.deepEqual(await found(people.nobody, 'làm mẫu'), ['Làm mẫu']);
    const [hit] = (await search(tx, people.nobody, 'Kế hoạch mẫu')).plans;
    assert.deepEqual([hit?.href, hit?.note], [`/ke-hoach/${id}`, 'Xã Mẫu An']);
    for (const actor of [people.nobody, people.officerOfBinh]) assert.deepEqual(await found(actor, 'ban nhap kin'), []);
    assert.deepEqual(await found(stranger, 'ke hoach mau'), []);
  });
});

test('a movement is found by its name by those who may know of it', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const id = await draftMovement(tx, people.officerOfAn, ofAn);
    const found = async (actor: typeof people.nobody) =>
      (await search(tx, actor, 'thi dua mau')).movements.map(({ href, note }) => [href, note]);
    assert.deepEqual(await found(people.headOfAn), [[`/phong-trao/${id}`, 'Xã Mẫu An']]);
    assert.deepEqual(await found(people.officerOfBinh), []);
    assert.deepEqual((await search(tx, stranger, 'thi dua mau')).movements, []);
  });
});

test('rounds are found by name by whoever is signed in, a report by its unit alone', async () => {
  await inWorld(async (tx) => {
    const id = await opened(tx, { ten: 'Báo cáo nhanh tháng mưa lũ' });
    await made(tx, { ten: 'Báo cáo nhanh đang chuẩn bị' });
    expectOk(await write(tx, people.officerOfAn, id, 0));
    const found = async (actor: Actor) => (await search(tx, actor, 'bao cao nhanh')).rounds.map(({ href }) => href);
    const round = `/ky-bao-cao/${id}`;
    assert.deepEqual((await found(people.officerOfAn)).toSorted(), [`/bao-cao/${id}/mau-an`, round]);
    assert.deepEqual(await found(people.officerOfBinh), [round]);
    assert.deepEqual((await found(people.appraiser)).length, 2);
    assert.deepEqual(await found(stranger), []);
  });
});

test('an inspection and what it found are found by whoever may know of them, never what is still being written', async () => {
  await inWorld(async (tx) => {
    await insertGrounds(tx);
    const { inspectionId, id } = await givenFinding(tx);
    const planned = await givenInspection(tx, {
      unitIds: [units.communeBinh],
      typed: { ...typedInspection, title: 'Việc khác' },
    });
    const written = findingFor(planned, { typed: { ...typedFinding, statement: 'Chưa đăng ký gì' } });
    expectOk(await saveFinding(contextFor(tx, people.appraiser), written));
    const found = async (actor: Actor, query: string) =>
      (await search(tx, actor, query)).inspections.map(({ href, note }) => [href, note]);
    const inspection = [`/kiem-tra/${inspectionId}`, 'Xã Mẫu An'];
    const finding = [`/kiem-tra/${inspectionId}/ton-tai/${id}`, 'Xã Mẫu An'];
    for (const actor of [people.appraiser, people.officerOfAn]) {
      assert.deepEqual(await found(actor, 'kiem tra mau'), [inspection]);
      assert.deepEqual(await found(actor, 'chua dang ky'), [finding]);
    }
    for (const actor of [people.officerOfBinh, people.nobody, people.administrator, stranger])
      assert.deepEqual([...(await found(actor, 'kiem tra mau')), ...(await found(actor, 'chua dang ky'))], []);
  });
});

test('a consolidated report is found by its name and number once it is issued, before by those who make it', async () => {
  await inWorld(async (tx) => {
    const { id } = await consolidated(tx);
    const found = async (actor: Actor, query: string) =>
      (await search(tx, actor, query)).papers.map(({ href }) => href);
    const there = [`/bao-cao-tong-hop/${id}`];
    assert.deepEqual(await found(people.appraiser, 'bao cao thang 5'), there);
    assert.deepEqual(await found(people.nobody, 'bao cao thang 5'), []);
    expectOk(await moved(tx, people.appraiser, id, 'freeze'));
    expectOk(await moved(tx, headOfDepartment, id, 'issue'));
    for (const query of ['báo cáo tháng 5', '12/bc-sm']) assert.deepEqual(await found(people.nobody, query), there);
    assert.deepEqual(await found(stranger, 'bao cao thang 5'), []);
  });
});

test('a letter that urges is found by the units it names once it is signed, by subject or number', async () => {
  await inWorld(async (tx) => {
    await opened(tx);
    const day = '2026-06-25';
    const by = contextFor(tx, people.appraiser, at(day));
    const owed = await dutiesOf(tx, people.appraiser, { kind: 'report', day });
    const keys = owed.filter(({ unit }) => unit.code === 'mau-an').map(({ key }) => key);
    const [id = ''] = expectOk(
      await draftLetters(by, { id: newId(), keys, together: true, issuerId: units.department }),
    ).ids;
    const letter = await findLetter(tx, people.appraiser, { id, today: day });
    const signed = { symbol: 'SM-TĐ', place: 'Tỉnh Mẫu', office: 'Giám đốc', signer: 'Người Mẫu Ký', authority: '' };
    const found = async (actor: Actor, query: string) =>
      (await search(tx, actor, query)).papers.map(({ href }) => href);
    const about = letter?.content.about ?? '';
    assert.deepEqual(await found(people.appraiser, about), [`/don-doc/cong-van/${id}`]);
    assert.deepEqual(await found(people.officerOfAn, about), []);
    const typed = { ...letter?.content, ...signed };
    expectOk(await saveLetter(by, { id, version: 1, typed }));
    expectOk(await issueLetter(by, { id, version: 2, number: '7', signedOn: day }));
    for (const query of [about, '7/sm-td'])
      assert.deepEqual(await found(people.officerOfAn, query), [`/don-doc/cong-van/${id}`]);
    for (const actor of [people.officerOfBinh, people.nobody, stranger])
      assert.deepEqual(await found(actor, about), []);
  });
});

test('the library is found by titles and by the words of its articles; what is not public by those signed in', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    const fields = {
      title: 'Hướng dẫn mẫu',
      kind: 'guidance',
      number: '12/HD-MAU',
      issuer: 'Sở Mẫu',
      state: 'read',
      source: 'Bản ký',
    };
    const body = 'Điều 1. Phạm vi\nChấm bằng thang điểm zqmau.';
    const given = { id: newId(), fields: { ...fields, body }, isPublic: false, file: undefined };
    const { code } = expectOk(await addDocument(contextFor(tx, people.appraiser), given));
    const found = async (actor: Actor, query: string) =>
      (await search(tx, actor, query)).library.map(({ href }) => href);
    assert.deepEqual(await found(people.nobody, 'huong dan mau'), [`/thu-vien/${code}`]);
    assert.deepEqual(await found(people.nobody, 'thang diem zqmau'), [`/thu-vien/${code}#dieu-1`]);
    assert.deepEqual([...(await found(stranger, 'huong dan mau')), ...(await found(stranger, 'zqmau'))], []);
  });
});

test('an exact name stands first however many others hold its words', async () => {
  await inRollback(async (tx) => {
    await insertValuesWorld(tx);
    await sql`
      insert into movement (id, unit_id, kind, aim, first_day, last_day, document_number, document_date, stage, created_by, created_at, launched_at, launched_by, name)
      select gen_random_uuid(), ${units.province}, 'themed', 'Mục tiêu mẫu', '2026-01-01', '2026-12-31', '1/KH-MAU', '2026-01-01', 'launched',
        ${people.appraiser.personId}, now(), now(), ${people.appraiser.personId}, name
      from (select 'A' || n || ' thi đua sôi nổi' as name from generate_series(1, 90) n union all select 'Phong trào lâu năm thi đua sôi nổi nhất' union all select 'Thi đua sôi nổi') x`.execute(
      tx,
    );
    const { movements } = await search(tx, people.nobody, 'thi dua soi noi');
    assert.deepEqual([movements.length, movements[0]?.name], [20, 'Thi đua sôi nổi']);
  });
});

test('of commendation a dossier is found by its title and code, whoever stands in the register by name, each by those who may know of it', async () => {
  await inRollback(async (tx) => {
    await insertDossierWorld(tx);
    const holderId = await givenHolder(tx, { name: 'Lò Thị Mẫu Đơn' });
    const proposed = [{ holderId, awardCode: 'bang-khen-tinh' }];
    const id = await givenDossier(tx, { typed: { title: 'Đề nghị tặng Bằng khen mẫu' }, proposed });
    const { code } = await tx.selectFrom('dossier').select('code').where('id', '=', id).executeTakeFirstOrThrow();
    const seen = async (actor: Actor, typed: string) => {
      const { dossiers, holders } = await search(tx, actor, typed);
      return [dossiers, holders].map((hits) => hits.map(({ href }) => href));
    };
    const [dossier, holder] = [`/khen-thuong/ho-so/${id}`, `/khen-thuong/so/${holderId}`];
    assert.deepEqual(await seen(people.officerOfAn, 'de nghi tang bang khen mau'), [[dossier], []]);
    assert.deepEqual(await seen(people.officerOfAn, code), [[dossier], []]);
    assert.deepEqual(await seen(people.officerOfAn, 'lo thi mau don'), [[], [holder]]);
    for (const actor of [stranger, people.officerOfBinh, people.appraiser])
      assert.deepEqual((await seen(actor, 'de nghi tang bang khen mau'))[0], [], 'a draft stays with its unit');
    for (const actor of [stranger, people.officerOfBinh])
      assert.deepEqual((await seen(actor, 'lo thi mau don'))[1], []);
  });
});
