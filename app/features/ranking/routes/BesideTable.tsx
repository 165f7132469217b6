import { pointsText } from '../../../kernel/hundredths.ts';
import type { ReactNode } from 'react';
import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { levelOf } from '../text.ts';
import { besideText as said, scoredOf } from '../trying.text.ts';
import type { Beside } from '../trying/beside.ts';

type Props<Row extends Beside> = {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly nameOf: (unitId: string) => string;
  /** A last column, of why. */
  readonly last?: { readonly head: string; readonly cell: (row: Row) => ReactNode };
  readonly empty?: ReactNode;
};

/** Before and after of each unit: place, score, level, and at which criteria. */
export function BesideTable<Row extends Beside>({ caption, rows, nameOf, last, empty }: Props<Row>) {
  const columns: readonly Column<Row>[] = [
    { key: 'don-vi', head: said.unit, kind: 'name', cell: ({ unitId }) => nameOf(unitId) },
    {
      key: 'hang',
      head: said.place,
      kind: 'number',
      cell: ({ before, after }) => <Pair before={numberOf(before.place)} after={numberOf(after.place)} />,
    },
    {
      key: 'diem',
      head: said.score,
      kind: 'number',
      cell: ({ before, after }) => <Pair before={pointsOf(before.shown)} after={pointsOf(after.shown)} />,
    },
    {
      key: 'xep-loai',
      head: said.level,
      cell: ({ before, after }) => <Pair before={levelOf(before.level)} after={levelOf(after.level)} />,
    },
    {
      key: 'doi',
      head: said.changes,
      cell: ({ changes }) =>
        changes.length === 0
          ? null
          : changes.map(({ code, before, after }) => (
              <div key={code}>{said.change(code, scoredOf(before), scoredOf(after))}</div>
            )),
    },
    ...(last ? [{ key: 'vi-sao', head: last.head, cell: last.cell }] : []),
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ unitId }) => unitId} empty={empty} />;
}

const numberOf = (place: number | null) => (place === null ? said.none : String(place));
const pointsOf = (shown: number | null) => (shown === null ? said.none : pointsText(shown));

/** What moved stands out. */
function Pair({ before, after }: { readonly before: string; readonly after: string }) {
  return before === after ? before : <b>{said.was(before, after)}</b>;
}
