import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { ListedPaper } from '../list.server.ts';
import { listPapers } from '../list.server.ts';
import { enterPaper } from '../papers.server.ts';
import { receiversOffered, roundsOffered, secretSubjects, sendersOf } from '../subjects.server.ts';
import type { Subject } from '../subjects.server.ts';
import { paperProblems, secrecyText } from '../text.ts';
import { PaperFields } from './PaperFields.tsx';
import type { Route } from './+types/new-paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const query = new URL(args.request.url).searchParams;
  const corrects = query.get('dinh-chinh');
  const before = corrects === null ? undefined : (await listPapers(db, person, { id: askedId(corrects) })).rows[0];
  if (corrects !== null && !before?.mayCorrect) pageNotFound();
  const [senders, receivers, subjects, rounds] = await Promise.all([
    sendersOf(db, person),
    receiversOffered(db),
    secretSubjects(db, person),
    roundsOffered(db, person),
  ]);
  const first = before ? fieldsOf(before, subjects) : { about: subjects[0]?.key ?? '', round: query.get('ky') ?? '' };
  return { senders, receivers, subjects, rounds, first, corrects: before?.id, id: newId() };
}

function fieldsOf(paper: ListedPaper, subjects: readonly Subject[]): Readonly<Record<string, string>> {
  const { number, date, senderId, receiverId, schemeCode, movementId, roundId } = paper;
  const about = subjects.find((one) => one.schemeCode === schemeCode && one.movementId === movementId)?.key ?? '';
  return { number, date, sender: senderId, receiver: receiverId, about, round: roundId ?? '' };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const corrected = fields['corrects'];
  const command = { id: mintedId(fields['id']), typed: fields, correctsId: corrected ? askedId(corrected) : null };
  const entered = await act(edge, (context) => enterPaper(context, command));
  if (entered.ok) return redirect(`/van-ban-mat/${entered.value.id}?da=entered`);
  const { refusal } = entered;
  return data({ fields, problems: paperProblems(refusal) }, { status: statusOf(refusal) });
}

export default function NewPaper({ loaderData, actionData }: Route.ComponentProps) {
  const { senders, first, corrects, id } = loaderData;
  const title = corrects ? secrecyText.correctTitle : secrecyText.new;
  const trail = [{ label: secrecyText.title, href: '/van-ban-mat' }];
  if (senders.length === 0)
    return (
      <Page title={title} trail={trail}>
        <title>{title}</title>
        <Empty what={secrecyText.noSender} why={secrecyText.noSenderWhy} />
      </Page>
    );
  return (
    <Page title={title} lead={corrects ? secrecyText.correctLead : secrecyText.newLead} trail={trail}>
      <title>{title}</title>
      <Form
        hidden={{ id: actionData?.fields['id'] ?? id, ...(corrects && { corrects }) }}
        errors={actionData?.problems}
      >
        <PaperFields {...loaderData} fields={actionData?.fields ?? first} problems={actionData?.problems} />
        <Actions>
          <Button>{secrecyText.save}</Button>
          <a href="/van-ban-mat">{secrecyText.cancel}</a>
        </Actions>
      </Form>
      <p className="muted">{secrecyText.legal}</p>
    </Page>
  );
}
