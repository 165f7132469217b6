/** What this feature says. Why something is refused: `refusals.text.ts`. */
import { decimal, formatVietnamese } from '../../kernel/decimal.ts';
import { pointsText } from '../../kernel/hundredths.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import type { MeasureName } from '../criteria/rule.ts';
import type { JudgementMove, JudgementStage } from './judgement.ts';
import type { JudgementField } from './judgement-form.ts';
import type { MeasureShown, WhyMissing, WhyNot } from './measured.ts';
import type { Scored } from './points.ts';
import type { CardMove, CardStage, ScoreStep } from './procedure.ts';

export const judgementStageText: Readonly<Record<JudgementStage, string>> = {
  prepared: 'Đang chuẩn bị',
  scoring: 'Đang chấm điểm',
  announced: 'Đã thông báo điểm',
  settled: 'Đã chốt điểm',
  signed_off: 'Hội đồng đã thông qua',
  frozen: 'Đã công bố kết quả',
  cancelled: 'Đã hủy',
};
export const judgementMoveText: Readonly<Record<JudgementMove, string>> = {
  change: 'Sửa thời hạn',
  follow: 'Cập nhật đơn vị trong khối, cụm',
  open: 'Mở chấm điểm',
  announce: 'Thông báo điểm cho các đơn vị',
  settle: 'Chốt điểm',
  break_tie: 'Quyết định thứ tự',
  reopen: 'Mở lại',
  sign_off: 'Ghi nhận Hội đồng thông qua',
  freeze: 'Công bố kết quả',
  cancel: 'Hủy đợt chấm điểm',
};
export const cardStageText: Readonly<Record<CardStage, string>> = {
  self: 'Đơn vị tự chấm',
  cross: 'Chấm chéo',
  appraisal: 'Thẩm định',
  appraised: 'Đã thẩm định',
  dropped: 'Đưa ra khỏi đợt',
};
export const stepText: Readonly<Record<ScoreStep, string>> = {
  self: 'Tự chấm',
  cross: 'Chấm chéo',
  expert: 'Cơ quan chuyên môn',
  appraisal: 'Thẩm định',
  objection: 'Xem lại',
};
export const fillText: Readonly<Record<ScoreStep, string>> = {
  self: 'Tự chấm điểm',
  cross: 'Chấm chéo',
  expert: 'Chấm tiêu chí thuộc lĩnh vực',
  appraisal: 'Thẩm định điểm',
  objection: 'Xem lại điểm',
};
/** In addresses. */
export const stepAddress: Readonly<Record<ScoreStep, string>> = {
  self: 'tu-cham',
  cross: 'cham-cheo',
  expert: 'chuyen-mon',
  appraisal: 'tham-dinh',
  objection: 'xem-lai',
};
export const cardMoveText: Readonly<Record<CardMove, string>> = {
  score_self: fillText.self,
  submit: 'Gửi phiếu tự chấm',
  recall: 'Rút phiếu về để sửa',
  assign: 'Phân công chấm chéo',
  score_cross: fillText.cross,
  pass: 'Gửi kết quả chấm chéo',
  skip_cross: 'Bỏ qua chấm chéo',
  score_field: fillText.expert,
  appraise: fillText.appraisal,
  conclude: 'Kết thúc thẩm định phiếu',
  return: 'Trả lại đơn vị',
  reopen: 'Mở lại phiếu',
  object: 'Đề nghị xem lại điểm',
  withdraw_objection: 'Rút đề nghị',
  answer: 'Trả lời đề nghị',
  drop: 'Đưa phiếu ra khỏi đợt',
};
export const missingText: Readonly<Record<WhyMissing, string>> = {
  not_reported: 'chưa có số liệu',
  not_verified: 'số liệu chưa được xác nhận',
  not_due_yet: 'chưa đến hạn báo cáo',
  indicator_unknown: 'không tìm thấy chỉ tiêu',
  year_not_frozen: 'kết quả đánh giá năm chưa chốt',
};
export const notApplicableText: Readonly<Record<WhyNot, string>> = {
  no_pledges: 'đơn vị không có chỉ tiêu đăng ký',
  no_reports_asked: 'đơn vị không thuộc diện phải báo cáo',
  no_findings: 'đơn vị không có tồn tại phải khắc phục',
  no_goal: 'đơn vị không được giao chỉ tiêu này',
  no_year_results: 'đơn vị chưa có kết quả đánh giá năm nào của phong trào',
  not_there_all_year: 'đơn vị không tồn tại cả năm',
  not_asked_of_unit: 'không yêu cầu đối với đơn vị',
};
export const judgementFieldText: Readonly<Record<JudgementField, string>> = {
  title: 'Tên đợt chấm điểm',
  selfUntil: 'Hạn tự chấm',
  crossUntil: 'Hạn chấm chéo',
  appraiseUntil: 'Hạn thẩm định',
  objectionDays: 'Thời hạn đề nghị xem lại',
};

