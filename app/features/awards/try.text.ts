/** The words of the page on which a made-up case is tried. */
import { findAward } from './award.ts';
import type { WholeList } from './standards/case-form.ts';

const FIELD: Readonly<Record<string, string>> = {
  award: 'Danh hiệu, hình thức đề nghị',
  nhan: 'Ngày nhận hồ sơ',
  nam: 'Năm tính thành tích',
  'doi-tuong': 'Đối tượng',
  nhom: 'Nhóm đối tượng',
  'thanh-lap': 'Ngày hoặc năm thành lập (tập thể)',
  'danh-hieu': 'Danh hiệu, hình thức',
  'danh-hieu-nam': 'Năm',
  'danh-hieu-loai': 'Loại hình',
  'xep-loai': 'Mức độ hoàn thành',
  'xep-loai-nam': 'Năm',
  'sang-kien': 'Phạm vi ảnh hưởng',
  'sang-kien-nam': 'Năm công nhận',
  'da-dung': 'Đã dùng cho',
  'da-dung-nam': 'Năm đã dùng',
  'ky-luat-tu': 'Từ ngày',
  'ky-luat-den': 'Đến ngày',
  'so-ca-nhan': 'Tổng số cá nhân',
  'so-hoan-thanh': 'Số hoàn thành nhiệm vụ',
  'so-ky-luat': 'Số bị kỷ luật từ cảnh cáo trở lên',
  khoi: 'Cụm, khối thi đua',
  'khoi-hang': 'Xếp thứ',
  'khoi-vuot': 'Hoàn thành vượt chỉ tiêu, nhiệm vụ',
  'khoi-to-chuc': 'Cụm, khối do ai tổ chức',
  'phong-trao': 'Đề nghị theo phong trào thi đua',
  'phat-dong': 'Cấp phát động',
  'phong-trao-tu': 'Từ (ngày hoặc năm)',
  'phong-trao-den': 'Đến (ngày hoặc năm)',
  'binh-xet': 'Lần bình xét',
  'phong-trao-hang': 'Xếp thứ trong phong trào',
};

export const tryText = {
  title: 'Thử một trường hợp',
  answered: (award: string) => `Kết quả đối chiếu: ${award}`,
  lead: 'Nhập một trường hợp giả định để xem từng điều kiện được đối chiếu thế nào. Không lưu gì; không nhập tên người thật.',
  answer: 'Đối chiếu tiêu chuẩn',
  again: 'Trường hợp đã nhập',
  proposed: 'Đề nghị',
  awards: 'Danh hiệu, hình thức đã được tặng',
  levels: 'Kết quả xếp loại mức độ hoàn thành nhiệm vụ',
  initiatives: 'Sáng kiến, đề tài, đề án, công trình được công nhận',
  discipline: 'Kỷ luật',
  pending: 'Đang xem xét, xác minh',
  members: 'Cá nhân trong tập thể',
  block: 'Cụm, khối thi đua',
  movement: 'Phong trào thi đua',
  blank: 'chưa biết',
  unused: 'chưa dùng',
  row: (n: number) => `Dòng ${n}`,
  dayOrYear: 'Viết 2016 hoặc 2016-05-20.',
  yes: 'có',
  no: 'không',
  whole: {
    awards: 'Đã kê đủ; để trống là chưa được tặng gì',
    initiatives: 'Đã kê đủ; để trống là không có',
    discipline: 'Đã kê đủ; để trống là không bị kỷ luật',
    pending: 'Đã xem; không chọn là không có việc nào',
  } satisfies Readonly<Record<WholeList, string>>,
  wholeLegend: 'Phần đã biết đủ',
  wholeHint: 'Phần không chọn mà để trống là chưa biết: người thẩm định xem, không phải là không có.',
  labelOf: (field: string): string => {
    const [, name = field, row] = /^(.*?)(?:-(\d+))?$/.exec(field) ?? [];
    const own = FIELD[name] ?? (name.startsWith('so-') ? `Số đạt “${findAward(name.slice(3))?.name ?? name}”` : name);
    return row === undefined ? own : `${own} (dòng ${row})`;
  },
  nameOf: (field: string): string => tryText.labelOf(field.replace(/-\d+$/, '')),
};
