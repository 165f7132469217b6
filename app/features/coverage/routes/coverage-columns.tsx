import { formatVietnamese } from '../../../kernel/decimal.ts';
import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import type { CoverageGroup, GroupedBy, LeadCovered, UnitCovered } from '../coverage.ts';
import { isKept, isWhole } from '../coverage.ts';
import { coverageText } from '../text.ts';

type View = { readonly by: GroupedBy; readonly year: number };

/** Each number opens the units behind it. */
export function groupColumns({ by, year }: View): readonly Column<CoverageGroup>[] {
  const behind = (key: string | null, xem: 'du' | 'thieu', count: number, label: string) => {
    const query = new URLSearchParams({ nam: String(year), theo: by, nhom: key ?? '', xem });
    if (count === 0) return formatVietnamese(count);
    return (
      <a href={`/do-phu?${query}#pt-1-2`} aria-label={label}>
        {formatVietnamese(count)}
      </a>
    );
  };
  const named = (key: string | null) => coverageText.groupName(by, key);
  return [
    { key: 'nhom', head: coverageText.group, kind: 'name', cell: ({ key }) => named(key) },
    { key: 'don-vi', head: coverageText.units, kind: 'number', cell: ({ units }) => formatVietnamese(units) },
    { key: 'ke-hoach', head: coverageText.planned, kind: 'number', cell: ({ planned }) => formatVietnamese(planned) },
    { key: 'dang-ky', head: coverageText.pledged, kind: 'number', cell: ({ pledged }) => formatVietnamese(pledged) },
    {
      key: 'du',
      head: coverageText.kept,
      kind: 'number',
      cell: ({ key, kept }) => behind(key, 'du', kept, coverageText.openKept(kept, named(key))),
    },
    {
      key: 'thieu',
      head: coverageText.missing,
      kind: 'number',
      cell: ({ key, units, kept }) =>
        behind(key, 'thieu', units - kept, coverageText.openMissing(units - kept, named(key))),
    },
    {
      key: 'ty-le',
      head: coverageText.rate,
      kind: 'number',
      cell: ({ kept, units }) => coverageText.percent(kept, units),
    },
  ];
}

export const unitColumns: readonly Column<UnitCovered>[] = [
  {
    key: 'don-vi',
    head: coverageText.unit,
    kind: 'name',
    cell: ({ code, name }) => <a href={`/don-vi/${code}`}>{name}</a>,
  },
  {
    key: 'ke-hoach',
    head: coverageText.plan,
    cell: ({ planId }) =>
      planId === null ? coverageText.none : <a href={`/ke-hoach/${planId}`}>{coverageText.has}</a>,
  },
  {
    key: 'dang-ky',
    head: coverageText.pledges,
    kind: 'number',
    cell: ({ pledges }) => (pledges === 0 ? coverageText.none : formatVietnamese(pledges)),
  },
  { key: 'ket-qua', head: coverageText.result, cell: (unit) => kept(isKept(unit)) },
];

export const leadColumns: readonly Column<LeadCovered>[] = [
  {
    key: 'de-an',
    head: coverageText.scheme,
    kind: 'name',
    cell: ({ schemeCode, schemeName }) => <a href={`/de-an/${schemeCode}`}>{`${schemeCode} ${schemeName}`}</a>,
  },
  {
    key: 'chu-tri',
    head: coverageText.leadUnit,
    cell: ({ unitCode, unitName }) => (unitCode === null ? unitName : <a href={`/don-vi/${unitCode}`}>{unitName}</a>),
  },
  {
    key: 'ke-hoach',
    head: coverageText.plan,
    cell: ({ planId }) =>
      planId === null ? coverageText.none : <a href={`/ke-hoach/${planId}`}>{coverageText.has}</a>,
  },
  { key: 'nhiem-vu', head: coverageText.tasks, kind: 'number', cell: ({ tasks }) => formatVietnamese(tasks) },
  { key: 'moc', head: coverageText.milestones, kind: 'number', cell: ({ milestones }) => formatVietnamese(milestones) },
  { key: 'ket-qua', head: coverageText.result, cell: (lead) => kept(isWhole(lead)) },
];

function kept(isIt: boolean) {
  return <Status status={isIt ? 'achieved' : 'off_track'} word={isIt ? coverageText.enough : coverageText.lacking} />;
}
