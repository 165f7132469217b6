/** The rules held against the law's own text: no điểm or khoản of an award's article without an entry, no wording of our own. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SHIPPED_AWARDS } from '../shipped.ts';
import { LAW_TEXTS } from '../law/law-text.ts';
import { RULE_BOOK } from './rule-book.ts';
import { clausesOf, isClause } from './rule.ts';
import type { Clause, Conditions, Test } from './rule.ts';

const [file = ''] = globSync('packs/*/library/luat-06-2022-qh15.txt');
/** By mark (`74.1.đ`) what the law says there; a khoản with điểm has its own words too. */
const law = wordsByMark(readFileSync(file, 'utf8').normalize('NFC'));

function wordsByMark(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  let [article, clause, mark] = ['', '', ''];
  for (const line of text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)) {
    const head = /^Điều (\d+)\. /.exec(line)?.[1];
    const numbered = /^(\d+)\.\s?(.*)$/.exec(line);
    const lettered = /^([a-zđ])\) (.*)$/.exec(line);
    if (head !== undefined) [article, clause, mark] = [head, '', ''];
    else if (/^(Chương|Mục) /.test(line)) mark = '';
    else if (numbered) {
      clause = numbered[1] ?? '';
      mark = `${article}.${clause}`;
      words.set(mark, numbered[2] ?? '');
    } else if (lettered && clause !== '') {
      mark = `${article}.${clause}.${lettered[1]}`;
      words.set(mark, lettered[2] ?? '');
    } else if (mark !== '') words.set(mark, `${words.get(mark)} ${line}`);
  }
  return words;
}

/** Every điểm, and every khoản that has none. */
function marksOf(article: string): readonly string[] {
  const marks = [...law.keys()].filter((mark) => mark.startsWith(`${article}.`));
  return marks.filter((mark) => !marks.some((other) => other.startsWith(`${mark}.`)));
}

const ofAwards = RULE_BOOK.rules.filter(({ award }) => award !== null);

test('the law was read: some marks as they are known', () => {
  assert.deepEqual(marksOf('22'), ['22.1.a', '22.1.b', '22.2']);
  assert.deepEqual(marksOf('23'), ['23.1', '23.2']);
  assert.equal(law.get('43.1.e'), 'Có quá trình cống hiến lâu dài trong cơ quan, tổ chức, đơn vị.');
});

for (const rule of ofAwards) {
  test(`${rule.award} from ${rule.inForceFrom} has an entry for each điểm and khoản of Điều ${rule.article}`, () => {
    const own = clausesOf(rule.conditions).filter(({ of }) => of === undefined);
    const lacking = marksOf(rule.article).filter((mark) => !own.some(({ article }) => article === mark));
    assert.deepEqual(lacking, []);
    assert.deepEqual(
      own.filter(({ article }) => !law.has(article)),
      [],
    );
  });
}

test('a khoản whose own words ask for something, beside its điểm, has an entry for them too', () => {
  const asks = /chấp hành tốt|nội bộ đoàn kết|dẫn đầu/;
  const lacking = ofAwards.flatMap((rule) => {
    const own = clausesOf(rule.conditions).map(({ article }) => article);
    const heads = [...law.keys()].filter(
      (mark) => mark.startsWith(`${rule.article}.`) && [...law.keys()].some((other) => other.startsWith(`${mark}.`)),
    );
    return heads.filter((mark) => asks.test(law.get(mark) ?? '') && !own.includes(mark));
  });
  assert.deepEqual(lacking, []);
});

test('the articles carried with the product are those of the text in the library, line by line', () => {
  const lines = readFileSync(file, 'utf8')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  for (const { number, heading, lines: own } of LAW_TEXTS[0]?.articles ?? []) {
    const at = lines.indexOf(`Điều ${number}. ${heading}`);
    assert.notEqual(at, -1, number);
    assert.deepEqual(own, lines.slice(at + 1, at + 1 + own.length));
    assert.match(lines[at + 1 + own.length] ?? '', /^(Điều \d+\. |Chương |Mục )/);
  }
  const cited = RULE_BOOK.rules.filter(({ award }) => award !== null).map(({ article }) => article);
  const carried = LAW_TEXTS[0]?.articles.map(({ number }) => number);
  assert.deepEqual(
    cited.filter((article) => !carried?.includes(article)),
    [],
  );
});

