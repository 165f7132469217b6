import type { PeriodKind } from '../../../kernel/period.ts';
import { nextPeriod, periodAt, previousPeriod } from '../../../kernel/period.ts';
import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { periodText } from '../../indicators/text.ts';
import { unitKindNames } from '../../organisation/text.ts';
import type { FormName } from '../forms/forms.server.ts';
import type { KindCount } from '../round-choices.server.ts';
import type { RoundField } from '../round.ts';
import { ADHOC } from '../round.ts';
import type { Problem } from '../text.ts';
import { roundFieldText, roundsText } from '../text.ts';

type Props = {
  readonly fields: Readonly<Partial<Record<string, string>>>;
  /** Kinds of units that are chosen. */
  readonly chosen: readonly string[];
  readonly problems: readonly Problem[] | undefined;
  readonly today: string;
  readonly forms: readonly FormName[];
  readonly kinds: readonly KindCount[];
};

/** The fields of a round that is being prepared. */
export function RoundFields({ fields, chosen, problems, today, forms, kinds }: Props) {
  const errorAt = (name: string) => problems?.find(({ field }) => field === name)?.message;
  const shared = (name: RoundField) => ({
    name,
    label: roundFieldText[name],
    value: fields[name],
    error: errorAt(name),
  });
  return (
    <>
      <Field {...shared('ten')} hint={roundsText.nameHint} />
      <Field
        {...shared('ky')}
        type="select"
        hint={roundsText.periodHint}
        options={[
          ...otherPeriod(fields['ky'], today),
          ...groups.map(([kind, before]) => periodsOf(kind, today, before)),
          { value: ADHOC, label: roundsText.adhoc },
        ]}
      />
      <Field {...shared('tu-ngay')} type="date" hint={roundsText.daysHint} optional />
      <Field {...shared('den-ngay')} type="date" hint={roundsText.daysHint} optional />
      <Field {...shared('han')} type="date" hint={roundsText.dueHint} />
      <Field
        {...shared('mau')}
        type="select"
        width="long"
        blank={null}
        value={fields['mau'] ?? forms[0]?.id}
        options={forms.map((form) => ({
          value: form.id,
          label: roundsText.formOption(form.name, form.edition, form.isDefault),
        }))}
      />
      <Choices
        kind="many"
        name="nhom"
        label={roundFieldText.nhom}
        hint={roundsText.unitsHint}
        error={errorAt('nhom')}
        value={chosen}
        options={kinds.map(({ kind, count }) => ({
          value: kind,
          label: roundsText.kindOption(unitKindNames[kind], count),
        }))}
      />
    </>
  );
}

/** How many periods before today's are offered, by kind. */
const groups: readonly (readonly [PeriodKind, number])[] = [
  ['quarter', 4],
  ['month', 6],
  ['half', 2],
  ['year', 1],
];

/** Around today: the one that ends soonest first. */
function around(kind: PeriodKind, today: string, before: number) {
  const now = periodAt(kind, today);
  const periods = [now];
  for (let at = now, left = before; left > 0; left -= 1) periods.push((at = previousPeriod(at)));
  return [nextPeriod(now), ...periods];
}

function periodsOf(kind: PeriodKind, today: string, before: number) {
  return {
    label: roundsText.groups[kind],
    options: around(kind, today, before).map(({ code }) => ({ value: code, label: periodText(code) })),
  };
}

/** The period of a round that has waited so long that it is not offered any more. */
function otherPeriod(code: string | undefined, today: string) {
  if (!code || code === ADHOC) return [];
  const isOffered = groups.some(([kind, before]) => around(kind, today, before).some((one) => one.code === code));
  return isOffered ? [] : [{ value: code, label: periodText(code) }];
}
