import type { ReactNode } from 'react';

export type Tile = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly number?: string | undefined;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
};

type TilesProps = {
  readonly tiles: readonly Tile[];
  /** One below the heading that they stand under: h2 directly on a page. */
  readonly heading?: 'h2' | 'h3' | undefined;
};

/** Things of one kind side by side, such as the schemes; the whole tile is its link. */
export function Tiles({ tiles, heading: Heading = 'h3' }: TilesProps) {
  return (
    <ul className="tiles">
      {tiles.map(({ id, title, href, number, note, children }) => (
        <li key={id} className="tile">
          <Heading>
            <a href={href}>{title}</a>
          </Heading>
          {number && <span className="tile-no">{number}</span>}
          {note && <p>{note}</p>}
          {children}
        </li>
      ))}
    </ul>
  );
}
