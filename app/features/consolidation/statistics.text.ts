/** The figures for the statutory statistics as sheets: seen on the page, taken away as Excel and CSV alike. */
import type { Column, SheetToWrite } from '../../platform/spreadsheet/workbook.ts';
import { movementKindText } from '../movements/text.ts';
import { unitKindNames } from '../organisation/text.ts';
import type { Statistics } from './statistics.server.ts';

export const statisticsText = {
  title: (year: number) => `Số liệu thống kê ngành năm ${year}`,
  lead: 'Số liệu hệ thống có cho các biểu 0601 đến 0605 của Thông tư 02/2023/TT-BNV. Hệ thống chưa có mẫu biểu gốc nên không dựng biểu; lấy số ở đây để điền vào biểu của cơ quan.',
  show: 'Xem',
  noMovements: 'Không có phong trào nào trong năm.',
  noAwards: 'Chưa có dữ liệu trong hệ thống.',
  awards: '0602, 0603. Khen thưởng theo cấp và hình thức',
  basis: 'Căn cứ thông tư ghi theo nguồn thứ cấp, chưa đối chiếu nguyên văn.',
  staffNote:
    'Tính theo vai trò chuyên viên đầu mối đang được giao trên hệ thống; tổ chức, biên chế chuyên trách theo quyết định của cơ quan thì hệ thống không ghi.',
  excel: 'Tải Excel',
  csv: 'Tải CSV',
  fileName: (year: number) => `so-lieu-thong-ke-nganh-${year}`,
} as const;

const text = (heading: string, width: number): Column => ({ heading, kind: 'text', width });
const whole = (heading: string): Column => ({ heading, kind: 'whole', width: 14 });

export function movementSheet({ movements }: Statistics): SheetToWrite {
  return {
    name: '0601. Số phong trào thi đua',
    columns: [text('Nhóm đơn vị phát động', 34), text('Loại phong trào', 20), whole('Số phong trào')],
    rows: movements.map(({ unitKind, kind, count }) => [unitKindNames[unitKind], movementKindText[kind], count]),
  };
}

export function staffSheet({ staff }: Statistics): SheetToWrite {
  return {
    name: '0604, 0605. Tổ chức, nhân sự',
    columns: [text('Nhóm đơn vị', 34), whole('Số đơn vị'), whole('Có người đầu mối'), whole('Số người đầu mối')],
    rows: staff.map(({ unitKind, units, staffed, people }) => [unitKindNames[unitKind], units, staffed, people]),
  };
}

/** One list for programs: which form, which group, what is counted, how many. */
export function statisticsList(statistics: Statistics): SheetToWrite {
  const flat = (form: string, { columns, rows }: SheetToWrite) =>
    rows.flatMap((row) => {
      const words = row.filter((_, at) => columns[at]?.kind === 'text').join(', ');
      return row.flatMap((value, at) =>
        columns[at]?.kind === 'whole' ? [[form, words, columns[at]?.heading ?? '', value]] : [],
      );
    });
  return {
    name: statisticsText.title(statistics.year),
    columns: [text('Biểu', 14), text('Nhóm', 40), text('Chỉ số', 24), whole('Số lượng')],
    rows: [
      ...flat('0601', movementSheet(statistics)),
      ['0602, 0603', statisticsText.noAwards, '', null],
      ...flat('0604, 0605', staffSheet(statistics)),
    ],
  };
}
