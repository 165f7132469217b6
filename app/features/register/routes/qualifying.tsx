import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { FairnessShares } from '../FairnessShares.tsx';
import { lawIsUnread } from '../law-unread.server.ts';
import { sharesOf } from '../fairness.server.ts';
import { qualifyingQueryIn } from '../qualifying-query.server.ts';
import type { Qualifying } from '../qualifying.server.ts';
import { countCandidates, findQualifying } from '../qualifying.server.ts';
import { readableUnits } from '../choices.server.ts';
import { awardOptions, awardName } from '../../awards/text.ts';
import { sought } from '../sought.ts';
import { standingLook } from '../standing-look.ts';
import { firstText, qualifyingText as said, standardsText, standingText } from '../standards.text.ts';
import { registerText } from '../text.ts';
import { RegisterTabs } from './RegisterTabs.tsx';
import type { Route } from './+types/qualifying.ts';

/** More are evaluated for the file only: a page should not take seconds. */
const most = 5_000;
const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const asked = await qualifyingQueryIn(db, url, clock());
  const [many, units] = await Promise.all([countCandidates(db, person, asked), readableUnits(db, person)]);
  const all = many > most ? [] : await findQualifying(db, person, asked);
  const page = readPage(url.search);
  return {
    asked,
    many,
    units,
    page,
    total: all.length,
    lacking: all.some(({ standing }) => standing === 'lacks_facts'),
    rows: all.slice((page - 1) * pageSize, page * pageSize),
    shares: await sharesOf(
      db,
      all.map(({ id }) => id),
    ),
    unitCode: url.searchParams.get('don-vi') ?? '',
    view: { path: url.pathname, query: url.search },
    isUnread: await lawIsUnread(db, asked),
  };
}

export default function QualifyingPage({ loaderData }: Route.ComponentProps) {
  const { asked, many, total, lacking, rows, page, view, shares, isUnread } = loaderData;
  const isTooMany = many > most;
  const file = withQuery({ ...view, path: '/khen-thuong/so/chua-de-nghi/tai.xlsx' }, { trang: undefined });
  return (
    <Page
      title={isTooMany ? said.title : lacking ? said.headingWithLacking(total) : said.heading(total)}
      lead={said.lead}
    >
      <title>{said.title}</title>
      <RegisterTabs at="chua-de-nghi" />
      {isUnread && <Notice kind="info">{standardsText.lawUnread}</Notice>}
      <Asked {...loaderData} />
      {isTooMany ? (
        <Notice kind="info">
          {said.tooMany(many)} <a href={file}>{said.download}</a>
        </Notice>
      ) : (
        <Table
          caption={said.caption(awardName(asked.awardCode), asked.year)}
          columns={columnsFor(asked)}
          rows={rows}
          rowKey={({ id }) => id}
          view={view}
          paging={{ page, size: pageSize, total }}
          exports={{ excel: file }}
          empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
        />
      )}
      {total > 0 && <FairnessShares shares={shares} />}
    </Page>
  );
}

function columnsFor({
  year,
  awardCode,
}: {
  readonly year: number;
  readonly awardCode: string;
}): readonly Column<Qualifying>[] {
  return [
    {
      key: 'ten',
      head: said.name,
      kind: 'name',
      cell: ({ id, name }) => (
        <a href={`/khen-thuong/so/${id}/tieu-chuan?nam=${year}&danh-hieu=${awardCode}#dieu-kien`}>{name}</a>
      ),
    },
    { key: 'chuc-vu', head: said.position, cell: ({ positionTitle }) => positionTitle },
    { key: 'don-vi', head: said.unit, cell: ({ unitName }) => unitName },
    { key: 'uu-tien', head: said.first, cell: (row) => <First row={row} year={year} /> },
    {
      key: 'doi-chieu',
      head: standardsText.standing,
      cell: ({ standing }) => <Status status={standingLook[standing]} word={standingText[standing]} />,
    },
    { key: 'con', head: standardsText.open, cell: ({ open }) => standardsText.openText(open) },
  ];
}

/** Why somebody is looked at first; that they lead a block opens why. */
function First({ row, year }: { readonly row: Qualifying; readonly year: number }) {
  const others = firstText(row);
  return (
    <>
      {row.leads && <a href={`/cham-diem/dan-dau?nam=${year}`}>{said.leads}</a>}
      {row.leads && others !== '' && ', '}
      {others}
    </>
  );
}

function Asked({ asked, units, unitCode, view }: Route.ComponentProps['loaderData']) {
  const thisYear = Number(asked.received.slice(0, 4));
  const years = Array.from({ length: 6 }, (_, at) => String(thisYear - at));
  return (
    <Filters path={view.path} verb={standardsText.show} auto>
      <Field
        type="select"
        name="danh-hieu"
        label={standardsText.award}
        blank={null}
        value={asked.awardCode}
        options={awardOptions(sought())}
      />
      <Field
        type="select"
        name="nam"
        label={standardsText.year}
        blank={null}
        value={String(asked.year)}
        options={years.map((value) => ({ value, label: value }))}
      />
      <Field
        type="select"
        name="don-vi"
        label={registerText.unit}
        blank={said.every}
        value={unitCode}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Field
        type="select"
        name="muc"
        label={said.scope}
        blank={said.usual}
        value={asked.atLeast === 'lacks_facts' ? 'ca-thieu' : ''}
        options={[{ value: 'ca-thieu', label: said.withLacking }]}
      />
    </Filters>
  );
}
