/** What people read about dossiers; refusals are in refusals.text.ts. */
import { dateText } from '../../ui/moment.ts';
import type { Holder } from '../awards/award.ts';
import type { DossierField, DossierKind, DossierRoute, SimplifiedGround } from './dossier.ts';
import type { ReturnGround } from './grounds.ts';
import type { NomineeOutcome } from './nominee.ts';
import type { DossierMove, DossierStage } from './procedure.ts';
import type { DecidedAt } from './receiving.ts';

/** For those who work on it. */
export const dossierStageText: Readonly<Record<DossierStage, string>> = {
  draft: 'Đang soạn',
  submitted: 'Chờ tiếp nhận',
  returned: 'Đã trả lại đơn vị',
  appraising: 'Đang thẩm định',
  consulting: 'Đang lấy ý kiến',
  council: 'Trình Hội đồng',
  deciding: 'Chờ quyết định',
  at_centre: 'Đã trình Trung ương',
  decided: 'Đã quyết định, chờ ban hành',
  issued: 'Đã ban hành quyết định',
  refused: 'Không tặng',
  withdrawn: 'Đã rút',
};

/** For the unit that proposed. */
export const stageForUnitText: Readonly<Record<DossierStage, string>> = {
  draft: 'Hồ sơ đang được đơn vị soạn, chưa gửi đi.',
  submitted: 'Đã gửi. Nơi nhận đang kiểm tra thành phần hồ sơ.',
  returned: 'Hồ sơ bị trả lại. Đơn vị bổ sung theo lý do đã nêu rồi gửi lại.',
  appraising: 'Nơi nhận đang thẩm định hồ sơ.',
  consulting: 'Nơi nhận đang lấy ý kiến cơ quan liên quan, Nhân dân.',
  council: 'Hồ sơ đang chờ Hội đồng Thi đua - Khen thưởng xét.',
  deciding: 'Hồ sơ đã trình người có thẩm quyền, chờ quyết định.',
  at_centre: 'Tỉnh đã trình Trung ương, chờ kết quả.',
  decided: 'Đã có quyết định, đang chờ ký số, lấy số để ban hành.',
  issued: 'Quyết định đã ban hành.',
  refused: 'Người có thẩm quyền không tặng, lý do ghi bên dưới.',
  withdrawn: 'Đơn vị đã rút hồ sơ.',
};

/** For anybody who holds the code: no names, no reasons. */
export const stageForPublicText: Readonly<Record<DossierStage, string>> = {
  draft: 'Hồ sơ chưa gửi',
  submitted: 'Đã gửi, chờ tiếp nhận',
  returned: 'Đang được đơn vị bổ sung',
  appraising: 'Đang thẩm định',
  consulting: 'Đang lấy ý kiến',
  council: 'Đang chờ Hội đồng xét',
  deciding: 'Đang chờ quyết định',
  at_centre: 'Đã trình cấp Trung ương',
  decided: 'Đã có kết quả, đang hoàn tất thủ tục ban hành',
  issued: 'Đã có quyết định',
  refused: 'Đã kết thúc',
  withdrawn: 'Đã kết thúc',
};

export const dossierMoveText: Readonly<Record<DossierMove, string>> = {
  change: 'Sửa thông tin chung',
  attach: 'Đính kèm',
  supplement: 'Nộp bổ sung giấy tờ',
  submit: 'Ký gửi hồ sơ',
  withdraw: 'Rút hồ sơ',
  recall: 'Lấy lại để sửa',
  confirm: 'Xác nhận theo ngành',
  receive: 'Tiếp nhận hồ sơ',
  return: 'Trả lại hồ sơ',
  appraise: 'Thẩm định',
  consult: 'Đưa ra lấy ý kiến',
  to_council: 'Trình Hội đồng',
  to_authority: 'Trình người có thẩm quyền',
  back: 'Chuyển lại để xem xét thêm',
  decide: 'Quyết định',
  refuse: 'Không tặng',
  send_up: 'Trình Trung ương',
  enter_result: 'Nhập kết quả của Trung ương',
  issue: 'Ban hành quyết định',
};

