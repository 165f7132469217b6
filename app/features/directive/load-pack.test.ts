import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findPackFolder, loadPack } from './load-pack.server.ts';

const home = await mkdtemp(join(tmpdir(), 'thidua-pack-'));
after(() => rm(home, { recursive: true }));
const sound = await findPackFolder();

type Json = Record<string, unknown>;

/** A copy of the sound pack in which one value of one file is another. */
async function packWith(file: string, change: (content: Json) => void): Promise<string> {
  const folder = await mkdtemp(join(home, 'copy-'));
  await cp(sound, folder, { recursive: true });
  const path = join(folder, `${file}.json`);
  const content = JSON.parse(await readFile(path, 'utf8')) as Json;
  change(content);
  await writeFile(path, JSON.stringify(content));
  return folder;
}

const list = (content: Json, key: string) => content[key] as Json[];
const at = (content: Json, key: string, index: number) => list(content, key)[index] ?? assert.fail(`${key} ${index}`);

const faults: readonly (readonly [string, string, (content: Json) => void, string])[] = [
  [
    'a comparator nobody knows',
    'indicators',
    (x) => (at(x, 'indicators', 2)['comparator'] = 'above'),
    'indicators.json, indicators.2.comparator: ',
  ],
  [
    'a key nobody reads',
    'schemes',
    (x) => (at(x, 'schemes', 0)['budget'] = 5),
    'schemes.json, schemes.0: Khóa không được nhận dạng: "budget"',
  ],
  ['a code twice', 'units', (x) => (at(x, 'units', 5)['code'] = 'tinh-uy'), 'units.json: mã tinh-uy bị lặp.'],
  [
    'a gap in the codes',
    'indicators',
    (x) => list(x, 'indicators').splice(3, 1),
    'indicators.json: mã KT-05 sai thứ tự, phải là KT-04.',
  ],
  [
    'criteria out of order',
    'schemes',
    (x) => list(at(x, 'schemes', 0), 'criteria').reverse(),
    'schemes.json: mã DA-01.5 sai thứ tự, phải là DA-01.1.',
  ],
  [
    'a lead that is no unit',
    'schemes',
    (x) => (at(at(x, 'schemes', 6), 'leads', 0)['unit'] = 'so-la'),
    'schemes.json, DA-07: không có đơn vị mã so-la trong units.json.',
  ],
  [
    'a clause the directive has not',
    'contents',
    (x) => (at(x, 'contents', 0)['clause'] = 'I.9'),
    'contents.json, XD-01: không có mục I.9 trong directive.json.',
  ],
  [
    'a wording that is not in its clause',
    'indicators',
    (x) => (at(x, 'indicators', 0)['wording'] = 'trên 250 ngàn tỷ đồng'),
    'indicators.json, KT-01: nguyên văn trích không có trong mục I.1.',
  ],
  [
    'a range without its ends',
    'indicators',
    (x) => (at(x, 'indicators', 24)['target'] = 4),
    'indicators.json, XH-09: trường target không khớp với các trường khác.',
  ],
  [
    'a weighted ratio without parts',
    'indicators',
    (x) => (at(x, 'indicators', 7)['parts'] = null),
    'indicators.json, KT-08: trường parts không khớp với các trường khác.',
  ],
  [
    'a unit that stands under itself',
    'units',
    (x) => (at(x, 'units', 3)['parent'] = 'tinh-uy'),
    'units.json, tinh-uy: cấp trên lặp vòng.',
  ],
  ['a source that is not listed', 'units', (x) => (at(x, 'units', 4)['source'] = 'nghe-noi'), 'nguồn nghe-noi'],
];

for (const [what, file, change, message] of faults) {
  test(`${what} is refused with file and place`, async () => {
    const folder = await packWith(file, change);
    await assert.rejects(loadPack(folder), (error: Error) => {
      assert.ok(error.message.includes(message), error.message);
      assert.ok(error.message.includes(folder));
      return true;
    });
  });
}

test('a missing file and a broken file are named together, in one refusal', async () => {
  const folder = await packWith('pack', () => undefined);
  await rm(join(folder, 'slips.json'));
  await writeFile(join(folder, 'general.json'), '{"requirements": [');
  await assert.rejects(loadPack(folder), (error: Error) => {
    assert.match(error.message, /slips\.json: không đọc được tệp/);
    assert.match(error.message, /general\.json: không phải JSON hợp lệ/);
    return true;
  });
});

test('decomposed accents in a pack are composed, so that quotes still match', async () => {
  const folder = await packWith('contents', () => undefined);
  const path = join(folder, 'contents.json');
  await writeFile(path, (await readFile(path, 'utf8')).normalize('NFD'));
  const pack = await loadPack(folder);
  assert.deepEqual(pack, await loadPack(sound));
});

test('the only folder under packs is found; of several, PACK must name one', async () => {
  const root = await mkdtemp(join(home, 'root-'));
  await assert.rejects(findPackFolder(undefined, root), /Không tìm thấy bộ dữ liệu/);
  await mkdir(join(root, 'packs', 'tinh-mau'), { recursive: true });
  assert.equal(await findPackFolder(undefined, root), join(root, 'packs', 'tinh-mau'));
  await mkdir(join(root, 'packs', 'tinh-khac'));
  await assert.rejects(findPackFolder(undefined, root), /tinh-khac, tinh-mau.*PACK/);
  assert.equal(await findPackFolder('packs/tinh-khac', root), join(root, 'packs', 'tinh-khac'));
});
