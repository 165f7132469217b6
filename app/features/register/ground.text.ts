/** The words of the ground of units. */
import { registerProblems } from './text.ts';
import type { AnyRegisterRefusal, ShownProblem } from './text.ts';

export const groundText = {
  title: 'Địa bàn biên giới, khó khăn',
  lead: 'Dùng để xét công bằng (Luật Điều 5). Người thẩm định hoặc quản trị ghi theo văn bản; chưa ghi là chưa biết, không coi là không.',
  unit: 'Xã, phường',
  border: 'Xã biên giới',
  hard: 'Địa bàn đặc biệt khó khăn',
  source: 'Văn bản làm căn cứ',
  change: 'Ghi',
  save: 'Lưu',
  editTitle: (unit: string) => `Đặc điểm địa bàn: ${unit}`,
  sourceMissing: 'Cần ghi văn bản làm căn cứ.',
} as const;

export function groundProblems(
  refusal: AnyRegisterRefusal | { readonly kind: 'source_missing' },
): readonly ShownProblem[] {
  if (refusal.kind === 'source_missing')
    return [{ field: 'nguon', label: groundText.source, message: groundText.sourceMissing }];
  return registerProblems(refusal);
}
