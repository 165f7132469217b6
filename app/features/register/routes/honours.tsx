import { holdsRole } from '../../../kernel/actor.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { holders as kinds } from '../../awards/award.ts';
import { readableUnits, unitChoices } from '../choices.server.ts';
import type { ListedHonour } from '../honours-list.server.ts';
import { listHonours } from '../honours-list.server.ts';
import { correctionText } from '../correction.text.ts';
import { importText } from '../import.text.ts';
import { honoursQueryIn } from '../list-query.server.ts';
import { registerRights } from '../rights.ts';
import { replayText } from '../standards.text.ts';
import { awardOptions, awardNameOn } from '../../awards/text.ts';
import { holderKindText, honoursText as said, registerText } from '../text.ts';
import { RegisterTabs } from './RegisterTabs.tsx';
import type { Route } from './+types/honours.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const url = new URL(args.request.url);
  const page = readPage(url.search);
  const query = await honoursQueryIn(db, url);
  const [found, units, written] = await Promise.all([
    listHonours(db, person, { ...query, page, size: pageSize }),
    readableUnits(db, person),
    unitChoices(db, person),
  ]);
  const view = { path: url.pathname, query: url.search };
  return {
    ...found,
    page,
    units,
    mayWrite: written.length > 0,
    mayBring: holdsRole(person, 'appraiser'),
    mayReplay: holdsRole(person, ...registerRights['honour.replay'].by),
    asked: Object.fromEntries(url.searchParams),
    view,
  };
}

const columns: readonly Column<ListedHonour>[] = [
  {
    key: 'doi-tuong',
    head: said.holder,
    kind: 'name',
    cell: (row) => <a href={`/khen-thuong/so/${row.holderId}`}>{row.holderName}</a>,
  },
  { key: 'loai', head: registerText.kind, cell: (row) => holderKindText[row.holderKind] },
  { key: 'don-vi', head: registerText.unit, cell: (row) => row.unitName },
  { key: 'danh-hieu', head: registerText.award, cell: (row) => awardNameOn(row.awardCode, row.decidedOn) },
  { key: 'nam', head: registerText.year, kind: 'number', cell: (row) => row.year },
  {
    key: 'quyet-dinh',
    head: registerText.decision,
    cell: (row) => (
      <>
        {registerText.decisionOf(row.decisionNumber, row.decidedOn)}
        {row.revokedOn !== null && <p className="wrong">{said.revokedAs(row.revokedOn, row.revokedBy ?? '')}</p>}
        {row.struckReason !== null && <p className="wrong">{correctionText.struckAs(row.struckReason)}</p>}
      </>
    ),
  },
  { key: 'nguoi-ky', head: registerText.decidedBy, cell: (row) => row.decidedBy },
];

export default function Honours({ loaderData }: Route.ComponentProps) {
  const { rows, total, isMore, page, view, asked, mayWrite, mayBring, mayReplay } = loaderData;
  const file = (ending: string) =>
    withQuery({ ...view, path: `/khen-thuong/so/da-khen/tai.${ending}` }, { trang: undefined });
  return (
    <Page
      title={asked['dong'] === 'gach-bo' ? said.headingStruck(total, isMore) : said.heading(total, isMore)}
      lead={said.lead}
      action={mayWrite && <LinkButton href="/khen-thuong/so/da-khen/moi">{registerText.enterHonour}</LinkButton>}
    >
      <title>{said.title}</title>
      <RegisterTabs at="da-khen" />
      {mayBring && (
        <p>
          <a href="/khen-thuong/so/da-khen/excel">{importText.title}</a>
        </p>
      )}
      {mayReplay && (
        <p>
          <a href="/khen-thuong/so/doi-chieu">{replayText.link}</a>
        </p>
      )}
      <Narrow {...loaderData} />
      <Table
        caption={said.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
    </Page>
  );
}

function Narrow({ view, asked, units }: Pick<Route.ComponentProps['loaderData'], 'view' | 'asked' | 'units'>) {
  const choice = (
    name: string,
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <Field type="select" name={name} label={label} blank={registerText.every} value={asked[name]} options={options} />
  );
  return (
    <Filters path={view.path} auto>
      <Field type="search" name="q" label={registerText.words} value={asked['q']} width="medium" />
      {choice(
        'loai',
        registerText.kind,
        kinds.map((value) => ({ value, label: holderKindText[value] })),
      )}
      {choice(
        'don-vi',
        registerText.unit,
        units.map(({ code, name }) => ({ value: code, label: name })),
      )}
      {choice('danh-hieu', registerText.award, awardOptions())}
      <Field name="nam" label={registerText.year} value={asked['nam']} width="short" />
      <Field name="so" label={said.number} value={asked['so']} width="short" />
      <Field
        type="select"
        name="dong"
        label={said.lines}
        blank={said.standing}
        value={asked['dong']}
        options={[{ value: 'gach-bo', label: correctionText.struck }]}
      />
    </Filters>
  );
}
