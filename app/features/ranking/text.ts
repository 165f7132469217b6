/** What people read about the ranking of a block and its classification. */
import { decimal, formatVietnamese } from '../../kernel/decimal.ts';
import { pointsText } from '../../kernel/hundredths.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import type { JudgementStage } from '../scoring/judgement.ts';
import { levelText } from '../register/text.ts';
import type { Level, Threshold } from './classify.ts';
import type { Condition, SettleWay, Unmet } from './conditions.server.ts';
import type { LaidDown } from './outcome.ts';
import type { PublishRefusal } from './publication/publishing.server.ts';
import { publicationProblems } from './publication.text.ts';
import type { Place } from './rank.ts';
import type { MadeTieDecision, NotEqual, OrderWrong, TieTextTooLong } from './ties.server.ts';
import type { MinutesWrong } from './settling.server.ts';

export const settleText: Readonly<Record<SettleWay, string>> = {
  settle: 'Chốt điểm',
  sign_off: 'Ghi nhận Hội đồng thông qua',
  freeze: 'Chốt và công bố kết quả',
};
export const settleLead: Readonly<Record<SettleWay, string>> = {
  settle: 'Sau khi chốt điểm, thứ hạng được trình Hội đồng. Người chốt điểm không được công bố kết quả.',
  sign_off: 'Ghi số, ngày biên bản họp Hội đồng. Thứ hạng, điểm, xếp loại lúc này được giữ để đối chiếu khi công bố.',
  freeze:
    'Kết quả được giữ nguyên cùng toàn bộ tiêu chí, số liệu, điểm từng bước. Không sửa, không mở lại được; số liệu sửa về sau hiện bên cạnh.',
};
export const settleDone: Readonly<Record<string, string>> = {
  settle: 'Đã chốt điểm. Tiếp theo: Hội đồng thông qua.',
  sign_off: 'Đã ghi nhận Hội đồng thông qua. Tiếp theo: người có thẩm quyền công bố kết quả.',
  freeze: 'Đã công bố kết quả. Kết quả không thay đổi nữa.',
  break_tie: 'Đã ghi quyết định thứ tự.',
  withdraw_tie: 'Đã rút quyết định thứ tự. Các đơn vị trở lại đồng hạng.',
};
export const stageLead: Readonly<Record<JudgementStage, string>> = {
  prepared: 'Đợt chấm điểm đang chuẩn bị.',
  scoring: 'Đang chấm điểm: thứ hạng tạm tính theo điểm và số liệu đến lúc này.',
  announced: 'Đã thông báo điểm: thứ hạng tạm tính, có thể thay đổi khi xem lại điểm hoặc sửa số liệu.',
  settled: 'Đã chốt điểm, chờ Hội đồng thông qua. Số liệu sửa trước khi công bố vẫn làm thay đổi kết quả.',
  signed_off: 'Hội đồng đã thông qua, chờ công bố.',
  frozen: 'Kết quả đã công bố, giữ nguyên như lúc công bố.',
  cancelled: 'Đợt chấm điểm đã hủy.',
};

/** From hundredths of a per cent. */
export const percent = (hundredths: number): string => `${pointsText(hundredths)} %`;

/** Null where what is shown is the very score. */
export function exactText({ above, below }: { readonly above: string; readonly below: string }): string | null {
  const [n, d] = [BigInt(above), BigInt(below)];
  if (n % d === 0n) return null;
  const shared = commonPart(n, d * 100n);
  return `Đúng bằng ${grouped(n / shared)}/${grouped((d * 100n) / shared)} điểm; so sánh theo phân số này, không theo số đã làm tròn.`;
}
function commonPart(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : commonPart(b, a % b);
}
const grouped = (whole: bigint) => formatVietnamese(decimal(String(whole)), 0);

export const levelOf = (level: Level | null) => (level === null ? rankingText.noLevel : levelText[level]);

export function thresholdText(threshold: Threshold, titles: Readonly<Record<string, string>>): string {
  return `${levelText[threshold.level]}: ${shareText(threshold, titles)}`;
}

function shareText({ atLeast, groups }: Threshold, titles: Readonly<Record<string, string>>): string {
  const own = groups.map(({ code, atLeast: share }) => `nhóm ${titleOf(code, titles)} từ ${percent(share)}`);
  return [`từ ${percent(atLeast)} điểm tối đa`, ...own].join(', ');
}

export function laidDownText({ isDefault, fromYear, source }: LaidDown): string {
  return isDefault ? source : `Ngưỡng xếp loại áp dụng từ năm ${fromYear}. ${source}`;
}

export function titleOf(code: string, titles: Readonly<Record<string, string>>): string {
  const title = titles[code];
  return title === undefined ? code : `${code} (${title})`;
}

