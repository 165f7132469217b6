/** What people read about results shown to everybody. */
import { kernelRefusal } from '../../platform/text.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import type { PublicParting } from './publication/public.server.ts';
import type { PublishRefusal } from './publication/publishing.server.ts';

export const publicationText = {
  title: 'Đăng công khai',
  lead: 'Trang công khai không cần đăng nhập: hạng, điểm, xếp loại của các đơn vị, không có tên người nào.',
  publish: 'Đăng công khai kết quả',
  unpublish: 'Gỡ khỏi trang công khai',
  reason: 'Lý do gỡ',
  published: (at: Date) => `Đang công khai từ ${momentText(at)}.`,
  notYet: 'Chưa đăng công khai.',
  look: 'Xem trang công khai',
  done: {
    publish: 'Đã đăng công khai kết quả.',
    unpublish: 'Đã gỡ khỏi trang công khai. Kết quả trong hệ thống không đổi.',
  } as Readonly<Record<string, string>>,
} as const;

export const publicText = {
  title: 'Kết quả thi đua của các khối, cụm',
  heading: (n: number) => (n === 0 ? 'Chưa có kết quả thi đua nào được đăng' : `${n} kết quả thi đua đã đăng`),
  lead: 'Hạng, điểm, xếp loại của các đơn vị trong từng khối, cụm thi đua, sau khi Hội đồng thông qua và người có thẩm quyền công bố.',
  caption: 'Các kết quả đã đăng',
  of: 'Khối, cụm, phong trào',
  year: 'Năm',
  every: 'Mọi năm',
  frozen: 'Ngày công bố',
  emptyWhat: 'Kết quả thi đua đã công bố sẽ hiện ở đây.',
  emptyWhy: 'Chưa có kết quả nào được đăng.',
  one: (ofName: string, year: number) => `Kết quả thi đua năm ${year}: ${ofName}`,
  basis: (number: string, date: string) => `Hội đồng thông qua theo biên bản số ${number} ngày ${dateText(date)}.`,
  at: (at: Date) => `Công bố lúc ${momentText(at)}.`,
  lines: 'Hạng của các đơn vị',
  place: 'Hạng',
  unit: 'Đơn vị',
  score: 'Điểm',
  level: 'Xếp loại',
  leader: 'dẫn đầu',
  none: 'Không xếp hạng',
} as const;

type Problem = { readonly field: string; readonly label?: string; readonly message: string };
export function publicationProblems(refusal: PublishRefusal): readonly Problem[] {
  switch (refusal.kind) {
    case 'unpublish_wrong':
      return [
        {
          field: 'ly-do',
          label: publicationText.reason,
          message: refusal.problem === 'missing' ? 'Chưa ghi lý do. Viết ngắn gọn.' : 'Dài quá 2.000 ký tự.',
        },
      ];
    case 'not_frozen':
      return [{ field: '', message: 'Chỉ kết quả đã công bố trong hệ thống mới đăng công khai được.' }];
    case 'not_published':
      return [{ field: '', message: 'Kết quả này không còn trên trang công khai. Tải lại trang.' }];
    case 'not_there':
    case 'not_allowed':
    case 'not_scoped':
      return [{ field: '', message: kernelRefusal(refusal) }];
  }
}

/** Why it stands before or after another of the same points. */
export function publicPartedText(by: PublicParting): string {
  switch (by.kind) {
    case 'points':
      return `Bằng điểm; phân định theo điểm mục ${by.code}`;
    case 'fewer_penalties':
      return 'Bằng điểm; phân định theo điểm trừ ít hơn';
    case 'less_bonus':
      return 'Bằng điểm; phân định theo điểm thưởng ít hơn';
    case 'decision':
      return 'Bằng điểm; phân định theo quyết định thứ tự';
  }
}
