/**
 * What the directive sets, written out a second time by hand so that someone who knows the text can read it against the
 * paper. If the pack and this list differ, one of them has misread the directive.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { findPackFolder, loadPack } from './load-pack.server.ts';

const pack = await loadPack(await findPackFolder());

// code, comparator, target, unit of measure, over time, deadline, better when
const indicatorsByHand = `
KT-01 | gt        | 240     | ngàn tỷ đồng     | end_of_year | 2030 | up
KT-02 | gte       | 10      | %/năm            | average     | 2030 | up
KT-03 | reach     | 136     | triệu đồng       | end_of_year | 2030 | up
KT-04 | reach     | 70      | triệu đồng       | end_of_year | 2030 | up
KT-05 | about     | 20      | %                | end_of_year | 2030 | up
KT-06 | gt        | 32000   | tỷ đồng          | end_of_year | 2030 | up
KT-07 | gt        | 500000  | tỷ đồng          | sum         | 2030 | up
KT-08 | gt        | 38      | %                | end_of_year | 2030 | up
KT-09 | gt        | 15      | triệu lượt người | end_of_year | 2030 | up
KT-10 | reach     | 70000   | tỷ đồng          | end_of_year | 2030 | up
KT-11 | gt        | 12      | %/năm            | average     | 2030 | up
KT-12 | reach     | 10      | tỷ USD           | end_of_year | 2030 | up
KT-13 | gt        | 18000   | doanh nghiệp     | end_of_year | 2030 | up
KT-14 | gt        | 60      | %                | end_of_year | 2030 | up
KT-15 | gt        | 72      | %                | end_of_year | 2030 | up
KT-16 | gt        | 6.5     | %/năm            | average     | 2030 | up
XH-01 | about     | 75.5    | tuổi             | end_of_year | 2030 | up
XH-02 | reach     | 68      | năm              | end_of_year | 2030 | up
XH-03 | reach     | 72      | %                | end_of_year | 2030 | up
XH-04 | reach     | 75      | %                | end_of_year | 2030 | up
XH-05 | reach     | 36      | %                | end_of_year | 2030 | up
XH-06 | lt        | 42      | %                | end_of_year | 2030 | down
XH-07 | reach     | 100     | %                | end_of_year | 2030 | up
XH-08 | reach     | 15.5    | bác sĩ/vạn dân   | end_of_year | 2030 | up
XH-09 | range     | 4..5    | bác sĩ/trạm y tế | end_of_year | 2027 | up
XH-10 | reach     | 45      | giường/vạn dân   | end_of_year | 2030 | up
XH-11 | reach     | 85      | %                | end_of_year | 2030 | up
XH-12 | reach     | 85      | %                | end_of_year | 2030 | up
XH-13 | milestone | -       | đạt chuẩn (1: đạt, 0: chưa đạt) | milestone | 2030 | up
XH-14 | range     | 2.5..3  | điểm %/năm       | each_year   | 2030 | up
XH-15 | reach     | 50      | %                | end_of_year | 2030 | up
MT-01 | maintain  | 60      | %                | each_year   | 2030 | up
MT-02 | reach     | 95      | %                | end_of_year | 2030 | up
MT-03 | reach     | 100     | %                | end_of_year | 2030 | up
MT-04 | reach     | 90      | %                | end_of_year | 2030 | up
MT-05 | reach     | 100     | %                | end_of_year | 2030 | up
MT-06 | reach     | 98      | %                | end_of_year | 2030 | up`;

test('the 37 indicators carry the comparator, target, unit of measure and deadline of their wording', () => {
  const byHand = indicatorsByHand
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const inPack = pack.indicators.map((x) => [
    x.code,
    x.comparator,
    x.target === null ? '-' : typeof x.target === 'number' ? `${x.target}` : `${x.target.low}..${x.target.high}`,
    x.unit,
    x.aggregation,
    `${x.deadline}`,
    x.direction,
  ]);
  assert.deepEqual(inPack, byHand);
});

test('all indicators count from 2026, have no invented baseline or owner, and label what is a default', () => {
  for (const indicator of pack.indicators) {
    assert.equal(indicator.from, 2026, indicator.code);
    assert.equal(indicator.baseline, null, indicator.code);
    assert.equal(indicator.owner, null, indicator.code);
    assert.equal(indicator.toleranceIsDefault, indicator.tolerance !== null, indicator.code);
    assert.equal(indicator.evidenceRequiredIsDefault, true, indicator.code);
  }
});

test('a comparator is one that its Vietnamese wording can mean', () => {
  const wordsOf: Readonly<Record<string, RegExp>> = {
    gt: /trên \d/,
    gte: /từ .* trở lên/,
    lt: /dưới/,
    about: /khoảng/,
    maintain: /duy trì/,
    range: /\d-\d/,
    reach: /đạt|100%|hoàn thành/,
    milestone: /đạt chuẩn/,
  };
  for (const { code, comparator, wording } of pack.indicators) assert.match(wording, wordsOf[comparator] ?? /$^/, code);
  const plainReach = pack.indicators.filter(({ comparator }) => comparator === 'reach');
  for (const { code, wording } of plainReach)
    assert.doesNotMatch(wording, /trên \d|khoảng|dưới|trở lên|tối thiểu/, code);
});

test('shares lie between 0 and 100, and only ratios rebuilt from parts are weighted', () => {
  for (const { code, unit, valueRange, rollup, parts } of pack.indicators) {
    if (unit === '%') assert.deepEqual(valueRange, { min: 0, max: 100 }, code);
    if (unit === '%' && rollup === 'weighted') assert.equal(parts?.scale, 100, code);
    if (unit.endsWith('/vạn dân')) assert.equal(parts?.scale, 10_000, code);
    if (unit === '%/năm') assert.equal(rollup, 'none', code);
  }
});

// code, number of criteria, term as the title gives it, leads
const schemesByHand = `
DA-01 | 5  | 2025-2030 | ban-tuyen-giao-va-dan-van
DA-02 | 5  | 2025-2030 | ban-to-chuc
DA-03 | 5  | 2025-2030 | uy-ban-kiem-tra
DA-04 | 5  | 2025-2030 | ban-noi-chinh
DA-05 | 5  | 2025-2030 | uy-ban-mttq
DA-06 | 10 | 2026-2031 | van-phong-doan-dbqh-va-hdnd
DA-07 | 5  | -         | so-tai-chinh
DA-08 | 5  | 2026-2030 | so-cong-thuong
DA-09 | 5  | 2026-2030 | so-nong-nghiep-va-moi-truong
DA-10 | 5  | 2026-2030 | so-van-hoa-the-thao-va-du-lich
DA-11 | 5  | 2026-2030 | so-khoa-hoc-va-cong-nghe
DA-12 | 5  | 2026-2030 | so-xay-dung
DA-13 | 5  | 2026-2030 | so-nong-nghiep-va-moi-truong
DA-14 | 6  | 2026-2030 | so-van-hoa-the-thao-va-du-lich
DA-15 | 7  | 2026-2030 | so-nong-nghiep-va-moi-truong so-noi-vu so-giao-duc-va-dao-tao
DA-16 | 5  | 2026-2030 | so-tai-chinh
DA-17 | 1  | 2026-2030 | so-ngoai-vu`;

test('the 17 schemes have the criteria, the term and the leads of the appendix', () => {
  const byHand = schemesByHand
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const inPack = pack.schemes.map(({ code, criteria, term, leads }) => [
    code,
    `${criteria.length}`,
    term === null ? '-' : `${term.from}-${term.to}`,
    leads.map((lead) => lead.unit).join(' '),
  ]);
  assert.deepEqual(inPack, byHand);
});

test('every scheme but the secret one reports to the standing body, and only that one carries the note on secrets', () => {
  const secret = pack.schemes.filter((scheme) => scheme.secret);
  assert.deepEqual(
    secret.map((scheme) => scheme.code),
    ['DA-17'],
  );
  assert.match(secret[0]?.note ?? '', /bảo vệ bí mật nhà nước/);
  assert.equal(secret[0]?.reportingDuty, null);
  for (const scheme of pack.schemes.filter((x) => !x.secret)) {
    assert.match(scheme.reportingDuty ?? '', /^Báo cáo định kỳ gửi Sở Nội vụ/, scheme.code);
    assert.equal(scheme.note, null, scheme.code);
  }
});

test('coordinating bodies together say no less than the cell of the appendix', () => {
  for (const { code, coordination, coordinators } of pack.schemes) {
    const cell = coordination.replace(/^Phối hợp: /, '').replace(/\. (Báo cáo|Ghi chú).*$/, '');
    const rest = coordinators.reduce((left, body) => left.replace(body.wording, ''), cell);
    assert.match(rest, /^[;,\s]*(và)?[;,\s]*$/, code);
  }
});

test('the movement has one aim, four commitments and its times of review', () => {
  const { movement } = pack;
  assert.deepEqual(
    [movement.aim, ...movement.commitments].map(({ code, clause }) => [code, clause]),
    ['1', '2', '3', '4', '5'].map((n) => [`PT-1.${n}`, `II.1.${n}`]),
  );
  assert.deepEqual(
    movement.reviews.map(({ kind, year }) => [kind, year]),
    [
      ['yearly', null],
      ['mid_term', 2028],
      ['final', 2030],
    ],
  );
  assert.deepEqual(
    movement.commitments.map(({ measure }) => measure),
    [
      { kind: 'share_of_units', who: 'every_unit', target: 100 },
      { kind: 'share_of_units', who: 'lead_unit', target: 100 },
      { kind: 'count_per_unit_and_year', who: 'every_unit', minimum: 1 },
      { kind: 'reviews_held' },
    ],
  );
  assert.deepEqual(
    pack.contents.map((x) => x.code),
    ['XD-01', 'XD-02', 'XD-03'],
  );
  assert.equal(pack.requirements.length, 5);
});

test('the communes are the 99 of the official list, with its codes, names and former provinces', async () => {
  type Official = { code: string; name: string; kind: string; former_province: string };
  const list = JSON.parse(await readFile('tests/fixtures/don-vi-cap-xa.json', 'utf8')) as { units: Official[] };
  const communes = pack.units.filter((unit) => unit.kind === 'commune');
  assert.equal(communes.length, 99);
  assert.equal(communes.filter((unit) => unit.communeType === 'phuong').length, 10);
  const nameOf = new Map(pack.units.map((unit) => [unit.code, unit.name]));
  const flat = communes.map((x) => [x.code, x.officialCode, x.name, x.communeType, nameOf.get(x.formerProvince ?? '')]);
  const official = list.units.map((x) => [x.code, x.code, x.name, x.kind, x.former_province]);
  assert.deepEqual(
    flat.map((row) => [
      ...row.slice(0, 4),
      String(row[4])
        .replace(/^Tỉnh /, '')
        .replace(/ \(cũ\)$/, ''),
    ]),
    official,
  );
  assert.ok(communes.every((unit) => unit.parent === pack.province.unit && unit.validFrom === '2025-07-01'));
});

test('the province stands at the root with the two it was merged from behind it', () => {
  const root = pack.units.find((unit) => unit.code === pack.province.unit);
  const former = pack.units.filter((unit) => root?.predecessors?.includes(unit.code));
  assert.equal(root?.parent, null);
  assert.deepEqual(
    former.map((unit) => [unit.kind, unit.validUntil, unit.validFrom]),
    [
      ['province', '2025-07-01', undefined],
      ['province', '2025-07-01', undefined],
    ],
  );
});
