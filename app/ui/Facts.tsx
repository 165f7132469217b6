import type { ReactNode } from 'react';

export type Fact = {
  readonly label: string;
  readonly value: ReactNode;
  readonly unit?: string | undefined;
  /** A remark below: the period, "chưa xác nhận", a link that asks why. */
  readonly note?: ReactNode;
};

/** The few figures a page is about, large. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value, unit, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{value}</b>
            {unit && <small> {unit}</small>}
            {note && <p>{note}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Names and values of one thing, one under the other. */
export function Pairs({ pairs }: { readonly pairs: readonly { readonly label: string; readonly value: ReactNode }[] }) {
  return (
    <dl className="pairs">
      {pairs.flatMap(({ label, value }) => [<dt key={`${label} `}>{label}</dt>, <dd key={label}>{value}</dd>])}
    </dl>
  );
}
