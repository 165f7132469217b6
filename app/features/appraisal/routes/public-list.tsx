import { awardName } from '../../awards/text.ts';
import { data } from 'react-router';
import { stranger } from '../../../kernel/actor.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { brakeOpinion, stampOf } from '../form-stamp.server.ts';
import { publicLists, readOpinion, sendOpinion } from '../public.server.ts';
import type { ShownProblem } from '../text.ts';
import { appraisalProblems, publicText as said } from '../text.ts';
import type { Route } from './+types/public-list.ts';

/** For anybody: the list as it is published, and a form that asks for no name. */
export async function loader(args: Route.LoaderArgs) {
  const { services } = edgeOf(args);
  const [list] = await publicLists(services.db, askedId(args.params.listId));
  if (!list) return pageNotFound();
  return { list, minted: newId(), stamp: stampOf(services.seal, list.id, services.clock()) };
}

type Answer = {
  readonly receipt?: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly ShownProblem[];
};

/** Done as a stranger, whoever is signed in, and without the address: the record must not tell who wrote. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const { seal, clock } = edge.services;
  const { fields } = await typedIn(args.request);
  const listId = askedId(args.params.listId);
  const { services, via } = edge;
  // What is wrong of the words is said first: whoever mends them has been reading meanwhile.
  const [list] = await publicLists(services.db, listId);
  const read = readOpinion(list ?? pageNotFound(), fields);
  if (!read.ok) return answered({ fields, problems: appraisalProblems(read.refusal) }, statusOf(read.refusal));
  const sent = { stamp: fields['luc'] ?? '', trap: fields['trang-web'] ?? '', listId, address: edge.address };
  const brake = await brakeOpinion(seal, sent, clock());
  if (brake) return answered({ fields, problems: appraisalProblems(brake) }, statusOf(brake));
  const unknown = { services, via, actor: stranger, address: null };
  const id = mintedId(fields['ma']);
  const result = await act(unknown, (context) => sendOpinion(context, seal, { listId, id, typed: fields }));
  if (!result.ok) return answered({ fields, problems: appraisalProblems(result.refusal) }, statusOf(result.refusal));
  return answered({ receipt: result.value.receipt, fields: {}, problems: [] }, 200);
}

const answered = (answer: Answer, status: number) => data(answer, { status });

export default function PublicList({ loaderData, actionData }: Route.ComponentProps) {
  const { list } = loaderData;
  return (
    <Page
      title={said.listTitle(list.unitName)}
      lead={list.takesOpinions ? said.period(list.openedOn, list.closesOn) : said.over(list.closesOn)}
      trail={[{ label: said.back, href: '/lay-y-kien' }]}
    >
      <title>{said.listTitle(list.unitName)}</title>
      {actionData?.receipt && (
        <Notice kind="success" title={said.sentTitle}>
          <p>
            {said.receipt}: <b className="receipt">{actionData.receipt}</b>
          </p>
          <p>
            {said.sentLead} <a href="/lay-y-kien/tra-cuu">{said.follow}</a>
          </p>
        </Notice>
      )}
      {list.basis !== '' && (
        <p className="muted">
          {said.basis}: {list.basis}
        </p>
      )}
      <Table
        caption={said.caption}
        rows={list.items}
        rowKey={({ itemId }) => itemId}
        columns={[
          { key: 'stt', head: said.number, kind: 'number', cell: ({ position }) => position },
          { key: 'ten', head: said.name, kind: 'name', cell: ({ name }) => name },
          { key: 'don-vi', head: said.unit, cell: ({ unitName }) => unitName },
          { key: 'de-nghi', head: said.award, cell: ({ awardCode }) => awardName(awardCode) },
          {
            key: 'han',
            head: said.shownPeriod,
            cell: ({ shownOn, closesOn }) => said.itemPeriod(shownOn, closesOn),
          },
          { key: 'thanh-tich', head: said.achievement, cell: ({ achievement }) => achievement || said.noWords },
        ]}
      />
      {list.takesOpinions && !actionData?.receipt && <OpinionForm {...loaderData} refused={actionData} />}
      {!list.takesOpinions && <p>{said.closed}</p>}
      <p className="muted">{said.footer}</p>
    </Page>
  );
}

type FormProps = Route.ComponentProps['loaderData'] & { readonly refused: Answer | undefined };

function OpinionForm({ list, minted, stamp, refused }: FormProps) {
  const usual = (name: string) => ({
    name,
    value: refused?.fields[name],
    error: refused?.problems.find(({ field }) => field === name)?.message,
  });
  return (
    <section>
      <h2>{said.form}</h2>
      <p>{said.formLead}</p>
      <Form hidden={{ ma: refused?.fields['ma'] ?? minted, luc: stamp }} errors={refused?.problems}>
        <Field
          type="select"
          {...usual('ve')}
          label={said.aboutLabel}
          blank={said.aboutAll}
          options={list.items.map(({ itemId, name, unitName }) => ({ value: itemId, label: `${name}, ${unitName}` }))}
        />
        <Field type="textarea" rows={6} {...usual('y-kien')} label={said.text} hint={said.textHint} />
        <Field {...usual('ho-ten')} label={said.sender} optional width="medium" autoComplete="name" />
        <Field {...usual('lien-he')} label={said.contact} optional width="medium" />
        <div className="trap" aria-hidden="true">
          <label htmlFor="o-trang-web">{said.trap}</label>
          <input id="o-trang-web" name="trang-web" tabIndex={-1} autoComplete="off" defaultValue="" />
        </div>
        <Button>{said.send}</Button>
      </Form>
    </section>
  );
}
