/** Words of number books: what each way of numbering means, what a change does, why it is refused. */
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { Refusal } from '../../kernel/result.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { Booking, BookRefusal } from './books.server.ts';
import type { BookMode } from './number-book.ts';
import { nextNumber } from './number-book.ts';

export const bookModeText: Readonly<Record<BookMode, string>> = {
  own: 'Sổ riêng cho quyết định khen thưởng, hệ thống cấp số',
  hand: 'Sổ chung của cơ quan, văn thư cấp số',
};

export const bookModeHint: Readonly<Record<BookMode, string>> = {
  own: 'Quyết định khen thưởng là một dãy số riêng trong năm, bắt đầu từ 01. Khi duyệt, hệ thống lấy số tiếp theo; số trả lại trước khi ký được cấp lại trước.',
  hand: 'Quyết định khen thưởng nằm chung một dãy số với các văn bản khác của cơ quan. Khi duyệt phải nhập số do văn thư cấp; hệ thống chỉ giữ cho không trùng giữa các quyết định khen thưởng.',
};

export const booksText = {
  title: 'Sổ số quyết định',
  lead: 'Mỗi cơ quan lấy số quyết định khen thưởng theo một sổ trong năm. Cách cấp số văn bản hành chính do người đứng đầu cơ quan quy định (Nghị định 30/2020/NĐ-CP, Điều 15.1.c).',
  body: 'Cơ quan',
  mode: 'Cách cấp số',
  year: 'Năm',
  taken: 'Số đã dùng',
  last: 'Số lớn nhất',
  free: 'Số trả lại, sẽ cấp trước',
  next: 'Số tiếp theo',
  golden: 'Sổ vàng: số đã cấp',
  noneYet: 'chưa có',
  byClerk: 'văn thư cấp',
  none: 'Chưa có cơ quan nào ra quyết định khen thưởng.',
  noneWhy: 'Sổ số xuất hiện khi có hồ sơ chờ quyết định của một cơ quan.',
  ofYear: (year: number) => `Sổ số quyết định năm ${year}`,
  of: (unit: string) => `Sổ số quyết định: ${unit}`,
  choose: 'Đổi cách cấp số',
  forYear: 'Áp dụng cho sổ năm',
  see: 'Xem điều gì sẽ đổi',
  previewTitle: 'Điều sẽ đổi',
  change: 'Đổi cách cấp số',
  back: 'Quay lại, không đổi gì',
  reason: 'Lý do (văn bản quy định, từ ngày nào)',
  saved: 'Đã đổi cách cấp số.',
  mayNot: 'Người đứng đầu cơ quan, người có thẩm quyền quyết định hoặc quản trị hệ thống đổi được cách cấp số.',
  same: 'Sổ năm này đang cấp số theo đúng cách đó, không có gì để đổi.',
  isDefault: 'Chưa ai quy định: đang theo mặc định của hệ thống là sổ riêng, hệ thống cấp số.',
} as const;

/** What comes of it, line by line. */
export function effectText({ book, waiting }: Booking, to: BookMode): readonly string[] {
  const from =
    book.mode === 'own'
      ? `Đến nay hệ thống cấp số; số tiếp theo sẽ là ${nextNumber(book)}.`
      : 'Đến nay văn thư cấp số.';
  const then =
    to === 'own'
      ? `Từ nay hệ thống tự lấy số khi duyệt; số tiếp theo là ${nextNumber(book)}.`
      : 'Từ nay người duyệt phải nhập số do văn thư cấp; để trống thì chưa duyệt được.';
  const kept =
    book.taken > 0
      ? [`${formatVietnamese(book.taken)} số đã dùng trong năm ${book.year} giữ nguyên, không cấp lần thứ hai.`]
      : [];
  const affected =
    waiting > 0 ? [`${formatVietnamese(waiting)} quyết định đang chờ duyệt sẽ lấy số theo cách mới.`] : [];
  return [from, then, ...kept, ...affected, `Sang năm sau sổ mới bắt đầu lại và theo cách này cho đến khi đổi.`];
}

export function notThisYearText(taken: number): string {
  return `Năm nay sổ chung của văn thư đã cấp ${formatVietnamese(taken)} số cho quyết định khen thưởng. Hệ thống không biết số nào văn thư đã cấp cho văn bản khác, nên nếu tự cấp tiếp có thể trùng (số và ký hiệu phải là duy nhất trong một năm: Nghị định 30/2020/NĐ-CP, Điều 15.1). Hãy đổi cho sổ năm sau.`;
}

export function bookRefusal(refusal: Refusal): string {
  const ours = refusal as BookRefusal;
  switch (ours.kind) {
    case 'book_same':
      return booksText.same;
    case 'book_not_this_year':
      return notThisYearText(ours.taken);
    case 'book_reason_needed':
      return `Năm nay đã dùng ${formatVietnamese(ours.taken)} số. Đổi giữa năm thì ghi lý do, ví dụ: Theo Quy chế công tác văn thư ban hành ngày 01/06/2026.`;
    case 'lost_race':
    case 'not_allowed':
    case 'not_scoped':
    case 'not_there':
      return kernelRefusal(ours);
  }
}
