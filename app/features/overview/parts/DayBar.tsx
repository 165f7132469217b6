import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { AskedDay } from '../day.ts';
import { overviewText } from '../text.ts';

type DayBarProps = { readonly asked: AskedDay; readonly path: string };

/** Says plainly that the past is shown, or that the day asked for cannot be. */
export function DayNotice({ asked, path }: DayBarProps) {
  if (asked.kind === 'now') return null;
  if (asked.kind === 'wrong') return <Notice kind="warning">{overviewText.dayWrong(asked.typed)}</Notice>;
  return (
    <Notice kind="info" title={overviewText.pastTitle}>
      <p>
        {overviewText.past(asked.known)} <a href={path}>{overviewText.backToNow}</a>
      </p>
    </Notice>
  );
}

/** The choice of another day, folded away. `keep` carries the rest of the address. */
export function DayChoice({ asked, path, keep }: DayBarProps & { readonly keep?: Readonly<Record<string, string>> }) {
  return (
    <details className="behind">
      <summary>{overviewText.otherDay}</summary>
      <Filters path={path} label={overviewText.otherDay} keep={keep}>
        <Field
          name="ngay"
          type="date"
          label={overviewText.dayLabel}
          hint={overviewText.dayHint}
          value={asked.kind === 'past' ? asked.known : undefined}
        />
      </Filters>
    </details>
  );
}