export function partedText(
  by: NonNullable<Place['partedBy']>,
  titles: Readonly<Record<string, string>>,
  decisions: readonly Pick<MadeTieDecision, 'id' | 'documentNumber' | 'decidedAt'>[],
): string {
  switch (by.kind) {
    case 'points':
      return `Bằng điểm; phân định theo điểm ${titleOf(by.code, titles)}`;
    case 'fewer_penalties':
      return 'Bằng điểm; phân định theo điểm trừ ít hơn';
    case 'less_bonus':
      return 'Bằng điểm; phân định theo điểm thưởng ít hơn';
    case 'decision': {
      const made = decisions.find(({ id }) => id === by.id);
      if (!made) return 'Bằng điểm; phân định theo quyết định thứ tự';
      const number = made.documentNumber === null ? '' : ` số ${made.documentNumber}`;
      return `Bằng điểm; phân định theo quyết định thứ tự${number} (${momentText(made.decidedAt)})`;
    }
  }
}

export const tiedText = (names: readonly string[]) => `Đồng hạng với ${names.join(', ')}`;

export function conditionText(condition: Condition, nameOf: (unitId: string) => string): string {
  switch (condition.kind) {
    case 'term_over':
      if (condition.until === null) return 'Không có thời hạn đề nghị xem lại';
      return condition.met
        ? `Đã hết thời hạn đề nghị xem lại (${dateText(condition.until)})`
        : `Còn trong thời hạn đề nghị xem lại, đến hết ngày ${dateText(condition.until)}`;
    case 'objections_answered':
      return condition.met ? 'Mọi đề nghị xem lại đã được trả lời' : `Còn ${condition.open} đề nghị chưa trả lời`;
    case 'points_whole':
      if (condition.met) return 'Mọi tiêu chí của mọi đơn vị đã có điểm hoặc đã ghi là không áp dụng';
      return `Chưa đủ điểm: ${condition.missing.map(({ unitId, codes }) => `${nameOf(unitId)} (${codes.join(', ')})`).join('; ')}`;
    case 'as_signed':
      return condition.met
        ? 'Thứ hạng, điểm, xếp loại vẫn đúng như Hội đồng đã thông qua'
        : `Số liệu đã sửa sau khi Hội đồng thông qua, kết quả đổi: ${condition.moved.map(nameOf).join(', ')}. Mở lại đợt chấm điểm để trình Hội đồng lần nữa`;
  }
}

export const rankingText = {
  taking: 'Tải bảng xếp hạng',
  word: 'Tải bảng (Word)',
  pdf: 'Tải bảng (PDF)',
  excel: 'Tải bảng (Excel)',
  csv: 'Tải bảng (CSV)',
  title: 'Xếp hạng, xếp loại',
  heading: (name: string, year: number) => `Xếp hạng ${name} năm ${year}`,
  back: 'Đợt chấm điểm',
  list: 'Chấm điểm thi đua',
  caption: 'Thứ hạng của các đơn vị',
  place: 'Hạng',
  unit: 'Đơn vị',
  score: 'Điểm',
  scoreNote: (full: number) => `Điểm quy đổi về thang ${pointsText(full)}`,
  earned: 'Đạt / tối đa áp dụng',
  bonus: 'Thưởng',
  penalty: 'Trừ',
  level: 'Xếp loại',
  apart: 'Không áp dụng, chưa có',
  leader: 'dẫn đầu',
  noPlace: 'Không xếp hạng: không tiêu chí nào áp dụng',
  noLevel: 'Chưa xếp loại',
  notApplicable: (codes: readonly string[]) => `Không áp dụng: ${codes.join(', ')}`,
  missing: (codes: readonly string[]) => `Chưa có: ${codes.join(', ')}`,
  card: 'Phiếu điểm',
  short: (next: string) => `Để đạt mức “${next}”`,
  groupsShort: (codes: readonly string[]) => `nhóm ${codes.join(', ')} chưa tới ngưỡng riêng`,
  thresholds: 'Ngưỡng xếp loại đang dùng',
  allThresholds: 'Các ngưỡng xếp loại qua các năm',
  noThresholds: 'Chưa có ngưỡng nào: đơn vị không được xếp loại.',
  reckoning:
    'Điểm quy đổi = điểm đạt được × thang điểm đầy đủ ÷ điểm tối đa của các tiêu chí áp dụng, cộng điểm thưởng, trừ điểm trừ. Tính bằng phân số, chỉ làm tròn khi hiện ra.',
  how: 'Điểm và thứ hạng tính thế nào?',
  hiddenWhat: 'Bảng xếp hạng sẽ hiện ở đây.',
  hiddenWhy:
    'Thứ hạng nói lên điểm của mọi đơn vị, nên chỉ hiện khi ông/bà được xem đủ phiếu của cả khối, cụm: đơn vị trong khối sau khi thông báo điểm, mọi người sau khi công bố kết quả.',
  conditions: 'Điều kiện',
  met: 'Đạt',
  unmet: 'Chưa đạt',
  nextStep: (move: string) => `Bước tiếp theo: ${move}`,
  minutesNumber: 'Số biên bản',
  minutesNumberHint: 'Như ghi trên biên bản, ví dụ 05/BB-HĐTĐKT.',
  minutesDate: 'Ngày họp',
  minutes: (number: string, date: string) => `Biên bản số ${number} ngày ${dateText(date)}`,
  frozenAt: (at: Date) => `Công bố lúc ${momentText(at)}`,
  digest: 'Mã băm của đầu vào',
  signed: 'Hội đồng thông qua',
  published: 'Công bố',
  who: 'Người thực hiện',
  unresolved: (n: number) =>
    `Còn ${n} nhóm đồng hạng. Đồng hạng được giữ nguyên nếu không có quyết định thứ tự trước khi Hội đồng thông qua.`,
  ties: 'Đồng hạng và quyết định thứ tự',
  tieOf: (names: readonly string[]) => `Quyết định thứ tự: ${names.join(', ')}`,
  tieLead:
    'Các đơn vị này bằng điểm và quy tắc đã ban hành không phân định được. Nếu có quyết định thứ tự, ghi ở đây; nếu không, các đơn vị đồng hạng.',
  position: (n: number) => `Đứng thứ ${n} trong các đơn vị này`,
  reason: 'Lý do',
  documentNumber: 'Số văn bản',
  tieSave: 'Ghi thứ tự',
  tieWithdraw: 'Rút quyết định này',
  tieWithdrawn: (at: Date, reason: string) => `Đã rút lúc ${momentText(at)}: ${reason}`,
  decided: (at: Date, number: string | null) =>
    `${momentText(at)}${number === null ? ', không có số văn bản' : `, văn bản số ${number}`}`,
  noPaper: 'không có số văn bản',
} as const;

