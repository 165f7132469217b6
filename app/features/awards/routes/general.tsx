import { edgeOf } from '../../../platform/http.server.ts';
import { Page } from '../../../ui/Page.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Table } from '../../../ui/Table.tsx';
import { ruleBook } from '../law/law-book.server.ts';
import { amendedBy } from '../law/law-book.ts';
import { aboutText, awardNameText, citedText, contentText } from '../law/law.text.ts';
import { isInForce } from '../law/provision.ts';
import type { ProvisionKind } from '../law/provision.ts';
import { listVersions, mayProposeProvisions } from '../law/versions.server.ts';
import { awardsText as said } from '../text.ts';
import { dayAsked } from './asked-day.ts';
import { Mark } from './Mark.tsx';
import { Versions } from './Versions.tsx';
import type { Route } from './+types/general.ts';

const kinds: readonly ProvisionKind[] = ['base_salary', 'rounding', 'rounding_order', 'payment', 'clock'];

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const { db, clock } = services;
  const on = dayAsked(args.request, clock());
  const book = await ruleBook(db);
  const facts = book.provisions
    .filter((one) => kinds.includes(one.kind) && isInForce(one, on))
    .map((one) => ({ ...one, amendedBy: amendedBy(book, one.source, on) }));
  const [versions, mayPropose] = await Promise.all([
    listVersions(db, actor, { kinds }),
    mayProposeProvisions(db, actor),
  ]);
  return { facts, versions, on, mayPropose };
}

export default function General({ loaderData }: Route.ComponentProps) {
  const { facts, versions, on, mayPropose } = loaderData;
  return (
    <Page
      title={said.generalTitle}
      lead={said.generalLead(on)}
      trail={[{ label: said.title, href: '/khen-thuong/danh-muc' }]}
    >
      <title>{said.generalTitle}</title>
      <Filters path="/khen-thuong/danh-muc/quy-dinh-chung" verb={said.find}>
        <Field type="date" name="nhan" label={said.received} value={on} />
      </Filters>
      <Table
        caption={said.generalTitle}
        captionHidden
        rows={facts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'gi',
            head: said.what,
            kind: 'name',
            cell: (one) => <a href={`/khen-thuong/danh-muc/quy-dinh/${one.id}`}>{aboutText(one)}</a>,
          },
          { key: 'ai', head: said.name, cell: ({ award }) => awardNameText(award) },
          { key: 'quy-dinh', head: said.lays, cell: contentText },
          { key: 'can-cu', head: said.where, cell: citedText },
          { key: 'xac-minh', head: said.mark, cell: Mark },
        ]}
      />
      {mayPropose && (
        <p>
          <a href="/khen-thuong/danh-muc/quy-dinh/moi">{said.propose}</a>
        </p>
      )}
      <h2>{said.versions}</h2>
      <Versions versions={versions} />
    </Page>
  );
}
