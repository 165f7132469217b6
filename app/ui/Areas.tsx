import { Fragment } from 'react';
import { uiText } from './text.ts';

export type Area = {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
  /** The heading it stands under; areas of one heading come one after the other. */
  readonly group?: string | undefined;
  /** The letter that leads there after "g". */
  readonly letter?: string | undefined;
};

/** The areas a person may enter, under their headings; `count` is what waits there. */
export function AreaList({ areas }: { readonly areas: readonly Area[] }) {
  return Array.from(
    Map.groupBy(areas, ({ group = '' }) => group),
    ([group, inGroup]) => (
      <Fragment key={group}>
        {group && <p className="group">{group}</p>}
        <ul aria-label={group || undefined}>
          {inGroup.map(({ label, href, current, count, letter }) => (
            <li key={href}>
              <a href={href} aria-current={current ? 'page' : undefined} data-key={letter}>
                {label}
                <Count count={count} />
              </a>
            </li>
          ))}
        </ul>
      </Fragment>
    ),
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
