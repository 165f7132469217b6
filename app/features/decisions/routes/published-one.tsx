import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dateText } from '../../../ui/moment.ts';
import { getAward } from '../../awards/award.ts';
import { annexesText } from '../annexes.text.ts';
import type { PublishedName } from '../public.server.ts';
import { attachedTo, findPublished, namesIn } from '../public.server.ts';
import { decisionsText as said } from '../text.ts';
import type { Route } from './+types/published-one.ts';

export async function loader(args: Route.LoaderArgs) {
  const { db } = edgeOf(args).services;
  const decision = (await findPublished(db, askedId(args.params.decisionId))) ?? pageNotFound();
  return { decision, names: await namesIn(db, decision.id), attached: await attachedTo(db, decision.id) };
}

const columns: readonly Column<PublishedName>[] = [
  {
    key: 'ten',
    head: said.name,
    kind: 'name',
    cell: ({ name, posthumous }) => (posthumous ? `${name} (${said.posthumousShort})` : name),
  },
  { key: 'don-vi', head: said.unit, cell: ({ unitName }) => unitName },
  { key: 'danh-hieu', head: said.award, cell: ({ awardCode }) => getAward(awardCode).name },
  {
    key: 'ghi-chu',
    head: said.note,
    cell: ({ revokedOn, revokedBy }) => (revokedOn === null ? '' : said.revoked(revokedOn, revokedBy)),
  },
];

export default function PublishedOne({ loaderData }: Route.ComponentProps) {
  const { decision, names, attached } = loaderData;
  return (
    <Page
      title={decision.about}
      lead={`${said.number} ${decision.number} · ${dateText(decision.decidedOn)} · ${decision.issuer}`}
      trail={[{ label: said.published, href: '/khen-thuong/quyet-dinh/cong-bo' }]}
      action={<LinkButton href={`/khen-thuong/quyet-dinh/cong-bo/${decision.id}/tai`}>{said.download}</LinkButton>}
    >
      <title>{decision.about}</title>
      <Table
        caption={said.list}
        captionHidden
        columns={columns}
        rows={names}
        rowKey={({ name, unitName, awardCode }) => `${name} ${unitName} ${awardCode}`}
      />
      {attached.length > 0 && (
        <section>
          <h2>{annexesText.publishedTitle}</h2>
          <ul className="links">
            {attached.map(({ id, name }) => (
              <li key={id}>
                <a href={`/khen-thuong/quyet-dinh/cong-bo/${decision.id}/tai?tep=${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
