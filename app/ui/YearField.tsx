import { Field } from './Field.tsx';
import { uiText } from './text.ts';

type Props = {
  /** The list is offered backwards from here. */
  readonly latest: number;
  readonly count: number;
  readonly year: number | undefined;
  /** Where a list may be read without one. */
  readonly orEvery?: boolean;
};

/** Narrows a list to a year (`readYear`). */
export function YearField({ latest, count, year, orEvery = false }: Props) {
  const years = Array.from({ length: count }, (_, at) => String(latest - at));
  return (
    <Field
      type="select"
      name="nam"
      label={uiText.year}
      blank={orEvery ? uiText.every : null}
      value={year === undefined ? '' : String(year)}
      options={years.map((value) => ({ value, label: value }))}
    />
  );
}
