import { uiText } from './text.ts';

export type Tab = {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
};

/** Parts of one subject, each with an address of its own. */
export function Tabs({ tabs, label = uiText.tabs }: { readonly tabs: readonly Tab[]; readonly label?: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ label: words, href, current, count }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {words}
              {count !== undefined && <small>{count}</small>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
