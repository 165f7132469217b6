import { formatVietnamese } from '../../../kernel/decimal.ts';
import type { View } from '../../../ui/address.ts';
import { withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Column, TableProps } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { openedLeadsQuery } from '../asked.ts';
import type { LeadAsking, LeadAspect, LeadCovered } from '../leads.ts';
import { hasFullPlan, isWhole, lacking, leadAspects, leadsBehind } from '../leads.ts';
import { coverageText, leadAspectText, leadPartText } from '../text.ts';
import { Count } from './Numbers.tsx';

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
function RemindLeads({ leads }: { readonly leads: readonly LeadCovered[] }) {
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

type LeadTableProps = Pick<TableProps<LeadCovered>, 'columns' | 'exports'> & {
  readonly leads: readonly LeadCovered[];
  readonly asking?: LeadAsking | undefined;
};

function LeadTable({ leads, asking, ...table }: LeadTableProps) {
  const listed = asking && coverageText.leadsListed(leadAspectText[asking.aspect][asking.wants], leads.length);
  return (
    <Table
      {...table}
      caption={listed ?? coverageText.leadsCaption}
      captionHidden={!listed}
      rows={leads}
      rowKey={({ schemeCode, unitName }) => `${schemeCode} ${unitName}`}
      isLate={(lead) => !isWhole(lead)}
      empty={<p className="muted">{coverageText.leadsEmpty}</p>}
    />
  );
}

type SumsProps = { readonly view: View; readonly leads: readonly LeadCovered[] };

/** How many have it, how many lack it; each opens who they are. */
function LeadSums({ view, leads }: SumsProps) {
  const open = (aspect: LeadAspect, wants: LeadAsking['wants']) => {
    const count = leadsBehind(leads, { aspect, wants }).length;
    const href = `${withQuery(view, openedLeadsQuery({ aspect, wants }))}#pt-1-3`;
    return <Count count={count} href={href} label={coverageText.openLeads(count, leadAspectText[aspect][wants])} />;
  };
  return (
    <Facts
      facts={leadAspects.map((aspect) => ({
        label: leadAspectText[aspect].has,
        value: open(aspect, 'has'),
        unit: `/${formatVietnamese(leads.length)}`,
        note: (
          <>
            {leadAspectText[aspect].lacks}: {open(aspect, 'lacks')}
          </>
        ),
      }))}
    />
  );
}

type LeadsProps = SumsProps & { readonly asking: LeadAsking | undefined; readonly mayRemind: boolean };

/** PT-1.3, by scheme; those behind a number when one was opened. */
export function Leads({ view, leads, asking, mayRemind }: LeadsProps) {
  const listed = asking ? leadsBehind(leads, asking) : leads;
  const at = (extension: string) => `${view.path}/chu-tri.${extension}${view.query}`;
  return (
    <>
      <LeadSums view={view} leads={leads} />
      <p>{coverageText.leadsRule}</p>
      <LeadTable leads={listed} asking={asking} columns={columns} exports={{ excel: at('xlsx'), csv: at('csv') }} />
      {asking && (
        <p className="acts">
          <a href={`${withQuery(view, { viec: undefined, xem: undefined })}#pt-1-3`}>{coverageText.close}</a>
        </p>
      )}
      {mayRemind && <RemindLeads leads={listed} />}
      <p className="muted">{coverageText.secret}</p>
    </>
  );
}
