import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import { rankingPage } from '../page.server.ts';
import { rankingText, stageLead } from '../text.ts';
import { figureOf, sinceText as said } from '../trying.text.ts';
import type { SinceRow } from '../trying/since.server.ts';
import { changedSince } from '../trying/since.server.ts';
import { BesideTable } from './BesideTable.tsx';
import { nameIn } from './name-in.ts';
import { trailOf } from './trail.ts';
import { whyText } from '../why.text.ts';
import type { Route } from './+types/since.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const page = await rankingPage(db, person, { id: askedId(args.params.judgementId), today });
  if (!page?.ranking || page.judgement.stage !== 'frozen') return pageNotFound();
  const { judgement, ofName, ranking } = page;
  return { judgement, ofName, units: ranking.rows, rows: await changedSince(db, judgement, today) };
}

export default function Since({ loaderData: { judgement, ofName, units, rows } }: Route.ComponentProps) {
  return (
    <Page title={said.title} lead={said.lead} trail={trailOf(judgement, rankingText.heading(ofName, judgement.year))}>
      <title>{said.title}</title>
      <p>{stageLead.frozen}</p>
      <BesideTable
        caption={said.caption}
        rows={rows}
        nameOf={nameIn(units)}
        last={{ head: said.figures, cell: (row) => <Figures row={row} /> }}
        empty={<Empty what={said.none} why={said.noneWhy} />}
      />
    </Page>
  );
}

const { hidden } = whyText;

function Figures({ row: { figures } }: { readonly row: SinceRow }) {
  if (figures.length === 0) return said.sameFigures;
  return figures.map(({ key, before, after, counts, countsNoMore }) => (
    <div key={key}>
      <div>{said.figure(figureOf(before), figureOf(after))}</div>
      {counts.length > 0 && <small>{said.counts(counts.map(({ label }) => label ?? hidden))}. </small>}
      {countsNoMore.length > 0 && (
        <small>{said.countsNoMore(countsNoMore.map(({ label }) => label ?? hidden))}. </small>
      )}
      {counts.length + countsNoMore.length === 0 && <small>{said.sameCount}.</small>}
    </div>
  ));
}
