/** The words of notes that come from elsewhere in the system. */
import { noteLine, noteProblems, noteKindText } from './note.text.ts';
import type { NoteRow } from './note.ts';
import type { OfferedKind, OfferOrigin } from './offer.ts';
import type { OfferRefusal } from './offering.server.ts';

export const offerText = {
  title: 'Chọn nội dung ghi trong sổ',
  lead: 'Sổ đang ghi một đằng, kết quả chuyển sang một nẻo. Chọn một trong hai, ghi lý do; nội dung không chọn vẫn giữ trong nhật ký.',
  waiting: (count: number) => `Có ${count} kết quả chuyển sang khác với nội dung đã ghi trong sổ.`,
  open: 'Xem và chọn',
  noted: 'Đang ghi trong sổ',
  offered: 'Kết quả chuyển sang',
  nothing: 'Không còn ghi gì (đã bỏ)',
  source: 'Nguồn',
  reason: 'Lý do chọn',
  reasonHint: 'Ví dụ: theo biên bản đã chốt; hoặc: kết quả đang ghi là của cụm do Trung ương tổ chức.',
  choice: 'Ghi vào sổ',
  take: 'Lấy kết quả chuyển sang',
  keep: 'Giữ nội dung đang ghi',
  save: 'Lưu lựa chọn',
  choose: 'Chọn một trong hai.',
  mayNot: 'Chuyên viên đầu mối, thủ trưởng đơn vị hoặc người thẩm định chọn.',
  emptyWhat: 'Kết quả chuyển sang mà khác với nội dung đã ghi sẽ hiện ở đây để chọn.',
  emptyWhy: 'Hiện không có kết quả nào phải chọn.',
  done: 'Đã lưu lựa chọn.',
  workTitle: (name: string, year: number) => `Chọn nội dung ghi trong sổ: ${name}, năm ${year}`,
  workNote: 'Kết quả chuyển sang khác với nội dung đã ghi trong sổ khen thưởng.',
} as const;
const originText: Readonly<Record<OfferOrigin, string>> = {
  judgement: 'từ đợt chấm điểm đã chốt',
  level_list: 'từ xếp loại cá nhân đã xác nhận',
};

export const offerHeading = (kind: OfferedKind, year: number, origin: OfferOrigin) =>
  `${noteKindText[kind]} năm ${year}, ${originText[origin]}`;

export function offeredText(kind: OfferedKind, row: NoteRow | null): string {
  if (row === null) return offerText.nothing;
  const { what, detail } = noteLine(kind, row);
  return [what, detail].filter(Boolean).join('; ');
}

export const offerProblems = (refusal: OfferRefusal | { readonly kind: 'not_chosen' }) =>
  refusal.kind === 'not_chosen'
    ? [{ field: 'chon', label: offerText.choice, message: offerText.choose }]
    : noteProblems(refusal);
