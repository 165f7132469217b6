import { uiText } from './text.ts';

export type Area = {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
  /** The letter that leads there after "g". */
  readonly letter?: string | undefined;
};

/** The areas a person may enter; `count` is what waits there. */
export function AreaList({ areas }: { readonly areas: readonly Area[] }) {
  return (
    <ul>
      {areas.map(({ label, href, current, count, letter }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'page' : undefined} data-key={letter}>
            {label}
            <Count count={count} />
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Count({ count }: { readonly count: number | undefined }) {
  if (!count) return null;
  return (
    <em className="count">
      <span aria-hidden="true">{count}</span>
      <span className="sr">{uiText.waiting(count)}</span>
    </em>
  );
}
