import type { ReactNode } from 'react';
import { uiText } from './text.ts';

export type Crumb = { readonly label: string; readonly href: string };

export type PageProps = {
  /** States the finding or names the one question of the page. */
  readonly title: ReactNode;
  /** Under the title: what is counted, as of when, for whom. */
  readonly lead?: ReactNode;
  /** The most needed action, or the status; stands beside the title. */
  readonly action?: ReactNode;
  /** The way back, outermost first; the page itself is not in it. */
  readonly trail?: readonly Crumb[] | undefined;
  readonly children: ReactNode;
};

/** One page, one question: way back, title with its action, content. Stands inside Frame. */
export function Page({ title, lead, action, trail = [], children }: PageProps) {
  return (
    <>
      {trail.length > 0 && <Trail trail={trail} />}
      <div className="head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {action && <div className="head-do">{action}</div>}
      </div>
      {children}
    </>
  );
}

function Trail({ trail }: { readonly trail: readonly Crumb[] }) {
  return (
    <nav className="trail" aria-label={uiText.trail}>
      <ol>
        {trail.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
