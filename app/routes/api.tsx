import { operations } from '../api.server.ts';
import { apiBase } from '../platform/api/perform.server.ts';
import { apiText } from '../text.ts';
import { Pairs } from '../ui/Facts.tsx';
import { Page } from '../ui/Page.tsx';
import type { Column } from '../ui/Table.tsx';
import { Table } from '../ui/Table.tsx';
import type { Route } from './+types/api.ts';

/** Read off the same descriptions that answer and that OpenAPI is written from. */
export function loader() {
  const rows = operations.map(({ id, method, path, tag, summary, auth, csv }) => ({
    id,
    address: `${method} ${apiBase}${path}`,
    tag,
    summary,
    auth,
    forms: csv ? 'JSON, CSV' : 'JSON',
  }));
  const tags = [...Map.groupBy(rows, (row) => row.tag)].map(([tag, of]) => ({ tag, rows: of }));
  return { tags, base: apiBase };
}

type Row = Route.ComponentProps['loaderData']['tags'][number]['rows'][number];

const { columns: heads } = apiText;
const columns: readonly Column<Row>[] = [
  { key: 'viec', head: heads.what, kind: 'name', cell: ({ summary }) => summary },
  { key: 'dia-chi', head: heads.address, cell: ({ address }) => <code>{address}</code> },
  { key: 'ai', head: heads.who, cell: ({ auth }) => whoOf(auth) },
  { key: 'dang', head: heads.forms, cell: ({ forms }) => forms },
];

function whoOf(auth: Row['auth']): string {
  if (auth === 'public') return apiText.everybody;
  return auth === 'any_token' ? apiText.anyToken : apiText.scope(auth);
}

export default function Api({ loaderData: { tags, base } }: Route.ComponentProps) {
  return (
    <Page title={apiText.title} lead={apiText.lead}>
      <title>{apiText.title}</title>
      <Pairs
        pairs={[
          { label: apiText.base, value: <code>{base}</code> },
          { label: apiText.description, value: <a href={`${base}/openapi.json`}>{`${base}/openapi.json`}</a> },
          { label: apiText.token, value: apiText.tokenHow },
          { label: apiText.table, value: apiText.tableHow },
          { label: apiText.errors, value: apiText.errorsHow },
        ]}
      />
      {tags.map(({ tag, rows }) => (
        <section key={tag}>
          <h2>{tag}</h2>
          <Table caption={tag} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
        </section>
      ))}
    </Page>
  );
}
