import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { periodText } from '../../indicators/text.ts';
import type { ListedActual } from '../list.server.ts';
import { listActuals } from '../list.server.ts';
import type { MoveOneRefusal } from '../moving.server.ts';
import { moveMany } from '../moving.server.ts';
import { capital, figureText, refusalText, reviewText, valueText } from '../text.ts';
import type { Route } from './+types/confirm.ts';

type Decision = 'verify' | 'return';
const mostAtOnce = 200;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function decisionOf(text: string | null | undefined): Decision {
  return text === 'return' ? 'return' : 'verify';
}

/** Exactly what will change, before it does. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const query = new URL(args.request.url).searchParams;
  const ids = query
    .getAll('so')
    .filter((id) => uuid.test(id))
    .slice(0, mostAtOnce);
  const { rows } = await listActuals(edge.services.db, person, { ids, size: mostAtOnce, sort: 'unit' });
  return { rows, decision: decisionOf(query.get('viec')), back: `/duyet-so-lieu${backQuery(query.get('tu'))}` };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const move = decisionOf(fields['viec']);
  const chosen = many('so').map((text) => {
    const [id = '', version = ''] = text.split(':');
    return { id, version: Number(version) };
  });
  if (chosen.length === 0 || chosen.some(({ id }) => !uuid.test(id))) return pageNotFound();
  const reason = fields['ly-do'] ?? null;
  const moved = await act(edge, (context) => moveMany(context, { move, chosen, reason }));
  if (!moved.ok) return data({ fields, refusals: moved.refusal.refusals }, { status: statusOf(moved.refusal) });
  const said = `${move === 'verify' ? 'da-xac-nhan' : 'da-tra-lai'}=${moved.value.ids.length}`;
  const query = backQuery(fields['tu']);
  return redirect(`/duyet-so-lieu${query === '' ? `?${said}` : `${query}&${said}`}`);
}

/** Only the list's own query comes back, without what was said last time. */
function backQuery(text: string | null | undefined): string {
  const query = new URLSearchParams(text ?? '');
  query.delete('da-xac-nhan');
  query.delete('da-tra-lai');
  const said = query.toString();
  return said === '' ? '' : `?${said}`;
}

const columns: readonly Column<ListedActual>[] = [
  {
    key: 'chi-tieu',
    head: reviewText.indicator,
    kind: 'name',
    cell: (row) => `${row.indicatorCode} ${row.indicatorName}`,
  },
  { key: 'don-vi', head: reviewText.unit, cell: (row) => row.unitName },
  { key: 'ky', head: reviewText.period, cell: (row) => capital(periodText(row.period)) },
  {
    key: 'gia-tri',
    head: reviewText.value,
    kind: 'number',
    cell: (row) => `${figureText(row.value, row.decimals)} ${row.unitOfMeasure}`,
  },
];

export default function ConfirmDecision({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, decision, back } = loaderData;
  const title = reviewText.confirmTitle(decision, rows.length);
  const trail = [{ label: valueText.backReview, href: back }];
  if (rows.length === 0)
    return (
      <Page title={title} trail={trail}>
        <title>{title}</title>
        <Empty what={reviewText.emptyWhat} why={reviewText.noneChosen} />
      </Page>
    );
  const needs = actionData?.refusals.find(({ refusal }) => refusal.kind === 'needs');
  const reasonError = needs && refusalText(needs.refusal);
  return (
    <Page title={title} trail={trail}>
      <title>{title}</title>
      {actionData && !needs && <Refusals rows={rows} refusals={actionData.refusals} />}
      <Table caption={reviewText.caption} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} />
      <Confirm
        what={reviewText.confirmWhat[decision]}
        verb={reviewText.confirmVerb(decision, rows.length)}
        back={back}
        hidden={{ viec: decision, tu: back.replace('/duyet-so-lieu', '') }}
        errors={reasonError ? [{ field: 'ly-do', label: valueText.returnReason, message: reasonError }] : []}
      >
        {rows.map((row) => (
          <input key={row.id} type="hidden" name="so" value={`${row.id}:${row.version}`} />
        ))}
        {decision === 'return' && (
          <Field
            type="textarea"
            rows={3}
            name="ly-do"
            label={valueText.returnReason}
            hint={valueText.returnHint}
            value={actionData?.fields['ly-do']}
            error={reasonError}
          />
        )}
      </Confirm>
    </Page>
  );
}

type Refused = readonly { readonly id: string; readonly refusal: MoveOneRefusal }[];

function Refusals({ rows, refusals }: { readonly rows: readonly ListedActual[]; readonly refusals: Refused }) {
  return (
    <Notice kind="refusal">
      <p>{reviewText.someRefused}</p>
      <ul>
        {refusals.map(({ id, refusal }) => {
          const row = rows.find((each) => each.id === id);
          const name = row && reviewText.rowName(row.indicatorName, row.unitName, row.period);
          const said = refusal.kind === 'lost_race' ? reviewText.race : refusalText(refusal);
          return <li key={id}>{name ? `${name}: ${said}` : reviewText.gone}</li>;
        })}
      </ul>
    </Notice>
  );
}
