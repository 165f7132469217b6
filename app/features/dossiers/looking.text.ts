/** Words of reports that are alike: what a person found, and looking through many at once. */
import { momentText } from '../../ui/moment.ts';
import type { ReportJudgement, ReportVerdict } from './report-judgement.ts';

export const reportVerdictText: Readonly<Record<ReportVerdict, string>> = {
  copied: 'Sao chép',
  common_text: 'Cùng văn bản chung (quy định, nhiệm vụ, số liệu của đơn vị)',
  same_collective: 'Cùng tập thể, cùng công việc',
  no_matter: 'Không ảnh hưởng',
};

export function judgementLine(judgement: ReportJudgement): string {
  const { verdict, reason, isStale } = judgement;
  return `${reportVerdictText[verdict]}: ${reason}${isStale ? ' (báo cáo đã sửa sau kết luận này, cần xem lại)' : ''}`;
}

export const judgingText = {
  title: 'Kết luận về hai báo cáo này',
  lead: 'Giống nhau chưa nói lên điều gì: người thẩm định đọc rồi kết luận. Kết luận ghi vào báo cáo thẩm định; không hỏi lại cặp này, trừ khi lời báo cáo thay đổi.',
  none: 'Chưa có kết luận.',
  by: ({ by, at }: ReportJudgement) => `${by}, ${momentText(at)}`,
  verdict: 'Kết luận',
  reason: 'Lý do',
  judge: 'Ghi kết luận',
  again: 'Kết luận lại',
  judged: 'Đã ghi kết luận.',
  notJudged: 'Chưa xem',
} as const;

export const lookText = {
  title: 'Rà báo cáo giống nhau',
  link: 'Rà báo cáo giống nhau cả hồ sơ',
  lead: 'So mọi báo cáo, tóm tắt thành tích của hồ sơ với các hồ sơ khác mà ông, bà được xem. Việc này chạy nền, có thể rời trang; kết quả ở lại đây.',
  one: (code: string) => `Rà hồ sơ ${code}`,
  round: (count: number) => `Rà ${count} hồ sơ đang chờ tiếp nhận, thẩm định, lấy ý kiến`,
  roundNone: 'Chưa có hồ sơ nào chờ thẩm định để rà cả đợt.',
  past: 'Các lần rà của tôi',
  pastNone: 'Chưa rà lần nào. Kết quả mỗi lần rà hiện ở đây: cặp nào giống nhau, bao nhiêu, đã ai xem chưa.',
  of: (dossiers: number, code: string | null) => (code === null ? `${dossiers} hồ sơ` : `Hồ sơ ${code}`),
  at: 'Lúc',
  what: 'Phạm vi',
  state: 'Tình trạng',
  found: 'Cặp giống nhau',
  stateOf: (state: 'queued' | 'running' | 'done') =>
    ({ queued: 'Đang chờ', running: 'Đang rà', done: 'Đã rà xong' })[state],
  resultTitle: (pairs: number) => (pairs === 0 ? 'Không có báo cáo nào giống nhau' : `${pairs} cặp báo cáo giống nhau`),
  resultLead: (dossiers: number, total: number, at: Date) =>
    `Rà ${total} đối tượng của ${dossiers} hồ sơ, lúc ${momentText(at)}. Cặp chưa có kết luận đứng trước.`,
  progress: 'Đang so các báo cáo',
  mine: 'Báo cáo của',
  other: 'Giống báo cáo của',
  share: 'Phần giống nhau',
  shareOf: (share: number) => `${Math.round(share * 100)}%`,
  judgement: 'Kết luận',
  compare: 'So sánh',
  compareOf: (mine: string, other: string) => `So sánh: ${mine} và ${other}`,
  none: 'Không cặp nào có chung từ 15% lời báo cáo trở lên (mức mặc định của phần mềm).',
  nothing: 'Không có đối tượng nào để rà.',
  again: 'Rà lần khác',
} as const;
