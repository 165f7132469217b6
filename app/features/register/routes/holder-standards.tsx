import { awardName } from '../../awards/text.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { readYear } from '../../../ui/address.ts';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Conditions } from '../../awards/routes/Conditions.tsx';
import { findHolder } from '../one.server.ts';
import type { HolderStandards } from '../standards.server.ts';
import { standardsOf } from '../standards.server.ts';
import { standingLook } from '../standing-look.ts';
import { standardsText as said, standingText } from '../standards.text.ts';
import { holderKindText, registerText } from '../text.ts';
import type { Route } from './+types/holder-standards.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const one = (await findHolder(db, person, askedId(args.params.holderId))) ?? pageNotFound();
  const url = new URL(args.request.url);
  const received = plainDateIn(clock());
  const thisYear = Number(received.slice(0, 4));
  const year = readYear(url.searchParams) ?? thisYear;
  const awardCode = url.searchParams.get('danh-hieu');
  const standards = await standardsOf(db, { holder: one.holder, year, received, awardCode });
  return { holder: one.holder, ...standards, year, thisYear };
}

type Row = HolderStandards['awards'][number];

export default function HolderStandardsPage({ loaderData }: Route.ComponentProps) {
  const { holder, awards, shown, year, thisYear, isUnread } = loaderData;
  const path = `/khen-thuong/so/${holder.id}/tieu-chuan`;
  const columns: readonly Column<Row>[] = [
    {
      key: 'danh-hieu',
      head: said.award,
      kind: 'name',
      cell: ({ code }) => <a href={`${path}?nam=${year}&danh-hieu=${code}#dieu-kien`}>{awardName(code)}</a>,
    },
    {
      key: 'doi-chieu',
      head: said.standing,
      cell: ({ standing }) => <Status status={standingLook[standing]} word={standingText[standing]} />,
    },
    { key: 'con', head: said.open, cell: ({ open }) => said.openText(open) },
  ];
  const years = Array.from({ length: 6 }, (_, at) => String(thisYear - at));
  return (
    <Page
      title={said.heading(year)}
      lead={`${holder.name}, ${holderKindText[holder.kind].toLowerCase()}, ${holder.unitName}. ${said.lead}`}
      trail={[
        { label: registerText.title, href: '/khen-thuong/so' },
        { label: holder.name, href: `/khen-thuong/so/${holder.id}` },
      ]}
    >
      <title>{`${said.title}: ${holder.name}`}</title>
      {isUnread && <Notice kind="info">{said.lawUnread}</Notice>}
      <Filters path={path} verb={said.show} auto>
        <Field
          type="select"
          name="nam"
          label={said.year}
          blank={null}
          value={String(year)}
          options={years.map((value) => ({ value, label: value }))}
        />
      </Filters>
      <Table caption={said.title} captionHidden columns={columns} rows={awards} rowKey={({ code }) => code} />
      {shown && (
        <section id="dieu-kien">
          <h2>{shown.awardName}</h2>
          <Conditions explained={shown} />
        </section>
      )}
    </Page>
  );
}