export function scoredText(scored: Scored): string {
  switch (scored.state) {
    case 'points':
      return pointsText(scored.points);
    case 'not_applicable':
      return scoringText.notApplicable;
    case 'missing':
      return scoringText.missing;
  }
}

/** What the data say at a criterion, shortly. */
export function measuredText(measured: MeasureShown | null, name: MeasureName | undefined): string {
  if (measured === null) return scoringText.missing;
  switch (measured.state) {
    case 'known': {
      const { part, whole } = measured;
      // The mean of fractions has no counts that anybody would know again.
      if (name === 'years_results') return `${formatVietnamese(decimal(part).times(100).div(whole), undefined, 2)} %`;
      return whole === '1' ? formatVietnamese(part) : `${formatVietnamese(part)}/${formatVietnamese(whole)}`;
    }
    case 'missing':
      return missingText[measured.why];
    case 'not_applicable':
      return notApplicableText[measured.why];
  }
}

/** The same beside a title, where a bare figure would be read as a part of it. */
export function figureText(measured: MeasureShown | null, name: MeasureName | undefined): string {
  const said = measuredText(measured, name);
  return measured?.state === 'known' ? `(số liệu: ${said})` : `(${said})`;
}

export const scoringText = {
  strengths: 'Điểm mạnh, điểm yếu so với khối',
  taking: 'Tải phiếu',
  word: 'Tải phiếu (Word)',
  pdf: 'Tải phiếu (PDF)',
  excel: 'Tải phiếu (Excel)',
  csv: 'Tải phiếu (CSV)',
  thresholds: 'Ngưỡng xếp loại',
  appeals: 'Kiến nghị về kết quả',
  published: 'Kết quả đã đăng công khai',
  title: 'Chấm điểm thi đua',
  lead: 'Các đợt chấm điểm thi đua của khối, cụm: đơn vị tự chấm, chấm chéo, thẩm định, thông báo điểm.',
  new: 'Lập đợt chấm điểm',
  newLead: 'Đợt chấm điểm theo một bộ tiêu chí đã ban hành. Khi mở chấm điểm, mỗi đơn vị trong khối, cụm có một phiếu.',
  caption: 'Danh sách đợt chấm điểm',
  name: 'Đợt chấm điểm',
  of: 'Khối, cụm, phong trào',
  block: 'Khối, cụm',
  stage: 'Tình trạng',
  every: 'Tất cả',
  submittedHead: 'Đã gửi phiếu',
  appraisedHead: 'Đã thẩm định',
  outOf: (part: number, all: number) => `${part}/${all}`,
  emptyWhat: 'Chưa có đợt chấm điểm nào',
  emptyWhy: 'Đợt chấm điểm hiện ở đây khi Sở Nội vụ mở chấm điểm theo bộ tiêu chí đã ban hành của khối, cụm.',
  nearTitle: 'Phiếu của đơn vị ông/bà',
  nearOwn: 'Phiếu của đơn vị',
  nearCross: 'Phiếu được giao chấm chéo',
  set: 'Bộ tiêu chí',
  setHint: 'Chỉ gồm bộ tiêu chí đã ban hành và chưa có đợt chấm điểm.',
  setOf: (one: { ofName: string; year: number; title: string; edition: number; members: number }) =>
    `${one.ofName}, năm ${one.year}: ${one.title} (bản ${one.edition}, ${one.members} đơn vị)`,
  noSets: 'Chưa có bộ tiêu chí nào để chấm điểm',
  noSetsWhy: 'Bộ tiêu chí phải được ban hành trước. Mỗi bộ tiêu chí có một đợt chấm điểm.',
  toSets: 'Xem bộ tiêu chí',
  titleHint: 'Ví dụ: Chấm điểm thi đua Cụm các xã vùng cao năm 2026.',
  dayHint: 'Để trống nếu không đặt hạn. Phiếu gửi sau hạn vẫn được nhận và được ghi là gửi muộn.',
  daysHint: 'Số ngày làm việc kể từ ngày thông báo điểm. Mặc định của hệ thống là 5 ngày; tỉnh có thể quy định khác.',
  days: 'ngày làm việc',
  prepare: 'Lập đợt chấm điểm',
  save: 'Lưu',
  editTitle: 'Sửa thời hạn chấm điểm',
  lead_unit: 'Trưởng khối, cụm',
  noLead: 'chưa có',
  setName: (title: string, edition: number) => `${title}, bản ${edition}`,
  proposal: 'Bộ tiêu chí này là bản gợi ý của hệ thống, tỉnh chưa xác nhận.',
  full: 'Tổng điểm tối đa',
  objections: 'Thời hạn đề nghị xem lại',
  objectionsOf: (days: number) => `${days} ngày làm việc sau khi thông báo điểm`,
  objectionsUntil: (day: string) => `đến hết ngày ${dateText(day)}`,
  notSet: 'không đặt',
  ranking: 'Xếp hạng, xếp loại',
  assign: 'Phân công chấm chéo',
  cardsTitle: (submitted: number, all: number) => `${submitted}/${all} đơn vị đã gửi phiếu`,
  cardsSeen: (seen: number, all: number) => `${seen} trong ${all} phiếu của khối, cụm mà ông/bà được xem`,
  cardsCaption: 'Phiếu chấm điểm của các đơn vị',
  cardsEmpty: 'Chưa có phiếu chấm điểm',
  cardsEmptyPrepared: 'Phiếu được tạo cho từng đơn vị trong khối, cụm khi mở chấm điểm.',
  cardsEmptyHidden: (all: number) =>
    `Có ${all} phiếu đang được chấm. Điểm của các đơn vị trong khối, cụm chỉ hiện sau khi thông báo điểm.`,
  unit: 'Đơn vị',
  card: 'Phiếu',
  cross: 'Đơn vị chấm chéo',
  noCross: 'chưa phân công',
  points: 'Điểm đến nay',
  finalPoints: 'Điểm',
  missingCount: (count: number) => `còn ${count} tiêu chí chưa có điểm`,
  late: 'gửi muộn',
  lateLabel: 'Thời hạn',
  sinceFrozen: (now: string) => `hiện nay: ${now}`,
  frozenAs: (at: Date) => `Điểm và số liệu như lúc công bố kết quả, ${momentText(at)}.`,
  frozenSince: (count: number) =>
    `Từ đó số liệu của ${count} tiêu chí đã đổi (ghi “hiện nay” bên cạnh); kết quả đã công bố không đổi.`,
  frozenSinceLink: 'Xem thay đổi của cả khối, cụm',
  knownNote: 'Chỉ số liệu là của ngày đã chọn; điểm do người chấm là điểm hiện nay.',
  notYet: (move: string) => `Chưa đến bước “${move}”.`,
  mergedSince:
    'Đơn vị không còn hoạt động; phiếu được giữ lại. Sáp nhập vào một đơn vị thì báo cáo, tồn tại, sáng kiến trong năm của đơn vị được tính cho đơn vị đó; chia tách thì không chuyển cho đơn vị nào.',
  merged: 'đã sáp nhập',
  objectionsHead: 'Đề nghị xem lại',
  openObjections: (count: number) => `${count} đề nghị chưa trả lời`,
  hidden: 'chưa được xem',
  moves: 'Việc tiếp theo',
  onRanking: 'Chốt điểm, trình Hội đồng, công bố: ở trang Xếp hạng, xếp loại',
  reason: 'Lý do',
  cancelWhat: 'Hủy thì phiếu và điểm đã chấm không dùng nữa; dữ liệu vẫn lưu.',
  newer: (edition: number) =>
    `Đã ban hành bản ${edition} của bộ tiêu chí. Đợt chấm điểm này còn dùng bản cũ. Chuyển sang bản mới thì điểm đã chấm ở tiêu chí còn giữ vẫn tính; điểm ở tiêu chí đã bỏ được giữ lại trên phiếu để xem, không tính vào tổng.`,
  adopt: (edition: number) => `Chuyển sang bản ${edition}`,
  cardTitle: (unit: string) => `Phiếu chấm điểm: ${unit}`,
  total: 'Tổng điểm đến nay',
  finalTotal: 'Tổng điểm',
  ofFull: (full: number) => `/ ${pointsText(full)}`,
  raw: 'Điểm các tiêu chí',
  ofApplicable: (max: number) => `/ ${pointsText(max)} áp dụng được`,
  scaled: 'Có tiêu chí không áp dụng nên điểm được quy đổi về thang của cả bộ tiêu chí.',
  bonus: 'Điểm thưởng',
  penalty: 'Điểm trừ',
  missingTotal: 'Chưa có điểm',
  criteriaCount: (count: number) => `${count} tiêu chí`,
  contentHidden: 'Nội dung phiếu chưa đến lượt ông/bà xem',
  contentHiddenWhy:
    'Đơn vị đang tự chấm. Đơn vị chấm chéo, trưởng khối, cơ quan chuyên môn và người thẩm định xem được sau khi phiếu được gửi; các đơn vị khác xem được sau khi thông báo điểm.',
  linesCaption: 'Điểm từng tiêu chí qua các bước chấm',
  criterion: 'Tiêu chí',
  max: 'Tối đa',
  stands: 'Điểm tính',
  differences: 'Chênh lệch giữa các bước',
  noDifferences: 'Các bước chấm cho điểm như nhau.',
  differenceOf: (from: string, to: string) => `${from} → ${to}`,
  byWhom: (name: string | null, unit: string | null) => [name, unit].filter(Boolean).join(', '),
  leftOver: 'Điểm của tiêu chí đã bỏ',
  leftOverWhy: 'Đã chấm theo bản bộ tiêu chí trước. Không tính vào tổng điểm.',
  notApplicable: 'không áp dụng',
  missing: 'chưa có',
  submittedBy: 'Người gửi',
  because: (reason: string) => `Lý do: ${reason}`,
  sheetLead: (step: ScoreStep) => sheetLeads[step],
  maxOf: (max: number) => `tối đa ${pointsText(max)} điểm`,
  pointsField: 'Điểm',
  reasonField: 'Lý do, căn cứ',
  doesNotApply: 'Không áp dụng với đơn vị',
  dataMissing: (why: string) => `Chấm từ số liệu: ${why}. Chọn khi không chờ được số liệu.`,
  dataWait: 'Chờ số liệu',
  dataLeast: (points: number) => `Tính phần chưa có số liệu là chưa đạt: ${pointsText(points)} điểm`,
  dataComputed: (points: string) => `Tính từ số liệu: ${points}. Không nhập tay.`,
  atStep: (step: ScoreStep, said: string) => `${stepText[step]}: ${said}`,
  otherWay: 'Cơ quan chuyên môn chấm tiêu chí này.',
  saveSheet: 'Lưu điểm',
  agree: 'Lưu, giữ điểm bước trước ở tiêu chí còn trống',
  raced: (name: string, when: string) => `${name} ghi lúc ${when}`,
  done: {
    prepare: 'Đã lập đợt chấm điểm.',
    change: 'Đã sửa đợt chấm điểm.',
    adopt: 'Đợt chấm điểm đã chuyển sang bản mới của bộ tiêu chí.',
    open: 'Đã mở chấm điểm. Mỗi đơn vị có một phiếu.',
    announce: 'Đã thông báo điểm.',
    reopen: 'Đã mở lại.',
    cancel: 'Đã hủy đợt chấm điểm.',
    cham: 'Đã lưu điểm.',
    submit: 'Đã gửi phiếu.',
    recall: 'Đã rút phiếu về.',
    pass: 'Đã gửi kết quả chấm chéo.',
    skip_cross: 'Đã bỏ qua chấm chéo.',
    conclude: 'Đã kết thúc thẩm định phiếu.',
    return: 'Đã trả lại đơn vị.',
    assign: 'Đã phân công chấm chéo.',
    follow: 'Đã cập nhật đơn vị trong đợt chấm điểm.',
    object: 'Đã gửi đề nghị xem lại điểm.',
    withdraw: 'Đã rút đề nghị.',
    answer: 'Đã trả lời đề nghị.',
  } as Readonly<Record<string, string>>,
} as const;

