/** Words of papers, clocks, warnings and what has changed since a return. */
import { awardName, documentText } from '../awards/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { Running } from './clock.ts';
import type { AboutField, Difference } from './edition.ts';
import type { CellState, Lacking, PaperKind } from './papers.ts';

import { reportSectionText } from './report.text.ts';
import { dossierFieldText } from './text.ts';
import type { Warning } from './warning.ts';

export const paperKindText: Readonly<Record<PaperKind, string>> = {
  submission: 'Tờ trình',
  report: 'Báo cáo thành tích',
  minutes: 'Biên bản bình xét, xét khen thưởng',
  certificate: 'Chứng nhận, xác nhận',
  opinion: 'Ý kiến cơ quan liên quan',
  ballot: 'Kết quả bỏ phiếu của Hội đồng',
  originals: 'Bộ hồ sơ bản chính',
  photo: 'Ảnh',
  other: 'Giấy tờ khác',
};

export const cellText: Readonly<Record<CellState, string>> = {
  there: 'Có',
  begun: 'Chưa đủ mục',
  missing: 'Thiếu',
  if_so: 'Nếu có',
  later: 'Có ở bước sau',
  not_asked: 'Không yêu cầu',
};

export const papersText = {
  title: 'Giấy tờ',
  complete: 'Đủ giấy tờ theo quy định',
  missing: (count: number) => `Còn thiếu ${count} giấy tờ`,
  matrix: 'Giấy tờ của từng đối tượng',
  shared: 'Giấy tờ chung của hồ sơ',
  files: 'Tệp đã đính kèm',
  noFiles: 'Chưa có tệp nào.',
  whose: 'Của',
  ofDossier: 'Chung cả hồ sơ',
  kind: 'Loại giấy tờ',
  file: 'Chọn tệp',
  fileHint: 'PDF, Word, Excel hoặc ảnh.',
  attach: 'Đính kèm',
  detach: 'Gỡ',
  basis: 'Căn cứ thành phần hồ sơ',
  submissionWord: 'Tờ trình và danh sách (Word)',
  submissionPdf: 'Tờ trình và danh sách (PDF)',
  attached: 'Đã đính kèm tệp.',
  detached: 'Đã gỡ tệp.',
  late: 'Nộp bổ sung giấy tờ',
  lateLead:
    'Hồ sơ đã gửi. Giấy tờ nộp bổ sung được ghi ngày nộp, người thẩm định nhận tin ngay; đã nộp thì không gỡ được.',
  lateBasis:
    'Mặc định của phần mềm: hồ sơ đột xuất, thủ tục đơn giản được bổ sung mọi giấy tờ sau khi gửi; hồ sơ khác chỉ bổ sung giấy tờ đã ghi là chưa có khi gửi.',
  supplemented: 'Đã nộp bổ sung, người thẩm định nhận được tin.',
  lateOn: (day: string) => `nộp bổ sung ngày ${day}`,
  basisOf: (article: string, source: string, state: string) =>
    `(Điều ${article}, ${documentText(source)}${stateText(state)})`,
} as const;

/** By kind of paper; of few nominees by name. */
export function lackingText(lacking: readonly Lacking[]): string {
  const kinds = [...new Set(lacking.map(({ paper }) => paper))];
  return kinds
    .map((kind) => {
      const names = lacking.flatMap(({ paper, name }) => (paper === kind && name !== null ? [name] : []));
      const whose =
        names.length === 0 ? '' : names.length > 3 ? ` của ${names.length} đối tượng` : ` của ${names.join(', ')}`;
      return `${paperKindText[kind].toLocaleLowerCase('vi')}${whose}`;
    })
    .join('; ');
}

export const lackingWords = {
  title: 'Giấy tờ chưa có khi gửi hồ sơ',
  reason: 'Lý do chưa có đủ giấy tờ',
  hint: 'Nơi nhận hồ sơ đọc được lý do này.',
  submit: (count: number) => `Ký gửi khi còn thiếu ${count} giấy tờ`,
  arrived: (papers: string) => `Đã nộp bổ sung: ${papers}.`,
  allArrived: 'Đã nộp bổ sung đủ giấy tờ chưa có khi gửi',
  said: (reason: string) => `Lý do của đơn vị: ${reason}`,
  unsaid:
    'Đơn vị không ghi lý do: hồ sơ theo thủ tục đơn giản, thành phần hồ sơ do Chính phủ quy định (Luật TĐKT, Điều 85 khoản 2), phần mềm chưa có văn bản đó.',
  basis:
    'Thiếu giấy tờ phải có thì người ký gửi ghi lý do: đây là mặc định của phần mềm. Giấy tờ mà quy định trong danh mục đánh dấu “Không gửi được hồ sơ” thì phải có mới gửi được.',
} as const;

function stateText(state: string): string {
  if (state === 'read') return '';
  if (state === 'second_hand') return '; theo nguồn dẫn lại';
  return state === 'default' ? '; mặc định' : '; chưa đọc được văn bản';
}

