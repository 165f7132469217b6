import { Field } from '../../../ui/Field.tsx';
import { Button } from '../../../ui/Button.tsx';
import { periodText } from '../../indicators/text.ts';
import type { PeriodGroup } from '../period-choices.ts';
import { capital, entryText, periodKindText } from '../text.ts';

export type ChooserProps = {
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly periods: readonly PeriodGroup[];
  readonly unitCode: string;
  readonly period: string | undefined;
};

/** Which unit and period to fill in; a GET form, so that the form itself has an address. */
export function Chooser({ units, periods, unitCode, period }: ChooserProps) {
  if (units.length === 0) return null;
  const groups = periods.map(({ kind, codes }) => ({
    label: capital(periodKindText(kind)),
    options: codes.map((code) => ({ value: code, label: capital(periodText(code)) })),
  }));
  return (
    <form method="get" action="/nhap-so-lieu" className="filters" aria-label={entryText.lead}>
      <div className="filters-row">
        <Field
          type="select"
          name="don-vi"
          label={entryText.unit}
          value={unitCode || (units.length === 1 ? units[0]?.code : undefined)}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Field type="select" name="ky" label={entryText.period} value={period} options={groups} />
        <div className="acts">
          <Button kind="second">{entryText.open}</Button>
        </div>
      </div>
    </form>
  );
}
