/** What people read on the pages where report forms are made. */
import { formatVietnamese } from '../../../kernel/decimal.ts';
import type { Refusal } from '../../../kernel/result.ts';
import { kernelRefusal } from '../../../platform/text.ts';
import type { UnitKind } from '../../organisation/unit.ts';
import { unitKindNames } from '../../organisation/text.ts';
import type { SectionKind } from '../report.ts';
import type { FormRefusal } from './editing.server.ts';
import type { FormDeed } from './form-deeds.server.ts';
import type { FormField, FormProblem, FormSection, FormStage } from './form.ts';
import type { MoveFormRefusal } from './moving.server.ts';

export const formStageText: Readonly<Record<FormStage, string>> = {
  draft: 'Đang soạn',
  published: 'Đã ban hành',
  withdrawn: 'Đã bỏ',
};

export const sectionKindText: Readonly<Record<SectionKind, string>> = {
  narrative: 'Phần viết',
  criteria: 'Kết quả theo tiêu chí của đề án',
  indicator_list: 'Nhận xét về các chỉ tiêu được chọn',
  indicators: 'Bảng chỉ tiêu',
  pledges: 'Bảng đăng ký chỉ tiêu',
  plans: 'Bảng tiến độ kế hoạch',
  initiatives: 'Bảng sáng kiến, mô hình được công nhận',
  findings: 'Bảng tồn tại, kiến nghị qua kiểm tra',
  attachments: 'Tệp kèm theo',
};

const sectionKindHint: Readonly<Record<SectionKind, string>> = {
  narrative: 'Đơn vị viết một đoạn theo gợi ý.',
  criteria: 'Mỗi tiêu chí của các đề án đơn vị chủ trì, phối hợp, có kế hoạch hoặc đăng ký là một ô; thêm một ô chung.',
  indicator_list: 'Đơn vị viết nhận xét cho từng chỉ tiêu dưới đây; số liệu đã xác nhận hiện kèm.',
  indicators: 'Tự lấy chỉ tiêu được giao hoặc đăng ký và số liệu đã xác nhận.',
  pledges: 'Tự lấy các đăng ký đã được tiếp nhận của năm.',
  plans: 'Tự lấy các kế hoạch đã phê duyệt và tiến độ đã báo cáo.',
  initiatives: 'Tự lấy sáng kiến, mô hình của đơn vị có quyết định công nhận trong kỳ.',
  findings: 'Tự lấy tồn tại, kiến nghị đã gửi đơn vị, hạn và tình trạng khắc phục đến hết kỳ.',
  attachments: 'Đơn vị đính kèm bản ký đã quét, phụ lục.',
};
export const sectionKindOption = (kind: SectionKind) => ({
  value: kind,
  label: sectionKindText[kind],
  hint: sectionKindHint[kind],
});

export const formFieldText: Readonly<Record<FormField, string>> = {
  ten: 'Tên mẫu',
  loai: 'Loại mục',
  'tieu-de': 'Tiêu đề mục',
  'huong-dan': 'Gợi ý cho người viết',
  'bat-buoc': 'Phải có khi ký gửi',
  nhom: 'Chỉ dành cho',
  'chi-tieu': 'Chỉ tiêu phải nhận xét',
};

const formDoneText: Readonly<Record<FormDeed, string>> = {
  name: 'Đã đổi tên mẫu.',
  up: 'Đã đổi thứ tự các mục.',
  down: 'Đã đổi thứ tự các mục.',
  out: 'Đã bỏ mục khỏi bản đang soạn.',
  publish: 'Đã ban hành. Bản này không đổi được nữa; lập kỳ báo cáo mới sẽ thấy bản này.',
  withdraw: 'Đã bỏ bản đang soạn.',
  revise: 'Đã lập bản mới từ bản trước. Sửa xong thì ban hành.',
};

export function formDoneSaid(done: string | null): string | undefined {
  if (done === 'section') return 'Đã lưu mục.';
  if (done === 'create') return 'Đã lập mẫu. Thêm các mục rồi ban hành.';
  return done !== null && done in formDoneText ? formDoneText[done as FormDeed] : undefined;
}