export const movedText: Readonly<Record<DossierMove, string>> = {
  change: 'Đã lưu. Hồ sơ chưa gửi đi.',
  attach: 'Đã đính kèm tệp.',
  supplement: 'Đã nộp bổ sung giấy tờ.',
  submit: 'Đã gửi hồ sơ. Ghi lại mã hồ sơ để tra cứu.',
  withdraw: 'Đã rút hồ sơ.',
  recall: 'Đã lấy lại hồ sơ để sửa.',
  confirm: 'Đã xác nhận theo ngành.',
  receive: 'Đã tiếp nhận hồ sơ, bắt đầu thẩm định.',
  return: 'Đã trả lại hồ sơ cho đơn vị.',
  appraise: 'Đã ghi nhận thẩm định.',
  consult: 'Đã đưa ra lấy ý kiến.',
  to_council: 'Đã trình Hội đồng.',
  to_authority: 'Đã trình người có thẩm quyền.',
  back: 'Đã chuyển lại để xem xét thêm.',
  decide: 'Đã ghi nhận quyết định.',
  refuse: 'Đã ghi nhận không tặng.',
  send_up: 'Đã ghi nhận trình Trung ương.',
  enter_result: 'Đã nhập kết quả.',
  issue: 'Đã ban hành quyết định.',
};

export const dossierKindText: Readonly<Record<DossierKind, string>> = {
  merit: 'Khen thưởng công trạng (thường xuyên)',
  sudden: 'Khen thưởng đột xuất',
  movement: 'Khen thưởng phong trào (theo chuyên đề)',
  devotion: 'Khen thưởng quá trình cống hiến',
  tenure: 'Khen thưởng theo niên hạn',
  foreign: 'Khen thưởng đối ngoại',
};

/** In lists. */
export const dossierKindShort: Readonly<Record<DossierKind, string>> = {
  merit: 'Công trạng',
  sudden: 'Đột xuất',
  movement: 'Phong trào',
  devotion: 'Cống hiến',
  tenure: 'Niên hạn',
  foreign: 'Đối ngoại',
};

export const routeText: Readonly<Record<DossierRoute, string>> = {
  territory: 'Theo địa bàn',
  sector: 'Theo ngành',
};

export const simplifiedText: Readonly<Record<SimplifiedGround, string>> = {
  a: 'Điểm a: phục vụ nhiệm vụ chính trị, kịp thời động viên, khích lệ quần chúng',
  b: 'Điểm b: thành tích xuất sắc đột xuất, dũng cảm cứu người, cứu tài sản, giải thưởng quốc tế',
  c: 'Điểm c: do người đứng đầu cơ quan, tổ chức, đơn vị phát hiện',
  d: 'Điểm d: khen thưởng cống hiến, niên hạn, đối ngoại',
};

export const outcomeText: Readonly<Record<NomineeOutcome, string>> = {
  open: 'Chưa quyết định',
  granted: 'Được tặng',
  refused: 'Không tặng',
  removed: 'Đưa ra khỏi danh sách',
};

export const holderKindText: Readonly<Record<Holder, string>> = {
  person: 'Cá nhân',
  collective: 'Tập thể',
  household: 'Hộ gia đình',
};

export const decidedAtShort: Readonly<Record<DecidedAt, string>> = {
  base: 'cấp cơ sở',
  province: 'cấp tỉnh',
  centre: 'cấp Nhà nước',
};