export const evidenceText = {
  title: (unit: string) => `Minh chứng: ${unit}`,
  short: 'Minh chứng',
  lead: 'Tệp chứng minh cho điểm ở từng tiêu chí. Ai xem được phiếu thì xem được minh chứng.',
  emptyWhat: 'Chưa có minh chứng nào',
  emptyWhy: 'Tệp hiện ở đây theo từng tiêu chí khi đơn vị, người chấm đính kèm.',
  attachTitle: 'Đính kèm minh chứng',
  attach: 'Đính kèm',
  remove: (name: string) => `Gỡ ${name}`,
  needed: 'phải có minh chứng',
  neededHere: 'Có điểm thì phải có minh chứng: lưu điểm, rồi đính kèm ở mục Minh chứng của phiếu.',
  step: 'Bước chấm',
  file: 'Tệp',
  fileHint: 'PDF, Word, Excel hoặc ảnh.',
  count: (count: number) => `${count} minh chứng`,
  none: 'chưa có minh chứng',
  noneYet: 'Chưa có minh chứng nào ở tiêu chí này.',
  done: { attach: 'Đã đính kèm minh chứng.', remove: 'Đã gỡ minh chứng.' },
} as const;

export const assignText = {
  lead: 'Mỗi phiếu do một đơn vị khác trong khối, cụm chấm chéo. Không giao cho đơn vị cấp trên, cấp dưới của đơn vị được chấm.',
  propose: 'Đề xuất phân công vòng tròn',
  proposed:
    'Đây là đề xuất của hệ thống, chưa được ghi: mỗi đơn vị chấm một đơn vị khác và được một đơn vị chấm; cặp đổi theo năm. Xem, sửa nếu cần rồi lưu.',
  nobody: 'Không còn đơn vị nào không liên quan để đề xuất.',
  none: 'Chưa phân công',
  ofCard: (unit: string) => `Phiếu của ${unit} do đơn vị nào chấm`,
  save: 'Lưu phân công',
} as const;

