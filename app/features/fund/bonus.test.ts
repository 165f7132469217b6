import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allAwards } from '../awards/award.ts';
import type { BonusLaw, Coefficient, Honoured, Order, Rounding, Together } from './bonus.ts';
import { bonusUnder, duesOf, explainedDue, payeeOf, rounded } from './bonus.ts';
import { organisingShare, readDay, readEntry, readMoney } from './fund.ts';
import { moneyInWords, numberInWords } from './money.text.ts';

const source = { article: '49', source: 'nghi-dinh-152-2025-nd-cp', state: 'read' } as const;
const up: Rounding = { ...source, to: 10_000, direction: 'up' };
const together: Together = { ...source, titlesOfOneTime: 'highest', titleAndForm: 'both' };
const times = (coefficient: string, atMost = false): Coefficient => ({ ...source, coefficient, atMost });
type Given = {
  readonly base?: number;
  readonly ofPerson?: string;
  readonly order?: Order['order'];
  readonly atMost?: boolean;
};
const law = (
  coefficient: string,
  { base = 2_530_000, ofPerson, order = 'at_the_end', atMost }: Given = {},
): BonusLaw => ({
  coefficient: times(coefficient, atMost),
  ofPerson: ofPerson === undefined ? undefined : times(ofPerson),
  base: { ...source, amount: base },
  rounding: up,
  order: { ...source, order },
  together,
});
const paid = (given: BonusLaw) => {
  const bonus = bonusUnder(given);
  return bonus.kind === 'unknown' ? bonus.of : bonus.amount;
};

test('coefficient times base salary of the day, rounded up to tens of thousands: the column of the study', () => {
  const columns = [
    ['4.5', 11_390_000],
    ['3.0', 7_590_000],
    ['1.0', 2_530_000],
    ['0.3', 760_000],
    ['1.5', 3_800_000],
    ['0.8', 2_030_000],
    ['2.0', 5_060_000],
    ['12.0', 30_360_000],
    ['8.0', 20_240_000],
    ['3.5', 8_860_000],
    ['7.0', 17_710_000],
    ['0.6', 1_520_000],
    ['2.25', 5_700_000],
    ['0.45', 1_140_000],
    ['9.0', 22_770_000],
    ['7.5', 18_980_000],
  ] as const;
  for (const [coefficient, amount] of columns) assert.equal(paid(law(coefficient)), amount, coefficient);
});

test('a decision before 01/07/2026 pays by the base salary of its day', () => {
  assert.equal(paid(law('1.5', { base: 2_340_000 })), 3_510_000);
  assert.equal(paid(law('0.3', { base: 2_340_000 })), 710_000);
});

test('for twice a person the two orders of rounding differ where a half ten thousand is lost or won', () => {
  const both = (whole: string, ofPerson: string) => [
    paid(law(whole, { ofPerson })),
    paid(law(whole, { ofPerson, order: 'before_multiplying' })),
  ];
  // 1.5 × 2 530 000 = 3 795 000 → 3 800 000; twice that is 7 600 000, while 3.0 × 2 530 000 is 7 590 000.
  assert.deepEqual(both('3.0', '1.5'), [7_590_000, 7_600_000]);
  assert.deepEqual(both('0.6', '0.3'), [1_520_000, 1_520_000]);
  assert.deepEqual(both('2.25', '1.5'), [5_700_000, 5_700_000]);
});

test('whatever the order, what is paid is never less than the exact amount, and never a whole step more than its parts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1_000_000, max: 5_000_000 }), (tenths, base) => {
      const single = (tenths / 10).toFixed(1);
      const whole = (tenths / 5).toFixed(1);
      for (const order of ['at_the_end', 'before_multiplying'] as const) {
        const amount = paid(law(whole, { base, ofPerson: single, order }));
        const exact = (tenths * base * 2) / 10;
        assert.ok(typeof amount === 'number' && amount >= exact && amount < exact + 20_000 && amount % 10_000 === 0);
      }
    }),
  );
});

