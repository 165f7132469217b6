/** The words of what a frozen result is handed on to, and of who leads. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import { levelText } from '../register/text.ts';
import type { LeaderRefusal } from './choosing.server.ts';
import type { Quota } from './leader.ts';
import type { LeaderRow, PartedBy } from './leaders.server.ts';

export const handText = {
  source: (title: string, number: string | null, date: string | null) =>
    number === null || date === null
      ? `Kết quả đã chốt: ${title}`
      : `Kết quả đã chốt: ${title}; biên bản Hội đồng số ${number} ngày ${dateText(date)}`,
  holderSource: 'Đơn vị trong danh mục tổ chức; ghi vào sổ khi chuyển kết quả chấm điểm thi đua',
} as const;

export const leadersText = {
  title: 'Đơn vị dẫn đầu cụm, khối thi đua',
  heading: (year: number, count: number) =>
    count === 0
      ? `Chưa có đơn vị dẫn đầu nào của năm ${year}`
      : `Năm ${year}: ${count} đơn vị dẫn đầu cụm, khối thi đua`,
  lead: 'Theo kết quả chấm điểm đã chốt. Đơn vị dẫn đầu được xét Cờ thi đua cấp tỉnh khi đạt tiêu chuẩn (Luật Thi đua, khen thưởng, Điều 26 khoản 1); tiêu biểu xuất sắc trong số đó được xét Cờ thi đua của Chính phủ (Điều 25).',
  judgements: 'Chấm điểm thi đua',
  themed: 'Xếp hạng theo phong trào chuyên đề',
  year: 'Năm',
  show: 'Xem',
  why: 'Vì sao dẫn đầu',
  result: 'Kết quả',
  number: (perBlock: number) => `Mỗi cụm, khối ${perBlock} đơn vị dẫn đầu`,
  numberRules: 'Quy định số đơn vị dẫn đầu',
  moreThanOne:
    'Cụm, khối này có nhiều đơn vị bằng nhau ở vị trí dẫn đầu và chưa có quyết định phân định. Tất cả được nêu ở đây.',
  unknown:
    'Chưa đối chiếu tiêu chuẩn: đơn vị chưa có trong sổ khen thưởng, hoặc ngoài phạm vi ông/bà được xem trong sổ.',
  standard: 'Đối chiếu tiêu chuẩn Cờ thi đua cấp tỉnh',
  clauses: 'Từng điều kiện',
  government: 'Đối chiếu tiêu chuẩn Cờ thi đua của Chính phủ',
  found: 'Kết luận của người thẩm định',
  notFound: 'Chưa kết luận',
  meets: 'Đạt tiêu chuẩn Cờ thi đua cấp tỉnh',
  meetsNot: 'Không đạt tiêu chuẩn Cờ thi đua cấp tỉnh',
  byWhom: (name: string | null, reason: string) => (name === null ? reason : `${reason} (${name})`),
  chosen: 'Đã chọn đề nghị Cờ thi đua của Chính phủ',
  judgeTitle: 'Kết luận đạt tiêu chuẩn Cờ thi đua cấp tỉnh',
  chooseTitle: 'Chọn đề nghị Cờ thi đua của Chính phủ',
  answer: 'Kết luận',
  choice: 'Lựa chọn',
  yes: 'Đạt tiêu chuẩn',
  no: 'Không đạt tiêu chuẩn',
  choose: 'Chọn',
  chooseNot: 'Không chọn',
  reason: 'Căn cứ, lý do',
  reasonHint: 'Ví dụ: đã rà soát điều kiện tại Điều 26 khoản 1, điểm a và b.',
  save: 'Lưu',
  notChosen: 'Chọn một mục.',
  propose: 'Lập hồ sơ đề nghị Cờ thi đua cấp tỉnh',
  whoProposes: (unit: string) => `Chuyên viên đầu mối hoặc thủ trưởng của ${unit} lập hồ sơ đề nghị.`,
  done: 'Đã lưu.',
  quotaTitle: 'Cờ thi đua của Chính phủ: tỷ lệ được đề nghị',
  quotaShare: (percent: number, of: string) => `Không quá ${formatVietnamese(percent)} % ${of}.`,
  quotaBasis: (article: string, basis: string) => `Căn cứ: ${article === '' ? '' : `Điều ${article}, `}${basis}`,
  quotaCount: ({ most, meeting, chosen }: Quota) =>
    `${meeting} đơn vị dẫn đầu đã được kết luận đạt tiêu chuẩn, nên được đề nghị tối đa ${most} (làm tròn xuống); đã chọn ${chosen}.`,
  quotaScope: 'Đếm trong phạm vi sổ khen thưởng mà ông/bà được xem.',
  quotaOver: 'Số đã chọn đang vượt tỷ lệ. Bỏ chọn bớt, hoặc rà lại các kết luận đạt tiêu chuẩn.',
  noShare:
    'Chưa có quy định nào về tỷ lệ được đề nghị, nên chưa chọn được. Người thẩm định thêm quy định ở Danh mục và quy định.',
  emptyWhat: 'Đơn vị dẫn đầu từng cụm, khối sẽ hiện ở đây, kèm lý do và từng điều kiện của tiêu chuẩn.',
  emptyWhy: 'Chưa có đợt chấm điểm nào của năm này được chốt kết quả.',
  emptyFirst: 'Xem các đợt chấm điểm',
} as const;

const pointsText = (hundredths: number) => formatVietnamese(hundredths / 100);

/** Place, block, score and level, in a sentence. */
export function reasonText(
  row: Pick<LeaderRow, 'place' | 'many' | 'blockName' | 'shownPoints' | 'fullPoints' | 'level'>,
): string {
  const { place, many, blockName, shownPoints, fullPoints, level } = row;
  const said = `Xếp thứ ${place} trong ${many} đơn vị của ${blockName}, ${pointsText(shownPoints)}/${pointsText(fullPoints)} điểm`;
  return level === null ? `${said}; chưa xếp loại.` : `${said}; xếp loại: ${levelText[level].toLowerCase()}.`;
}

