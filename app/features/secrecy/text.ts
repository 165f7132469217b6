/** What people read about what is handled off the system. */
import type { Refusal } from '../../kernel/result.ts';
import type { SecretFound } from '../../platform/secrets.server.ts';
import { importText } from '../../platform/imports/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { kernelRefusal, secretNamedText } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { PaperField, PaperProblem, PaperWrong } from './paper.ts';
import type { AlreadyThere } from './papers.server.ts';

/** What the page of such a scheme says, and one line of a consolidated table. */
export const offSystemText = 'Thực hiện theo chế độ bảo vệ bí mật nhà nước';

export const paperFieldText: Readonly<Record<PaperField, string>> = {
  number: 'Số, ký hiệu',
  date: 'Ngày văn bản',
  sender: 'Nơi gửi',
  receiver: 'Nơi nhận',
  about: 'Về',
  round: 'Trả lời kỳ báo cáo',
  receivedOn: 'Ngày nhận',
};

function problemText(problem: PaperProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Chưa nhập hoặc chưa chọn.';
    case 'bad_number':
      return 'Số, ký hiệu gồm số rồi đến chữ in hoa, cách nhau bằng dấu / hoặc -, ví dụ 12/BC-UBND. Không ghi gì khác.';
    case 'not_a_day':
      return 'Chưa phải một ngày có thật. Nhập ngày, tháng, năm, ví dụ 30/09/2026.';
    case 'to_come':
      return 'Ngày này chưa đến.';
    case 'not_offered':
      return 'Chọn một mục trong danh sách.';
    case 'same_unit':
      return 'Nơi nhận phải khác nơi gửi.';
    case 'before_paper':
      return `Ngày nhận không thể trước ngày văn bản (${dateText(problem.day)}).`;
  }
}

type AnyRefusal = KernelRefusal | PaperWrong | AlreadyThere;
export type ProblemShown = { readonly field?: string; readonly label?: string; readonly message: string };

export function paperProblems(refusal: Refusal): readonly ProblemShown[] {
  const known = refusal as AnyRefusal;
  switch (known.kind) {
    case 'paper_wrong':
      return known.problems.map(({ field, problem }) => ({
        field,
        label: paperFieldText[field],
        message: problemText(problem),
      }));
    case 'already_corrected':
      return [{ message: 'Dòng này đã được đính chính bằng dòng khác.' }];
    case 'already_received':
      return [{ message: 'Việc nhận văn bản này đã được ghi. Sai ngày thì nơi gửi ghi dòng đính chính.' }];
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'four_eyes':
    case 'needs':
    case 'lost_race':
      return [{ message: kernelRefusal(known) }];
  }
}

/** A place inside a file, as far as it is known. */
function placeText({ sheet, cell, part = '' }: SecretFound): string {
  if (cell !== undefined) return `, ${importText.faultAt(sheet ?? '', cell).replace(/^Ô/, 'ô')}`;
  if (/^\d+$/.test(part)) return `, trang ${part}`;
  const slide = /slide(\d+)\.xml$/i.exec(part)?.[1];
  if (slide !== undefined) return `, trang chiếu ${slide}`;
  const named = parts.find(([shape]) => shape.test(part));
  return named ? `, ${named[1]}` : '';
}

