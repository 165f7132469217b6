import { momentText } from '../../../ui/moment.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { aboutText, citedText, contentText, inForceText } from '../law/law.text.ts';
import type { Version } from '../law/versions.server.ts';
import { awardsText as said } from '../text.ts';
import { Mark, VersionStage } from './Mark.tsx';

type VersionsProps = { readonly versions: readonly Version[]; readonly caption?: string };

/** Versions of one line or of many, with the days on which each really stands. */
export function Versions({ versions, caption = said.versions }: VersionsProps) {
  return (
    <>
      <Table caption={caption} columns={columns} rows={versions} rowKey={({ provision }) => provision.id} />
      <p className="muted">{said.versionsNote}</p>
    </>
  );
}

const columns: readonly Column<Version>[] = [
  {
    key: 'noi-dung',
    head: said.what,
    kind: 'name',
    cell: ({ provision }) => <a href={`/khen-thuong/danh-muc/quy-dinh/${provision.id}`}>{aboutText(provision)}</a>,
  },
  { key: 'quy-dinh', head: said.lays, cell: ({ provision }) => contentText(provision) },
  { key: 'can-cu', head: said.where, cell: ({ provision }) => citedText(provision) },
  { key: 'ap-dung', head: said.days, cell: (version) => <StandingDays version={version} /> },
  { key: 'xac-minh', head: said.mark, cell: ({ provision }) => <Mark state={provision.state} /> },
  {
    key: 'tinh-trang',
    head: said.stage,
    cell: ({ stage, isProduct, decidedAt }) => (
      <>
        <VersionStage stage={stage} />
        <br />
        <small>{isProduct ? said.byProduct : decidedAt ? momentText(decidedAt) : ''}</small>
      </>
    ),
  },
];

export function StandingDays({ version: { provision, stands, stage } }: { readonly version: Version }) {
  const { forYearsFrom } = provision;
  if (stage === 'confirmed' && !stands) return said.replacedBy;
  return (
    <>
      {inForceText(stands ?? provision)}
      {forYearsFrom !== null && `, ${said.forYears(forYearsFrom)}`}
    </>
  );
}
