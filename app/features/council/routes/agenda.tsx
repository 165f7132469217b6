import { FairnessShares } from '../../register/FairnessShares.tsx';
import { data, redirect } from 'react-router';
import { getAward } from '../../awards/award.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { formOf } from '../../../ui/refused.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { AgendaItem } from '../agenda.server.ts';
import { agendaShares, findOneSession, waitingDossiers } from '../page.server.ts';
import { changeItem, listDossiers } from '../planning.server.ts';
import { councilText as said, doneText, handProblems, itemStageText, sessionMoveText, toldAtTop } from '../text.ts';
import type { Route } from './+types/agenda.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = await findOneSession(db, person, askedId(args.params.sessionId));
  if (!one?.moves.includes('list')) return pageNotFound();
  const waiting = await waitingDossiers(db, one.session.unitId);
  const shares = await agendaShares(db, one.items);
  return {
    session: one.session,
    items: one.items,
    shares,
    waiting,
    done: new URL(args.request.url).searchParams.get('da'),
  };
}

const changes = ['take_off', 'postpone', 'secret', 'by_name'] as const;

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.sessionId);
  const { fields, many } = await typedIn(args.request);
  const change = changes.find((each) => each === fields['viec']);
  const result = await act(edge, (context) =>
    change
      ? changeItem(context, { id, itemId: askedId(fields['item']), change, reason: fields['reason'] ?? '' })
      : listDossiers(context, { id, dossierIds: many('dossiers') }),
  );
  if (result.ok) return redirect(`/khen-thuong/hoi-dong/phien/${id}/chuong-trinh?da=list`);
  const problems = handProblems(result.refusal);
  const isAtField = problems.some(({ field }) => field === 'reason');
  return data({ deed: isAtField ? change : undefined, fields, problems }, { status: statusOf(result.refusal) });
}

type Sent = Route.ComponentProps['actionData'];

export default function Agenda({ loaderData, actionData }: Route.ComponentProps) {
  const { session, items, shares, waiting, done } = loaderData;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  return (
    <Page title={said.agendaCount(items.length)} lead={said.listLead} trail={[{ label: session.title, href: here }]}>
      <title>{sessionMoveText.list}</title>
      {!actionData && done && <Notice kind="success">{doneText['list']}</Notice>}
      {actionData && !actionData.deed && <Notice kind="refusal">{toldAtTop(actionData.problems)}</Notice>}
      {waiting.length === 0 ? (
        <Empty what={said.noDossiers} why={said.noDossiersWhy} />
      ) : (
        <Form>
          <Choices
            kind="many"
            name="dossiers"
            label={said.listDossiers}
            value={waiting.length === 1 ? waiting.map(({ id }) => id) : []}
            options={waiting.map(({ id, code, title, unitName, nominees }) => ({
              value: id,
              label: `${code}: ${title}`,
              hint: `${unitName}, ${said.nominees(nominees)}`,
            }))}
          />
          <Actions>
            <Button>{said.addToAgenda}</Button>
            <a href={here}>{said.backToSession}</a>
          </Actions>
        </Form>
      )}
      <Table
        caption={said.agenda}
        columns={columnsOf(actionData)}
        rows={items}
        rowKey={({ id }) => id}
        empty={<p className="muted">{said.agendaCount(0)}</p>}
      />
      {items.length > 0 && <FairnessShares shares={shares} />}
    </Page>
  );
}

const columnsOf = (sent: Sent): readonly Column<AgendaItem>[] => [
  { key: 'tt', head: said.number, kind: 'code', cell: ({ position }) => position },
  {
    key: 'muc',
    head: said.item,
    kind: 'name',
    cell: ({ holderName, awardCode }) => `${holderName}: ${getAward(awardCode).name}`,
  },
  { key: 'cach', head: said.voteManner, cell: ({ isSecret }) => (isSecret ? said.secret : said.byName) },
  { key: 'buoc', head: said.stage, cell: ({ stage }) => stage && itemStageText[stage] },
  {
    key: 'doi',
    head: sessionMoveText.list,
    cell: (item) => (item.stage === 'listed' ? <Changes item={item} sent={sent} /> : null),
  },
];

function Changes({ item, sent }: { readonly item: AgendaItem; readonly sent: Sent }) {
  const { fields, problems, isOpen, errorAt } = formOf(sent, 'postpone', { item: item.id });
  const other = item.isSecret ? 'by_name' : 'secret';
  const words = { take_off: said.takeOff, secret: said.toSecret, by_name: said.toByName };
  return (
    <div className="acts">
      {(['take_off', other] as const).map((change) => (
        <Form key={change} hidden={{ viec: change, item: item.id }}>
          <Button kind="plain" small>
            {words[change]}
            <span className="sr">: {item.holderName}</span>
          </Button>
        </Form>
      ))}
      <details open={isOpen}>
        <summary>
          {said.postpone}
          <span className="sr">: {item.holderName}</span>
        </summary>
        <Form hidden={{ viec: 'postpone', item: item.id }} errors={problems} scope={item.id}>
          <Field name="reason" label={said.reason} value={fields['reason']} error={errorAt('reason')} />
          <Button kind="second" small>
            {said.postpone}
          </Button>
        </Form>
      </details>
    </div>
  );
}
