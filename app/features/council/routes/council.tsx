import { data, redirect } from 'react-router';
import { versionIn } from '../../../kernel/versions.ts';
import type { Refusal, Result } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { CouncilMember } from '../councils.server.ts';
import { changeCouncil, councils, endTerm, mayKeep, membersOf, seatPerson } from '../councils.server.ts';
import { seatableIn } from '../seatable.server.ts';
import { posts } from '../tally.ts';
import { councilProblems, councilText as said, doneText, fieldText, postText, toldAtTop } from '../text.ts';
import { CouncilFields, errorIn } from './CouncilFields.tsx';
import type { Route } from './+types/council.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const id = askedId(args.params.councilId);
  const council = (await councils(db, person).where('council.id', '=', id).executeTakeFirst()) ?? pageNotFound();
  const keeps = mayKeep(person, council.unitId);
  const [members, seatable] = await Promise.all([membersOf(db, id), keeps ? seatableIn(db, council.unitId) : []]);
  return { council, members, keeps, seatable, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.councilId);
  const { fields } = await typedIn(args.request);
  const deed = fields['viec'] ?? '';
  const result = await act<{ readonly id: string }, Refusal>(
    edge,
    (context): Promise<Result<{ readonly id: string }>> => {
      if (deed === 'seat') return seatPerson(context, { id, fields });
      if (deed === 'end') return endTerm(context, { id, memberId: askedId(fields['member']), fields });
      return changeCouncil(context, { id, version: versionIn(fields), fields });
    },
  );
  if (result.ok) return redirect(`/khen-thuong/hoi-dong/thanh-vien/${id}?da=${deed}`);
  return data({ deed, fields, problems: councilProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

const columns = (keeps: boolean): readonly Column<CouncilMember>[] => [
  { key: 'ten', head: said.member, kind: 'name', cell: (row) => row.name },
  { key: 'chuc-danh', head: said.post, cell: (row) => postText[row.post] },
  { key: 'chuc-vu', head: said.chairOf, cell: (row) => row.title || row.unitName },
  { key: 'bieu-quyet', head: said.hasVote, cell: (row) => (row.hasVote ? said.yes : said.no) },
  { key: 'tu', head: said.from, cell: (row) => dateText(row.from) },
  { key: 'den', head: said.until, cell: (row) => row.until && dateText(row.until) },
  {
    key: 'tai-khoan',
    head: said.account,
    cell: (row) => (row.hasAccount ? (row.hasRole ? said.accountOk : said.noRole) : said.noAccount),
  },
  ...(keeps
    ? [
        {
          key: 'thoi',
          head: said.endTerm,
          cell: (row: CouncilMember) =>
            row.until === null ? (
              <Form hidden={{ viec: 'end', member: row.id }}>
                <Button kind="plain" small>
                  {said.endTerm}
                  <span className="sr">: {row.name}</span>
                </Button>
              </Form>
            ) : (
              row.endReason
            ),
        },
      ]
    : []),
];

export default function Council({ loaderData, actionData }: Route.ComponentProps) {
  const { council, members, keeps, done } = loaderData;
  const told = done === null ? undefined : doneText[done];
  const atTop = actionData?.deed === 'end' ? actionData.problems : [];
  return (
    <Page
      title={council.name}
      lead={`${council.unitName}. ${said.decision(council.decisionNumber, council.decidedOn)}.`}
      trail={[{ label: said.title, href: '/khen-thuong/hoi-dong' }]}
      action={
        keeps && <LinkButton href={`/khen-thuong/hoi-dong/phien/moi/${council.id}`}>{said.newSession}</LinkButton>
      }
    >
      <title>{council.name}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {atTop.length > 0 && <Notice kind="refusal">{toldAtTop(atTop)}</Notice>}
      <p>
        {said.ruleOf(council.quorumNum, council.quorumDen, council.votingPercent)}{' '}
        {council.ruleState === 'default' ? said.ruleDefault : said.ruleRead(council.ruleSource ?? '')}
      </p>
      <Table
        caption={said.members}
        columns={columns(keeps)}
        rows={members}
        rowKey={(row) => row.id}
        empty={<p className="muted">{said.membersCount(0)}</p>}
      />
      {keeps && <Keep {...loaderData} refused={actionData} />}
    </Page>
  );
}

type KeepProps = Pick<Route.ComponentProps['loaderData'], 'council' | 'seatable'> & {
  readonly refused: Route.ComponentProps['actionData'];
};

function Keep({ council, seatable, refused }: KeepProps) {
  const seat = refused?.deed === 'seat' ? refused : undefined;
  const change = refused?.deed === 'change' ? refused : undefined;
  const errorAt = errorIn(seat?.problems ?? []);
  const typed = seat?.fields ?? {};
  const stored = Object.fromEntries(
    Object.entries(council).map(([name, value]) => [name, value === null ? '' : String(value)]),
  );
  return (
    <>
      <h2>{said.addMember}</h2>
      <Form hidden={{ viec: 'seat' }} errors={seat?.problems ?? []}>
        <Field
          type="select"
          name="person"
          label={fieldText.person}
          value={typed['person']}
          error={errorAt('person')}
          options={seatable.map(({ id, name, unitName }) => ({ value: id, label: `${name}, ${unitName}` }))}
        />
        <Field
          type="select"
          name="post"
          label={fieldText.post}
          value={typed['post']}
          error={errorAt('post')}
          options={posts.map((value) => ({ value, label: postText[value] }))}
        />
        <Field name="title" label={fieldText.title} value={typed['title']} optional width="long" />
        <Field type="date" name="from" label={fieldText.from} value={typed['from']} error={errorAt('from')} />
        <Checkbox name="noVote" label={said.noVote} checked={typed['noVote'] === 'on'} />
        <Button kind="second">{said.addMember}</Button>
      </Form>
      <details data-fold>
        <summary>{said.editCouncil}</summary>
        <Form version={council.version} hidden={{ viec: 'change' }} errors={change?.problems ?? []}>
          <CouncilFields typed={change?.fields ?? stored} problems={change?.problems ?? []} />
          <Button kind="second">{said.save}</Button>
        </Form>
      </details>
    </>
  );
}