export type Problem = { readonly field: string; readonly label?: string; readonly message: string };
type Told = KernelRefusal | Unmet | MinutesWrong | NotEqual | OrderWrong | TieTextTooLong | PublishRefusal;

const minutesProblem: Readonly<Record<MinutesWrong['problems'][number]['problem'], string>> = {
  missing: 'Chưa nhập.',
  not_a_day: 'Không phải một ngày. Nhập như 29/06/2026.',
  to_come: 'Ngày họp không được sau hôm nay.',
  too_long: 'Dài quá 100 ký tự.',
};

/** Of the page's forms; an empty field: of none. */
export function rankingProblems(refusal: Told, nameOf: (unitId: string) => string): readonly Problem[] {
  const atTop = (message: string) => [{ field: '', message }];
  switch (refusal.kind) {
    case 'minutes_wrong':
      return refusal.problems.map(({ field, problem }) => ({
        field,
        label: field === 'number' ? rankingText.minutesNumber : rankingText.minutesDate,
        message: minutesProblem[problem],
      }));
    case 'needs':
      return [{ field: 'ly-do', label: rankingText.reason, message: 'Chưa ghi lý do. Viết ngắn gọn.' }];
    case 'tie_text_too_long':
      return refusal.field === 'reason'
        ? [{ field: 'ly-do', label: rankingText.reason, message: 'Dài quá 2.000 ký tự.' }]
        : [{ field: 'so', label: rankingText.documentNumber, message: 'Dài quá 100 ký tự.' }];
    case 'order_wrong':
      return [
        { field: 'hang-1', label: rankingText.position(1), message: 'Mỗi đơn vị đứng ở đúng một vị trí. Chọn lại.' },
      ];
    case 'not_equal':
      return atTop('Các đơn vị này không còn bằng điểm như trên trang. Tải lại trang để xem thứ hạng lúc này.');
    case 'objections_run':
      return atTop(`${conditionText({ kind: 'term_over', met: false, until: refusal.until }, nameOf)}.`);
    case 'objections_open':
      return atTop(`${conditionText({ kind: 'objections_answered', met: false, open: refusal.count }, nameOf)}.`);
    case 'points_missing':
      return atTop(`${conditionText({ kind: 'points_whole', met: false, missing: refusal.missing }, nameOf)}.`);
    case 'results_moved':
      return atTop(`${conditionText({ kind: 'as_signed', met: false, moved: refusal.unitIds }, nameOf)}.`);
    case 'unpublish_wrong':
    case 'not_frozen':
    case 'not_published':
      return publicationProblems(refusal);
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'four_eyes':
    case 'lost_race':
      return atTop(kernelRefusal(refusal));
  }
}