/** The words and the article; those of the decree were read in the study of the law, not in these articles' own forms. */
export const returnGroundText: Readonly<Record<ReturnGround, string>> = {
  not_entitled: 'Không đúng thẩm quyền đề nghị (Luật TĐKT, Điều 83)',
  papers_missing: 'Thiếu thành phần hồ sơ (Luật TĐKT, Điều 84 khoản 1, khoản 2)',
  report_form: 'Báo cáo thành tích chưa đúng yêu cầu (Nghị định 152/2025/NĐ-CP, Điều 33 khoản 9)',
  opinion_missing:
    'Thiếu ý kiến của cơ quan có liên quan (Luật TĐKT, Điều 84 khoản 3; Nghị định 152/2025/NĐ-CP, Điều 34)',
  standard_not_met: 'Chưa đạt tiêu chuẩn của danh hiệu, hình thức đề nghị (điều của Luật TĐKT ghi trong lý do)',
  rewarded_before: 'Thành tích đã được khen thưởng (Luật TĐKT, Điều 5 khoản 2 điểm c)',
  being_verified: 'Đang xem xét kỷ luật, đang xác minh đơn thư, vi phạm (Nghị định 152/2025/NĐ-CP, Điều 4 khoản 4)',
  not_simplified: 'Không thuộc trường hợp thủ tục đơn giản (Luật TĐKT, Điều 85 khoản 1)',
  declared_falsely: 'Kê khai, xác nhận không đúng (Luật TĐKT, Điều 15 khoản 3)',
  other: 'Căn cứ khác (ghi điều, khoản trong lý do)',
};

export const dossierFieldText: Readonly<Record<DossierField, string>> = {
  kind: 'Loại khen thưởng',
  simplified: 'Thủ tục đơn giản (Luật TĐKT, Điều 85)',
  year: 'Năm thành tích',
  movement: 'Phong trào thi đua',
  review: 'Đề nghị tại lần đánh giá của phong trào',
  title: 'Trích yếu tờ trình',
  paperNumber: 'Số, ký hiệu tờ trình',
  paperDate: 'Ngày ký tờ trình',
  route: 'Tuyến trình',
  via: 'Cơ quan chuyên môn xác nhận',
  to: 'Nơi nhận',
};

