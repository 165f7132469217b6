/** What people read about consolidated reports. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { Refusal } from '../../kernel/result.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import type { FieldProblem, Kind, PaperFacts, Stage, TextField, WordsRefusal } from './consolidation.ts';
import { paperFields } from './consolidation.ts';
import type { MakeRefusal, MakingField, MakingProblem } from './making.server.ts';
import type { MoveRefusal, PaperProblem } from './moving.server.ts';
import type { EditRefusal } from './editing.server.ts';
import type { Placement } from './pieces.ts';
import type { Move } from './procedure.ts';
import { moves } from './procedure.ts';

const n = (count: number) => formatVietnamese(count);

export const kindText: Readonly<Record<Kind, string>> = {
  round: 'Báo cáo tổng hợp một kỳ báo cáo',
  scheme: 'Báo cáo tổng hợp một đề án',
  yearly: 'Đánh giá hằng năm',
  midterm: 'Sơ kết giữa kỳ',
  final: 'Tổng kết',
};

export const stageText: Readonly<Record<Stage, string>> = {
  draft: 'Đang biên tập',
  frozen: 'Đã chốt, chờ ký',
  issued: 'Đã ban hành',
  withdrawn: 'Đã bỏ',
};

export const moveText: Readonly<Record<Move, string>> = {
  change: 'Lưu',
  freeze: 'Chốt báo cáo',
  withdraw: 'Bỏ báo cáo này',
  recall: 'Lấy lại để biên tập',
  issue: 'Ghi nhận đã ký',
  return: 'Trả lại để biên tập',
};

const doneText: Readonly<Record<Move | 'gather', string>> = {
  change: 'Đã lưu.',
  gather: 'Đã lấy thêm nội dung mới. Đoạn đã biên tập giữ nguyên.',
  freeze: 'Đã chốt báo cáo. Nội dung đã chốt không sửa được; chờ người có thẩm quyền ký.',
  withdraw: 'Đã bỏ báo cáo.',
  recall: 'Đã lấy lại để biên tập. Bản đã chốt vẫn được giữ.',
  issue: 'Đã ghi nhận báo cáo được ký, ban hành.',
  return: 'Đã trả lại để biên tập. Bản đã chốt vẫn được giữ.',
};

export function doneSentence(done: string | null): string | undefined {
  const found = ([...moves, 'gather'] as const).find((each) => each === done);
  return found && doneText[found];
}

export const placementText: Readonly<Record<Placement, string>> = {
  body: 'Trong báo cáo',
  annex: 'Ở phụ lục',
  out: 'Không đưa vào',
};

export const placeVerb: Readonly<Record<Placement, string>> = {
  body: 'Đưa vào báo cáo',
  annex: 'Chuyển xuống phụ lục',
  out: 'Không đưa vào',
};

export const paperFieldText: Readonly<Record<keyof PaperFacts | 'title', string>> = {
  title: 'Trích yếu',
  parent: 'Cơ quan chủ quản',
  issuer: 'Cơ quan ban hành',
  symbol: 'Ký hiệu',
  place: 'Địa danh',
  addressees: 'Kính gửi',
  opening: 'Đoạn mở đầu',
  recipients: 'Nơi nhận',
  archive: 'Lưu',
  authority: 'Quyền hạn ký',
  office: 'Chức vụ người ký',
  signer: 'Họ tên người ký',
};

export const paperHint: Readonly<Partial<Record<keyof PaperFacts | 'title', string>>> = {
  title: 'Câu ngắn nêu nội dung báo cáo, in dưới chữ BÁO CÁO.',
  parent: 'Để trống nếu không có.',
  symbol: 'Không ghi số; ví dụ BC-SNV. Số do văn thư cấp.',
  addressees: 'Mỗi nơi một dòng. Để trống nếu không gửi cấp trên.',
  recipients: 'Mỗi nơi một dòng, không ghi gạch đầu dòng. Dòng Lưu được thêm tự động.',
  archive: 'Ví dụ: VT, TĐKT.',
  authority: 'Mỗi quyền hạn một dòng, ví dụ KT. Giám đốc. Để trống nếu thủ trưởng ký.',
  signer: 'Không ghi học hàm, học vị. Để trống thì chừa chỗ.',
};

export const makingFieldText: Readonly<Record<MakingField, string>> = {
  loai: 'Loại báo cáo',
  ky: 'Kỳ báo cáo',
  'de-an': 'Đề án',
  'so-lieu': 'Số liệu chốt',
  'co-quan': 'Cơ quan ban hành',
};

export function makingProblemText(problem: MakingProblem): string {
  switch (problem.kind) {
    case 'kind_unknown':
      return 'Chưa chọn loại báo cáo.';
    case 'round_missing':
      return 'Chưa chọn kỳ báo cáo để tổng hợp.';
    case 'scheme_missing':
      return 'Chưa chọn đề án.';
    case 'scheme_secret':
      return 'Đề án này thực hiện theo quy định về bảo vệ bí mật nhà nước nên không lập báo cáo trên hệ thống.';
    case 'snapshot_missing':
      return `Chưa chọn số liệu chốt cho “${kindText[problem.of]}”. Nếu chưa có, hãy chốt số liệu ở mục Số liệu chốt trước.`;
  }
}

export function fieldProblemText(problem: FieldProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Chưa có nội dung.';
    case 'too_long':
      return `Dài quá ${n(problem.limit)} ký tự. Viết gọn lại.`;
    case 'names_secret':
      return `Có nhắc đến đề án ${problem.code}, thuộc phạm vi bảo vệ bí mật nhà nước. Bỏ phần này; báo cáo riêng bằng văn bản theo quy định.`;
  }
}

const paperProblemText: Readonly<Record<PaperProblem['problem'], string>> = {
  missing: 'Chưa ghi. Lấy theo văn bản đã ký.',
  impossible: 'Không hợp lệ. Ví dụ số 125/BC-SNV, ngày 05/10/2026.',
  to_come: 'Ngày ký chưa đến.',
};

export type PageRefusal = MakeRefusal | MoveRefusal | EditRefusal | KernelRefusal;

export function refusalText(refusal: PageRefusal): string {
  switch (refusal.kind) {
    case 'making_wrong':
    case 'words_wrong':
    case 'paper_wrong':
      return 'Có chỗ cần sửa. Xem từng ô bên dưới.';
    case 'nothing_in':
      return 'Chưa có đoạn nào nằm trong báo cáo nên chưa chốt được. Đưa ít nhất một đoạn hoặc bảng vào báo cáo.';
    case 'wrong_stage':
      return `Báo cáo đang ở bước “${stageText[refusal.stage as Stage]}” nên chưa làm được việc này.`;
    case 'lost_race':
      return 'Người khác vừa sửa nội dung này. Xem lại bên dưới rồi làm lại nếu còn cần; phần vừa gõ vẫn còn.';
    case 'four_eyes':
      return 'Ông/bà là người đã chốt báo cáo này nên không được tự ghi nhận đã ký hoặc trả lại.';
    case 'needs':
      return 'Chưa ghi lý do. Viết ngắn gọn để người biên tập biết cần sửa gì.';
    case 'not_there':
    case 'not_yours':
    case 'not_allowed':
    case 'not_scoped':
      return kernelRefusal(refusal);
  }
}

export type Problem = { readonly field?: string; readonly label?: string; readonly message: string };

/** What stands above a form, at its fields where it has any. */
export function problemsOf(refusal: Refusal): readonly Problem[] {
  const known = refusal as PageRefusal;
  switch (known.kind) {
    case 'making_wrong':
      return known.problems.map(({ field, problem }) => ({
        field,
        label: makingFieldText[field],
        message: makingProblemText(problem),
      }));
    case 'words_wrong':
      return wordsProblems(known);
    case 'paper_wrong':
      return known.problems.map(({ field, problem }) => ({
        field: signedField[field],
        label: signedLabel[field],
        message: paperProblemText[problem],
      }));
    case 'needs':
      return [{ field: 'ly-do', label: oneText.reason, message: refusalText(known) }];
    case 'nothing_in':
    case 'wrong_stage':
    case 'lost_race':
    case 'four_eyes':
    case 'not_there':
    case 'not_yours':
    case 'not_allowed':
    case 'not_scoped':
      return [{ message: refusalText(known) }];
  }
}

