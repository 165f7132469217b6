import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Group, RoundView } from '../standing.ts';
import { countBy, shareOnTime } from '../standing.ts';
import { roundText, shareText } from '../text.ts';
import type { ExpectedUnit } from '../units.server.ts';

type Props = {
  readonly title: string;
  readonly path: string;
  /** By which word of the address the list is narrowed to a group. */
  readonly by: 'nhom' | 'khoi';
  readonly units: readonly ExpectedUnit[];
  readonly keyOf: (unit: ExpectedUnit) => string | null;
  readonly nameOf: (key: string) => string;
};

/** The numbers of a round for each kind of unit, or each block; each opens the units behind it. */
export function RoundGroups({ title, path, by, units, keyOf, nameOf }: Props) {
  const groups = countBy(units, keyOf);
  if (groups.length < 2) return null;
  const linked = (view: RoundView | '', { key }: Group<ExpectedUnit>, n: number) =>
    n === 0 || key === null ? (
      n
    ) : (
      <a href={`${path}?${new URLSearchParams({ [by]: key, ...(view !== '' && { xem: view }) }).toString()}`}>{n}</a>
    );
  const number = (
    key: string,
    head: string,
    view: RoundView | '',
    of: (group: Group<ExpectedUnit>) => number,
  ): Column<Group<ExpectedUnit>> => ({ key, head, kind: 'number', cell: (group) => linked(view, group, of(group)) });
  return (
    <details>
      <summary>{title}</summary>
      <Table
        caption={title}
        captionHidden
        columns={[
          {
            key: 'nhom',
            head: title,
            kind: 'name',
            cell: ({ key }) => (key === null ? roundText.noBlock : nameOf(key)),
          },
          number('phai', roundText.expected, '', ({ counts }) => counts.expected),
          number('gui', roundText.sent, 'da-gui', ({ counts }) => counts.sent),
          number('muon', roundText.late, 'gui-muon', ({ counts }) => counts.sentLate),
          number('nhan', roundText.received, 'da-nhan', ({ counts }) => counts.received),
          number('chua', roundText.missing, 'chua-gui', ({ counts }) => counts.missing),
          number('mien', roundText.exempt, 'mien', ({ counts }) => counts.exempt),
          {
            key: 'ti-le',
            head: roundText.share,
            kind: 'number',
            cell: ({ counts }) => shareText(shareOnTime(counts)),
          },
        ]}
        rows={groups}
        rowKey={({ key }) => key ?? ''}
        empty={null}
      />
    </details>
  );
}
