import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { recountText } from '../ballot.text.ts';
import { findSession } from '../case.server.ts';
import { publishedOf } from '../published.server.ts';
import type { PublishedPoll } from '../recount.ts';
import { councilText as said } from '../text.ts';
import type { Route } from './+types/recount.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const session = (await findSession(db, person, askedId(args.params.sessionId))) ?? pageNotFound();
  const { polls } = await publishedOf(db, person, session);
  return {
    session,
    polls: polls.map(({ ballots, votes, publicKey: _key, ...poll }) => ({
      ...poll,
      cast: ballots.length + votes.length,
    })),
  };
}

type Row = Omit<PublishedPoll, 'ballots' | 'votes' | 'publicKey'> & { readonly cast: number };

const columns: readonly Column<Row>[] = [
  { key: 'muc', head: said.item, kind: 'name', cell: ({ title }) => title },
  { key: 'cach', head: said.voteManner, cell: ({ isSecret }) => (isSecret ? said.secret : said.byName) },
  { key: 'phat', head: said.issued, kind: 'number', cell: ({ issued }) => issued },
  { key: 'giay', head: said.papersIncluded, kind: 'number', cell: ({ papers = 0 }) => papers },
  { key: 'thu', head: said.cast, kind: 'number', cell: ({ cast }) => cast },
  { key: 'ket-qua', head: said.result, cell: ({ counts }) => said.counts(counts.for, counts.against, counts.blank) },
  { key: 'bam', head: said.digest, cell: ({ digest }) => <code className="digest">{digest}</code> },
];

export default function Recount({ loaderData }: Route.ComponentProps) {
  const { session, polls } = loaderData;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  return (
    <Page title={said.recount} lead={said.recountLead} trail={[{ label: session.title, href: here }]}>
      <title>{said.recount}</title>
      <div id="kiem-lai" data-file={`${here}/danh-sach-phieu.json`} role="status">
        <noscript>
          <Notice kind="info">{recountText.withoutScript}</Notice>
        </noscript>
      </div>
      <p>
        <a href={`${here}/danh-sach-phieu.json`}>{said.recountFile}</a>
      </p>
      <p>{said.recountHow}</p>
      <Table caption={said.agenda} captionHidden columns={columns} rows={polls} rowKey={({ pollId }) => pollId} />
      <script type="module" src="/recount.js" />
    </Page>
  );
}
