import { awardNameOn } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { holdsRole } from '../../../kernel/actor.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import type { FieldError } from '../../../ui/ErrorSummary.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { FairnessShares } from '../../register/FairnessShares.tsx';
import { honoursAt } from '../asked-list.server.ts';
import { sharesOfHonours } from '../fairness.server.ts';
import { fieldRights, sayField } from '../field.server.ts';
import { honourFields } from '../field.ts';
import { names } from '../filter.ts';
import type { ListedHonour } from '../list.server.ts';
import { dimensionText, fieldProblems, filterWords, holderText, honourFieldText, keyText } from '../text.ts';
import { kindText, statisticsText as said } from '../text.ts';
import { FilterForm } from './FilterForm.tsx';
import type { Route } from './+types/honours.ts';

const size = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const page = readPage(url.search);
  const listed = await honoursAt(db, person, { url, now: clock(), page, size });
  const shares = await sharesOfHonours(db, person, listed.filter);
  const maySay = holdsRole(person, ...fieldRights.say_field.by);
  const view = { path: url.pathname, query: url.search };
  return { ...listed, shares, page, view, maySay, done: url.searchParams.get('da') };
}

/** The field of the chosen rows, said at once. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const chosen = many('chon').map(askedId);
  const typed = fields['linh-vuc-ghi'] ?? '';
  const result = await act(edge, (context) => sayField(context, { honourIds: chosen, field: typed }));
  const { pathname, search } = new URL(args.request.url);
  if (result.ok) return redirect(withQuery({ path: pathname, query: search }, { da: 'linh-vuc' }));
  return data({ chosen, typed, problems: fieldProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

const columns: readonly Column<ListedHonour>[] = [
  { key: 'ten', head: said.holder, kind: 'name', cell: (row) => row.holderName },
  { key: 'doi-tuong', head: dimensionText.holder, cell: (row) => holderText[row.holderKind] },
  { key: 'don-vi', head: said.unit, cell: (row) => row.unitName },
  { key: 'danh-hieu', head: said.award, cell: (row) => awardNameOn(row.awardCode, row.decidedOn) },
  { key: 'nam', head: said.achieved, kind: 'number', cell: (row) => row.year },
  { key: 'linh-vuc', head: dimensionText.field, cell: (row) => keyText('field', row.field ?? 'unknown', {}) },
  { key: 'loai-hinh', head: said.kind, cell: (row) => (row.kind === null ? said.unknown : kindText[row.kind]) },
  {
    key: 'quyet-dinh',
    head: said.decision,
    cell: (row) => (
      <>
        {row.decisionNumber}, {dateText(row.decidedOn)}
        {row.revokedOn !== null && <small> {said.revokedOn(dateText(row.revokedOn))}</small>}
      </>
    ),
  },
];

export default function Honours({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, total, shares, page, view, filter, unitName, maySay, done } = loaderData;
  const mayChoose = maySay && rows.length > 0;
  const file = (path: string) =>
    withQuery({ ...view, path: `${view.path}/${path}` }, { trang: undefined, da: undefined });
  const told = filterWords(filter, unitName);
  return (
    <Page
      title={said.listHeading(total)}
      lead={said.listLead}
      trail={[
        {
          label: said.title,
          href: withQuery({ path: '/khen-thuong/thong-ke', query: view.query }, { trang: undefined }),
        },
      ]}
    >
      <title>{said.list}</title>
      {!actionData && done === 'linh-vuc' && <Notice kind="success">{said.fieldSaid}</Notice>}
      <FilterForm
        path={view.path}
        filter={filter}
        unitName={unitName}
        withoutUnit={withQuery(view, { [names.unit]: undefined, [names.alone]: undefined, trang: undefined })}
      />
      {told.length > 0 && <p className="muted">{told.join(' · ')}</p>}
      <Table
        caption={said.list}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        select={
          mayChoose
            ? {
                name: 'chon',
                form: 'linh-vuc',
                label: (row) => `${said.choose}: ${row.holderName}, ${row.decisionNumber}`,
                chosen: actionData?.chosen,
              }
            : undefined
        }
        paging={{ page, size, total }}
        exports={{ excel: file('tai.xlsx'), csv: file('tai.csv') }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
      {total > 0 && <FairnessShares shares={shares} />}
      {mayChoose && <FieldForm refused={actionData} />}
      <nav aria-label={said.taking} className="acts">
        <a href={file('in/docx')}>{said.word}</a>
        <a href={file('in/pdf')}>{said.pdf}</a>
      </nav>
    </Page>
  );
}

type Refused = { readonly typed: string; readonly problems: readonly FieldError[] } | undefined;

function FieldForm({ refused }: { readonly refused: Refused }) {
  const error = refused?.problems.find(({ field }) => field === 'linh-vuc-ghi')?.message;
  return (
    <section>
      <h2>{said.sayField}</h2>
      <p>{said.sayFieldLead}</p>
      <Form id="linh-vuc" errors={refused?.problems}>
        <Field
          type="select"
          name="linh-vuc-ghi"
          label={dimensionText.field}
          blank={said.unknown}
          value={refused?.typed ?? ''}
          options={honourFields.map((value) => ({ value, label: honourFieldText[value] }))}
          error={error}
        />
        <Button kind="second">{said.sayFieldVerb}</Button>
      </Form>
    </section>
  );
}