const parts: readonly (readonly [RegExp, string])[] = [
  [/embeddings/, 'tệp nhúng bên trong'],
  [/comment/i, 'lời nhận xét'],
  [/header\d*\.xml/, 'đầu trang'],
  [/footer\d*\.xml/, 'chân trang'],
  [/notes\.xml/, 'chú thích'],
  [/docProps|meta\.xml|^info$/, 'thuộc tính của tệp'],
  [/drawing|diagram/, 'hình vẽ'],
  [/chart/, 'biểu đồ'],
  [/xl\/workbook\.xml/, 'tên trang tính'],
  [/^xl\//, 'trang tính'],
  [/document|content\.xml/, 'thân văn bản'],
];

/** Each place once, at its field. */
export function foundProblems(
  found: readonly SecretFound[],
  fields: readonly (readonly [name: string, value: string])[],
): readonly ProblemShown[] {
  return found.map((one) => {
    const { at, what, file } = one;
    if (file !== undefined) return { message: `Tệp ${file}${placeText(one)}: ${secretNamedText(what)}` };
    const place = fields.findIndex(([name]) => name === at);
    return { field: at, label: secrecyText.part(at, place + 1), message: secretNamedText(what) };
  });
}

/** Names under which many forms send what is typed. */
const partNames: Readonly<Record<string, string>> = {
  title: 'Tên',
  name: 'Tên',
  ten: 'Tên',
  note: 'Ghi chú',
  nguon: 'Nguồn số liệu',
  'ghi-chu': 'Ghi chú',
  'ly-do': 'Lý do',
  reason: 'Lý do',
  basis: 'Căn cứ',
  wording: 'Nội dung',
  content: 'Nội dung',
  aim: 'Mục đích',
  goals: 'Mục tiêu',
  objectives: 'Mục tiêu',
  purpose: 'Mục đích, yêu cầu',
  product: 'Sản phẩm',
};

export const secrecyText = {
  refusedTitle: 'Nội dung vừa gửi chưa được lưu',
  refusedLead:
    'Có phần nêu nội dung thực hiện theo quy định về bảo vệ bí mật nhà nước. Bỏ phần đó rồi gửi lại; các phần khác được giữ nguyên.',
  part: (name: string, at: number) => partNames[name] ?? `Nội dung ${at}`,
  fileAgain: 'Tệp không được giữ lại. Mở lại trang, chọn tệp khác rồi gửi.',
  sendAgain: 'Gửi lại',
  openPage: 'Mở lại trang nhập',
  toRegister: 'Sổ theo dõi văn bản xử lý theo chế độ bảo vệ bí mật nhà nước',
  legal:
    'Căn cứ: Luật Bảo vệ bí mật nhà nước số 117/2025/QH15 (dẫn theo tài liệu khác, chưa đối chiếu nguyên văn); khoản 4 Điều 84 Luật Thi đua, khen thưởng số 06/2022/QH15; ghi chú tại phụ lục chỉ thị. Hệ thống chỉ ghi số, ngày, nơi gửi, nơi nhận và việc nhận văn bản.',
  title: 'Văn bản theo chế độ mật',
  lead: 'Sổ theo dõi văn bản xử lý theo chế độ bảo vệ bí mật nhà nước. Văn bản được soạn, gửi và lưu ngoài hệ thống; sổ chỉ ghi số, ngày, nơi gửi, nơi nhận và việc nhận.',
  new: 'Ghi văn bản đã gửi',
  newLead: 'Chỉ ghi văn bản đã gửi theo chế độ mật. Không ghi trích yếu, nội dung, số liệu.',
  caption: 'Sổ theo dõi',
  received: 'Đã nhận',
  receivedOf: (day: string, by: string | null) => `${dateText(day)}${by === null ? '' : ` · ${by}`}`,
  notReceived: 'Chưa ghi nhận',
  corrected: 'Đã đính chính',
  aboutOther: 'Văn bản khác',
  aboutScheme: (code: string) => `Đề án ${Number(code.split('-')[1])}`,
  aboutMovement: 'Phong trào thực hiện ngoài hệ thống',
  noRound: 'Không trả lời kỳ báo cáo nào',
  numberHint: 'Ví dụ 12/BC-UBND.',
  save: 'Ghi vào sổ',
  receive: 'Ghi nhận đã nhận',
  correct: 'Đính chính',
  correctTitle: 'Đính chính một dòng của sổ',
  correctLead: 'Dòng cũ vẫn còn trong sổ và được ghi là đã đính chính. Nhập đủ dòng đúng.',
  cancel: 'Quay lại',
  emptyWhat: 'Sổ chưa có dòng nào',
  emptyWhy:
    'Văn bản hiện ở đây khi nơi gửi ghi vào sổ. Chỉ nơi gửi, nơi nhận, cơ quan chủ trì, cơ quan thẩm định và người kiểm soát thấy.',
  noSender: 'Ông/bà không ghi vào sổ này',
  noSenderWhy:
    'Chuyên viên đầu mối và thủ trưởng ghi văn bản do đơn vị mình gửi. Liên hệ người quản trị để được giao vai trò.',
  duty: (code: string) => `Phần báo cáo về Đề án ${Number(code.split('-')[1])}`,
  dutyLead: `${offSystemText}: không viết trong báo cáo này. Gửi bằng văn bản theo chế độ mật rồi ghi vào sổ.`,
  dutyDone: (number: string, date: string) => `Đã gửi theo chế độ mật: số ${number}, ngày ${dateText(date)}.`,
  done: { entered: 'Đã ghi vào sổ.', received: 'Đã ghi nhận việc nhận văn bản.' } as Readonly<Record<string, string>>,
  workReceive: (number: string) => `Ghi nhận văn bản theo chế độ mật số ${number}`,
  open: 'Mở',
} as const;
