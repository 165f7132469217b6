import type { ListedInitiative } from '../list.server.ts';
import { initiativesText as said, kindText } from '../text.ts';

type Props = { readonly rows: readonly ListedInitiative[]; readonly href: string };

/** On the page of a scheme or a unit: what is recognised there; nothing when there is none. */
export function InitiativeList({ rows, href }: Props) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2 id="sang-kien">{said.recognisedTitle}</h2>
      <ul>
        {rows.map(({ id, title, unitName, kind, year }) => (
          <li key={id}>
            <a href={`/sang-kien/${id}`}>{title}</a> <small>{said.of(unitName, kindText[kind], year)}</small>
          </li>
        ))}
      </ul>
      <p>
        <a href={href}>{said.allOfThem}</a>
      </p>
    </>
  );
}
