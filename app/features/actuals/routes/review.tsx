import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, readSort, withQuery } from '../../../ui/address.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { periodText } from '../../indicators/text.ts';
import { stages } from '../actual.ts';
import type { ListedActual } from '../list.server.ts';
import { listActuals } from '../list.server.ts';
import { isVerifier, reviewQuery, reviewSorts } from '../review-query.server.ts';
import { lookOf } from '../stage-look.ts';
import { capital, figureText, reviewText, stageText, standingText } from '../text.ts';
import type { Route } from './+types/review.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const { db } = edge.services;
  const query = reviewQuery(searchParams, person);
  const sort = readSort(search, Object.keys(reviewSorts), { by: 'gui', direction: 'asc' });
  const page = readPage(search);
  const sorted = { sort: reviewSorts[sort.by] ?? 'sent', descending: sort.direction === 'desc' };
  const [listed, indicators] = await Promise.all([
    listActuals(db, person, { ...query, ...sorted, page, size: pageSize }),
    db.selectFrom('indicator').select(['code', 'name']).orderBy('position').execute(),
  ]);
  const done = { verify: Number(searchParams.get('da-xac-nhan')), return: Number(searchParams.get('da-tra-lai')) };
  return {
    ...listed,
    indicators,
    page,
    sort,
    done,
    view: { path: pathname, query: search },
    canDecide: isVerifier(person),
    isWaiting: query.toVerifyBy !== undefined,
    typed: Object.fromEntries(searchParams),
  };
}

type Data = Route.ComponentProps['loaderData'];

const columns: readonly Column<ListedActual>[] = [
  {
    key: 'chi-tieu',
    head: reviewText.indicator,
    kind: 'name',
    sortable: true,
    cell: (row) => (
      <a href={`/nhap-so-lieu/${row.id}`}>
        {row.indicatorCode} {row.indicatorName}
      </a>
    ),
  },
  { key: 'don-vi', head: reviewText.unit, sortable: true, cell: (row) => row.unitName },
  { key: 'ky', head: reviewText.period, sortable: true, cell: (row) => capital(periodText(row.period)) },
  {
    key: 'gia-tri',
    head: reviewText.value,
    kind: 'number',
    sortable: true,
    cell: (row) => `${figureText(row.value, row.decimals)} ${row.unitOfMeasure}`,
  },
  {
    key: 'buoc',
    head: reviewText.stage,
    sortable: true,
    cell: (row) => (
      <>
        <Stage stage={lookOf(row)} word={standingText(row)} />
        {row.isCorrection && <small> {reviewText.correction}</small>}
      </>
    ),
  },
  {
    key: 'gui',
    head: reviewText.sent,
    sortable: true,
    cell: (row) => row.submittedAt && `${momentText(row.submittedAt)} · ${row.submittedByName ?? ''}`,
  },
  { key: 'minh-chung', head: reviewText.evidence, cell: (row) => reviewText.files(row.evidence) },
];

export default function Review({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, sort, view, canDecide, isWaiting, done } = loaderData;
  const title = isWaiting ? reviewText.title(total) : reviewText.listTitle(total);
  const canChoose = canDecide && rows.some((row) => row.stage === 'submitted');
  return (
    <Page title={title} lead={canDecide ? reviewText.lead : undefined}>
      <title>{title}</title>
      {done.verify > 0 && <Notice kind="success">{reviewText.done('verify', done.verify)}</Notice>}
      {done.return > 0 && <Notice kind="success">{reviewText.done('return', done.return)}</Notice>}
      <ReviewFilters data={loaderData} />
      <form id="chon" method="get" action="/duyet-so-lieu/xac-nhan">
        <input type="hidden" name="tu" value={view.query} />
        {canChoose && (
          <Actions>
            <Button name="viec" value="verify">
              {reviewText.verifyChosen}
            </Button>
            <Button name="viec" value="return" kind="second">
              {reviewText.returnChosen}
            </Button>
          </Actions>
        )}
      </form>
      <Table
        caption={reviewText.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        sort={sort}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: fileAddress(view, 'xlsx'), csv: fileAddress(view, 'csv') }}
        select={
          canChoose
            ? {
                name: 'so',
                form: 'chon',
                label: (row) => reviewText.rowName(row.indicatorName, row.unitName, row.period),
              }
            : undefined
        }
        empty={
          <Empty
            what={isWaiting ? reviewText.title(0) : reviewText.emptyWhat}
            why={reviewText.emptyWhy}
            first={
              <LinkButton href="/duyet-so-lieu?xem=tat-ca" kind="second">
                {reviewText.emptyFirst}
              </LinkButton>
            }
          />
        }
      />
    </Page>
  );
}

function fileAddress({ query }: Data['view'], kind: string): string {
  return withQuery({ path: '/duyet-so-lieu/tai', query }, { dang: kind, trang: undefined });
}

function ReviewFilters({ data }: { readonly data: Data }) {
  const { typed, indicators, canDecide, isWaiting, view } = data;
  const shown = [
    ...(canDecide ? [{ value: 'cho-toi', label: reviewText.mine }] : []),
    { value: 'tat-ca', label: reviewText.all },
    ...stages.map((stage) => ({ value: stage, label: stageText[stage].officer })),
  ];
  const sort = typed['sap-xep'];
  return (
    <Filters path={view.path} keep={sort ? { 'sap-xep': sort } : {}} auto>
      <Field
        type="select"
        name="xem"
        label={reviewText.which}
        blank={null}
        options={shown}
        value={typed['xem'] ?? (isWaiting ? 'cho-toi' : 'tat-ca')}
      />
      <Field
        type="select"
        name="chi-tieu"
        label={reviewText.indicator}
        blank={reviewText.every}
        options={indicators.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        value={typed['chi-tieu']}
      />
      <Field name="q" type="search" label={reviewText.text} value={typed['q']} />
      <Field name="nam" label={reviewText.year} value={typed['nam']} width="short" />
    </Filters>
  );
}