export const dossiersText = {
  nobodyReceives: (unit: string) =>
    `${unit} chưa có ai giữ vai trò người thẩm định nên chưa ai tiếp nhận được hồ sơ. Đề nghị quản trị hệ thống giao vai trò này tại đơn vị đó: nơi quyết định tự tiếp nhận, thẩm định.`,
  title: 'Hồ sơ đề nghị khen thưởng',
  heading: (total: number) => (total === 0 ? 'Chưa có hồ sơ nào' : `${total} hồ sơ đề nghị khen thưởng`),
  lead: 'Hồ sơ của đơn vị và hồ sơ gửi đến để thẩm định, quyết định.',
  caption: 'Hồ sơ đề nghị khen thưởng',
  tab: 'Hồ sơ',
  councilTab: 'Hội đồng',
  decisionTab: 'Quyết định',
  routeHead: 'Tuyến',
  new: 'Lập hồ sơ',
  newTitle: 'Lập hồ sơ đề nghị khen thưởng',
  titleFor: (award: string, name: string) => `Về việc đề nghị tặng ${award} cho ${name}`,
  newLead: 'Một hồ sơ là một tờ trình, đề nghị cho một hoặc nhiều đối tượng. Lưu xong thì thêm đối tượng.',
  editTitle: 'Sửa thông tin chung của hồ sơ',
  noUnit: 'Chưa có đơn vị để lập hồ sơ',
  noUnitWhy: 'Chuyên viên đầu mối hoặc thủ trưởng đơn vị lập hồ sơ. Liên hệ người quản trị để được giao vai trò.',
  unit: 'Đơn vị đề nghị',
  to: 'Nơi nhận',
  toHint:
    'Danh hiệu, hình thức cấp cơ sở do đơn vị hoặc cấp trên trực tiếp quyết định; cấp tỉnh và cấp Nhà nước gửi về tỉnh.',
  toOf: (name: string, isRoot: boolean) => (isRoot ? `${name} (cấp tỉnh, cấp Nhà nước)` : `${name} (cấp cơ sở)`),
  kind: 'Loại',
  year: 'Năm',
  stage: 'Tình trạng',
  nominees: 'Đối tượng',
  code: 'Mã hồ sơ',
  name: 'Trích yếu',
  words: 'Tìm theo trích yếu, mã, tên đối tượng',
  every: 'Tất cả',
  award: 'Danh hiệu, hình thức',
  emptyWhat: 'Hồ sơ đề nghị khen thưởng hiện ở đây',
  emptyWhy: 'Chưa có hồ sơ nào phù hợp với điều kiện đang chọn.',
  save: 'Lưu hồ sơ',
  saveChange: 'Lưu thay đổi',
  cancel: 'Không sửa nữa',
  reviewHint:
    'Chỉ với khen thưởng phong trào: nhiều tiêu chuẩn đòi hỏi khi sơ kết, tổng kết (ví dụ khoản 2 Điều 26, khoản 2 Điều 74 Luật TĐKT). Chưa ghi thì điều kiện đó để người thẩm định xem.',
  noReview: 'Chưa ghi',
  rank: 'Xếp thứ trong lần đánh giá phong trào',
  rankHint: 'Số thứ tự theo kết quả đánh giá, bình xét của phong trào; dẫn đầu ghi 1. Chưa xếp thì để trống.',
  rankOf: (rank: number) => `xếp thứ ${rank}`,
  reviewHeld: (what: string, held: string | null) =>
    held === null
      ? `${what}; phong trào chưa ghi lần đánh giá này trên hệ thống`
      : `${what}; đã ghi ngày ${dateText(held)}`,
  noMovement: 'Không theo phong trào',
  normalProcedure: 'Không, theo thủ tục thông thường',
  secretNote:
    'Thành tích có nội dung bí mật nhà nước (Điều 85 khoản 1 điểm đ) không lập hồ sơ trên hệ thống này: gửi văn bản theo chế độ mật.',
  noVia: 'Không qua ngành',
  titleHint: 'Ví dụ: Về việc đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh năm 2026',
  paperHint: 'Ghi khi tờ trình đã có số. Chưa có thì để trống.',
  of: (unit: string, kind: DossierKind, year: number) => `${unit} · ${dossierKindText[kind]} · năm ${year}`,
  sentTo: (name: string) => `Gửi ${name}`,
  paper: (number: string, date: string | null) =>
    date === null ? `Số ${number}` : `Số ${number}, ngày ${dateText(date)}`,
  notYet: 'Chưa ghi',
  receivedOn: 'Ngày tiếp nhận',
  sentBy: 'Người ký gửi',
  procedure: 'Thủ tục',
  confirmed: 'Đã xác nhận theo ngành',
  notConfirmed: 'Chưa xác nhận theo ngành',
  returned: 'Hồ sơ bị trả lại',
  refusedTitle: 'Không tặng',
  ground: 'Căn cứ',
  groundBlank: 'Chọn căn cứ',
  reason: 'Lý do',
  reasonOf: (move: DossierMove) => `Lý do (${dossierMoveText[move].toLocaleLowerCase('vi')})`,
  confirmWords: 'Ý kiến của cơ quan chuyên môn',
  faults: 'Còn thiếu trước khi gửi',
  late: 'Quá hạn',
  counted: (stage: string, count: number) => `${stage} (${count})`,
  lateOnly: 'Chỉ hồ sơ quá hạn',
  clock: 'Thời hạn',
  createNominee: 'Chưa có trong sổ? Ghi mới và thêm vào hồ sơ',
  receipt: 'Biên nhận',
  waitingForMe: 'Chờ tôi xử lý',
  nomineesTitle: 'Đối tượng đề nghị',
  noNominees: 'Chưa có đối tượng nào. Thêm đối tượng từ sổ đăng ký khen thưởng.',
  addNominee: 'Thêm đối tượng',
  nominee: 'Họ và tên, tên tập thể, hộ gia đình',
  nomineeKind: 'Đối tượng',
  nomineeUnit: 'Đơn vị công tác, địa phương',
  achievement: 'Tóm tắt thành tích',
  achievementHint: 'Vài câu, có số liệu. In trong danh sách kèm theo tờ trình.',
  outcome: 'Kết quả',
  findHolder: 'Tìm trong sổ đăng ký',
  find: 'Tìm',
  choose: 'Chọn',
  noneFound: 'Không tìm thấy ai trong sổ đăng ký khớp với tên này.',
  add: 'Thêm vào hồ sơ',
  changeNominee: 'Sửa',
  saveNominee: 'Lưu',
  removeNominee: 'Bỏ khỏi hồ sơ',
  awardBlank: 'Chọn danh hiệu, hình thức',
  awardsHere: 'Gửi trong hồ sơ này',
  awardsElsewhere: 'Cấp khác: tách hồ sơ trước khi ký gửi',
  added: 'Đã thêm vào hồ sơ.',
  changed: 'Đã lưu.',
  removed: 'Đã bỏ khỏi hồ sơ.',
  ticket: (code: string) => `Mã hồ sơ: ${code}`,
  exportName: 'Hồ sơ khen thưởng',
} as const;

