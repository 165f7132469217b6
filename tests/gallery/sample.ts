/** Plainly made-up data for the gallery. */
import type { StatusName } from '../../app/ui/status.ts';

const numbers = new Intl.NumberFormat('vi-VN');
export const format = (value: number) => numbers.format(value);

export const path = (from: number, to: number) =>
  [2025, 2026, 2027, 2028, 2029, 2030].map((at, step) => ({ at, value: from + ((to - from) * step) / 5 }));

export const points = (...values: readonly number[]) => values.map((value, step) => ({ at: 2025 + step, value }));

export type SampleIndicator = {
  readonly code: string;
  readonly name: string;
  readonly latest: string;
  readonly target: string;
  readonly unit: string;
  readonly status: StatusName;
  readonly actual: readonly number[];
  readonly goal: number;
};

export const indicators: readonly SampleIndicator[] = [
  {
    code: 'KT-01',
    name: 'Tổng sản phẩm trên địa bàn (giá hiện hành)',
    latest: '168',
    target: 'trên 240',
    unit: 'nghìn tỷ đồng',
    status: 'on_track',
    actual: [130, 148, 168],
    goal: 240,
  },
  {
    code: 'KT-02',
    name: 'Tốc độ tăng GRDP bình quân 2026–2030',
    latest: '9,1',
    target: 'từ 10',
    unit: '%/năm',
    status: 'at_risk',
    actual: [8.2, 8.8, 9.1],
    goal: 10,
  },
  {
    code: 'KT-06',
    name: 'Thu ngân sách nhà nước trên địa bàn',
    latest: '21.400',
    target: 'trên 32.000',
    unit: 'tỷ đồng',
    status: 'off_track',
    actual: [19_500, 20_600, 21_400],
    goal: 32_000,
  },
  {
    code: 'MT-01',
    name: 'Tỉ lệ che phủ rừng',
    latest: '61,5',
    target: 'duy trì 60',
    unit: '%',
    status: 'achieved',
    actual: [61, 61.2, 61.5],
    goal: 60,
  },
  {
    code: 'XH-15',
    name: 'Dân số dùng nước sạch đạt quy chuẩn',
    latest: '–',
    target: '50',
    unit: '%',
    status: 'no_data',
    actual: [],
    goal: 50,
  },
];

const spread: readonly StatusName[] = [
  'on_track',
  'on_track',
  'achieved',
  'at_risk',
  'on_track',
  'off_track',
  'on_track',
  'no_data',
  'on_track',
];

export const units = Array.from({ length: 99 }, (_, at) => ({
  code: `M${String(at + 1).padStart(3, '0')}`,
  name: `Xã Mẫu số ${at + 1}`,
  status: spread[(at * 7 + Math.floor(at / 4)) % spread.length] ?? 'no_data',
  href: `/don-vi/M${at + 1}`,
}));
