import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { dateText } from '../../../ui/moment.ts';
import { listPapers } from '../list.server.ts';
import { receivePaper } from '../papers.server.ts';
import { paperFieldText, paperProblems, secrecyText } from '../text.ts';
import { aboutText, receiptText } from './paper-words.ts';
import type { Route } from './+types/paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const [paper] = (await listPapers(edge.services.db, person, { id: askedId(args.params.paperId) })).rows;
  return { paper: paper ?? pageNotFound(), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.paperId);
  const { fields } = await typedIn(args.request);
  const received = await act(edge, (context) => receivePaper(context, { id, typed: fields }));
  if (received.ok) return redirect(`/van-ban-mat/${id}?da=received`);
  const { refusal } = received;
  return data({ fields, problems: paperProblems(refusal) }, { status: statusOf(refusal) });
}

export default function Paper({ loaderData, actionData }: Route.ComponentProps) {
  const { paper, done } = loaderData;
  const said = done ? secrecyText.done[done] : undefined;
  return (
    <Page
      title={`${paperFieldText.number} ${paper.number}`}
      lead={secrecyText.title}
      trail={[{ label: secrecyText.title, href: '/van-ban-mat' }]}
    >
      <title>{`${secrecyText.title}: ${paper.number}`}</title>
      {!actionData && said && <Notice kind="success">{said}</Notice>}
      {paper.isCorrected && <Notice kind="warning">{secrecyText.corrected}</Notice>}
      <Pairs
        pairs={[
          { label: paperFieldText.date, value: dateText(paper.date) },
          { label: paperFieldText.sender, value: paper.sender },
          { label: paperFieldText.receiver, value: paper.receiver },
          { label: paperFieldText.about, value: aboutText(paper) },
          ...(paper.roundName === null ? [] : [{ label: paperFieldText.round, value: paper.roundName }]),
          { label: secrecyText.received, value: receiptText(paper) },
        ]}
      />
      {paper.mayReceive && (
        <section>
          <h2>{secrecyText.receive}</h2>
          <Form hidden={{ viec: 'receive' }} errors={actionData?.problems}>
            <Field
              type="date"
              name="receivedOn"
              label={paperFieldText.receivedOn}
              value={actionData?.fields['receivedOn']}
              error={actionData?.problems.find(({ field }) => field === 'receivedOn')?.message}
            />
            <Button>{secrecyText.receive}</Button>
          </Form>
        </section>
      )}
      {paper.mayCorrect && (
        <p>
          <LinkButton href={`/van-ban-mat/moi?dinh-chinh=${paper.id}`} kind="second">
            {secrecyText.correct}
          </LinkButton>
        </p>
      )}
      <p className="muted">{secrecyText.legal}</p>
    </Page>
  );
}
