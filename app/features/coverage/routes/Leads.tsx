import { formatVietnamese } from '../../../kernel/decimal.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { LeadCovered } from '../leads.ts';
import { hasFullPlan, isWhole, lacking } from '../leads.ts';
import { coverageText, leadPartText } from '../text.ts';

const columns: readonly Column<LeadCovered>[] = [
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
  counted('nhiem-vu', coverageText.tasks, ({ tasks }) => tasks),
  counted('moc', coverageText.milestones, ({ milestones }) => milestones),
  counted('dang-ky', coverageText.pledges, ({ pledges }) => pledges),
  {
    key: 'kiem-tra',
    head: coverageText.checks,
    kind: 'number',
    cell: ({ checks, schemeCode }) =>
      checks === 0 ? checks : <a href={`/kiem-tra?de-an=${schemeCode}`}>{formatVietnamese(checks)}</a>,
  },
  {
    key: 'ket-qua',
    head: coverageText.missing,
    cell: (lead) =>
      isWhole(lead) ? (
        <Status status="achieved" word={coverageText.enough} />
      ) : (
        <>
          <Status status="off_track" word={coverageText.lacking} />{' '}
          <small>
            {lacking(lead)
              .map((part) => leadPartText[part])
              .join(', ')}
          </small>
        </>
      ),
  },
];

function counted(key: string, head: string, of: (lead: LeadCovered) => number): Column<LeadCovered> {
  return { key, head, kind: 'number', cell: (lead) => formatVietnamese(of(lead)) };
}

/** On the page of a scheme: its lead bodies. */
export function SchemeLeads({ leads }: { readonly leads: readonly LeadCovered[] }) {
  if (leads.length === 0) return null;
  return (
    <section>
      <h2 id="chu-tri">{coverageText.schemeTitle}</h2>
      <LeadTable leads={leads} columns={columns.slice(1)} />
      <p className="muted">{coverageText.leadsRule}</p>
    </section>
  );
}

/** Those without a full plan, reminded of it. */
export function RemindLeads({ leads }: { readonly leads: readonly LeadCovered[] }) {
  const codes = leads.flatMap((lead) => (hasFullPlan(lead) || lead.unitCode === null ? [] : [lead.unitCode]));
  if (codes.length === 0) return null;
  const query = new URLSearchParams([['viec', 'pt-1.3'], ...[...new Set(codes)].map((code) => ['don-vi', code])]);
  return (
    <p>
      <LinkButton href={`/don-doc/moi?${query}`} kind="second">
        {coverageText.remindLeads}
      </LinkButton>
    </p>
  );
}

type LeadTableProps = { readonly leads: readonly LeadCovered[]; readonly columns: readonly Column<LeadCovered>[] };

function LeadTable({ leads, columns: shown }: LeadTableProps) {
  return (
    <Table
      caption={coverageText.leadsCaption}
      captionHidden
      columns={shown}
      rows={leads}
      rowKey={({ schemeCode, unitName }) => `${schemeCode} ${unitName}`}
      isLate={(lead) => !isWhole(lead)}
    />
  );
}

/** PT-1.3, by scheme. */
export function Leads({ leads }: { readonly leads: readonly LeadCovered[] }) {
  const of = (count: number) => coverageText.of(count, leads.length);
  return (
    <>
      <Facts
        facts={[
          { label: coverageText.leadsFull, value: of(leads.filter(hasFullPlan).length) },
          { label: coverageText.leadsChecked, value: of(leads.filter(({ checks }) => checks > 0).length) },
        ]}
      />
      <p>{coverageText.leadsRule}</p>
      <LeadTable leads={leads} columns={columns} />
      <p className="muted">{coverageText.secret}</p>
    </>
  );
}