export const objectionStageText = {
  filed: 'chờ trả lời',
  upheld: 'được chấp nhận',
  dismissed: 'không được chấp nhận',
  withdrawn: 'đã rút',
} as const;

export const objectionText = {
  title: 'Đề nghị xem lại điểm',
  until: (day: string) => `Thời hạn đề nghị: đến hết ngày ${dateText(day)}.`,
  none: 'Chưa có đề nghị nào.',
  wholeCard: 'Cả phiếu',
  ofCriterion: (code: string) => `Tiêu chí ${code}`,
  answered: (answer: string) => `Trả lời: ${answer}`,
  withdraw: 'Rút đề nghị',
  verdict: 'Kết luận',
  verdicts: { upheld: 'Chấp nhận, ghi điểm mới', dismissed: 'Không chấp nhận, giữ điểm' },
  answer: 'Nội dung trả lời',
  newPoints: 'Điểm mới',
  newPointsHint: 'Chỉ nhập khi chấp nhận đề nghị, ở tiêu chí được chấm lại; tiêu chí để trống giữ điểm hiện nay.',
  standsNow: (said: string) => `điểm hiện nay: ${said}`,
  text: 'Nội dung đề nghị',
  textHint: 'Nêu điểm cho là chưa đúng, căn cứ và minh chứng.',
} as const;

