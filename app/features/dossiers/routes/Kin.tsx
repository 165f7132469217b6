import type { Kin as KinRow } from '../split-kin.server.ts';
import { splitText as said } from '../text.ts';

/** The dossiers that were one before their levels were told apart. */
export function Kin({ kin }: { readonly kin: readonly KinRow[] }) {
  if (kin.length === 0) return null;
  return (
    <ul>
      {kin.map(({ id, code, title, isFrom }) => (
        <li key={id}>
          {isFrom ? said.from : said.into} <a href={`/khen-thuong/ho-so/${id}`}>{code}</a> <small>{title}</small>
        </li>
      ))}
    </ul>
  );
}
