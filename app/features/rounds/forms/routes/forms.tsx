import { edgeOf, personAt } from '../../../../platform/http.server.ts';
import { LinkButton } from '../../../../ui/Button.tsx';
import { Empty } from '../../../../ui/Empty.tsx';
import { Page } from '../../../../ui/Page.tsx';
import { Stage } from '../../../../ui/Status.tsx';
import type { Column } from '../../../../ui/Table.tsx';
import { Table } from '../../../../ui/Table.tsx';
import { roundsText } from '../../text.ts';
import type { ListedForm } from '../forms.server.ts';
import { listForms, mayMakeForms } from '../forms.server.ts';
import { formLook } from '../stage-look.ts';
import { formStageText, formsText } from '../text.ts';
import type { Route } from './+types/forms.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const [forms, may] = await Promise.all([listForms(db, person), mayMakeForms(db, person)]);
  return { forms, may };
}

const columns: readonly Column<ListedForm>[] = [
  {
    key: 'ten',
    head: formsText.name,
    kind: 'name',
    cell: ({ id, name, isDefault }) => (
      <>
        <a href={`/mau-bao-cao/${id}`}>{name}</a>
        {isDefault && <small> {formsText.isDefault}</small>}
      </>
    ),
  },
  { key: 'ban', head: formsText.edition, kind: 'number', cell: ({ edition }) => edition },
  {
    key: 'buoc',
    head: formsText.stage,
    cell: ({ stage }) => <Stage stage={formLook[stage]} word={formStageText[stage]} />,
  },
  { key: 'muc', head: formsText.sections, kind: 'number', cell: ({ sections }) => sections },
  { key: 'ky', head: formsText.rounds, kind: 'number', cell: ({ rounds }) => rounds },
];

export default function Forms({ loaderData }: Route.ComponentProps) {
  const { forms, may } = loaderData;
  const make = may && <LinkButton href="/mau-bao-cao/moi">{formsText.new}</LinkButton>;
  return (
    <Page
      title={formsText.title}
      lead={formsText.lead}
      trail={[{ label: roundsText.title, href: '/ky-bao-cao' }]}
      action={make}
    >
      <title>{formsText.title}</title>
      <Table
        caption={formsText.caption}
        captionHidden
        columns={columns}
        rows={forms}
        rowKey={({ id }) => id}
        empty={<Empty what={formsText.emptyWhat} why={formsText.emptyWhy} />}
      />
    </Page>
  );
}
