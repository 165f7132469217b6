import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { dateText } from '../../../ui/moment.ts';
import { comparisonPage, indicatorNames } from '../reading.server.ts';
import { comparisonText as said } from '../text.ts';
import { GainsAndLosses } from './GainsAndLosses.tsx';
import { Lifts } from './Lifts.tsx';
import { OverYears } from './OverYears.tsx';
import type { Route } from './+types/comparison.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const page = (await comparisonPage(db, person, { id: askedId(args.params.cardId), today })) ?? pageNotFound();
  return { ...page, today, indicators: await indicatorNames(db, page.content?.lifts ?? []) };
}

export default function ComparisonOfCard({ loaderData }: Route.ComponentProps) {
  const { card, names, content, today, indicators } = loaderData;
  const title = said.title(names.unitName);
  const trail = [
    { label: said.list, href: '/cham-diem' },
    { label: names.judgementTitle, href: `/cham-diem/${card.judgementId}` },
    { label: said.card, href: `/cham-diem/phieu/${card.id}` },
  ];
  // What is frozen is as of its freeze, which the page of the ranking names.
  const asOf = card.judgementStage === 'frozen' ? undefined : dateText(today);
  const origin = { source: names.judgementTitle, asOf };
  return (
    <Page title={title} lead={names.ofName} trail={trail}>
      <title>{title}</title>
      {content === null ? (
        <Empty what={said.hidden} why={said.hiddenWhy} />
      ) : (
        <>
          {!content.isWithBlock && <Notice kind="info">{said.notYet}</Notice>}
          {content.isWithBlock && card.judgementStage !== 'frozen' && <Notice kind="info">{said.running}</Notice>}
          <GainsAndLosses content={content} origin={origin} />
          <OverYears years={content.years} origin={origin} />
          {content.lifts && <Lifts lifts={content.lifts} indicators={indicators} />}
        </>
      )}
    </Page>
  );
}
