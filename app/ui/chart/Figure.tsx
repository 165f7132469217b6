import type { ReactNode } from 'react';
import { uiText } from '../text.ts';

export type FigureProps = {
  /** States the finding. */
  readonly title: string;
  readonly source?: string | undefined;
  readonly asOf?: string | undefined;
  readonly children: ReactNode;
  /** The table behind the picture. */
  readonly behind?: ReactNode;
  readonly behindLabel?: string | undefined;
};

/** A picture with its finding above it, its source and date, and the table behind it. */
export function Figure({ title, source, asOf, children, behind, behindLabel = uiText.behind }: FigureProps) {
  const origin = [source && `${uiText.source}: ${source}`, asOf && `${uiText.asOf} ${asOf}`]
    .filter(Boolean)
    .join(' · ');
  return (
    <figure className="figure">
      <figcaption>
        <b>{title}</b>
        {origin && <small>{origin}</small>}
      </figcaption>
      {children}
      {behind && (
        <details className="behind">
          <summary>{behindLabel}</summary>
          {behind}
        </details>
      )}
    </figure>
  );
}
