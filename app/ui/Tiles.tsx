import type { ReactNode } from 'react';

export type Tile = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly number?: string | undefined;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
};

/** Things of one kind side by side, such as the schemes; the whole tile is its link. */
export function Tiles({ tiles }: { readonly tiles: readonly Tile[] }) {
  return (
    <ul className="tiles">
      {tiles.map(({ id, title, href, number, note, children }) => (
        <li key={id} className="tile">
          <h3>
            <a href={href}>{title}</a>
          </h3>
          {number && <span className="tile-no">{number}</span>}
          {note && <p>{note}</p>}
          {children}
        </li>
      ))}
    </ul>
  );
}
