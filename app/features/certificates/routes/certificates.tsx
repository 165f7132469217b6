import { isAllowed } from '../../../kernel/permit.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { readPage } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { getAward } from '../../awards/award.ts';
import { rootPath } from '../../organisation/root.server.ts';
import type { CertificateRow } from '../certificate.server.ts';
import { listCertificates } from '../certificate.server.ts';
import { shownCode } from '../code.ts';
import { layoutRights } from '../layouts.server.ts';
import { certificatesText as said } from '../text.ts';
import type { Route } from './+types/certificates.ts';

const size = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const url = new URL(args.request.url);
  const [page, words] = [readPage(url.search), url.searchParams.get('tim') ?? ''];
  const asked = url.searchParams.get('quyet-dinh');
  const decisionId = asked === null ? undefined : askedId(asked);
  const listed = await listCertificates(edge.services.db, person, { page, size, words, decisionId });
  const maySetLayout = isAllowed(layoutRights, 'certificate_layout.set', person, await rootPath(edge.services.db));
  return { ...listed, maySetLayout, page, words, decisionId, view: { path: url.pathname, query: url.search } };
}

const columns: readonly Column<CertificateRow>[] = [
  { key: 'ten', head: said.name, kind: 'name', cell: ({ name }) => name },
  { key: 'don-vi', head: said.unit, cell: ({ unitName }) => unitName },
  { key: 'danh-hieu', head: said.award, cell: ({ awardCode }) => getAward(awardCode).name },
  {
    key: 'quyet-dinh',
    head: said.decision,
    kind: 'code',
    cell: ({ decisionId, decisionNumber }) => (
      <a href={`/khen-thuong/bang?quyet-dinh=${decisionId}`}>{decisionNumber}</a>
    ),
  },
  { key: 'so-vang', head: said.golden, kind: 'code', cell: ({ goldenBookNumber }) => goldenBookNumber },
  { key: 'ma', head: said.code, kind: 'code', cell: ({ code }) => <a href={`/xac-minh/${code}`}>{shownCode(code)}</a> },
  {
    key: 'tinh-trang',
    head: said.state,
    cell: ({ revokedOn, revokedBy }) => (revokedOn === null ? said.valid : said.revoked(revokedOn, revokedBy)),
  },
  {
    key: 'in',
    head: said.print,
    cell: ({ id, name, revokedOn }) =>
      revokedOn === null && (
        <>
          <a href={`/khen-thuong/bang/in?bang=${id}`}>
            {said.printOne}
            <span className="sr">: {name}</span>
          </a>
          {' · '}
          <a href={`/khen-thuong/bang/in?bang=${id}&phoi=1`}>
            {said.printBlank}
            <span className="sr">: {name}</span>
          </a>
        </>
      ),
  },
];

export default function Certificates({ loaderData }: Route.ComponentProps) {
  const { rows, total, printable, page, words, decisionId, view, maySetLayout } = loaderData;
  return (
    <Page
      title={said.title}
      lead={said.lead}
      action={
        maySetLayout && (
          <LinkButton kind="second" href="/khen-thuong/bang/mau">
            {said.layouts}
          </LinkButton>
        )
      }
    >
      <title>{said.title}</title>
      <Filters path="/khen-thuong/bang">
        <Field type="search" name="tim" label={said.search} value={words} width="medium" />
      </Filters>
      {decisionId !== undefined && words === '' && printable > 0 && (
        <div className="acts">
          <LinkButton href={`/khen-thuong/bang/in?quyet-dinh=${decisionId}`}>{said.printAll(printable)}</LinkButton>
          <LinkButton kind="second" href={`/khen-thuong/bang/in?quyet-dinh=${decisionId}&phoi=1`}>
            {said.printAllBlank}
          </LinkButton>
        </div>
      )}
      <Table
        caption={said.title}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        view={view}
        paging={{ page, size, total }}
        empty={<Empty what={said.none} why={said.noneWhy} />}
      />
    </Page>
  );
}
