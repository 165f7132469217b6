import { formatVietnamese } from '../../../kernel/decimal.ts';
import type { View } from '../../../ui/address.ts';
import { withQuery } from '../../../ui/address.ts';
import { Facts } from '../../../ui/Facts.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { openedQuery } from '../asked.ts';
import type { Aspect, Asking, Covered, CoverageGroup, GroupedBy } from '../coverage.ts';
import { aspectText, coverageText, groupText } from '../text.ts';

export type Seen = {
  readonly view: View;
  readonly by: GroupedBy;
  /** Whether the units behind a number may be opened. */
  readonly isInside: boolean;
};
type NumberProps = Seen & {
  readonly count: number;
  readonly aspect: Aspect;
  readonly wants: Asking['wants'];
  readonly group?: string | null;
};

type CountProps = { readonly count: number; readonly href: string; readonly label: string };

/** A number that opens what is behind it, when there is something. */
export function Count({ count, href, label }: CountProps) {
  if (count === 0) return formatVietnamese(count);
  return (
    <a href={href} aria-label={label}>
      {formatVietnamese(count)}
    </a>
  );
}

function OpenNumber({ view, by, isInside, count, aspect, wants, group }: NumberProps) {
  if (!isInside) return formatVietnamese(count);
  const href = `${withQuery(view, openedQuery(by, { aspect, wants, ...(group !== undefined && { group }) }))}#don-vi`;
  const named = group === undefined ? coverageText.everyGroup : coverageText.groupName(by, group);
  return <Count count={count} href={href} label={coverageText.open(count, aspectText[aspect][wants], named)} />;
}

type SumsProps = Seen & { readonly all: Covered; readonly aspects: readonly Aspect[] };

/** The few figures of all units: how many have it, of how many, and how many lack it. */
export function Sums({ all, aspects, ...seen }: SumsProps) {
  return (
    <Facts
      facts={aspects.map((aspect) => ({
        label: aspectText[aspect].has,
        value: <OpenNumber {...seen} count={all[aspect]} aspect={aspect} wants="has" />,
        unit: `/${formatVietnamese(all.units)} (${coverageText.share(all[aspect], all.units)})`,
        note: (
          <>
            {aspectText[aspect].lacks}:{' '}
            <OpenNumber {...seen} count={all.units - all[aspect]} aspect={aspect} wants="lacks" />
          </>
        ),
      }))}
    />
  );
}

type NameProps = Pick<GroupsProps, 'schemes'> & { readonly by: GroupedBy; readonly group: string | null };

function GroupName({ by, group, schemes }: NameProps) {
  const name = by === 'scheme' && group !== null ? schemes[group] : undefined;
  if (name === undefined) return coverageText.groupName(by, group);
  return <a href={`/de-an/${group}`}>{`${group} ${name}`}</a>;
}

type GroupsProps = Seen & {
  readonly groups: readonly CoverageGroup[];
  /** Counted each; the last one also by who lacks it and as a share. */
  readonly aspects: readonly Aspect[];
  /** Names of schemes by code. */
  readonly schemes: Readonly<Record<string, string>>;
};

export function Groups({ groups, aspects, schemes, ...seen }: GroupsProps) {
  const main = aspects.at(-1) ?? 'kept';
  const count = (aspect: Aspect, wants: Asking['wants']): Column<CoverageGroup> => ({
    key: `${aspect}-${wants}`,
    head: aspectText[aspect][wants],
    kind: 'number',
    cell: ({ key, ...counts }) => (
      <OpenNumber
        {...seen}
        count={wants === 'has' ? counts[aspect] : counts.units - counts[aspect]}
        aspect={aspect}
        wants={wants}
        group={key}
      />
    ),
  });
  const columns: readonly Column<CoverageGroup>[] = [
    {
      key: 'nhom',
      head: coverageText.group,
      kind: 'name',
      cell: ({ key }) => <GroupName by={seen.by} group={key} schemes={schemes} />,
    },
    { key: 'don-vi', head: coverageText.units, kind: 'number', cell: ({ units }) => formatVietnamese(units) },
    ...aspects.map((aspect) => count(aspect, 'has')),
    count(main, 'lacks'),
    {
      key: 'ty-le',
      head: coverageText.rate(main),
      kind: 'number',
      cell: (group) => coverageText.share(group[main], group.units),
    },
  ];
  return (
    <Table
      caption={coverageText.groupCaption(groupText[seen.by])}
      columns={columns}
      rows={groups}
      rowKey={({ key }) => key ?? ''}
    />
  );
}
