/** What people read on "my work". */
import { formatVietnamese } from '../../kernel/decimal.ts';
import { initiativeWorkText } from '../initiatives/text.ts';
import { plansText } from '../plans/text.ts';
import type { DutyKind } from '../urging/duty.ts';
import type { Begun, BegunStage } from './deeds.ts';

export const workText = {
  title: (waiting: number, late: number) => {
    if (waiting === 0) return 'Không có việc nào đang chờ';
    const all = `${formatVietnamese(waiting)} việc đang chờ`;
    return late === 0 ? all : `${all}, ${formatVietnamese(late)} việc quá hạn`;
  },
  verify: (n: number) => `Duyệt ${formatVietnamese(n)} số liệu các đơn vị đã gửi`,
  verifyVerb: 'Duyệt',
  verifyNote: 'Số liệu chưa duyệt thì chưa tính vào kết quả chính thức.',
  accept: (n: number) => `Tiếp nhận ${formatVietnamese(n)} đăng ký chỉ tiêu`,
  acceptVerb: 'Xem',
  acceptNote: (year: number) => `Đăng ký của các đơn vị cho năm ${year}.`,
  report: (round: string) => `Viết báo cáo: ${round}`,
  task: (title: string) => `Cập nhật nhiệm vụ: ${title}`,
  due: (day: string) => `Hạn ${day}`,
  owner: (names: readonly string[]) => `phụ trách: ${names.join(', ')}`,
  because: (unit: string, reason: string) => `${unit} · ${reason}`,
  verbs: {
    report: 'Viết',
    values: 'Nhập số liệu',
    plan: 'Lập',
    pledge: 'Đăng ký',
    task: 'Mở',
    milestone: 'Mở',
    receipt: 'Xem',
    finding: 'Mở',
    initiative: 'Soạn',
  } as Readonly<Record<DutyKind, string>>,
  groups: {
    late: 'Quá hạn',
    near: 'Hạn hôm nay và sắp đến hạn',
    waiting: 'Chờ ông/bà xử lý',
    to_come: 'Chưa đến hạn',
    unset: 'Chưa đặt hạn',
    begun: 'Đang làm dở',
  },
  group: (name: string, count: number) => `${name} (${formatVietnamese(count)})`,
  secretPaper: (number: string) => `Ghi ngày nhận văn bản số ${number}`,
  secretPaperNote: (sender: string) =>
    `${sender} gửi theo chế độ bảo vệ bí mật nhà nước. Hệ thống chỉ ghi số, ngày, nơi gửi và việc nhận.`,
  receiveReports: (n: number, round: string) => `Tiếp nhận ${formatVietnamese(n)} báo cáo: ${round}`,
  receiveReportsNote: 'Các đơn vị đã ký gửi, chờ tiếp nhận hoặc trả lại.',
  issue: (title: string) => `Ký báo cáo tổng hợp: ${title}`,
  issueNote: 'Đã chốt, chờ ghi nhận số và ngày của văn bản đã ký, hoặc trả lại.',
  launch: (name: string) => `Hoàn thiện, phát động phong trào đang nháp: ${name}`,
  open: 'Mở',
  emptyWhat: 'Ông/bà không có việc nào đang chờ',
  emptyWhy:
    'Việc cần làm hiện ở đây theo hạn: nhiệm vụ của đơn vị, số liệu chờ duyệt, đăng ký chỉ tiêu, kế hoạch và báo cáo chờ xử lý.',
  emptyFirst: 'Xem tổng quan',
} as const;

type Words = (title: string) => string;

/** What was begun, as what is to be done with it, or where it is. */
const begunWords: Readonly<Record<Begun['kind'], Readonly<Partial<Record<BegunStage, Words>>>>> = {
  report: {
    draft: (round) => `Gửi báo cáo đang soạn: ${round}`,
    presented: (round) => `Báo cáo đã trình, chờ thủ trưởng ký: ${round}`,
    to_sign: (round) => `Ký gửi báo cáo: ${round}`,
    returned: (round) => `Sửa báo cáo bị trả lại: ${round}`,
  },
  pledge: {
    draft: (wording) => `Gửi đăng ký đang nháp: ${wording}`,
    returned: (wording) => `Sửa đăng ký bị trả lại: ${wording}`,
  },
  plan: {
    draft: plansText.workDraft,
    returned: plansText.workReturned,
    submitted: plansText.workSubmitted,
  },
  initiative: {
    draft: initiativeWorkText.draft,
    returned: initiativeWorkText.returned,
    submitted: initiativeWorkText.submitted,
  },
};

export function begunText({ kind, stage, title }: Pick<Begun, 'kind' | 'stage' | 'title'>): string {
  return begunWords[kind][stage]?.(title) ?? title;
}