export function clockText({ left, dueOn }: Pick<Running, 'left' | 'dueOn'>): string {
  const until = `hạn ${dateText(dueOn)}`;
  if (left < 0) return `quá hạn ${-left} ngày làm việc (${until})`;
  return left === 0 ? `hết hạn hôm nay (${until})` : `còn ${left} ngày làm việc (${until})`;
}

export const clockLabel = 'Thời hạn ở bước này';
export function clockBasis({ days, article, source, state }: Running): string {
  return `${days} ngày làm việc, Điều ${article}, ${documentText(source)}${stateText(state)}`;
}

export function warningText(warning: Warning): string {
  switch (warning.kind) {
    case 'proposed_elsewhere':
      return warning.code === null
        ? 'Đang được đề nghị cùng danh hiệu, hình thức, cùng năm ở hồ sơ khác.'
        : `Đang được đề nghị cùng danh hiệu, hình thức, cùng năm ở hồ sơ ${warning.code}.`;
    case 'merged':
      return 'Dòng này trong sổ khen thưởng đã nhập vào dòng khác vì trùng.';
    case 'held_already':
      return `Đã được tặng đúng danh hiệu, hình thức này của năm ${warning.year} theo Quyết định số ${warning.number}.`;
    case 'rewarded_that_year':
      return `Cùng năm đã được tặng ${awardName(warning.awardCode)} theo Quyết định số ${warning.number}: xem có trùng thành tích không (Luật TĐKT, Điều 5 khoản 2 điểm c).`;
    case 'initiatives_used':
      return `${warning.count} sáng kiến của năm đã dùng cho lần khen thưởng khác.`;
    case 'disciplined':
      return `Có kỷ luật từ ${dayOrYear(warning.from)}${warning.until ? ` đến ${dayOrYear(warning.until)}` : ', chưa ghi ngày hết hiệu lực'} (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4).`;
    case 'pending':
      return `Đang có việc xác minh${warning.since ? ` từ ${dayOrYear(warning.since)}` : ''}, chưa xét khen thưởng khi chưa kết luận (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4).`;
    case 'died':
      return warning.isPerson
        ? `Đã mất ngày ${dateText(warning.on)}: đề nghị ghi “truy tặng”.`
        : `Đã giải thể ngày ${dateText(warning.on)}.`;
    case 'namesake':
      return `Cùng đơn vị có ${warning.count} dòng khác trùng tên: kiểm tra để không nhầm người.`;
    case 'report_alike':
      return `Báo cáo giống ${Math.round(warning.share * 100)}% với báo cáo của ${warning.name}.`;
  }
}

const dayOrYear = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? dateText(text) : text);

export const warningsTitle = (count: number) => `Cần lưu ý: ${count}`;

const aboutText: Readonly<Record<AboutField, string>> = {
  title: dossierFieldText.title,
  paperNumber: dossierFieldText.paperNumber,
  paperDate: dossierFieldText.paperDate,
  toUnitId: dossierFieldText.to,
  viaUnitId: dossierFieldText.via,
  simplified: dossierFieldText.simplified,
  movementReview: dossierFieldText.review,
};

const sectionText: Readonly<Record<Extract<Difference, { kind: 'text' }>['section'], string>> = {
  ...reportSectionText,
  achievement: 'tóm tắt thành tích',
  until: 'thành tích tính đến ngày',
  rank: 'xếp thứ trong lần đánh giá phong trào',
};

export function differenceText(one: Difference): string {
  switch (one.kind) {
    case 'about':
      return aboutText[one.field];
    case 'nominee_added':
      return `Thêm ${one.name} (${awardName(one.awardCode)})`;
    case 'nominee_removed':
      return `Bỏ ${one.name} (${awardName(one.awardCode)})`;
    case 'award':
      return `${one.name}: đổi ${awardName(one.before)} thành ${awardName(one.after)}`;
    case 'text':
      return `${one.name}: ${sectionText[one.section]}`;
    case 'paper_added':
      return `Thêm tệp ${one.name} (${paperKindText[one.paper]}${one.owner ? `, ${one.owner}` : ''})`;
    case 'paper_removed':
      return `Gỡ tệp ${one.name} (${paperKindText[one.paper]}${one.owner ? `, ${one.owner}` : ''})`;
  }
}

export const changesText = {
  tab: 'Thay đổi',
  title: 'Thay đổi so với lần gửi trước',
  link: 'Xem thay đổi so với lần gửi trước',
  none: 'Không có thay đổi nào.',
  before: (edition: number, at: string) => `Lần gửi ${edition}, ${at}`,
  after: (edition: number | null, at: string | null) =>
    edition === null ? 'Bản đang sửa' : `Lần gửi ${edition}, ${at ?? ''}`,
  onlyOne: 'Hồ sơ mới gửi một lần.',
  legend: 'Chữ thay đổi được tô nền.',
} as const;