export function partedText(partedBy: PartedBy | null): string {
  switch (partedBy?.kind) {
    case undefined:
      return '';
    case 'points':
      return `Bằng điểm với đơn vị khác; đứng trước nhờ điểm cao hơn ở mục ${partedBy.code} của bộ tiêu chí.`;
    case 'fewer_penalties':
      return 'Bằng điểm với đơn vị khác; đứng trước vì bị trừ điểm ít hơn.';
    case 'less_bonus':
      return 'Bằng điểm với đơn vị khác; đứng trước vì điểm thưởng ít hơn.';
    case 'decision':
      return 'Bằng điểm với đơn vị khác; thứ tự theo quyết định phân định đã ghi.';
  }
}

export const tiedText = (names: readonly string[]) => `Bằng hạng với ${names.join(', ')}.`;
export const minutesText = (number: string | null, date: string | null) =>
  number === null || date === null ? '' : `Biên bản Hội đồng số ${number} ngày ${dateText(date)}.`;

/** What the nominee of a dossier that begins here is proposed for, to be gone over by its writer. */
export const achievementText = (row: LeaderRow, year: number) =>
  `Năm ${year}: ${reasonText(row)} ${minutesText(row.minutesNumber, row.minutesDate)}`.trim();

export function leaderProblems(refusal: LeaderRefusal | { readonly kind: 'not_chosen' }) {
  switch (refusal.kind) {
    case 'not_chosen':
      return [{ field: 'tra-loi', label: leadersText.answer, message: leadersText.notChosen }];
    case 'reason_missing':
      return [{ field: 'ly-do', label: leadersText.reason, message: 'Cần ghi căn cứ, lý do.' }];
    case 'standard_not_met':
      return [
        {
          field: 'tra-loi',
          label: leadersText.answer,
          message: 'Có điều kiện chưa đạt theo sổ khen thưởng. Xem từng điều kiện; nếu sổ ghi sai thì sửa sổ trước.',
        },
      ];
    case 'not_said_to_meet':
      return [
        {
          field: 'tra-loi',
          label: leadersText.choice,
          message: 'Chưa kết luận đơn vị này đạt tiêu chuẩn Cờ thi đua cấp tỉnh nên chưa chọn được.',
        },
      ];
    case 'chosen_already':
      return [
        {
          field: 'tra-loi',
          label: leadersText.answer,
          message: 'Đơn vị đang được chọn đề nghị Cờ thi đua của Chính phủ. Bỏ chọn trước rồi sửa kết luận.',
        },
      ];
    case 'no_share':
      return [{ field: 'tra-loi', label: leadersText.choice, message: leadersText.noShare }];
    case 'quota_full': {
      const { most, meeting, chosen } = refusal.quota;
      return [
        {
          field: 'tra-loi',
          label: leadersText.choice,
          message: `Sẽ vượt tỷ lệ: ${meeting} đơn vị đạt tiêu chuẩn thì được đề nghị tối đa ${most}, đã chọn ${chosen}.`,
        },
      ];
    }
    case 'not_there':
    case 'lost_race':
    case 'not_allowed':
    case 'not_scoped':
      return [{ field: '', label: '', message: kernelRefusal(refusal) }];
  }
}