/** After a deed of the page, by its name in the address. */
export const doneText: Readonly<Record<string, string>> = {
  ...movedText,
  add: dossiersText.added,
  create: dossiersText.added,
  'change-nominee': dossiersText.changed,
  remove: dossiersText.removed,
  split: 'Đã tách hồ sơ. Từng hồ sơ được ký gửi riêng.',
  list: 'Đã thêm danh sách vào hồ sơ.',
};

export const pasteText = {
  title: 'Thêm nhiều đối tượng từ danh sách',
  lead: (most: number) =>
    `Dán từ Excel hoặc gõ, mỗi đối tượng một dòng, tối đa ${most} dòng. Các cột: họ và tên; chức vụ, nơi công tác; tóm tắt thành tích. Danh sách dài hơn, nhiều danh hiệu thì nạp từ Excel.`,
  list: 'Danh sách',
  hint: 'Ví dụ: Nguyễn Văn Mẫu; Trưởng thôn; Vận động 40 hộ hiến đất làm đường.',
  look: 'Xem lại trước khi thêm',
  add: (count: number) => `Thêm ${count} đối tượng`,
  matched: 'Những ai sẽ được thêm',
  line: 'Dòng',
  position: 'Chức vụ',
  inRegister: 'Trong sổ khen thưởng',
  rowOf: (name: string) => `Là ai trong sổ: ${name}`,
  enterNew: 'Chưa có, ghi mới vào sổ',
  link: 'Dán danh sách nhiều đối tượng',
} as const;

/** As the drop-down of the list offers it and as it is read back. */
export const unitChoiceText = (name: string, code: string) => `${name} (${code})`;

