import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Page } from '../../../ui/Page.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { FoundPair } from '../looking-through.server.ts';
import { looksOf, pairsOf } from '../looking-through.server.ts';
import { judgementLine, judgingText, lookText as said } from '../looking.text.ts';
import { dossiersText } from '../text.ts';
import type { Route } from './+types/look.ts';

/** A person's own; of anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const [look] = await looksOf(db, person, askedId(args.params.lookId));
  if (!look) return pageNotFound();
  return { look, pairs: look.state === 'done' ? await pairsOf(db, person, look.id) : [] };
}

export default function Look({ loaderData: { look, pairs } }: Route.ComponentProps) {
  const own = `/khen-thuong/ho-so/giong-nhau/${look.id}`;
  const isDone = look.state === 'done';
  const title = isDone ? said.resultTitle(pairs.length) : said.title;
  return (
    <Page
      title={title}
      lead={said.resultLead(look.dossiers, look.total, look.askedAt)}
      trail={[
        { label: dossiersText.title, href: '/khen-thuong/ho-so' },
        { label: said.title, href: '/khen-thuong/ho-so/giong-nhau' },
      ]}
    >
      <title>{title}</title>
      {isDone ? (
        <Pairs pairs={pairs} />
      ) : (
        <Progress
          title={said.progress}
          done={look.done}
          total={look.total}
          state={look.state === 'queued' ? 'waiting' : 'running'}
          poll={own}
        />
      )}
    </Page>
  );
}

function Pairs({ pairs }: { readonly pairs: readonly FoundPair[] }) {
  if (pairs.length === 0) return <p className="muted">{said.none}</p>;
  return (
    <Table
      caption={said.found}
      captionHidden
      rows={pairs}
      rowKey={({ mineId, otherId }) => `${mineId} ${otherId}`}
      columns={[
        {
          key: 'cua',
          head: said.mine,
          kind: 'name',
          cell: ({ mineName, mineUnit, dossierCode, dossierId, mineId }) => (
            <>
              <a href={`/khen-thuong/ho-so/${dossierId}/doi-tuong/${mineId}`}>{mineName}</a>
              <small>{` ${mineUnit}, ${dossierCode}`}</small>
            </>
          ),
        },
        {
          key: 'khac',
          head: said.other,
          cell: ({ otherName, otherUnit, otherCode }) => (
            <>
              {otherName}
              <small>{` ${otherUnit}, ${otherCode}`}</small>
            </>
          ),
        },
        { key: 'phan', head: said.share, kind: 'number', cell: ({ share }) => said.shareOf(share) },
        {
          key: 'ket-luan',
          head: said.judgement,
          cell: ({ judgement }) => (judgement ? judgementLine(judgement) : judgingText.notJudged),
        },
        {
          key: 'xem',
          head: said.compare,
          cell: ({ dossierId, mineId, otherId, mineName, otherName }) => (
            <a
              href={`/khen-thuong/ho-so/${dossierId}/doi-tuong/${mineId}/so-sanh/${otherId}`}
              aria-label={said.compareOf(mineName, otherName)}
            >
              {said.compare}
            </a>
          ),
        },
      ]}
    />
  );
}
