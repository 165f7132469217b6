import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { consolidated, headOfDepartment, moved, partOf, words } from '../../../tests/consolidations.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { insertIndicators, insertSchemes } from '../../../tests/values.ts';
import { contextFor, people } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { addPiece, editPiece, placePiece } from './editing.server.ts';

let desk: Desk;
let api: Served;
let issued: string;
let draft: string;
const tokens = new Map<'appraiser' | 'nobody' | 'pledger', string>();
const leftOut = 'Đoạn không đưa vào báo cáo';

before(async () => {
  desk = await openDesk();
  const { owner } = desk.database;
  await insertIndicators(owner);
  await insertSchemes(owner);
  await owner.transaction().execute(async (tx) => {
    const maker = contextFor(tx, people.appraiser);
    issued = (await consolidated(tx)).id;
    const own = { id: issued, pieceId: newId() };
    expectOk(await addPiece(maker, { ...own, part: 'gui-bao-cao', text: leftOut }));
    expectOk(await placePiece(maker, { ...own, placement: 'out' }));
    const edit = async (text: string) => {
      const [piece] = await partOf(tx, issued, 'muc-1');
      const at = { id: issued, pieceId: piece?.id ?? '', version: piece?.version ?? 0 };
      expectOk(await editPiece(maker, { ...at, text }));
    };
    await edit('Bản chốt đầu');
    expectOk(await moved(tx, people.appraiser, issued, 'freeze'));
    expectOk(await moved(tx, people.appraiser, issued, 'recall'));
    await edit('Bản chốt sau');
    expectOk(await moved(tx, people.appraiser, issued, 'freeze'));
    expectOk(await moved(tx, headOfDepartment, issued, 'issue'));
    draft = (await consolidated(tx)).id;
  });
  tokens.set('appraiser', await tokenFor(desk, people.appraiser, 'consolidations:read'));
  tokens.set('nobody', await tokenFor(desk, people.nobody, 'consolidations:read'));
  tokens.set('pledger', await tokenFor(desk, people.appraiser, 'pledges:read'));
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

const at = '/api/v1/consolidated-reports';
const get = (who: 'appraiser' | 'nobody' | 'pledger', path = '') =>
  api.call(`${at}${path}`, { token: tokens.get(who) });
const itemsOf = ({ json }: Answered) => (json as { items: readonly Record<string, unknown>[] }).items;

test('a token reads issued reports; drafts are for those who make, sign off and control', async () => {
  const read = await get('nobody');
  assert.deepEqual(
    itemsOf(read).map(({ id, stage, documentNumber }) => [id, stage, documentNumber]),
    [[issued, 'issued', '12/BC-SM']],
  );
  assert.deepEqual(breaches('get', '/consolidated-reports', read), []);
  assert.equal(itemsOf(await get('appraiser', '?kind=round')).length, 2);
  assert.equal((await get('nobody', `/${draft}`)).status, 404);
  assert.equal((await get('pledger')).status, 403);
});

test('one report tells those inside its parts and every edition; others the edition that was issued', async () => {
  type Whole = {
    readonly parts: readonly { readonly key: string }[];
    readonly editions: readonly { number: number }[];
  };
  const inside = await get('appraiser', `/${issued}`);
  assert.deepEqual(breaches('get', '/consolidated-reports/{id}', inside), []);
  const { parts, editions } = inside.json as Whole;
  assert.deepEqual([parts.some(({ key }) => key === 'muc-1'), editions.map(({ number }) => number)], [true, [2, 1]]);
  const outside = (await get('nobody', `/${issued}`)).json as Whole;
  assert.deepEqual([outside.parts, outside.editions.map(({ number }) => number)], [[], [2]]);
});

test('pieces are read with their sources, as gathered and as edited, by those inside alone', async () => {
  const read = await get('appraiser', `/${issued}/pieces?part=muc-1`);
  assert.deepEqual(breaches('get', '/consolidated-reports/{id}/pieces', read), []);
  assert.deepEqual(
    itemsOf(read).map(({ text, original, isEdited, source }) => [
      [text, original, isEdited],
      [(source as { kind: string }).kind, (source as { unitCode: string }).unitCode],
    ]),
    [
      [
        ['Bản chốt sau', words(1), true],
        ['report', 'mau-an'],
      ],
    ],
  );
  assert.equal((await get('appraiser', `/${issued}/pieces?part=khong-co`)).status, 404);
  assert.equal((await get('appraiser', `/${issued}/pieces`)).status, 400);
  assert.equal((await get('nobody', `/${issued}/pieces?part=muc-1`)).status, 404);
});

test('a frozen edition is read whole with the digests of what it came from, without what was left out; an earlier one by those inside', async () => {
  const read = await get('nobody', `/${issued}/editions/2`);
  assert.deepEqual(breaches('get', '/consolidated-reports/{id}/editions/{number}', read), []);
  const { isWhole, documentNumber, inputs } = read.json as Record<string, { readonly label: string }[]>;
  assert.deepEqual([isWhole, documentNumber], [true, '12/BC-SM']);
  assert.deepEqual(
    inputs?.map(({ label }) => label),
    ['Xã Mẫu An'],
  );
  assert.ok(read.text.includes('Bản chốt sau') && !read.text.includes(leftOut));
  assert.equal((await get('nobody', `/${issued}/editions/1`)).status, 404);
  assert.ok((await get('appraiser', `/${issued}/editions/1`)).text.includes('Bản chốt đầu'));
  for (const number of ['0', '3', 'x'])
    assert.equal((await get('appraiser', `/${issued}/editions/${number}`)).status, 404);
});