test('what is quoted of the law is what it says; what is put in our words says so', () => {
  const clauses = RULE_BOOK.rules.flatMap(({ conditions }) => clausesOf(conditions));
  const isQuoted = ({ article, of, wording }: Clause) => of === undefined && wording === law.get(article);
  const own = clauses.filter((clause) => !isQuoted(clause));
  assert.deepEqual(
    own.filter(({ wording }) => !wording.endsWith('tóm tắt).')),
    [],
  );
});

test('what a person judges of a clause are words of that clause, or of one it refers to', () => {
  const abouts = (one: Test): readonly string[] => {
    if ('all_of' in one) return one.all_of.flatMap(abouts);
    if ('one_of' in one) return one.one_of.flatMap(abouts);
    if (one.kind === 'years') return one.within ? abouts(one.within) : [];
    return one.kind === 'judge' && one.about !== undefined ? [one.about] : [];
  };
  const said = ofAwards.flatMap(({ conditions }) => clausesOf(conditions)).filter(({ of }) => of === undefined);
  const strange = said.flatMap(({ article, test: one }) =>
    abouts(one).filter(
      (about) =>
        ![law.get(article), law.get('24.1.b'), law.get('71.3')].some((words) =>
          words?.toLowerCase().includes(about.toLowerCase()),
        ),
    ),
  );
  // Some clauses speak of districts, of which there are none since 01/07/2025: there it is said what came in their place.
  assert.deepEqual(strange, [
    'phong trào thi đua được xét là phong trào thi đua cấp huyện',
    'dẫn đầu cụm, khối thi đua có phải là dẫn đầu phong trào thi đua cấp tỉnh không',
    'chỉ với giấy khen trước ngày 01/07/2025: từ ngày đó không còn cấp huyện',
    'tên kỷ niệm chương đã được đăng ký với cơ quan quản lý nhà nước về thi đua, khen thưởng ở trung ương',
    'địa bàn cấp huyện: từ ngày 01/07/2025 là địa bàn cấp xã (Điều 27 Nghị định số 152/2025/NĐ-CP)',
    'địa bàn cấp huyện: từ ngày 01/07/2025 là địa bàn cấp xã (Điều 27 Nghị định số 152/2025/NĐ-CP)',
  ]);
});

test('every group decides something, and what a clause refers to stands in the same rule', () => {
  const refers = (one: Test): readonly string[] => {
    if ('all_of' in one) return one.all_of.flatMap(refers);
    if ('one_of' in one) return one.one_of.flatMap(refers);
    return one.kind === 'one_of_clauses' ? one.articles : [];
  };
  const decides = (one: Conditions): boolean => {
    if (isClause(one)) return !('kind' in one.test && ['delegated', 'elsewhere'].includes(one.test.kind));
    const parts = 'all_of' in one ? one.all_of : one.one_of;
    return parts.some(decides);
  };
  for (const { conditions } of RULE_BOOK.rules) {
    const clauses = clausesOf(conditions);
    const ownMarks = clauses.map(({ article }) => article);
    assert.ok(decides(conditions));
    assert.deepEqual(
      clauses.flatMap(({ test: one }) => refers(one)).filter((mark) => !ownMarks.includes(mark)),
      [],
    );
  }
});

test('rules of one award never overlap, and follow one another without a day between', () => {
  for (const [award, versions] of Map.groupBy(RULE_BOOK.rules, (rule) => rule.award)) {
    const sorted = versions.toSorted((a, b) => a.inForceFrom.localeCompare(b.inForceFrom));
    const days = sorted.slice(1).map((next, index) => [sorted[index]?.inForceUntil, next.inForceFrom]);
    const joins = days.every(([until, from]) => until && from && Date.parse(from) - Date.parse(until) === 86_400_000);
    assert.ok(joins && sorted.at(-1)?.inForceUntil === null, String(award));
  }
});

test('the list holds every award of the articles, each decided on by somebody', () => {
  assert.deepEqual(
    ofAwards.map(({ award }) => award).filter((code) => !SHIPPED_AWARDS.some((award) => award.code === code)),
    [],
  );
  const bySomebodyElse = SHIPPED_AWARDS.filter(({ code }) => !ofAwards.some(({ award }) => award === code));
  assert.deepEqual([...new Set(bySomebodyElse.map(({ level }) => level))], ['elsewhere']);
  const cited = SHIPPED_AWARDS.flatMap(({ decidedBy, papers, terms }) => [...decidedBy, ...papers, ...terms]);
  const ofLaw = cited.filter(({ source }) => source === 'luat-06-2022-qh15').map(({ article }) => article);
  assert.deepEqual(
    ofLaw.filter((article) => !law.has(article) && article !== '77'),
    [],
  );
});