export const membersText = {
  title: 'Đơn vị trong khối, cụm đã thay đổi',
  joined: (names: string) => `Chưa có phiếu: ${names}. Cập nhật thì đơn vị có phiếu để tự chấm.`,
  left: 'Không còn trong khối, cụm. Cập nhật thì phiếu được đưa ra khỏi đợt, giữ lại để xem:',
  merged: (name: string, into: readonly string[]) =>
    into.length > 0 ? `${name} (đã sáp nhập vào ${into.join(', ')})` : `${name} (đã thôi hoạt động)`,
} as const;

export const scoringWorkText = {
  self: (unit: string) => `Tự chấm điểm: ${unit}`,
  cross: (unit: string) => `Chấm chéo: ${unit}`,
  expert: (unit: string) => `Chấm tiêu chí thuộc lĩnh vực: ${unit}`,
  assign: (count: number) => `Phân công chấm chéo ${count} phiếu`,
  appraise: (count: number) => `Thẩm định ${count} phiếu chấm điểm`,
  announce: (count: number) => `Thông báo điểm: ${count} phiếu đã thẩm định xong`,
  objections: (count: number) => `Trả lời đề nghị xem lại điểm của ${count} đơn vị`,
  until: (title: string, day: string | null) => (day === null ? title : `Hạn ${dateText(day)}, ${title}`),
  score: 'Chấm điểm',
  open: 'Mở',
} as const;

