import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import type { Fact } from '../../../ui/Facts.tsx';
import { Facts, Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dateText } from '../../../ui/moment.ts';
import { ruleText } from '../../criteria/rule.text.ts';
import { askedOf } from '../../organisation/day-asked.server.ts';
import type { Behind } from '../../scoring/measured.ts';
import { scoredText } from '../../scoring/text.ts';
import { measuredOf } from '../../scoring/kept-measure.ts';
import type { WhyPage } from '../why.server.ts';
import { whyPage } from '../why.server.ts';
import { besideText, countsText, moreText, shortFigure, whyText as said, workedOut } from '../why.text.ts';
import type { Route } from './+types/why.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { code } = args.params;
  const { day, asked } = askedOf(edge, args.request);
  const page = await whyPage(edge.services.db, person, { cardId: askedId(args.params.cardId), code, ...day });
  return { ...(page ?? pageNotFound()), asked, path: new URL(args.request.url).pathname };
}

const columns: readonly Column<Behind & { readonly at: number }>[] = [
  {
    key: 'noi-dung',
    head: said.what,
    kind: 'name',
    cell: ({ label, href, former }) => {
      const text = label ?? said.hidden;
      return (
        <>
          {href === null ? text : <a href={href}>{text}</a>}
          {former && <small> {said.former(former.name, former.until)}</small>}
        </>
      );
    },
  },
  { key: 'tinh-trang', head: said.how, cell: ({ way }) => said.wayOf(way) },
  { key: 'tinh', head: said.counts, cell: countsText },
  { key: 'thuc-hien', head: said.value, kind: 'number', cell: ({ figure }) => besideText(figure) },
  { key: 'muc-tieu', head: said.goal, kind: 'number', cell: ({ goal }) => besideText(goal) },
  { key: 'biet', head: said.knownAt, cell: ({ knownAt }) => besideText(knownAt) },
];

export default function WhyPoints({ loaderData: page }: Route.ComponentProps) {
  const { card, names, one, behind, frozen, asked, path } = page;
  const title = said.title(one.code, names.unitName);
  const trail = [
    { label: said.list, href: '/cham-diem' },
    { label: names.judgementTitle, href: `/cham-diem/${card.judgementId}` },
    { label: said.card, href: `/cham-diem/phieu/${card.id}` },
  ];
  const { name } = one.rule.measure;
  return (
    <Page title={title} lead={one.title} trail={trail}>
      <title>{title}</title>
      {frozen ? <Notice kind="info">{said.frozen(frozen.at)}</Notice> : <DayNotice asked={asked} path={path} />}
      <Facts facts={factsOf(page)} />
      <Steps page={page} />
      {frozen?.now && (
        <Notice kind="warning" title={said.since}>
          {said.sinceWhat(shortFigure(name, frozen.now.measured), frozen.now.computed)}
        </Notice>
      )}
      <h2>{said.rule}</h2>
      <Rules page={page} />
      <h2>{said.listTitle}</h2>
      <Table
        caption={said.listTitle}
        captionHidden
        columns={columns}
        rows={behind.map((each, at) => ({ ...each, at }))}
        rowKey={({ at }) => String(at)}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
      {!frozen && <DayChoice asked={asked} path={path} />}
    </Page>
  );
}

function factsOf({ one, points, standing }: WhyPage): readonly Fact[] {
  const { name } = one.rule.measure;
  const stands = { label: said.points, value: scoredText(standing.scored) };
  switch (points.measured.state) {
    case 'known':
      return [
        { ...stands, unit: said.ofMax(one.max) },
        { label: said.figure, value: shortFigure(name, points.measured) },
      ];
    case 'missing':
      return [{ ...stands, unit: said.ofMax(one.max), note: shortFigure(name, points.measured) }];
    case 'not_applicable':
      return [stands];
  }
}

function Steps({ page: { one, points, standing, frozen } }: { readonly page: WhyPage }) {
  const measured = measuredOf(points.measured);
  const word = said.byWord(standing);
  switch (measured.state) {
    case 'known': {
      const more = moreText(one.rule, one.max, measured.quantity);
      return (
        <>
          <h2>{said.steps}</h2>
          <ol>
            {workedOut(one.rule, one.max, measured.quantity).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          {more && !frozen && (
            <p>
              <b>{said.more}</b>: {more}
            </p>
          )}
        </>
      );
    }
    case 'missing':
      return (
        <>
          <h2>{said.missingTitle}</h2>
          <p>{said.missingWhy(measured.why)}</p>
          <p>{said.appraiser(points.least)}</p>
          {word && <p>{word}</p>}
        </>
      );
    case 'not_applicable':
      return (
        <>
          <h2>{said.notTitle}</h2>
          <p>{said.notWhy(measured.why)}</p>
          <p>{said.notMeans}</p>
        </>
      );
  }
}

function Rules({ page: { set, one, indicatorName, asOf } }: { readonly page: WhyPage }) {
  const edition = said.edition({ ...set, number: set.documentNumber, date: set.documentDate });
  return (
    <>
      <p>{ruleText(one.rule, one.max, indicatorName ?? undefined)}</p>
      <Pairs
        pairs={[
          { label: said.editionLabel, value: <a href={`/tieu-chi/${set.id}`}>{edition}</a> },
          { label: said.asOf, value: dateText(asOf) },
        ]}
      />
      {set.isProposal && <p className="muted">{said.proposal}</p>}
    </>
  );
}