test('rounding goes up, down or to the nearest, and what is round already stays', () => {
  const to = (direction: Rounding['direction'], amount: string) => rounded(amount, { to: 10_000, direction });
  assert.deepEqual(
    [to('up', '10000.1'), to('up', '20000'), to('down', '19999'), to('nearest', '15000')],
    [20_000, 20_000, 10_000, 20_000],
  );
});

test('what is not laid down in what was read is unknown, not nothing', () => {
  assert.deepEqual(bonusUnder({ ...law('1.0'), coefficient: undefined }).kind, 'unknown');
  assert.equal(paid({ ...law('1.0'), base: undefined }), 'base');
  assert.equal(paid({ ...law('1.0'), rounding: undefined }), 'rounding');
  assert.equal(bonusUnder(law('0.6', { atMost: true })).kind, 'at_most');
});

const honoured = (honourId: string, awardCode: string, coefficient: string, decidedOn = '2026-02-01'): Honoured => ({
  honourId,
  awardCode,
  type: allAwards().find(({ code }) => code === awardCode)?.type,
  decidedOn,
  bonus: bonusUnder(law(coefficient)),
});

test('of several titles of one period only the highest is paid; a title and a form both', () => {
  const dues = duesOf([
    honoured('a', 'lao-dong-tien-tien', '0.3'),
    honoured('b', 'chien-si-thi-dua-co-so', '1.0'),
    honoured('c', 'bang-khen-tinh', '1.5'),
  ]);
  assert.deepEqual(
    [...dues].map(([id, due]) => [id, due.kind === 'covered' ? `covered by ${due.by}` : due.kind]),
    [
      ['a', 'covered by b'],
      ['b', 'amount'],
      ['c', 'amount'],
    ],
  );
});

test('of equal titles the first decided is paid; a title of unknown amount neither covers nor is covered', () => {
  const equal = duesOf([
    honoured('late', 'chien-si-thi-dua-co-so', '1.0', '2026-03-01'),
    honoured('early', 'chien-si-thi-dua-co-so', '1.0'),
  ]);
  assert.deepEqual([equal.get('late')?.kind, equal.get('early')?.kind], ['covered', 'amount']);
  const odd = {
    ...honoured('x', 'gia-dinh-van-hoa', '1.0'),
    bonus: bonusUnder({ ...law('1.0'), coefficient: undefined }),
  };
  const dues = duesOf([odd, honoured('b', 'lao-dong-tien-tien', '0.3')]);
  assert.deepEqual([dues.get('x')?.kind, dues.get('b')?.kind], ['unknown', 'amount']);
});

const under = (one: Honoured, more: Partial<BonusLaw>): Honoured => ({
  ...one,
  bonus: { ...one.bonus, law: { ...one.bonus.law, ...more } },
});

test('what is paid of several follows the provision of each one’s day: all titles, a form only when higher, unknown where nothing is laid down', () => {
  const [low, high, form] = [
    honoured('low', 'lao-dong-tien-tien', '0.3'),
    honoured('high', 'chien-si-thi-dua-co-so', '1.0'),
    honoured('form', 'bang-khen-tinh', '1.5'),
  ];
  const kinds = (more: Partial<BonusLaw>) => {
    const dues = duesOf([low, high, form].map((one) => under(one, more)));
    return ['low', 'high', 'form'].map((id) => dues.get(id)?.kind);
  };
  assert.deepEqual(kinds({ together: { ...together, titlesOfOneTime: 'all' } }), ['amount', 'amount', 'amount']);
  assert.deepEqual(kinds({ together: { ...together, titleAndForm: 'highest' } }), ['covered', 'covered', 'amount']);
  assert.deepEqual(kinds({ together: undefined }), ['unknown', 'unknown', 'unknown']);
  assert.equal(duesOf([under(low, { together: undefined })]).get('low')?.kind, 'amount');
});

