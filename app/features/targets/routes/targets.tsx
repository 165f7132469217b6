import { holdsRole } from '../../../kernel/actor.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, readYear, withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { dayOf, onDay } from '../../../ui/day.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { YearField } from '../../../ui/YearField.tsx';
import type { ListedTarget } from '../list.server.ts';
import { listTargets } from '../list.server.ts';
import { figureWords, targetSheetText, targetsText } from '../text.ts';
import type { Route } from './+types/targets.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const { db } = edge.services;
  const { day, asked } = askedOf(edge, args.request);
  const { known: knownOn } = day;
  const thisYear = Number(dayOf(day).slice(0, 4));
  const year = readYear(search) ?? thisYear;
  const indicatorCode = searchParams.get('chi-tieu') || undefined;
  const page = readPage(search);
  const [listed, indicators] = await Promise.all([
    listTargets(db, person, { year, indicatorCode, knownOn, page, size: pageSize }),
    db.selectFrom('indicator').select(['code', 'name']).orderBy('position').execute(),
  ]);
  const mayAssign = knownOn === undefined && holdsRole(person, 'appraiser', 'indicator_owner');
  const view = { path: pathname, query: search };
  return {
    ...listed,
    indicators,
    year,
    indicatorCode,
    page,
    view,
    asked,
    knownOn,
    mayAssign,
    thisYear,
    done: searchParams.has('da-giao'),
  };
}

const shownOn = (knownOn: string | undefined): readonly Column<ListedTarget>[] => [
  {
    key: 'chi-tieu',
    head: targetsText.indicator,
    kind: 'name',
    cell: (row) => (
      <a href={onDay(`/chi-tieu/${row.indicatorCode}`, knownOn)}>{`${row.indicatorCode} ${row.indicatorName}`}</a>
    ),
  },
  { key: 'don-vi', head: targetsText.unit, cell: (row) => row.unitName },
  { key: 'muc', head: targetsText.figure, kind: 'number', cell: (row) => figureWords(row.figure, row.unitOfMeasure) },
  { key: 'van-ban', head: targetsText.basis, cell: (row) => row.basis },
];
const replace: Column<ListedTarget> = {
  key: 'giao-lai',
  head: targetsText.replace,
  cell: (row) => (
    <a href={`/giao-chi-tieu/moi?chi-tieu=${row.indicatorCode}&don-vi=${row.unitCode}&nam=${row.year}`}>
      {targetsText.replace}
      <span className="sr">: {`${row.indicatorName}, ${row.unitName}`}</span>
    </a>
  ),
};

export default function Targets({ loaderData }: Route.ComponentProps) {
  const { rows, total, indicators, year, indicatorCode, page, view, asked, knownOn, mayAssign, thisYear, done } =
    loaderData;
  const shown = shownOn(knownOn);
  const keep = { nam: String(year), ...(indicatorCode && { 'chi-tieu': indicatorCode }) };
  return (
    <Page
      title={targetsText.title}
      lead={targetsText.lead(total, year)}
      action={
        mayAssign && (
          <>
            <LinkButton href={`/giao-chi-tieu/moi?nam=${year}`}>{targetsText.new}</LinkButton>
            <LinkButton href="/giao-chi-tieu/excel" kind="second">
              {targetSheetText.link}
            </LinkButton>
          </>
        )
      }
    >
      <title>{targetsText.title}</title>
      {done && <Notice kind="success">{targetsText.saved}</Notice>}
      <DayNotice asked={asked} path={withQuery(view, { ngay: undefined })} />
      <Filters path={view.path} keep={knownOn ? { ngay: knownOn } : {}} auto>
        <YearField latest={thisYear + 2} count={6} year={year} />
        <Field
          type="select"
          name="chi-tieu"
          label={targetsText.indicator}
          blank={targetsText.every}
          value={indicatorCode}
          options={indicators.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        />
      </Filters>
      <Table
        caption={targetsText.caption}
        captionHidden
        columns={mayAssign ? [...shown, replace] : shown}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        empty={<Empty what={targetsText.emptyWhat} why={targetsText.emptyWhy} />}
      />
      <DayChoice asked={asked} path={view.path} keep={keep} />
    </Page>
  );
}