export const selfHeadings = {
  code: 'Mã',
  title: 'Tiêu chí',
  max: 'Điểm tối đa',
  points: 'Điểm tự chấm',
  notApplicable: 'Không áp dụng',
  reason: 'Lý do, căn cứ',
} as const;

export const selfSheetText = {
  short: 'Chấm bằng Excel',
  pageTitle: (unit: string) => `Tự chấm bằng Excel: ${unit}`,
  lead: 'Tải phiếu về, điền, rồi tải lên. Hệ thống cho xem trước từng thay đổi; chỉ ghi khi xác nhận.',
  downloadTitle: 'Tải phiếu về',
  download: 'Tải phiếu Excel',
  uploadTitle: 'Tải lên phiếu đã điền',
  uploadHint: 'Ô lỗi được chỉ rõ theo địa chỉ ô. Có lỗi thì chưa ghi điểm nào.',
  title: (unit: string) => `Phiếu tự chấm điểm: ${unit}`,
  sheet: 'Tự chấm',
  fileName: 'phieu-tu-cham',
  guide: [
    'Điền cột Điểm tự chấm; không áp dụng thì ghi x ở cột Không áp dụng và nêu lý do.',
    'Dòng để trống được giữ như đã chấm. Tiêu chí tính từ số liệu hoặc do cơ quan chuyên môn chấm thì không điền.',
  ],
} as const;

const sheetLeads: Readonly<Record<ScoreStep, string>> = {
  self: 'Nhập điểm đơn vị tự chấm ở từng tiêu chí. Có thể lưu nhiều lần trước khi gửi phiếu; ô để trống là chưa chấm.',
  cross: 'Nhập điểm chấm chéo. Khác với điểm đơn vị tự chấm thì ghi lý do.',
  expert: 'Chấm các tiêu chí thuộc lĩnh vực cơ quan ông/bà phụ trách.',
  appraisal: 'Nhập điểm thẩm định. Khác với bước trước thì ghi lý do. Điểm từ số liệu được tính, không nhập.',
  objection: 'Xem lại điểm theo đề nghị của đơn vị.',
};