const signedField: Readonly<Record<PaperProblem['field'], string>> = { number: 'so-hieu', day: 'ngay-ky' };
const signedLabel: Readonly<Record<PaperProblem['field'], string>> = {
  number: 'Số, ký hiệu văn bản đã ký',
  day: 'Ngày ký',
};

function wordsProblems({ problems }: WordsRefusal): readonly Problem[] {
  return problems.map(({ field, problem }) => ({
    field,
    label: field === 'text' ? pieceText.words : paperFieldText[field satisfies TextField],
    message: fieldProblemText(problem),
  }));
}

/** What was typed beside what is stored. */
export function paperVersions(mine: Readonly<Record<string, string>>, theirs: PaperFacts & { readonly title: string }) {
  return (['title', ...paperFields] as const).map((field) => ({
    label: paperFieldText[field],
    mine: mine[field] ?? '',
    theirs: theirs[field],
  }));
}

export const listText = {
  title: 'Báo cáo tổng hợp',
  lead: 'Gom số liệu và nội dung báo cáo của các đơn vị thành một báo cáo, giữ nguồn của từng đoạn, từng số; biên tập, chốt, in ra Word và PDF.',
  new: 'Lập báo cáo tổng hợp',
  statistics: 'Số liệu thống kê ngành',
  caption: 'Các báo cáo tổng hợp',
  name: 'Báo cáo',
  kind: 'Loại',
  unit: 'Cơ quan ban hành',
  stage: 'Tình trạng',
  number: 'Số, ký hiệu',
  every: 'Tất cả',
  emptyWhat: 'Báo cáo tổng hợp sẽ hiện ở đây',
  emptyWhy: 'Chưa có báo cáo nào đã ban hành hoặc ông/bà được xem.',
  numbered: (number: string, day: string) => `${number}, ngày ${dateText(day)}`,
} as const;

