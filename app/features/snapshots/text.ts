/** What people read about frozen figures. */
import { dateText } from '../../ui/moment.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { Purpose, SnapshotProblem } from './snapshot.ts';
import type { TakeRefusal } from './take.server.ts';

export const purposeText: Readonly<Record<Purpose, string>> = {
  yearly: 'Đánh giá hằng năm',
  midterm: 'Sơ kết giữa kỳ',
  final: 'Tổng kết',
  other: 'Việc khác',
};

export const snapshotText = {
  title: (n: number) => (n === 0 ? 'Số liệu chốt' : `${formatVietnamese(n)} lần chốt số liệu`),
  lead: 'Số liệu chốt giữ nguyên mọi con số tại một ngày để dùng cho một lần đánh giá. Đính chính về sau hiện bên cạnh, không đổi số đã chốt.',
  area: 'Số liệu chốt',
  take: 'Chốt số liệu',
  caption: 'Các lần chốt số liệu',
  emptyWhat: 'Các lần chốt số liệu sẽ hiện ở đây',
  emptyWhy: 'Chưa chốt số liệu lần nào.',
  emptyFirst: 'Người thẩm định hoặc quản trị ở cấp tỉnh chốt số liệu cho mỗi lần đánh giá, sơ kết, tổng kết.',
  name: 'Tên',
  purpose: 'Mục đích',
  asOf: 'Số liệu đến hết ngày',
  takenAt: 'Chốt lúc',
  takenBy: 'Người chốt',
  takeTitle: 'Chốt số liệu cho một lần đánh giá',
  takeLead:
    'Hệ thống lưu nguyên bảng tính, trạng thái của từng chỉ tiêu và tình hình từng đơn vị như đã biết đến hết ngày chọn. Đã chốt thì không sửa, không xóa được.',
  nameHint: 'Ví dụ: Đánh giá phong trào năm 2026',
  asOfHint: 'Không sau hôm nay, ví dụ 31/12/2026.',
  cancel: 'Quay lại danh sách',
  frozenLead: (asOf: string, takenAt: string, by: string) =>
    `Số liệu như đã biết đến hết ngày ${dateText(asOf)}, chốt lúc ${takenAt}, người chốt: ${by}.`,
  whole: 'Nội dung đúng như lúc chốt: mã băm khớp.',
  broken:
    'Nội dung không còn khớp mã băm lúc chốt. Đừng dùng số liệu này; hãy báo người quản trị kiểm tra cơ sở dữ liệu.',
  brokenTitle: 'Số liệu chốt đã bị thay đổi',
  digest: 'Mã băm',
  stripLabel: (n: number) => `${formatVietnamese(n)} chỉ tiêu theo trạng thái lúc chốt`,
  finding: (good: number, total: number) => `Lúc chốt: ${good} trong ${total} chỉ tiêu đạt hoặc đúng tiến độ`,
  changed: (n: number) =>
    n === 0
      ? 'Đến nay chưa có số nào khác với lúc chốt.'
      : `${formatVietnamese(n)} chỉ tiêu nay có số hoặc trạng thái khác lúc chốt; xem cột “Hiện nay”.`,
  indicators: 'Chỉ tiêu',
  units: 'Xã, phường và cơ quan, đơn vị',
  code: 'Mã',
  indicator: 'Chỉ tiêu',
  atTaking: 'Lúc chốt',
  now: 'Hiện nay',
  same: 'không đổi',
  target: 'Mục tiêu',
  status: 'Trạng thái lúc chốt',
  unit: 'Đơn vị',
  unitIndicators: 'Chỉ tiêu được giao hoặc đăng ký',
  unitFigure: (code: string, value: string, period: string, target: string) =>
    period === '' ? `${code}: chưa có số liệu / ${target}` : `${code}: ${value} (${period}) / ${target}`,
  noUnits: 'Lúc chốt chưa có đơn vị nào được giao hoặc đăng ký chỉ tiêu.',
  json: 'Tải toàn bộ (JSON)',
  excel: 'Tải bảng (Excel)',
  fileName: (asOf: string) => `so-lieu-chot-${asOf}`,
  explanation: 'Giải thích',
  period: 'Kỳ',
} as const;

export function snapshotProblemText(problem: SnapshotProblem): string {
  switch (problem.kind) {
    case 'title_missing':
      return 'Chưa đặt tên. Ví dụ: Đánh giá phong trào năm 2026.';
    case 'title_long':
      return `Tên dài quá. Viết tối đa ${problem.limit} ký tự.`;
    case 'purpose_unknown':
      return 'Chọn mục đích của lần chốt này.';
    case 'date_impossible':
      return problem.typed === ''
        ? 'Chưa chọn ngày. Ví dụ 31/12/2026.'
        : `“${problem.typed}” không phải là ngày có thật. Ví dụ 31/12/2026.`;
    case 'date_in_future':
      return `Ngày này chưa đến. Chọn ngày không sau hôm nay, ${dateText(problem.today)}.`;
  }
}

export function takeRefusalText(refusal: TakeRefusal): string {
  return refusal.kind === 'snapshot_wrong' ? 'Có chỗ cần sửa.' : kernelRefusal(refusal);
}
