import { yearPath } from '../year-path.ts';
import { blocksText as said } from '../text.ts';

type Props = {
  readonly block: { readonly id: string; readonly code: string; readonly name: string };
  readonly year: number;
  /** Where the reader is already; a result is none of the three. */
  readonly here: 'year' | 'criteria' | 'judged' | 'result';
};

/** Between a block's year, the criteria it is judged by, and its judging with the result. */
export function BlockDoors({ block: { id, code, name }, year, here }: Props) {
  const query = `khoi=${id}&nam=${year}`;
  const doors = [
    { to: 'year', href: yearPath(code, year), label: said.yearTitle(name, year) },
    { to: 'criteria', href: `/tieu-chi?${query}`, label: said.criteria(year) },
    { to: 'judged', href: `/cham-diem?${query}`, label: said.judged(year) },
  ].filter(({ to }) => to !== here);
  return (
    <nav className="acts" aria-label={said.doors}>
      {doors.map(({ to, href, label }) => (
        <a key={to} href={href}>
          {label}
        </a>
      ))}
    </nav>
  );
}
