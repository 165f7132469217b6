import type { ReactNode } from 'react';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { View } from '../../../ui/address.ts';
import { onDay } from '../../../ui/day.ts';
import { Empty } from '../../../ui/Empty.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { unitsText } from '../page.text.ts';
import { communeTypeNames, unitKindNames } from '../text.ts';
import type { UnitsQuery } from '../unit-filter.ts';
import type { UnitLine } from '../unit-list.server.ts';

export type UnitsTableProps = {
  readonly rows: readonly UnitLine[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly view: View;
  readonly sort: UnitsQuery['sort'];
  readonly isFiltered: boolean;
  readonly exports?: { readonly excel: string; readonly csv: string } | undefined;
  /** The day they are looked at, when it is in the past. */
  readonly known?: PlainDate | undefined;
  /** A last column: what may be done with the unit, or where it stands. */
  readonly last?: Column<UnitLine> | undefined;
};

const columnsOn = (known: PlainDate | undefined): readonly Column<UnitLine>[] => [
  {
    key: 'ten',
    head: unitsText.name,
    kind: 'name',
    sortable: true,
    cell: ({ code, name, validUntil, isActive }) => (
      <>
        <a href={onDay(`/don-vi/${code}`, known)}>{name}</a>
        {!isActive && validUntil && <small> {unitsText.ended(validUntil)}</small>}
      </>
    ),
  },
  {
    key: 'loai',
    head: unitsText.kind,
    sortable: true,
    cell: ({ kind, communeType }) => (communeType ? communeTypeNames[communeType] : unitKindNames[kind]),
  },
  { key: 'cap-tren', head: unitsText.parent, sortable: true, cell: ({ parentName }) => parentName },
  { key: 'khoi', head: unitsText.blockOf, sortable: true, cell: ({ blockName }) => blockName },
  { key: 'ma', head: unitsText.officialCode, kind: 'code', sortable: true, cell: ({ officialCode }) => officialCode },
];

export function UnitsTable({ last, known, isFiltered, ...list }: UnitsTableProps) {
  const columns = columnsOn(known);
  const { rows, total, page, size, view, sort } = list;
  return (
    <Table
      caption={unitsText.title}
      captionHidden
      columns={last ? [...columns, last] : columns}
      rows={rows}
      rowKey={({ id }) => id}
      view={view}
      sort={sort}
      paging={{ page, size, total }}
      exports={list.exports}
      empty={<NoUnits isFiltered={isFiltered} path={view.path} />}
    />
  );
}

function NoUnits({ isFiltered, path }: { readonly isFiltered: boolean; readonly path: string }): ReactNode {
  if (!isFiltered) return <Empty what={unitsText.emptyWhat} why={unitsText.emptyNone} />;
  return <Empty what={unitsText.emptyWhat} why={unitsText.emptyFilter} first={<a href={path}>{unitsText.clear}</a>} />;
}