test('a multiple without a laid down order of rounding is unknown; what a payment kept before orders were data says its order', () => {
  assert.equal(paid({ ...law('3.0', { ofPerson: '1.5' }), order: undefined }), 'order');
  assert.equal(paid({ ...law('1.5'), order: undefined }), 3_800_000);
  const old = { kind: 'amount', amount: 7_590_000, law: { ...law('3.0', { ofPerson: '1.5' }), order: 'at_the_end' } };
  const read = explainedDue(JSON.parse(JSON.stringify(old)));
  assert.equal(read.law.order?.order, 'at_the_end');
});

test('a person who has died is paid to the family, a dissolved collective has none', () => {
  assert.deepEqual(
    [payeeOf('person', '2026-01-01'), payeeOf('person', null), payeeOf('collective', '2026-01-01')],
    ['family', 'holder', 'holder'],
  );
});

test('sums are spelled out as accountants do', () => {
  const spoken: readonly (readonly [number, string])[] = [
    [0, 'Không đồng'],
    [760_000, 'Bảy trăm sáu mươi nghìn đồng'],
    [3_800_000, 'Ba triệu tám trăm nghìn đồng'],
    [11_390_000, 'Mười một triệu ba trăm chín mươi nghìn đồng'],
    [21_000, 'Hai mươi mốt nghìn đồng'],
    [15, 'Mười lăm đồng'],
    [105, 'Một trăm linh năm đồng'],
    [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
    [1_000_000_005, 'Một tỷ không trăm linh năm đồng'],
    [2_030_000, 'Hai triệu không trăm ba mươi nghìn đồng'],
    [-5000, 'Âm năm nghìn đồng'],
  ];
  for (const [amount, words] of spoken) assert.equal(moneyInWords(amount), words);
  assert.equal(numberInWords(1_250_000_000_000), 'một nghìn tỷ hai trăm năm mươi tỷ');
});

test('money is typed the Vietnamese way, whole and more than nothing', () => {
  assert.deepEqual(
    ['1.500.000', '1 500 000 đồng', '1500000đ', '', 'một triệu', '0', '-5', '1,5', '99999999999999999'].map(readMoney),
    [1_500_000, 1_500_000, 1_500_000, 'missing', 'no_amount', 'not_positive', 'not_positive', 'not_whole', 'too_much'],
  );
});

test('a line has a kind, an amount, a day of its year that has come, words, and for what is spent a voucher', () => {
  const when = { year: 2026, today: '2026-06-15' };
  const typed = { kind: 'items', amount: '500.000', onDate: '2026-06-01', what: 'Khung bằng khen', voucher: 'PC 12' };
  assert.equal(readEntry(typed, when).ok, true);
  const wrong = readEntry({ kind: 'bonus', onDate: '2025-12-31' }, when);
  assert.deepEqual(wrong.ok ? [] : wrong.refusal.problems, [
    { field: 'kind', problem: 'not_offered' },
    { field: 'amount', problem: 'missing' },
    { field: 'onDate', problem: 'other_year' },
    { field: 'what', problem: 'missing' },
  ]);
  const unvouched = readEntry({ ...typed, voucher: ' ' }, when);
  assert.deepEqual(unvouched.ok ? [] : unvouched.refusal.problems, [{ field: 'voucher', problem: 'missing' }]);
  assert.deepEqual(
    [readDay('2026-06-16', when), readDay('x', when), readDay('2026-06-15', when)],
    ['in_future', 'no_date', undefined],
  );
});

test('the share for organising movements is of what came in', () => {
  assert.equal(organisingShare({ income: 100_000_000, organising: 25_000_000 }), 25);
  assert.equal(organisingShare({ income: 0, organising: 0 }), 0);
  assert.equal(organisingShare({ income: 0, organising: 5 }), 100);
});
