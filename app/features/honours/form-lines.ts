/** The form line by line, as page, file and paper draw it. */
import type { FormRow } from './form.ts';
import { formParts, within } from './form.ts';

export type FormLine =
  | { readonly kind: 'heading'; readonly part: (typeof formParts)[number]['heading'] }
  | { readonly kind: 'row'; readonly row: FormRow; readonly isWithin: boolean };

export const formLines: readonly FormLine[] = [
  { kind: 'row', row: 'all', isWithin: false },
  ...formParts.flatMap(({ heading, rows }): readonly FormLine[] => [
    { kind: 'heading', part: heading },
    ...rows.flatMap((row): readonly FormLine[] => [
      { kind: 'row', row, isWithin: false },
      ...(within[row] ?? []).map((each) => ({ kind: 'row', row: each, isWithin: true }) as const),
    ]),
  ]),
];