export const formsText = {
  title: 'Mẫu báo cáo',
  lead: 'Mẫu gồm các mục: phần viết có gợi ý, bảng tự lấy từ số liệu, nhận xét chỉ tiêu, tệp kèm theo. Bản đã ban hành không đổi; muốn sửa thì lập bản mới, kỳ đang mở vẫn giữ bản của nó.',
  caption: 'Các mẫu báo cáo',
  name: 'Mẫu',
  edition: 'Bản',
  stage: 'Tình trạng',
  sections: 'Số mục',
  section: 'Mục',
  acts: 'Việc',
  rounds: 'Kỳ đã dùng',
  isDefault: 'Mẫu mặc định của phần mềm, chờ tỉnh xác nhận',
  defaultTitle: 'Mẫu mặc định',
  defaultWhy:
    'Mẫu này do phần mềm đặt sẵn theo các nội dung Chỉ thị yêu cầu báo cáo, chưa được cơ quan nào ban hành. Chọn “Lập bản mới” để sửa thành mẫu của tỉnh.',
  new: 'Lập mẫu báo cáo',
  newLead: 'Đặt tên, chọn bắt đầu từ mẫu nào. Mẫu mới ở bước soạn: thêm, sửa, xếp lại các mục rồi ban hành.',
  nameHint: 'Ví dụ: Báo cáo nhanh kết quả thi đua tháng.',
  from: 'Bắt đầu từ',
  fromNothing: 'Mẫu trống',
  fromOption: (name: string, edition: number) => `${name}, bản ${edition}`,
  create: 'Lập mẫu',
  emptyWhat: 'Chưa có mẫu báo cáo nào',
  emptyWhy: 'Mẫu hiện ở đây khi được ban hành.',
  formTitle: (name: string, edition: number) => `${name}, bản ${edition}`,
  draftLead: 'Bản đang soạn, đơn vị chưa thấy. Xếp lại, thêm, sửa, bỏ mục; xong thì ban hành.',
  publishedLead: 'Bản đã ban hành không đổi được nữa.',
  addSection: 'Thêm mục',
  newSection: 'Thêm mục vào mẫu',
  editSection: 'Sửa mục',
  saveSection: 'Lưu mục',
  required: 'phải có khi ký gửi',
  fillsItself: 'tự lấy từ số liệu',
  noSections: 'Chưa có mục nào. Thêm ít nhất một mục rồi mới ban hành được.',
  only: (kinds: readonly string[]) =>
    `Chỉ dành cho: ${kinds.map((kind) => unitKindNames[kind as UnitKind] ?? kind).join(', ')}.`,
  lists: (codes: readonly string[]) => `Chỉ tiêu: ${codes.join(', ')}.`,
  edit: 'Sửa',
  up: 'Lên',
  down: 'Xuống',
  out: 'Bỏ mục',
  rename: 'Đổi tên mẫu',
  renameVerb: 'Lưu tên',
  publish: 'Ban hành bản này',
  publishWhat: 'Ban hành rồi thì bản này không đổi được nữa. Kỳ đang mở giữ bản của nó cho đến khi được chuyển.',
  withdraw: 'Bỏ bản đang soạn',
  revise: 'Lập bản mới',
  reviseWhat: 'Bản mới bắt đầu giống hệt bản này. Phần đơn vị đang viết không mất khi mẫu thay đổi.',
  editions: 'Các bản',
  headingHint: 'Ngắn gọn, như sẽ in trong báo cáo.',
  requiredHint: 'Đơn vị chưa ký gửi được khi mục còn trống. Bảng tự lấy từ số liệu thì không chọn.',
  groupsHint: 'Không chọn nhóm nào thì mọi đơn vị đều có mục này.',
  indicatorsHint: 'Chỉ dùng cho loại “Nhận xét về các chỉ tiêu được chọn”.',
  raced: 'Người khác vừa sửa mẫu này. Hai bản hiện cạnh nhau bên dưới: chọn bản giữ lại rồi lưu.',
} as const;

export function sectionRemarks(section: FormSection, isTable: boolean): readonly string[] {
  return [
    sectionKindText[section.kind],
    ...(section.isRequired ? [formsText.required] : []),
    ...(isTable ? [formsText.fillsItself] : []),
  ];
}

export function formProblemText(problem: FormProblem): string {
  switch (problem.kind) {
    case 'name_missing':
      return 'Chưa có tên mẫu. Ví dụ: Báo cáo nhanh kết quả thi đua tháng.';
    case 'heading_missing':
      return 'Chưa có tiêu đề mục. Ví dụ: Khó khăn, vướng mắc.';
    case 'text_long':
      return `Dài quá ${formatVietnamese(problem.limit)} ký tự. Viết gọn lại.`;
    case 'kind_unknown':
      return 'Chưa chọn loại mục.';
    case 'fills_itself':
      return 'Bảng tự lấy từ số liệu nên không đặt là phải có. Bỏ chọn ô này.';
    case 'group_unknown':
      return 'Nhóm đơn vị này không có. Chọn lại.';
    case 'no_indicator':
      return 'Chưa chọn chỉ tiêu nào. Chọn ít nhất một chỉ tiêu.';
    case 'names_secret':
      return `Có nhắc đến đề án ${problem.code}, thuộc phạm vi bảo vệ bí mật nhà nước. Bỏ phần này khỏi mẫu.`;
  }
}

type Known = FormRefusal | MoveFormRefusal;

export function formRefusalText(refusal: Known): string {
  switch (refusal.kind) {
    case 'form_wrong':
      return 'Mẫu chưa hợp lệ. Xem từng ô bên dưới.';
    case 'form_empty':
      return formsText.noSections;
    case 'wrong_stage':
      return `Bản mẫu ở bước “${formStageText[refusal.stage as FormStage]}” nên chưa làm được việc này.`;
    case 'lost_race':
      return 'Người khác vừa sửa mẫu này. Xem lại bên dưới rồi làm lại nếu còn cần.';
    case 'not_there':
    case 'not_yours':
    case 'not_scoped':
    case 'four_eyes':
    case 'needs':
      return kernelRefusal(refusal);
  }
}

export type FormProblemShown = { readonly field?: string; readonly label?: string; readonly message: string };

export function formProblems(refusal: Refusal): readonly FormProblemShown[] {
  const known = refusal as Known;
  if (known.kind !== 'form_wrong') return [{ message: formRefusalText(known) }];
  return known.problems.map(({ field, problem }) => ({
    field,
    label: formFieldText[field],
    message: formProblemText(problem),
  }));
}
