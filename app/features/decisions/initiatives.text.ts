/** Words of the page on which a line names the initiative that an award rests on. */
import { scopeText } from '../initiatives/text.ts';
import type { OfferedInitiative } from './initiatives.server.ts';

export const lineInitiativeText = {
  title: (name: string) => `Sáng kiến làm căn cứ khen thưởng: ${name}`,
  lead: 'Mỗi sáng kiến chỉ làm căn cứ cho một lần khen thưởng (Luật Thi đua, khen thưởng, Điều 5.2.c). Khi quyết định được ban hành, sáng kiến chọn ở đây được ghi là đã dùng.',
  choose: 'Sáng kiến',
  none: 'Không nêu sáng kiến',
  noneHint: 'Khen thưởng không dựa vào một sáng kiến cụ thể',
  save: 'Lưu lựa chọn',
  facts: ({ year, scope }: OfferedInitiative) =>
    `Năm ${year}, phạm vi ảnh hưởng: ${scopeText[scope].toLocaleLowerCase('vi')}`,
  notFree: 'Không chọn được nữa',
  used: (usedFor: string, year: number | null) => `đã dùng cho ${usedFor}${year === null ? '' : ` (năm ${year})`}`,
  named: (about: string) => `đang được nêu trong quyết định khác: ${about}`,
  empty: 'Chưa có sáng kiến nào được công nhận của người, tập thể này.',
  emptyWhy:
    'Sáng kiến hiện ở đây khi đã được công nhận và là của đúng tài khoản này, hoặc đã được xác nhận tác giả ở sổ khen thưởng.',
  openHolder: 'Mở sổ khen thưởng của người, tập thể này',
  column: 'Sáng kiến làm căn cứ',
  change: 'Chọn sáng kiến',
} as const;
