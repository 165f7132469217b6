import { operations } from '../api.server.ts';
import { parametersFor } from '../platform/api/openapi.ts';
import { apiBase } from '../platform/api/perform.server.ts';
import { edgeOf } from '../platform/http.server.ts';
import { apiText } from '../text.ts';
import { Pairs } from '../ui/Facts.tsx';
import { Page } from '../ui/Page.tsx';
import type { Column } from '../ui/Table.tsx';
import { Table } from '../ui/Table.tsx';
import type { Route } from './+types/api.ts';

/** Read off the same descriptions that answer and that OpenAPI is written from. */
export function loader(args: Route.LoaderArgs) {
  const origin = edgeOf(args).services.config.publicUrl ?? new URL(args.request.url).origin;
  const rows = operations.map((operation) => {
    const { id, method, path, tag, summary, about, auth, csv } = operation;
    const isOpenable = method === 'GET' && auth === 'public' && !path.includes('{');
    return {
      id,
      address: `${method} ${apiBase}${path}`,
      href: isOpenable ? `${apiBase}${path}` : undefined,
      tag,
      summary,
      about,
      parameters: parametersFor(operation),
      auth,
      forms: csv ? 'JSON, CSV' : 'JSON',
    };
  });
  const tags = [...Map.groupBy(rows, (row) => row.tag)].map(([tag, of]) => ({ tag, rows: of }));
  return { tags, base: apiBase, origin };
}

type Row = Route.ComponentProps['loaderData']['tags'][number]['rows'][number];

const { columns: heads } = apiText;
const columns: readonly Column<Row>[] = [
  { key: 'viec', head: heads.what, kind: 'name', cell: (row) => <What row={row} /> },
  { key: 'dia-chi', head: heads.address, cell: (row) => <Address row={row} /> },
  { key: 'ai', head: heads.who, cell: ({ auth }) => whoOf(auth) },
  { key: 'dang', head: heads.forms, cell: ({ forms }) => forms },
];

function What({ row: { summary, about, parameters } }: { readonly row: Row }) {
  return (
    <>
      {summary}
      {about && <p className="muted">{about}</p>}
      {parameters.length > 0 && (
        <details>
          <summary>{apiText.parameters(parameters.length)}</summary>
          <Pairs pairs={parameters.map(({ name, about: meaning }) => ({ label: name, value: meaning }))} />
        </details>
      )}
    </>
  );
}

function Address({ row: { address, href } }: { readonly row: Row }) {
  return href ? (
    <a href={href}>
      <code>{address}</code>
    </a>
  ) : (
    <code>{address}</code>
  );
}

function whoOf(auth: Row['auth']): string {
  if (auth === 'public') return apiText.everybody;
  return auth === 'any_token' ? apiText.anyToken : apiText.scope(auth);
}

export default function Api({ loaderData: { tags, base, origin } }: Route.ComponentProps) {
  return (
    <Page title={apiText.title} lead={apiText.lead}>
      <title>{apiText.title}</title>
      <Pairs
        pairs={[
          { label: apiText.base, value: <code>{base}</code> },
          { label: apiText.description, value: <a href={`${base}/openapi.json`}>{`${base}/openapi.json`}</a> },
          {
            label: apiText.token,
            value: (
              <>
                {apiText.tokenHow} <a href="/tai-khoan/khoa-api">{apiText.tokenPage}</a>. {apiText.tokenSent}
              </>
            ),
          },
          { label: apiText.example, value: <code>{`curl ${origin}${base}/indicators`}</code> },
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
