/** The words of standards in the register: what a holder meets, who qualifies and was not proposed. */
import { clauseText } from '../awards/standards/explained.text.ts';
import type { Priority, Standing } from './standing.ts';
import { numberText } from './text.ts';

export const standingText: Readonly<Record<Standing, string>> = {
  met: 'Đạt',
  to_judge: 'Chưa thấy điều kiện nào không đạt; còn nội dung người thẩm định xem xét',
  unconfirmed: 'Chưa thấy điều kiện nào không đạt; chờ xác nhận về kỷ luật, vụ việc',
  lacks_facts: 'Chưa đủ dữ liệu để kết luận',
  not_met: 'Chưa đạt',
};

export const standardsText = {
  title: 'Đối chiếu tiêu chuẩn',
  heading: (year: number) => `Đối chiếu tiêu chuẩn năm ${year}`,
  lead: 'Theo những gì đang có trong sổ. Người thẩm định kết luận, phần mềm chỉ đối chiếu.',
  link: 'Đối chiếu tiêu chuẩn các danh hiệu, hình thức',
  year: 'Năm thành tích',
  award: 'Danh hiệu, hình thức',
  standing: 'Đối chiếu',
  open: 'Còn xem xét',
  see: 'Xem từng điều kiện',
  show: 'Xem',
  openText: (articles: readonly string[]) => articles.map((article) => clauseText(article)).join('; '),
  lawUnread:
    'Từ 01/10/2026 Luật sửa đổi có hiệu lực, chưa có nguyên văn trong dữ liệu: kết quả dưới đây đối chiếu với Luật năm 2022 trước khi sửa đổi, chỉ để tham khảo.',
} as const;

export const qualifyingText = {
  title: 'Đủ tiêu chuẩn mà chưa được đề nghị',
  heading: (found: number) => `${numberText(found)} đối tượng đủ tiêu chuẩn mà chưa được đề nghị`,
  headingWithLacking: (found: number) =>
    `${numberText(found)} đối tượng chưa được đề nghị, gồm cả đối tượng chưa đủ dữ liệu để kết luận`,
  lead: 'Đối chiếu sổ với tiêu chuẩn. Người trực tiếp lao động, người không giữ chức vụ, xã biên giới và địa bàn khó khăn đứng trước (Luật Điều 5).',
  unit: 'Đơn vị',
  every: 'Cả phạm vi được xem',
  withLacking: 'Gồm cả đối tượng chưa đủ dữ liệu',
  usual: 'Chỉ đối tượng không thiếu điều kiện nào',
  scope: 'Mức',
  name: 'Đối tượng',
  position: 'Chức vụ, công việc',
  first: 'Ưu tiên xem xét',
  direct: 'trực tiếp lao động',
  leads: 'dẫn đầu cụm, khối thi đua',
  notLeader: 'không giữ chức vụ',
  border: 'xã biên giới',
  hard: 'địa bàn khó khăn',
  tooMany: (many: number) =>
    `Phạm vi này có ${numberText(many)} đối tượng cần đối chiếu. Chọn một đơn vị để xem trên trang, hoặc tải cả danh sách về Excel.`,
  download: 'Tải danh sách Excel',
  emptyWhat: 'Đối tượng đủ tiêu chuẩn mà chưa có trong hồ sơ nào của năm sẽ hiện ở đây.',
  emptyWhy: 'Không có ai trong phạm vi đã chọn, hoặc sổ chưa đủ dữ liệu.',
  fileName: 'du-tieu-chuan-chua-de-nghi',
  sheet: 'Chưa đề nghị',
  caption: (award: string, year: number) => `${award}, năm ${year}`,
} as const;

export const replayText = {
  title: 'Đối chiếu lại quyết định đã ban hành',
  heading: (differing: number, looked: number) =>
    `${numberText(differing)} trong ${numberText(looked)} khen thưởng không khớp khi đối chiếu lại`,
  lead: 'Mỗi khen thưởng theo công trạng được đối chiếu lại với quy định của ngày tiếp nhận (hoặc ngày quyết định), bỏ chính khen thưởng đó ra. Không khớp có thể do sổ ghi thiếu; người thẩm định xem. Hiện tối đa 500 dòng.',
  holder: 'Đối tượng',
  lacking: 'Điều kiện chưa đạt theo sổ',
  emptyWhat: 'Khen thưởng không khớp sẽ hiện ở đây.',
  emptyWhy: 'Không có khen thưởng nào của năm này trái với tiêu chuẩn của ngày đó.',
  link: 'Đối chiếu lại quyết định đã ban hành',
} as const;

export function firstText({ worksDirectly, isLeader, isBorder, isHard }: Priority): string {
  const reasons = [
    worksDirectly === true && qualifyingText.direct,
    isLeader === false && qualifyingText.notLeader,
    isBorder === true && qualifyingText.border,
    isHard === true && qualifyingText.hard,
  ];
  return reasons.filter(Boolean).join(', ');
}
