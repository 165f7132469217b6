import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi } from '../tests/api.ts';
import type { Served } from '../tests/api.ts';
import { breaches } from '../tests/contract.ts';
import { openDesk } from '../tests/desk.ts';
import type { Desk } from '../tests/desk.ts';
import { prepareDirective } from './features/directive/prepare.server.ts';

type Items = { readonly items: readonly Record<string, unknown>[] };

let desk: Desk;
let api: Served;
before(async () => {
  desk = await openDesk();
  await prepareDirective(desk.services);
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

const read = async (path: string, accept = 'application/json') =>
  api.call(`/api/v1${path}`, { headers: { Accept: accept } });
const itemsOf = async (path: string) => ((await read(path)).json as Items).items;

test('every open list and what stands in it is as described, for everybody', async () => {
  const lists = ['/indicators', '/schemes', '/commitments', '/clauses', '/units'] as const;
  for (const path of lists) {
    const answer = await read(path);
    assert.equal(answer.status, 200, path);
    assert.deepEqual(breaches('get', path, answer), [], path);
  }
  assert.deepEqual(breaches('get', '/schemes/{code}', await read('/schemes/DA-15')), []);
  assert.deepEqual(breaches('get', '/schemes/{code}', await read('/schemes/DA-99')), []);
  assert.deepEqual(breaches('get', '/units/{code}', await read('/units/mau-an')), []);
});

test('the description that is served is the one that is checked', async () => {
  const { json } = await read('/openapi.json');
  assert.equal(json?.['openapi'], '3.1.0');
});

test('the 37 indicators come with the directive’s own terms, and without figures say so', async () => {
  const items = await itemsOf('/indicators');
  const codes = items.map(({ code }) => code);
  const numbered = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);
  assert.deepEqual(codes, [...numbered('KT', 16), ...numbered('XH', 15), ...numbered('MT', 6)]);
  const terms = (code: string) => {
    const { comparator, target, aggregation, deadline, status, latest } =
      items.find((each) => each['code'] === code) ?? {};
    return { comparator, target, aggregation, deadline, status, latest };
  };
  const empty = { status: 'no_data', latest: null };
  const yearly = { deadline: 2030, ...empty };
  assert.deepEqual(terms('KT-01'), { comparator: 'gt', target: 240, aggregation: 'end_of_year', ...yearly });
  assert.deepEqual(terms('KT-02'), { comparator: 'gte', target: 10, aggregation: 'average', ...yearly });
  assert.deepEqual(terms('XH-13'), { comparator: 'milestone', target: null, aggregation: 'milestone', ...yearly });
  assert.deepEqual(terms('XH-14').target, { low: 2.5, high: 3 });
});

test('one indicator explains itself; an unknown one is not there', async () => {
  const answer = await read('/indicators/KT-01');
  assert.deepEqual(breaches('get', '/indicators/{code}', answer), []);
  assert.match(String(answer.json?.['explanation']), /Chưa/);
  assert.deepEqual(answer.json?.['points'], []);
  assert.equal((await read('/indicators/KT-99')).status, 404);
  assert.equal((await read('/indicators/kt-01')).status, 404);
});

test('a day can be said both ways, but not one to come', async () => {
  const asOf = async (query: string) => (await itemsOf(`/indicators?${query}`))[0]?.['asOf'];
  assert.equal(await asOf('knownOn=2026-06-01'), '2026-06-01');
  assert.equal(await asOf('ngay=2026-06-01'), '2026-06-01');
  assert.equal(await asOf(''), '2026-06-15');
  for (const wrong of ['knownOn=2026-06-16', 'ngay=2026-06-16', 'knownOn=2026-02-30', 'knownOn=today']) {
    const { status, json } = await read(`/indicators?${wrong}`);
    const errors = (json as { readonly errors: readonly { readonly parameter: string }[] }).errors;
    assert.deepEqual([status, errors.map(({ parameter }) => parameter)], [400, [wrong.split('=')[0]]]);
  }
});

test('the schemes are the directive’s seventeen, criteria in their order, three leads of the fifteenth', async () => {
  const schemes = await itemsOf('/schemes');
  assert.equal(schemes.length, 17);
  const fifteenth = schemes[14];
  assert.deepEqual(fifteenth?.['leads'], ['Sở Nông nghiệp và Môi trường', 'Sở Nội vụ', 'Sở Giáo dục và Đào tạo']);
  const criteria = fifteenth?.['criteria'] as readonly { code: string; wording: string }[];
  assert.deepEqual(
    criteria.map(({ code }) => code),
    ['DA-15.1', 'DA-15.2', 'DA-15.3', 'DA-15.4', 'DA-15.5', 'DA-15.6', 'DA-15.7'],
  );
  assert.equal(schemes[6]?.['term'], null);
  assert.deepEqual((await read('/schemes/DA-15')).json, fifteenth);
});

test('of the scheme under state secrets the API says what the directive prints, and that it is restricted', async () => {
  const { json } = await read('/schemes/DA-17');
  const { name, note, ...rest } = json ?? {};
  assert.match(String(name), /^Mở rộng đối ngoại/);
  assert.match(String(note), /bí mật nhà nước/);
  assert.deepEqual([rest['code'], rest['restricted'], rest['leads']], ['DA-17', true, ['Sở Ngoại vụ']]);
  assert.deepEqual(rest['criteria'], [
    { code: 'DA-17.1', wording: 'Các mục tiêu, chỉ tiêu thực hiện theo Đề án số 17.' },
  ]);
  const open = (await itemsOf('/schemes')).filter(({ restricted }) => !restricted);
  assert.equal(open.length, 16);
});

test('all 99 communes come at once, and page by page when asked', async () => {
  const ofPack = (items: readonly Record<string, unknown>[]) => items.filter(({ parent }) => parent !== 'tinh-mau');
  const all = ofPack(await itemsOf('/units?kind=commune'));
  assert.equal(all.length, 99);
  const codes = new Set(all.map(({ code }) => code));
  assert.equal(codes.size, 99);
  const pages = [];
  for (const page of [1, 2, 3]) pages.push(...(await itemsOf(`/units?kind=commune&limit=40&page=${page}`)));
  assert.deepEqual(pages, await itemsOf('/units?kind=commune'));
});

test('units are found by name without marks, by parent, on a day', async () => {
  const names = async (query: string) => (await itemsOf(`/units?${query}`)).map(({ code }) => code);
  assert.deepEqual(await names('q=mau+binh'), ['mau-binh']);
  assert.deepEqual(await names('parent=mau-an'), ['thon-mau']);
  assert.deepEqual(await names('parent=tinh-mau&on=2025-06-30'), []);
  assert.deepEqual(await names('kind=commune&parent=tinh-mau'), ['mau-an', 'mau-binh', 'mau-chi']);
  assert.equal((await read('/units?kind=planet')).status, 400);
  assert.equal((await read('/units/mau')).status, 404);
});

test('a table has one row for each item, headed by the names of the fields', async () => {
  const { text } = await read('/units?kind=commune&parent=tinh-mau', 'text/csv');
  const [head, first, ...rest] = text.split('\r\n');
  assert.equal(head, 'code,name,kind,parent,officialCode,communeType,validFrom,validUntil');
  assert.equal(first, 'mau-an,Xã Mẫu An,commune,tinh-mau,,xa,2025-07-01,');
  assert.equal(rest.length, 3);
});

test('an unknown token is refused even where everybody may read', async () => {
  assert.equal((await api.call('/api/v1/schemes', { token: 'td_nonsense' })).status, 401);
});
