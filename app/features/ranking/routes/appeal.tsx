import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import type { Refusal } from '../../../kernel/result.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { filesOn, uploadIn } from '../../../platform/files/attachments.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { appealMoves } from '../appeals/appeal.ts';
import { attachToAppeal } from '../appeals/files.server.ts';
import { moveAppeal } from '../appeals/handling.server.ts';
import type { ListedAppeal } from '../appeals/list.server.ts';
import { listAppeals } from '../appeals/list.server.ts';
import { appealLook } from '../appeals/stage-look.ts';
import { appealProblems, appealsText as said, appealStageText } from '../appeals.text.ts';
import { AppealActs } from './AppealActs.tsx';
import { AppealFiles } from './AppealFiles.tsx';
import type { Route } from './+types/appeal.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const id = askedId(args.params.appealId);
  const [appeal] = (await listAppeals(db, person, { today: plainDateIn(clock()), id })).rows;
  const files = appeal ? await filesOn(db, { kind: 'result_appeal', id: appeal.id }) : [];
  return { appeal: appeal ?? pageNotFound(), files, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, uploads } = await typedIn(args.request);
  const id = askedId(args.params.appealId);
  const move = appealMoves.find((each) => each === fields['viec']) ?? pageNotFound();
  const to = `/cham-diem/kien-nghi/${id}?da=${move}`;
  const refused = (refusal: Refusal) =>
    data({ deed: move, fields, problems: appealProblems(refusal) }, { status: statusOf(refusal) });
  if (move === 'attach') {
    const file = await uploadIn(edge.services, uploads);
    if (!file.ok) return refused(file.refusal);
    const hung = await act(edge, (context) => attachToAppeal(context, { attachmentId: newId(), id, file: file.value }));
    return hung.ok ? redirect(to) : refused(hung.refusal);
  }
  const paper = { number: fields['so'] ?? '', date: fields['ngay'] ?? '' };
  const command = { id, version: versionIn(fields), move, reason: fields['ly-do'] ?? '', paper };
  const result = await act(edge, (context) => moveAppeal(context, command));
  return result.ok ? redirect(to) : refused(result.refusal);
}

export default function Appeal({ loaderData: { appeal, files, done }, actionData }: Route.ComponentProps) {
  const told = done === null ? undefined : said.done[done];
  const atTop = actionData?.problems.filter(({ field }) => field === '') ?? [];
  const title = said.one(appeal.unitName);
  return (
    <Page
      title={title}
      lead={appeal.judgementTitle}
      trail={[
        { label: said.list, href: '/cham-diem' },
        { label: said.title, href: '/cham-diem/kien-nghi' },
      ]}
      action={<Stage stage={appealLook[appeal.stage]} word={appealStageText[appeal.stage]} />}
    >
      <title>{title}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {atTop.length > 0 && <Notice kind="refusal">{atTop.map(({ message }) => message).join(' ')}</Notice>}
      <Pairs pairs={pairsOf(appeal)} />
      <p>
        <a href={`/cham-diem/${appeal.judgementId}/xep-hang`}>{said.toResult}</a>
      </p>
      <AppealFiles files={files} mayAttach={appeal.moves.includes('attach')} refused={actionData} />
      <AppealActs appeal={appeal} refused={actionData} />
      <p className="muted">{said.termNote}</p>
    </Page>
  );
}

function pairsOf(one: ListedAppeal) {
  const { stage, dueOn, acceptedOn, concludedOn, answer, documentNumber: number, documentDate: date } = one;
  const due = dueOn === null ? said.noTerm : `${dateText(dueOn)}${one.isLate ? `, ${said.late}` : ''}`;
  return [
    { label: said.text, value: <span className="as-typed">{one.text}</span> },
    { label: said.filedOn, value: dateText(plainDateIn(one.filedAt)) },
    ...(acceptedOn === null ? [] : [{ label: said.accepted, value: dateText(acceptedOn) }]),
    ...(concludedOn === null ? [{ label: stage === 'filed' ? said.dueAccept : said.dueAnswer, value: due }] : []),
    ...(concludedOn === null ? [] : [{ label: said.concluded, value: dateText(concludedOn) }]),
    ...(answer === null
      ? []
      : [
          {
            label: stage === 'withdrawn' ? said.withdrawnWhy : said.answer,
            value: <span className="as-typed">{answer}</span>,
          },
        ]),
    ...(number === null || date === null ? [] : [{ label: said.paper, value: said.paperOf(number, date) }]),
  ];
}
