import { edgeOf } from '../../../platform/http.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import { knownOf } from '../../../ui/day.ts';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { SchemeTiles } from '../parts/SchemeTiles.tsx';
import { listSchemes } from '../schemes.server.ts';
import { schemeText } from '../schemes/text.ts';
import { dayText } from '../text.ts';
import { provinceLines } from '../view.server.ts';
import type { Route } from './+types/schemes.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { db } = edge.services;
  const { day, asked } = askedOf(edge, args.request);
  const lines = await provinceLines(db, day);
  const schemes = await listSchemes(db, day);
  return { lines, schemes, asked, today: day.today };
}

export default function Schemes({ loaderData }: Route.ComponentProps) {
  const { lines, schemes, asked, today } = loaderData;
  const linked = schemes.filter((scheme) => scheme.indicators.length > 0).length;
  const open = schemes.filter((scheme) => !scheme.isSecret).length;
  const title = schemeText.listTitle(schemes.length, linked, open);
  return (
    <Page title={title} lead={`${dayText(asked, today)}. ${schemeText.listLead}`}>
      <title>{title}</title>
      <DayNotice asked={asked} path="/de-an" />
      {schemes.length === 0 ? (
        <Empty what={schemeText.emptyWhat} why={schemeText.emptyWhy} />
      ) : (
        <SchemeTiles schemes={schemes} lines={lines} known={knownOf(asked)} />
      )}
      <DayChoice asked={asked} path="/de-an" />
    </Page>
  );
}
