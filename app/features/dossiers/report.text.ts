/** Words of achievement reports. */
import { dateText } from '../../ui/moment.ts';
import type { ReportForm, ReportProblem, ReportRemark, ReportSection } from './report.ts';
import { formNumbers, monthsOld, sectionLimit } from './report.ts';

const formNames: Readonly<Record<ReportForm, string>> = {
  person_merit: 'Báo cáo thành tích của cá nhân (công trạng)',
  collective_merit: 'Báo cáo thành tích của tập thể (công trạng)',
  household_merit: 'Báo cáo thành tích của hộ gia đình',
  sudden: 'Báo cáo thành tích đột xuất',
  devotion: 'Báo cáo quá trình cống hiến',
  movement: 'Báo cáo thành tích thi đua theo chuyên đề',
  national_fighter: 'Báo cáo thành tích Chiến sĩ thi đua toàn quốc',
  government_flag: 'Báo cáo thành tích Cờ thi đua của Chính phủ',
  foreign_person: 'Báo cáo thành tích đối ngoại của cá nhân',
  foreign_collective: 'Báo cáo thành tích đối ngoại của tập thể',
};

/** What is known of the form, and that the sections are the product's. */
export function reportFormText(form: ReportForm): string {
  const { number, isInferred } = formNumbers[form];
  const which =
    number === null
      ? 'Chưa rõ số mẫu của Nghị định 152/2025/NĐ-CP.'
      : `Mẫu số ${number} Nghị định 152/2025/NĐ-CP${isInferred ? ' (số mẫu suy ra từ danh mục, chưa đối chiếu)' : ''}.`;
  return `${formNames[form]}. ${which} Các mục là mặc định của phần mềm: chưa có nội dung mẫu để đối chiếu.`;
}

export const reportSectionText: Readonly<Record<ReportSection, string>> = {
  background: 'Sơ lược lý lịch, đặc điểm tình hình',
  duty: 'Chức năng, nhiệm vụ được giao',
  results: 'Kết quả, thành tích đạt được',
  measures: 'Biện pháp, sáng kiến đã áp dụng',
  conduct: 'Chấp hành chủ trương của Đảng, pháp luật của Nhà nước; hoạt động đoàn thể, xã hội',
  service: 'Quá trình công tác, cống hiến',
  event: 'Diễn biến sự việc, hành động',
  movement_results: 'Kết quả thực hiện phong trào thi đua',
  ties: 'Quan hệ, đóng góp đối với địa phương',
  remarks: 'Nội dung khác',
};

export const reportHints: Readonly<Partial<Record<ReportSection, string>>> = {
  results: 'Nêu số liệu, so với chỉ tiêu được giao và năm trước.',
  event: 'Khi nào, ở đâu, đã làm gì, kết quả ra sao.',
  background: 'Cá nhân: năm sinh, quê quán, chức vụ. Tập thể: quá trình thành lập, số người.',
};

export const reportProblemText: Readonly<Record<ReportProblem, string>> = {
  too_long: `Dài quá. Viết tối đa ${sectionLimit.toLocaleString('vi-VN')} ký tự mỗi mục.`,
  not_a_day: 'Chưa phải một ngày có thật. Nhập ngày, tháng, năm, ví dụ 30/09/2026.',
  to_come: 'Ngày chưa đến.',
};

export function remarkText(remark: ReportRemark): string {
  switch (remark.kind) {
    case 'section_empty':
      return `Chưa viết mục “${reportSectionText[remark.section]}”.`;
    case 'section_short':
      return `Mục “${reportSectionText[remark.section]}” mới có ${remark.words} tiếng, nên nêu rõ số liệu.`;
    case 'until_missing':
      return 'Chưa ghi thành tích tính đến ngày nào.';
    case 'too_old':
      return `Thành tích chỉ tính đến ${dateText(remark.untilOn)}, quá ${String(monthsOld).padStart(2, '0')} tháng trước hôm nay (Nghị định 152/2025/NĐ-CP, Điều 33 khoản 9).`;
  }
}

export const reportText = {
  title: (name: string) => `Báo cáo thành tích: ${name}`,
  until: 'Thành tích tính đến ngày',
  untilHint: `Không quá ${String(monthsOld).padStart(2, '0')} tháng trước ngày gửi hồ sơ.`,
  save: 'Lưu và kiểm tra lại',
  saved: 'Đã lưu báo cáo.',
  remarks: 'Nên xem lại',
  noRemarks: 'Đủ các mục. Chưa thấy điều gì cần xem lại.',
  standards: 'Đối chiếu tiêu chuẩn',
  standardsLead: 'Theo sổ khen thưởng tại thời điểm này. Lưu lại để đối chiếu lại.',
  held: 'Khen thưởng đã có trong sổ',
  orUpload: 'Hoặc tải báo cáo đã ký lên',
  uploadHint: 'Tệp Word hoặc PDF. Chữ trong tệp được đọc để tìm báo cáo giống nhau.',
  fileRead: (words: number) => `Đã đọc ${words.toLocaleString('vi-VN')} tiếng trong tệp tải lên.`,
  fileUnread: 'Tệp tải lên không có chữ đọc được (bản quét), không so sánh được.',
  write: 'Báo cáo',
  alike: 'Báo cáo giống nhau',
  alikeLead: 'Trùng từng chữ với báo cáo khác mà ông/bà được xem. Người thẩm định kết luận; hệ thống không tự loại.',
  noAlike: 'Chưa thấy báo cáo nào giống.',
  share: (mine: number, theirs: number) =>
    `${percent(mine)} báo cáo này có trong báo cáo kia; ${percent(theirs)} báo cáo kia có trong báo cáo này.`,
  compare: 'So sánh',
  mine: 'Báo cáo này',
  theirs: 'Báo cáo kia',
  compareTitle: 'So sánh hai báo cáo',
  legend: 'Đoạn giống nhau được tô nền.',
  empty: 'Chưa viết.',
  printWord: 'Báo cáo (Word)',
  printPdf: 'Báo cáo (PDF)',
  lost: 'Có người vừa sửa báo cáo này. Chọn bản cần giữ.',
} as const;

const percent = (share: number) => `${Math.round(share * 100)}%`;
