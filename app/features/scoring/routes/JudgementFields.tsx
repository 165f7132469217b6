import { Field } from '../../../ui/Field.tsx';
import { judgementFieldText, scoringText } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  readonly errorAt: (name: string) => string | undefined;
};

/** Title and days of a judgement. */
export function JudgementFields({ fields, errorAt }: Props) {
  const of = (name: keyof typeof judgementFieldText) => ({
    name,
    label: judgementFieldText[name],
    value: fields[name] ?? '',
    error: errorAt(name),
  });
  return (
    <>
      <Field {...of('title')} width="long" hint={scoringText.titleHint} />
      <Field {...of('selfUntil')} type="date" width="short" optional hint={scoringText.dayHint} />
      <Field {...of('crossUntil')} type="date" width="short" optional />
      <Field {...of('appraiseUntil')} type="date" width="short" optional />
      <Field {...of('objectionDays')} type="number-vi" unit={scoringText.days} hint={scoringText.daysHint} />
    </>
  );
}
