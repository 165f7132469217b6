import { dateText } from '../../../ui/moment.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { isIncome } from '../fund.ts';
import type { LedgerLine, ListedFund } from '../list.server.ts';
import { dong } from '../money.text.ts';
import { entryKindText, fundText as said } from '../text.ts';

type Props = { readonly fund: ListedFund; readonly lines: readonly LedgerLine[] };

/** Every line with the balance after it; a line against another says which. */
export function Ledger({ fund, lines }: Props) {
  const here = `/khen-thuong/quy/${fund.id}`;
  const mayCorrect = fund.moves.includes('correct');
  const columns: readonly Column<LedgerLine>[] = [
    { key: 'tt', head: said.number, kind: 'number', cell: ({ number }) => number },
    { key: 'ngay', head: said.date, kind: 'code', cell: ({ onDate }) => dateText(onDate) },
    {
      key: 'noi-dung',
      head: said.what,
      kind: 'name',
      cell: (line) => (
        <>
          {line.what}
          <br />
          <small>{remark(line)}</small>
        </>
      ),
    },
    { key: 'chung-tu', head: said.voucher, cell: ({ voucher }) => voucher },
    {
      key: 'thu',
      head: said.incomeAmount,
      kind: 'number',
      cell: (line) => (isIncome(line.kind) ? dong(line.amount) : null),
    },
    {
      key: 'chi',
      head: said.spendingAmount,
      kind: 'number',
      cell: (line) => (isIncome(line.kind) ? null : dong(line.amount)),
    },
    { key: 'so-du', head: said.after, kind: 'number', cell: ({ balance }) => dong(balance) },
    {
      key: 'viec',
      head: said.deed,
      cell: (line) =>
        mayCorrect && line.corrects === null && line.correctedBy === null ? (
          <a href={`${here}/dieu-chinh/${line.id}`} aria-label={said.correctTitle(line.number)}>
            {said.correct}
          </a>
        ) : null,
    },
  ];
  return (
    <section>
      <h2>{said.ledger}</h2>
      <Table
        caption={said.ledger}
        captionHidden
        columns={mayCorrect ? columns : columns.slice(0, -1)}
        rows={lines}
        rowKey={({ id }) => id}
        exports={{ excel: `${here}/tai.xlsx`, csv: `${here}/tai.csv` }}
        empty={<p className="muted">{said.ledgerEmpty}</p>}
      />
      {lines.length > 0 && (
        <nav aria-label={said.taking} className="acts">
          <a href={`${here}/in/docx`}>{said.word}</a>
          <a href={`${here}/in/pdf`}>{said.pdf}</a>
        </nav>
      )}
    </section>
  );
}

function remark({ kind, corrects, correctedBy, byName }: LedgerLine): string {
  return [
    entryKindText[kind],
    ...(corrects === null ? [] : [said.corrects(corrects)]),
    ...(correctedBy === null ? [] : [said.correctedBy(correctedBy)]),
    byName,
  ].join(' · ');
}
