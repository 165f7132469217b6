import type { Piece } from '../../../kernel/alike.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Compared } from '../alike.server.ts';
import { findReportPair } from '../alike.server.ts';
import { awardName } from '../refusals.text.ts';
import { reportText as said } from '../report.text.ts';
import { dossiersText } from '../text.ts';
import type { Route } from './+types/compare-reports.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const ids = { id: askedId(args.params.nomineeId), otherId: askedId(args.params.otherId) };
  return (await findReportPair(edge.services.db, person, ids)) ?? pageNotFound();
}

export default function CompareReports({ loaderData: { mine, other, shared } }: Route.ComponentProps) {
  return (
    <Page
      title={said.compareTitle}
      lead={said.share(shared.shareOfMine, shared.shareOfTheirs)}
      trail={[
        { label: dossiersText.title, href: '/khen-thuong/ho-so' },
        { label: mine.name, href: `/khen-thuong/ho-so/${mine.dossierId}/doi-tuong/${mine.nomineeId}` },
      ]}
    >
      <title>{said.compareTitle}</title>
      <p className="muted">{said.legend}</p>
      <div className="pair">
        <Side title={said.mine} one={mine} texts={shared.mine} />
        <Side title={said.theirs} one={other} texts={shared.theirs} />
      </div>
    </Page>
  );
}

type SideProps = {
  readonly title: string;
  readonly one: Compared;
  readonly texts: readonly (readonly Piece[])[];
};

function Side({ title, one, texts }: SideProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p>
        <a href={`/khen-thuong/ho-so/${one.dossierId}/doi-tuong/${one.nomineeId}`}>{one.name}</a>
        <br />
        <small>{[one.unitName, awardName(one.awardCode), String(one.year)].join(' · ')}</small>
      </p>
      {texts.map((pieces, at) => (
        <p key={`${at} ${pieces.length}`} className="as-typed">
          {pieces.map(({ text, isShared }, n) => (isShared ? <mark key={`${n} ${text.length}`}>{text}</mark> : text))}
        </p>
      ))}
    </section>
  );
}
