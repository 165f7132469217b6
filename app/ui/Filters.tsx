import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { uiText } from './text.ts';

export type FiltersProps = {
  /** The list's own path; filters go into its query. */
  readonly path: string;
  /** The word on the button, where nothing is narrowed. */
  readonly verb?: string | undefined;
  /** What is narrowed, where a page has more than one such form. */
  readonly label?: string | undefined;
  /** Fields; each keeps the value the address holds. */
  readonly children: ReactNode;
  /** Names of the query to carry along, such as sorting. */
  readonly keep?: Readonly<Record<string, string>> | undefined;
  /** Conditions in force, each with the address of the view without it. */
  /** Let the optional script send the form when a list is changed. */
  readonly auto?: boolean | undefined;
  readonly active?: readonly { readonly label: string; readonly without: string }[] | undefined;
};

/** Filters as a GET form, so that a view can be sent to a colleague as a link. */
export function Filters({
  path,
  label = uiText.filter,
  verb = uiText.filter,
  children,
  keep = {},
  auto,
  active = [],
}: FiltersProps) {
  return (
    <form
      className="filters"
      method="get"
      action={path}
      role="search"
      aria-label={label}
      data-auto={auto ? '' : undefined}
    >
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="filters-row">
        {children}
        <div className="acts">
          <Button kind="second">{verb}</Button>
          {active.length > 0 && <a href={path}>{uiText.clearFilters}</a>}
        </div>
      </div>
      {active.length > 0 && (
        <ul className="active" aria-label={uiText.filteringBy}>
          {active.map(({ label, without }) => (
            <li key={label}>
              {label}{' '}
              <a href={without} aria-label={uiText.removeFilter(label)}>
                ✕
              </a>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