export const makeText = {
  title: 'Lập báo cáo tổng hợp',
  lead: 'Hệ thống lấy các bảng số liệu và nội dung những báo cáo đã tiếp nhận. Lập xong, biên tập từng mục rồi chốt.',
  kindHint: 'Đánh giá hằng năm, sơ kết, tổng kết lập từ số liệu chốt.',
  roundHint:
    'Bắt buộc với báo cáo của một kỳ. Với loại khác: chọn nếu muốn lấy nội dung các đơn vị đã viết trong kỳ đó.',
  schemeHint: 'Chỉ chọn khi lập báo cáo của một đề án.',
  snapshotHint: 'Bắt buộc với đánh giá hằng năm, sơ kết, tổng kết. Không chọn thì lấy số liệu đã xác nhận đến hôm nay.',
  snapshotOption: (title: string, purpose: string, asOf: string) => `${title} (${purpose}, đến ${dateText(asOf)})`,
  save: 'Lập báo cáo',
  cancel: 'Quay lại danh sách',
} as const;

export const oneText = {
  gathered: 'Lấy nội dung lúc',
  gatheredAt: (at: Date | string) => momentText(at),
  round: 'Kỳ báo cáo',
  scheme: 'Đề án',
  snapshot: 'Số liệu chốt',
  issuer: 'Cơ quan ban hành',
  paper: 'Văn bản đã ký',
  parts: 'Các mục',
  part: 'Mục',
  inBody: 'Trong báo cáo',
  inAnnex: 'Ở phụ lục',
  out: 'Không đưa vào',
  edited: 'Đã biên tập',
  stale: 'Nguồn đã đổi',
  paperPage: 'Thể thức văn bản',
  gather: 'Lấy thêm nội dung mới',
  gatherRemark:
    'Báo cáo được tiếp nhận sau, số liệu mới và mục mới của mẫu được thêm vào; đoạn đã biên tập không bị đụng đến.',
  missingTitle: 'Mẫu báo cáo có mục mới',
  missing: (headings: readonly string[]) =>
    `Chưa có trong báo cáo này: ${headings.map((heading) => `“${heading}”`).join(', ')}. Bấm “Lấy thêm nội dung mới” để đưa vào.`,
  draftWord: 'Tải bản thảo Word',
  draftPdf: 'Tải bản thảo PDF',
  word: 'Tải Word',
  pdf: 'Tải PDF',
  read: 'Đọc',
  freezeWhat: (count: number) =>
    `Chốt thì giữ nguyên ${n(count)} đoạn và bảng trong báo cáo cùng nguồn và số liệu đầu vào; muốn sửa phải lấy lại, và bản đã chốt vẫn được giữ.`,
  freezeTitle: 'Chốt báo cáo',
  withdrawWhat: 'Bỏ thì báo cáo này không hiện trong danh sách nữa. Báo cáo của các đơn vị không bị ảnh hưởng.',
  issueTitle: 'Ghi nhận báo cáo đã ký',
  issueWhat: 'Ghi số, ký hiệu và ngày của văn bản đã ký. Sau đó mọi người dùng đã đăng nhập đọc được báo cáo.',
  returnTitle: 'Trả lại để biên tập',
  number: signedLabel.number,
  day: signedLabel.day,
  reason: 'Lý do',
  returned: 'Báo cáo bị trả lại',
  editions: 'Các lần chốt',
  edition: (number: number) => `Lần chốt ${number}`,
  frozenBy: 'Người chốt',
  frozenAt: 'Chốt lúc',
  digest: 'Mã băm',
  noEditions: 'Chưa chốt lần nào.',
  printLead:
    'Trình bày theo Nghị định 30/2020/NĐ-CP; văn bản của cơ quan Đảng theo mẫu riêng, chờ cơ quan Đảng xác nhận.',
} as const;

