import { edgeOf } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { awardLevels, awardTypes, holders } from '../award.ts';
import { awardsOn } from '../law/award-list.ts';
import type { AwardRow } from '../law/award-list.ts';
import { ruleBook } from '../law/law-book.server.ts';
import { listVersions, mayProposeProvisions } from '../law/versions.server.ts';
import { bonusText, contentText, HOLDER_TEXT, LEVEL_NAME, TYPE_NAME } from '../law/law.text.ts';
import { awardsText as said } from '../text.ts';
import { queryIn } from './awards-query.ts';
import { Mark } from './Mark.tsx';
import { UnreadLaw } from './UnreadLaw.tsx';
import type { Route } from './+types/awards.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const { db, clock } = services;
  const query = queryIn(args.request, clock());
  const book = await ruleBook(db);
  const waiting = actor.kind === 'person' ? (await listVersions(db, actor, { stage: 'proposed' })).length : 0;
  const rows = awardsOn(book, query);
  return {
    rows,
    query,
    search: new URL(args.request.url).search,
    waiting,
    isInside: actor.kind === 'person',
    mayPropose: await mayProposeProvisions(db, actor),
    unread: rows.find(({ chosen }) => chosen.isUnread)?.chosen,
    ruleSets: book.ruleSets,
  };
}

export default function Awards({ loaderData }: Route.ComponentProps) {
  const { rows, query, search, waiting, isInside, mayPropose, unread, ruleSets } = loaderData;
  return (
    <Page
      title={said.title}
      lead={said.lead(query.on)}
      action={
        <>
          <LinkButton href="/khen-thuong/danh-muc/thu">{said.try}</LinkButton>
          {mayPropose && (
            <LinkButton kind="second" href="/khen-thuong/danh-muc/quy-dinh/moi?loai=award">
              {said.newEntry}
            </LinkButton>
          )}
        </>
      }
    >
      <title>{said.title}</title>
      <UnreadLaw {...unread} />
      <ListFilters query={query} />
      <Table
        caption={said.caption}
        columns={columnsOn(query.on)}
        rows={rows}
        rowKey={({ code }) => code}
        exports={{ csv: `/khen-thuong/danh-muc/tai.csv${search}`, excel: `/khen-thuong/danh-muc/tai.xlsx${search}` }}
      />
      <ul>
        <li>
          <a href="/khen-thuong/danh-muc/quy-dinh-chung">{said.general}</a>
        </li>
        {ruleSets.map(({ code, title }) => (
          <li key={code}>
            {said.ruleSets}: <a href={`/khen-thuong/danh-muc/bo-quy-dinh/${code}`}>{title}</a>
          </li>
        ))}
        {isInside && (
          <li>
            <a href="/khen-thuong/danh-muc/cho-xac-nhan">{said.waitingTitle(waiting)}</a>
          </li>
        )}
      </ul>
    </Page>
  );
}

function ListFilters({ query }: { readonly query: ReturnType<typeof queryIn> }) {
  return (
    <Filters path="/khen-thuong/danh-muc" verb={said.find}>
      <Field type="search" name="q" label={said.words} value={query.words ?? ''} width="medium" />
      <Field
        type="select"
        name="cap"
        label={said.level}
        blank={said.every}
        value={query.level ?? ''}
        options={awardLevels.map((value) => ({ value, label: LEVEL_NAME[value] }))}
      />
      <Field
        type="select"
        name="loai"
        label={said.type}
        blank={said.every}
        value={query.type ?? ''}
        options={awardTypes.map((value) => ({ value, label: TYPE_NAME[value] }))}
      />
      <Field
        type="select"
        name="doi-tuong"
        label={said.holder}
        blank={said.every}
        value={query.holder ?? ''}
        options={holders.map((value) => ({ value, label: HOLDER_TEXT[value] }))}
      />
      <Field type="date" name="nhan" label={said.received} value={query.on} />
    </Filters>
  );
}

const columnsOn = (day: string): readonly Column<AwardRow>[] => [
  {
    key: 'ten',
    head: said.name,
    kind: 'name',
    cell: ({ code, name, type, isGiven }) => (
      <>
        <a href={`/khen-thuong/danh-muc/${code}?nhan=${day}`}>{name}</a>
        <br />
        <small>{TYPE_NAME[type]}</small>
        {!isGiven && (
          <>
            {' '}
            <small>({said.notGivenShort})</small>
          </>
        )}
      </>
    ),
  },
  { key: 'cap', head: said.level, cell: ({ level }) => LEVEL_NAME[level] },
  { key: 'doi-tuong', head: said.holders, cell: (row) => row.holders.map((each) => HOLDER_TEXT[each]).join(', ') },
  {
    key: 'tham-quyen',
    head: said.decider,
    cell: ({ deciders }) => deciders?.content.map(({ what }) => what).join('; ') ?? said.unknown,
  },
  {
    key: 'phieu',
    head: said.vote,
    cell: ({ vote }) => (vote ? contentText(vote) : <span className="muted">{said.unknown}</span>),
  },
  {
    key: 'thuong',
    head: said.bonus,
    cell: (row) => <span className={row.bonus.length > 0 ? undefined : 'muted'}>{bonusText(row)}</span>,
  },
  {
    key: 'tieu-chuan',
    head: said.state,
    cell: ({ chosen: { rule, inForce, isUnread } }) =>
      rule ? (
        <Mark state={rule.state} amendedBy={isUnread ? inForce : undefined} />
      ) : (
        <span className="muted">{said.noRule}</span>
      ),
  },
];
