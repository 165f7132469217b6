import type { ReactNode } from 'react';
import { Table } from '../../../ui/Table.tsx';
import { aboutText, citedText, contentText, KIND_TEXT, lineText } from '../law/law.text.ts';
import type { AwardFacts, Fact } from '../law/law-book.ts';
import type { Cited, Provision, ProvisionKind } from '../law/provision.ts';
import { awardsText as said } from '../text.ts';
import { Mark } from './Mark.tsx';

type Row = {
  readonly key: string;
  readonly kind: ProvisionKind;
  readonly what: string;
  readonly lays: string;
  readonly where: string;
  readonly mark: ReactNode;
  readonly href: string | undefined;
};

type Listed = Fact<'deciders'> | Fact<'papers'> | Fact<'terms'>;
type Any = Provision & Pick<Fact<ProvisionKind>, 'amendedBy'>;

/** Every fact of an award on a day, each line with article, source and mark; what is not laid down says so. */
export function FactTable({ facts, hrefOfNew }: FactTableProps) {
  const { deciders, papers, terms, vote, council, publicList, quota, bonus, noBonusRead } = facts;
  const rows = [
    ...listRows('deciders', deciders),
    ...oneRow('council', council),
    ...oneRow('vote', vote),
    ...oneRow('public_list', publicList),
    ...bonus.flatMap((each) => oneRow('bonus', each)),
    ...noBonusRead.flatMap((holder) => oneRow('bonus', undefined, holder)),
    ...oneRow('quota', quota),
    ...listRows('papers', papers),
    ...listRows('terms', terms),
  ];
  return (
    <Table
      caption={said.facts}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'gi',
          head: said.what,
          kind: 'name',
          cell: ({ what, href }) => (href ? <a href={href}>{what}</a> : what),
        },
        { key: 'quy-dinh', head: said.lays, cell: ({ lays }) => lays },
        { key: 'can-cu', head: said.where, cell: ({ where }) => where },
        { key: 'xac-minh', head: said.mark, cell: ({ mark }) => mark },
        ...(hrefOfNew
          ? [
              {
                key: 'moi',
                head: said.newVersion,
                cell: ({ kind, what, href }: Row) =>
                  href === undefined && (
                    <a href={hrefOfNew(kind)} aria-label={said.newFact(what)}>
                      {said.newVersion}
                    </a>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
type FactTableProps = {
  readonly facts: AwardFacts;
  /** Where a first version of what is not laid down is proposed, for whoever may. */
  readonly hrefOfNew?: ((kind: ProvisionKind) => string) | undefined;
};

/** `item`: of what among several of one kind there is none. */
function oneRow(kind: ProvisionKind, fact: Any | undefined, item = ''): readonly Row[] {
  const missing = { lays: said.unknown, where: '', mark: '', href: undefined };
  if (!fact) return [{ key: `${kind} ${item}`, kind, what: aboutText({ kind, item }), ...missing }];
  const { state, amendedBy, id } = fact;
  return [
    {
      key: id,
      kind,
      what: aboutText(fact),
      lays: contentText(fact),
      where: citedText(fact),
      mark: <Mark state={state} amendedBy={amendedBy} />,
      href: hrefOf(id),
    },
  ];
}

function listRows(kind: ProvisionKind, fact: Listed | undefined): readonly Row[] {
  if (!fact) return oneRow(kind, undefined);
  return fact.content.map((line: Cited, at: number) => ({
    key: `${fact.id} ${at}`,
    kind,
    what: KIND_TEXT[kind],
    lays: lineText(line),
    where: citedText(line),
    mark: <Mark state={line.state} amendedBy={line.source === fact.source ? fact.amendedBy : undefined} />,
    href: hrefOf(fact.id),
  }));
}

const hrefOf = (id: string) => (id.includes('|') ? undefined : `/khen-thuong/danh-muc/quy-dinh/${id}`);
