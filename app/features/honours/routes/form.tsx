import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { withQuery } from '../../../ui/address.ts';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { names } from '../filter.ts';
import type { FormColumn, FormRow } from '../form.ts';
import { formLevels } from '../form.ts';
import { formAt } from '../form.server.ts';
import type { FormLine } from '../form-lines.ts';
import { formLines } from '../form-lines.ts';
import { formColumnText, formLineText, formRowText, formText, formTitle } from '../form.text.ts';
import { count, filterWords, levelText, statisticsText as said } from '../text.ts';
import type { Route } from './+types/form.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  return { ...(await formAt(db, person, { url, now: clock() })), path: url.pathname, query: url.search };
}

const keyOf = (line: FormLine) => (line.kind === 'heading' ? line.part : line.row);

export default function StatisticalForm({ loaderData }: Route.ComponentProps) {
  const { level, filter, unitName, columns, cells, totals, path, query } = loaderData;
  const figure = (n: number, row: FormRow, column?: FormColumn) =>
    n === 0 ? (
      '0'
    ) : (
      <a
        href={withQuery(
          { path: '/khen-thuong/thong-ke/danh-sach', query },
          { [names.level]: level, [names.formRow]: row, [names.formColumn]: column },
        )}
        aria-label={`${formRowText[row]}, ${column ? formColumnText[column] : formText.total}: ${count(n)}`}
      >
        {count(n)}
      </a>
    );
  const drawn: readonly Column<FormLine>[] = [
    { key: 'chi-tieu', head: formText.what, kind: 'name', cell: labelOf },
    {
      key: 'tong',
      head: formText.total,
      kind: 'number',
      cell: (line) => line.kind === 'row' && figure(totals[line.row], line.row),
    },
    ...columns.map((column): Column<FormLine> => ({
      key: column,
      head: formColumnText[column],
      kind: 'number',
      cell: (line) => line.kind === 'row' && figure(cells[line.row][column] ?? 0, line.row, column),
    })),
  ];
  const file = (of: string) => withQuery({ path: `${path}/${of}`, query }, {});
  const year = (name: string, label: string, value: number | undefined) => (
    <Field name={name} label={label} value={value === undefined ? '' : String(value)} width="short" optional />
  );
  const told = filterWords({ ...filter, level: undefined }, unitName);
  return (
    <Page
      title={formTitle[level]}
      lead={formText.lead}
      trail={[{ label: said.title, href: withQuery({ path: '/khen-thuong/thong-ke', query }, {}) }]}
    >
      <title>{formTitle[level]}</title>
      <Filters path={path} keep={{ ...(filter.unitCode && { [names.unit]: filter.unitCode }) }} verb={said.show}>
        <Field
          type="select"
          name={names.level}
          label={formText.level}
          blank={null}
          value={level}
          options={formLevels.map((value) => ({ value, label: levelText[value] }))}
        />
        {year(names.from, said.from, filter.from)}
        {year(names.until, said.until, filter.until)}
      </Filters>
      {told.length > 0 && <p className="muted">{told.join(' · ')}</p>}
      <Table caption={formTitle[level]} captionHidden columns={drawn} rows={formLines} rowKey={keyOf} phone="scroll" />
      <p className="muted">{formText.notKept}</p>
      <nav aria-label={said.taking} className="acts">
        <a href={file('tai.xlsx')}>{said.excel}</a>
        <a href={file('tai.csv')}>{said.csv}</a>
        <a href={file('in/docx')}>{said.word}</a>
        <a href={file('in/pdf')}>{said.pdf}</a>
      </nav>
    </Page>
  );
}

function labelOf(line: FormLine) {
  return line.kind === 'heading' ? <strong>{formLineText(line)}</strong> : formLineText(line);
}
