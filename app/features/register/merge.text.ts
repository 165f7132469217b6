/** The words of duplicates and of merging them. */
import type { Pair } from './duplicates.server.ts';
import type { ListedHolder } from './list.server.ts';
import type { MergeRefusal } from './merging.server.ts';
import type { ShownProblem } from './text.ts';
import { numberText, registerProblems, registerText } from './text.ts';
import type { UnmergeRefusal } from './unmerging.server.ts';

const because: Readonly<Record<Pair['because'], string>> = {
  identity: 'Cùng số định danh',
  birth_year: 'Cùng tên, cùng năm sinh',
  unit: 'Cùng tên, cùng đơn vị',
};

export const mergeText = {
  title: 'Có thể trùng',
  heading: (pairs: number) => `${numberText(pairs)} cặp đối tượng có thể trùng`,
  lead: 'Phần mềm chỉ nêu ra; người có trách nhiệm xem rồi quyết định. Tối đa 200 cặp, chắc chắn hơn đứng trước.',
  one: 'Đối tượng',
  other: 'Trông như trùng với',
  why: 'Vì sao',
  see: 'Xem xét',
  compare: 'Xem xét cặp này',
  comparePair: (one: string, other: string) => `Xem xét cặp này: ${one}; ${other}`,
  because,
  emptyWhat: 'Cặp đối tượng có thể trùng trong phạm vi được xem sẽ hiện ở đây.',
  emptyWhy: 'Chưa thấy cặp nào, hoặc đã xem xét hết.',
  mergeTitle: 'Xem xét hai đối tượng có thể trùng',
  mergeLead:
    'Dòng nhập vào được giữ lại và trỏ sang dòng giữ; khen thưởng và quá trình chuyển sang dòng giữ, hoàn lại được.',
  keep: 'Kết luận',
  keepMissing: 'Chọn một kết luận.',
  keepThis: (name: string, unit: string, honours: number) =>
    `Là một; giữ dòng “${name}, ${unit}” (${honours} lượt khen thưởng), nhập dòng kia vào`,
  keepBoth: 'Là hai đối tượng khác nhau, giữ cả hai',
  reason: 'Lý do, căn cứ',
  save: 'Ghi kết luận',
  facts: ({ birthYear, positionTitle, hasIdentity }: ListedHolder) =>
    [
      `năm sinh: ${birthYear ?? registerText.unknown.toLowerCase()}`,
      `công việc: ${positionTitle ?? registerText.unknown.toLowerCase()}`,
      hasIdentity ? 'có số định danh' : 'chưa có số định danh',
    ].join('; '),
  undo: 'Hoàn lại',
  undoTitle: 'Hoàn lại việc nhập',
  undoWhat: (name: string) => `Dòng “${name}” trở lại như trước khi nhập, với những gì đã chuyển từ dòng đó.`,
} as const;

type Known = MergeRefusal | UnmergeRefusal;

const ownText: Readonly<Partial<Record<Known['kind'], string>>> = {
  not_same_kind: 'Hai dòng khác loại đối tượng, không nhập làm một được.',
  two_identities:
    'Hai dòng có hai số định danh khác nhau. Nếu một số ghi nhầm, sửa số đó trước; nếu cả hai đúng thì đây là hai người.',
  two_accounts: 'Hai dòng gắn với hai tài khoản (hoặc hai đơn vị) khác nhau, không nhập làm một được.',
  too_late_to_unmerge: 'Đã có khen thưởng, ghi chép hoặc hồ sơ mới ở dòng được giữ nên không hoàn lại được nữa.',
};

export function mergeProblems(refusal: Known): readonly ShownProblem[] {
  if (refusal.kind === 'reason_missing')
    return [{ field: 'ly-do', label: mergeText.reason, message: 'Cần ghi lý do.' }];
  const own = ownText[refusal.kind];
  if (own !== undefined) return [{ message: own }];
  return registerProblems(refusal as Parameters<typeof registerProblems>[0]);
}
