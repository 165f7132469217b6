import type { AskedDay } from './day.ts';
import { DAY_NAME } from './day.ts';
import { Field } from './Field.tsx';
import { Filters } from './Filters.tsx';
import { Notice } from './Notice.tsx';
import { uiText } from './text.ts';

type DayBarProps = { readonly asked: AskedDay; readonly path: string };

/** Says plainly that the past is shown, or that the day asked for cannot be. */
export function DayNotice({ asked, path }: DayBarProps) {
  if (asked.kind === 'now') return null;
  if (asked.kind === 'wrong') return <Notice kind="warning">{uiText.dayWrong(asked.typed)}</Notice>;
  return (
    <Notice kind="info" title={uiText.pastTitle}>
      <p>
        {uiText.past(asked.known)} <a href={path}>{uiText.backToNow}</a>
      </p>
    </Notice>
  );
}

/** The choice of another day, folded away. `keep` carries the rest of the address. */
export function DayChoice({ asked, path, keep }: DayBarProps & { readonly keep?: Readonly<Record<string, string>> }) {
  return (
    <details className="behind">
      <summary>{uiText.otherDay}</summary>
      <Filters path={path} label={uiText.otherDay} verb={uiText.seeDay} keep={keep}>
        <Field
          name={DAY_NAME}
          type="date"
          label={uiText.dayLabel}
          hint={uiText.dayHint}
          value={asked.kind === 'past' ? asked.known : undefined}
        />
      </Filters>
    </details>
  );
}
