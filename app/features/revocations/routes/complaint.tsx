import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { isAllowed } from '../../../kernel/permit.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { complaintMoves, complaintRights } from '../complaints/complaint.ts';
import type { Sender } from '../complaints/complaint.ts';
import { moveComplaint, seeSender } from '../complaints/handling.server.ts';
import type { ListedComplaint } from '../complaints/list.server.ts';
import { listComplaints } from '../complaints/list.server.ts';
import {
  complaintKindText,
  complaintProblems,
  complaintStageText,
  complaintsText as said,
} from '../complaints.text.ts';

import { ComplaintActs } from './ComplaintActs.tsx';
import type { Route } from './+types/complaint.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const id = askedId(args.params.complaintId);
  const [row] = (await listComplaints(db, person, { today: plainDateIn(clock()), id })).rows;
  const complaint = row ?? pageNotFound();
  const maySee = isAllowed(complaintRights, 'see_sender', person, complaint.places.handler);
  return { complaint, maySee, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const id = askedId(args.params.complaintId);
  const refused = (refusal: Parameters<typeof complaintProblems>[0]) => {
    const answer = { move: fields['viec'], fields, problems: complaintProblems(refusal), sender: null };
    return data(answer, { status: statusOf(refusal) });
  };
  if (fields['viec'] === 'see') {
    const seen = await act(edge, (context) => seeSender(context, edge.services.seal, id));
    if (!seen.ok) return refused(seen.refusal);
    const sender: Sender | null = seen.value;
    return data({ move: 'see', fields, problems: [], sender }, { headers: { 'Cache-Control': 'no-store' } });
  }
  const move = complaintMoves.find((each) => each === fields['viec']);
  if (!move) return pageNotFound();
  const command = { id, version: versionIn(fields), move, reason: fields['ly-do'] ?? '' };
  const result = await act(edge, (context) => moveComplaint(context, command));
  return result.ok ? redirect(`/khen-thuong/khieu-nai/${id}?da=${move}`) : refused(result.refusal);
}

export default function Complaint({ loaderData, actionData }: Route.ComponentProps) {
  const { complaint, maySee, done } = loaderData;
  const told = done === null ? undefined : said.done[done];
  const atTop = actionData?.problems.filter(({ field }) => field === '') ?? [];
  const sender = actionData?.sender ?? null;
  return (
    <Page
      title={complaint.about}
      lead={`${complaintKindText[complaint.kind]} ${complaint.code}. ${complaintStageText[complaint.stage]}.`}
      trail={[{ label: said.title, href: '/khen-thuong/khieu-nai' }]}
    >
      <title>{complaint.about}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {atTop.length > 0 && <Notice kind="refusal">{atTop.map(({ message }) => message).join(' ')}</Notice>}
      <Pairs pairs={[...pairsOf(complaint), { label: said.sender, value: senderText(complaint, sender) }]} />
      {maySee && complaint.hasSender && !sender && (
        <Form hidden={{ viec: 'see' }}>
          <p>{said.seeNote}</p>
          <Button kind="second">{said.seeSender}</Button>
        </Form>
      )}
      <p className="muted">{said.termNote}</p>
      <ComplaintActs complaint={complaint} refused={actionData} />
    </Page>
  );
}

function senderText({ hasSender }: ListedComplaint, sender: Sender | null): string {
  if (sender) return [sender.name, sender.contact].filter(Boolean).join(', ');
  return hasSender ? said.hidden : said.anonymous;
}

function pairsOf(row: ListedComplaint) {
  const award =
    row.awardCode === null
      ? said.noAward
      : said.awardOf(row.holderName ?? '', awardName(row.awardCode), row.decisionNumber ?? '');
  return [
    { label: said.award, value: award },
    { label: said.handler, value: row.handlerName },
    { label: said.receivedOn, value: dateText(row.receivedOn) },
    ...(row.closedOn === null
      ? [
          {
            label: said.due,
            value: row.dueOn === null ? said.noTerm : `${dateText(row.dueOn)}${row.isLate ? `, ${said.late}` : ''}`,
          },
        ]
      : []),
    { label: said.content, value: row.content },
    ...(row.acceptedOn === null ? [] : [{ label: said.stage, value: said.accepted(row.acceptedOn) }]),
    ...(row.closedOn === null
      ? []
      : [{ label: said.answer, value: `${said.closed(row.closedOn)}. ${row.answer ?? ''}` }]),
  ];
}
