import type { ReactNode } from 'react';

export type TimelineEntry = {
  readonly id: string;
  /** As written: 05/10/2026 14:32. */
  readonly when: string;
  /** The same for machines: 2026-10-05T14:32:00+07:00. */
  readonly dateTime: string;
  readonly what: ReactNode;
  readonly who?: string | undefined;
  readonly detail?: ReactNode;
};

/** What happened, in the order given. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ id, when, dateTime, what, who, detail }) => (
        <li key={id}>
          <time dateTime={dateTime}>{when}</time>
          <div>
            <p>
              {what}
              {who && <small> · {who}</small>}
            </p>
            {detail && <p className="muted">{detail}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
