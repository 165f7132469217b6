import { plainDateIn } from '../../../kernel/calendar.ts';
import { unitsHeld } from '../../../kernel/actor.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dutyQuery, groupings, NOBODY } from '../filter.ts';
import { dutyList } from '../list.server.ts';
import { unitsNamedIn } from '../staff.server.ts';
import { dutyText, namingText, urgingText } from '../text.ts';
import { dutyColumns } from './DutyCells.tsx';
import { DutyCounts, DutyFilters, DutyGroups } from './DutyViews.tsx';
import { UrgingTabs } from './UrgingTabs.tsx';
import type { Route } from './+types/duties.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const { db, clock } = edge.services;
  const query = dutyQuery(searchParams);
  const by = groupings.find((each) => each === searchParams.get('theo')) ?? 'don-vi';
  const page = readPage(search);
  const asked = { today: plainDateIn(clock()), query, by, page, size: pageSize };
  const [listed, namable] = await Promise.all([
    dutyList(db, person, asked),
    unitsNamedIn(db, unitsHeld(person, 'head')),
  ]);
  const done = { sent: Number(searchParams.get('da-nhac')), already: Number(searchParams.get('da-co')) };
  const own = unitsHeld(person, 'officer', 'head');
  const isGrouped = searchParams.has('theo');
  return { ...listed, own, query, by, isGrouped, page, done, namable, view: { path: pathname, query: search } };
}

export default function Duties({ loaderData }: Route.ComponentProps) {
  const { rows, total, sums, ownerless, nearDays, page, view, done, mayRemind, mayWrite, namable, own, query } =
    loaderData;
  const title = urgingText.title(sums);
  return (
    <Page title={title} lead={urgingText.lead}>
      <title>{title}</title>
      <UrgingTabs at="/don-doc" />
      {done.sent > 0 && <Notice kind="success">{urgingText.done(done.sent, done.already)}</Notice>}
      {ownerless > 0 && (
        <Notice kind="warning">
          {urgingText.ownerless(ownerless)}{' '}
          <a href={`/don-doc?xem=tat-ca&nguoi=${NOBODY}`}>{urgingText.ownerlessSee}</a>
        </Notice>
      )}
      {query.subject && (
        <Notice kind="info">
          {urgingText.onlyAbout(rows[0]?.about ?? query.subject)}{' '}
          <a href={withQuery(view, { ve: undefined, trang: undefined })}>{urgingText.everyAbout}</a>
        </Notice>
      )}
      <DutyCounts sums={sums} view={view} />
      <DutyFilters data={loaderData} />
      <form id="chon" method="get" action="/don-doc/moi">
        {mayRemind && rows.length > 0 && (
          <Actions>
            <Button>{urgingText.remind}</Button>
            {mayWrite && (
              <Button kind="second" formAction="/don-doc/cong-van/moi">
                {urgingText.compose}
              </Button>
            )}
            <LinkButton
              href={withQuery({ path: '/don-doc/moi', query: view.query }, { loc: '1', trang: undefined })}
              kind="second"
            >
              {urgingText.remindAll(total)}
            </LinkButton>
          </Actions>
        )}
      </form>
      <Table
        caption={urgingText.caption}
        captionHidden
        columns={dutyColumns(own)}
        rows={rows}
        rowKey={({ key }) => key}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: fileAddress(view, 'xlsx'), csv: fileAddress(view, 'csv') }}
        isLate={({ state }) => state === 'late'}
        select={
          mayRemind
            ? { name: 'nv', form: 'chon', label: (duty) => urgingText.chosenRow(dutyText(duty), duty.unit.name) }
            : undefined
        }
        empty={
          <Empty
            what={urgingText.emptyWhat}
            why={urgingText.emptyWhy}
            first={
              <LinkButton href="/don-doc?xem=tat-ca" kind="second">
                {urgingText.emptyFirst}
              </LinkButton>
            }
          />
        }
      />
      <p className="muted">{urgingText.near(nearDays)}</p>
      <DutyGroups data={loaderData} />
      {namable.map(({ code, name }) => (
        <p key={code}>
          <a href={`/don-doc/phan-cong?don-vi=${code}`}>{namingText.title(name)}</a>
        </p>
      ))}
    </Page>
  );
}

function fileAddress({ query }: { readonly query: string }, kind: string): string {
  return withQuery({ path: '/don-doc/tai', query }, { dang: kind, trang: undefined });
}