export const splitText = {
  title: 'Tách hồ sơ theo cấp quyết định',
  link: 'Tách hồ sơ',
  lead: 'Mỗi hồ sơ gửi đi chỉ gồm danh hiệu, hình thức của một cấp quyết định. Xem từng phần dưới đây đi đâu rồi mới tách; chưa bấm nút thì chưa có gì thay đổi.',
  stays: (level: string) => `Ở lại hồ sơ này: ${level}`,
  leaves: (level: string) => `Sang hồ sơ mới: ${level}`,
  to: 'Gửi đến',
  turned: (name: string) => `Hồ sơ này chuyển sang gửi ${name}, vì không còn đề nghị nào của nơi nhận đang ghi.`,
  titleOfNew: 'Trích yếu của hồ sơ mới',
  count: (count: number) => `${count} đối tượng`,
  files: 'Giấy tờ riêng, báo cáo đi theo',
  filesOf: (files: number, isReported: boolean) =>
    [isReported ? 'báo cáo thành tích' : '', files > 0 ? `${files} tệp` : ''].filter(Boolean).join(', ') || 'Chưa có',
  sharedCopied: (names: readonly string[]) => `Giấy tờ chung được chép sang hồ sơ mới: ${names.join('; ')}.`,
  sharedNone: 'Hồ sơ chưa có giấy tờ chung nào phải chép.',
  kept: (number: string) =>
    `Số tờ trình ${number} và tệp tờ trình đã ký ở lại hồ sơ này; hồ sơ mới cần tờ trình riêng.`,
  editions: 'Các lần gửi trước, mã hồ sơ và lịch sử ở lại hồ sơ này.',
  nothing: 'Mọi đề nghị trong hồ sơ thuộc cùng một cấp và đúng nơi nhận, không có gì phải tách.',
  noReceiver: 'Chưa có nơi nhận nào cho cấp này.',
  split: (count: number) => (count === 0 ? 'Chuyển nơi nhận' : `Tách thành ${count + 1} hồ sơ`),
  from: 'Tách từ hồ sơ',
  into: 'Đã tách sang',
  back: 'Không tách nữa',
} as const;

export const suddenText = {
  title: 'Đề nghị khen thưởng đột xuất',
  lead: 'Ghi ngay ai, việc gì, kèm ảnh. Theo thủ tục đơn giản, không qua Hội đồng; giấy tờ bổ sung sau được.',
  who: 'Đề nghị cho',
  position: 'Chức vụ, nghề nghiệp',
  what: 'Việc đã làm',
  whatHint: 'Khi nào, ở đâu, đã làm gì, kết quả.',
  photo: 'Ảnh',
  ground: (point: string) => `Căn cứ: Luật Thi đua, khen thưởng, Điều 85 khoản 1. ${point}.`,
  handIn: 'Ký gửi ngay',
  send: 'Lưu và gửi',
  save: 'Lưu để thủ trưởng ký gửi',
  titleOf: (name: string) => `Về việc đề nghị khen thưởng đột xuất đối với ${name === '' ? '…' : name}`,
  link: 'Khen đột xuất',
} as const;

export const lookUpText = {
  title: 'Tra cứu hồ sơ khen thưởng',
  lead: 'Nhập mã hồ sơ ghi khi gửi. Chỉ hiện tình trạng và ngày, không hiện thông tin cá nhân.',
  code: 'Mã hồ sơ',
  hint: 'Ví dụ: HS-26-AB2C-D3EF',
  find: 'Tra cứu',
  none: 'Không có hồ sơ nào mang mã này. Kiểm tra lại từng ký tự.',
  submitted: 'Ngày gửi',
  received: 'Ngày tiếp nhận',
  since: 'Ở bước này từ ngày',
  note: 'Cần biết thêm, liên hệ đơn vị đã đề nghị hoặc nơi nhận hồ sơ.',
} as const;

export const dossierWorkText = {
  returned: (unit: string, reason: string) => `${unit}, hồ sơ bị trả lại: ${reason}`,
  mend: 'Bổ sung',
  open: 'Xem',
  more: (count: number) => `${count} hồ sơ khen thưởng khác chờ xử lý`,
  verb: {
    draft: 'Ký gửi',
    submitted: 'Tiếp nhận',
    returned: 'Bổ sung',
    appraising: 'Thẩm định',
    consulting: 'Xem ý kiến',
    council: 'Trình tiếp',
    deciding: 'Quyết định',
    at_centre: 'Nhập kết quả',
    decided: 'Ban hành',
    issued: 'Xem',
    refused: 'Xem',
    withdrawn: 'Xem',
  } satisfies Readonly<Record<DossierStage, string>>,
} as const;