export const partText = {
  add: 'Tóm tắt của cơ quan tổng hợp',
  words: 'Đoạn viết thêm ở đầu mục',
  wordsHint: 'Nội dung các đơn vị đã viết ở ngay trên trang này, in ở phụ lục trừ khi chọn khác.',
  addVerb: 'Thêm đoạn',
  empty: 'Mục này chưa có đoạn nào.',
  emptyWhy: 'Chưa có báo cáo nào được tiếp nhận có nội dung ở mục này.',
  edit: 'Sửa',
  up: 'Lên',
  down: 'Xuống',
  edited: (by: string, at: Date | string) => `đã biên tập: ${by}, ${momentText(at)}`,
  stale: 'nguồn đã đổi hoặc không còn',
  all: 'Mọi đoạn của các đơn vị trong mục này',
  allWhat: 'Áp dụng cho các đoạn đã có và các báo cáo tiếp nhận sau. Bảng và đoạn viết thêm giữ nguyên chỗ.',
  alike: (units: number) => `${n(units)} đơn vị cùng một nội dung`,
  alikeWho: 'Các đơn vị và nguồn; sửa riêng từng đơn vị',
  source: 'Nguồn',
  sentence: 'Nhận xét từ số liệu',
  own: 'Đoạn viết thêm',
  rowSource: 'Mục, mã',
  count: (count: number) => `${n(count)} đoạn và bảng`,
} as const;

export const pieceText = {
  title: 'Sửa một đoạn',
  words: 'Nội dung',
  original: 'Nguyên văn lúc lấy về',
  hint: 'Mỗi dòng in thành một đoạn. Nguồn của đoạn luôn được giữ bên cạnh.',
  save: 'Lưu đoạn này',
  cancel: 'Quay lại mục',
  beside: 'Nội dung các đơn vị đã viết ở mục này',
  tables: 'Bảng lấy từ số liệu nên không sửa ở đây.',
} as const;

export const paperText = {
  title: 'Thể thức văn bản',
  lead: 'Những gì in quanh nội dung báo cáo. Hệ thống đề xuất sẵn; sửa theo quy định của cơ quan ban hành.',
  save: 'Lưu thể thức',
} as const;

export const editionText = {
  title: (number: number) => `Bản chốt lần ${number}`,
  lead: (by: string, at: Date | string) => `${by} chốt lúc ${momentText(at)}. Nội dung này không bao giờ thay đổi.`,
  inputs: (count: number) => `${n(count)} nguồn đầu vào kèm mã băm`,
  whole: 'Nội dung đúng như lúc chốt: mã băm khớp.',
  broken: 'Nội dung không còn khớp mã băm lúc chốt. Đừng dùng bản này; hãy báo người quản trị kiểm tra cơ sở dữ liệu.',
  annexes: 'Phụ lục',
  editedMark: 'đã biên tập',
} as const;
