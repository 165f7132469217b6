/** What a person reads when they ask why: whole sentences, with the numbers used. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerTo } from '../../../tests/sheets.ts';
import type { Row } from '../../../tests/sheets.ts';

const units = [{ code: 'TINH' }, { code: 'XA-1', parent: 'TINH' }, { code: 'XA-2', parent: 'TINH' }];
const budget = {
  comparator: 'gt',
  aggregation: 'end_of_year',
  target: 32000,
  from: 2026,
  deadline: 2030,
  direction: 'up',
  rollup: 'sum',
  baseline: 19500,
  unitOfMeasure: 'tỷ đồng',
  clause: 'Chỉ thị, mục I.1',
};

function say(indicator: Row, values: readonly Row[], asOf = '2028-02-15'): string {
  const rows = values.map((row) => ({ unit: 'TINH', known: '2028-02-01', ...row }));
  return answerTo({ indicator: { ...budget, ...indicator }, units, values: rows, unit: 'TINH', asOf }).explanation;
}

const sayings: readonly (readonly [string, string, string])[] = [
  [
    'a level far behind',
    say({}, [
      { period: '2026', value: 20600 },
      { period: '2027', value: 21400 },
    ]),
    'Chậm tiến độ: kém mức phải có quá ngưỡng. Giá trị mới nhất (năm 2027): 21.400 tỷ đồng. Mục tiêu: trên 32.000 tỷ đồng, thời hạn năm 2030. “Trên 32.000” nghĩa là phải lớn hơn hẳn 32.000. Giá trị 21.400 thấp hơn mức phải có ở thời điểm này (24.500) là 12,7%, quá ngưỡng 10% của “Có nguy cơ” (mặc định). Đường mục tiêu nội suy đều từ mức gốc 19.500 (2025). Từ nay mỗi năm còn phải tăng hơn 3.533,33 tỷ đồng. Với tốc độ hiện nay, đến năm 2030 đạt khoảng 24.250 tỷ đồng, cách mục tiêu 7.750. Căn cứ: Chỉ thị, mục I.1.',
  ],
  [
    'nothing known',
    say({}, []),
    'Chưa đủ số liệu: chưa có số liệu nào dùng được đến ngày xem. Mục tiêu: trên 32.000 tỷ đồng, thời hạn năm 2030. “Trên 32.000” nghĩa là phải lớn hơn hẳn 32.000. Căn cứ: Chỉ thị, mục I.1.',
  ],
  [
    'one value without a baseline',
    say({ baseline: null, clause: null }, [{ period: '2026', value: 20600 }]),
    'Chưa đủ số liệu: mới có một số liệu và không biết mức gốc, nên chưa xét được tiến độ. Giá trị mới nhất (năm 2026): 20.600 tỷ đồng. Mục tiêu: trên 32.000 tỷ đồng, thời hạn năm 2030. “Trên 32.000” nghĩa là phải lớn hơn hẳn 32.000. Chưa biết mức gốc: lấy số liệu đầu tiên 20.600 (2026) làm điểm xuất phát để nội suy đều. Từ nay mỗi năm còn phải tăng hơn 2.850 tỷ đồng. Chưa đủ số liệu để dự báo (cần ít nhất hai mốc số liệu).',
  ],
  [
    'a missing commune',
    say({ clause: null }, [{ unit: 'XA-1', period: '2026', value: 10 }]),
    'Chưa đủ số liệu: chưa có số liệu nào dùng được đến ngày xem. Mục tiêu: trên 32.000 tỷ đồng, thời hạn năm 2030. “Trên 32.000” nghĩa là phải lớn hơn hẳn 32.000. Năm 2026 còn thiếu số liệu của 1/2 đơn vị (XA-2); chưa dùng kỳ này, phần thiếu không tính là 0.',
  ],
  [
    'an average with a year missing',
    say(
      { comparator: 'gte', aggregation: 'average', target: 10, rollup: 'none', unitOfMeasure: '%/năm', clause: null },
      [
        { period: '2026', value: 9 },
        { period: '2028', value: 10.5 },
      ],
      '2029-03-01',
    ),
    'Có nguy cơ: kém mức phải có nhưng chưa quá ngưỡng. Bình quân các năm đã có số liệu đến năm 2028: 9,75%/năm (giai đoạn 5 năm). Mục tiêu: từ 10%/năm trở lên (bình quân các năm), thời hạn năm 2030. Bằng 10 là đạt. Giá trị 9,75 thấp hơn mức phải có ở thời điểm này (10) là 2,5%, chưa quá ngưỡng 10% của “Có nguy cơ” (mặc định). Mức phải có mỗi năm là chính mục tiêu. Chưa có số liệu năm 2027; năm thiếu không tính là 0. Các năm còn lại phải đạt bình quân ít nhất 10,17%/năm. Với tốc độ hiện nay, đến năm 2030 đạt khoảng 9,75%/năm, cách mục tiêu 0,25.',
  ],
  [
    'a year that failed',
    say(
      {
        comparator: 'maintain',
        aggregation: 'each_year',
        target: 60,
        rollup: 'none',
        baseline: null,
        unitOfMeasure: '%',
        clause: null,
      },
      [{ period: '2026', value: 59.5 }],
    ),
    'Chậm tiến độ: đã có năm không đáp ứng mục tiêu từng năm. Giá trị mới nhất (năm 2026): 59,5%. Mục tiêu: duy trì 60% (từng năm), thời hạn năm 2030. Năm nào cũng phải từ 60 trở lên. Giá trị 59,5 thấp hơn mức phải có ở thời điểm này (60) là 0,8%. Không đạt ở: năm 2026 (59,5%). Mức phải có mỗi năm là chính mục tiêu. Mỗi năm còn lại phải giữ ít nhất 60%. Chưa đủ số liệu để dự báo (cần ít nhất hai mốc số liệu).',
  ],
  [
    "the parent's own figure beside its communes'",
    say({ clause: null, target: 50, baseline: 0 }, [
      { period: '2026', value: 100 },
      { unit: 'XA-1', period: '2026', value: 60 },
      { unit: 'XA-2', period: '2026', value: 50 },
    ]),
    'Đạt: giá trị mới nhất đáp ứng mục tiêu. Giá trị mới nhất (năm 2026): 100 tỷ đồng. Mục tiêu: trên 50 tỷ đồng, thời hạn năm 2030. “Trên 50” nghĩa là phải lớn hơn hẳn 50. Giá trị 100 cao hơn mức phải có ở thời điểm này (10) là 900%. Đường mục tiêu nội suy đều từ mức gốc 0 (2025). Với tốc độ hiện nay, đến năm 2030 đạt khoảng 500 tỷ đồng, đáp ứng mục tiêu. Dùng số do chính đơn vị báo cáo cho năm 2026 (100), không cộng thêm số của cấp dưới; tổng hợp từ cấp dưới là 110.',
  ],
];

for (const [what, said, expected] of sayings) {
  test(`the explanation of ${what}`, () => assert.equal(said, expected));
}

test('every status, comparator and way of counting is said without an English word or a hole', () => {
  const english = /\b(undefined|null|NaN|achieved|track|risk|gte?|lte?|sum|mean|value|unit)\b|\[object|  /;
  for (const comparator of ['gt', 'gte', 'lt', 'lte', 'reach', 'about', 'range', 'maintain', 'milestone']) {
    for (const aggregation of ['end_of_year', 'average', 'sum', 'each_year', 'milestone']) {
      for (const direction of ['up', 'down']) {
        for (const values of [[], ['2026'], ['2026', '2027-Q1'], ['2026', '2027', '2028', '2029', '2030', '2031']]) {
          for (const asOf of ['2028-06-30', '2032-01-01']) {
            const rows = values.map((period, i) => ({
              unit: 'A',
              period,
              value: 30000 + i * 1000,
              known: '2027-01-01',
            }));
            const indicator = { ...budget, comparator, aggregation, direction, rollup: 'last' };
            const { explanation } = answerTo({ indicator, values: rows, unit: 'A', asOf });
            assert.doesNotMatch(explanation, english);
            assert.match(explanation, /^(Đạt|Đúng tiến độ|Có nguy cơ|Chậm tiến độ|Chưa đủ số liệu): .*\.$/);
          }
        }
      }
    }
  }
});
