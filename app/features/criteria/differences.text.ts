/** What differs between two sets, in words. */
import type { ChangedCell } from '../../platform/imports/import-kind.ts';
import type { Criterion } from './criterion.ts';
import type { Changed, Difference } from './differences.ts';
import { pointsText } from '../../kernel/hundredths.ts';
import { pointsByText, measuredText } from './rule.text.ts';
import type { Names } from './text.ts';
import { fieldText, kindText, wayText } from './text.ts';

export const differencesText = {
  title: (title: string) => `So sánh: ${title}`,
  lead: (before: string, after: string) => `Bên trái: ${before}. Bên phải: ${after}. Các mục so với nhau theo mã.`,
  same: 'Hai bộ tiêu chí giống nhau ở mọi mục.',
  what: 'Khác nhau',
  kinds: { added: 'Thêm mới', removed: 'Bỏ', changed: 'Thay đổi' },
  reordered: 'Thứ tự các mục khác nhau.',
  with: 'So với',
  choose: 'So sánh',
  of: (title: string, year: number, edition: number) => `${title}, năm ${year}, bản ${edition}`,
  head: 'Thông tin chung',
  none: 'Không có mục này',
  left: 'Bên trái',
  right: 'Bên phải',
  criteria: 'Các mục khác nhau',
  sameCriteria: 'Các tiêu chí giống nhau.',
  nothingWhat: 'Những chỗ khác nhau giữa hai bộ tiêu chí sẽ hiện ở đây.',
  nothingWhy: 'Hãy chọn bộ tiêu chí để so với bộ này.',
} as const;

const parts = [
  'parent',
  'kind',
  'title',
  'guidance',
  'max',
  'way',
  'rule',
  'expert',
  'evidence',
] as const satisfies readonly Changed[];

/** One part of a criterion as it is read; null where there is none. */
function said(one: Criterion | null, part: Changed, names: Names): string | null {
  if (!one) return null;
  switch (part) {
    case 'parent':
      return one.parent;
    case 'kind':
      return kindText[one.kind];
    case 'title':
      return one.title;
    case 'guidance':
      return one.guidance || null;
    case 'max':
      return pointsText(one.max);
    case 'way':
      return one.way && wayText[one.way];
    case 'rule':
      return (
        one.rule &&
        `${measuredText(one.rule.measure, names.indicators[one.rule.measure.indicator ?? ''])}: ${pointsByText(one.rule, one.max)}`
      );
    case 'expert':
      return one.expertUnitId && (names.bodies[one.expertUnitId] ?? null);
    case 'evidence':
      return one.needsEvidence ? 'Có' : null;
  }
}

/** Every part that differs; of what was added or removed, every part that it has. */
export function partText(difference: Difference, names: Names): readonly ChangedCell[] {
  const { before, after } = difference;
  const told = difference.kind === 'changed' ? difference.parts : parts;
  return told
    .map((part) => ({ heading: fieldText[part], before: said(before, part, names), after: said(after, part, names) }))
    .filter((cell) => cell.before !== cell.after);
}
