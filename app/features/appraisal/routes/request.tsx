import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { movesFor } from '../../../kernel/procedure.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { filesOn, uploadIn } from '../../../platform/files/attachments.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { dateText, momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { nomineesOf } from '../../dossiers/nominee-rows.server.ts';
import { requestProcedure } from '../procedure.ts';
import { findRequest } from '../request-case.server.ts';
import { answerRequest, attachAnswer, numberLetter } from '../requests.server.ts';
import { appraisalProblems, appraisalText as said } from '../text.ts';
import { answerOf } from './Opinions.tsx';
import { RequestForms } from './RequestForms.tsx';
import type { Route } from './+types/request.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const row = (await findRequest(db, person, askedId(args.params.requestId))) ?? pageNotFound();
  const [nominees, files] = await Promise.all([
    nomineesOf(db, row.dossierId),
    filesOn(db, { kind: 'opinion_request', id: row.id }),
  ]);
  const moves = row.dossierStage === 'consulting' ? movesFor(requestProcedure, row, person) : [];
  const isAsked = moves.includes('answer') && !moves.includes('enter');
  return {
    row,
    moves,
    isAsked,
    files,
    today: plainDateIn(clock()),
    nominees: nominees
      .filter(({ outcome }) => outcome !== 'removed')
      .map(({ id, name, holderUnitName, awardCode, achievement }) => ({
        id,
        name,
        holderUnitName,
        awardCode,
        achievement,
      })),
    done: new URL(args.request.url).searchParams.get('da'),
  };
}

const deeds = ['answer', 'enter', 'letter', 'file'] as const;

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, uploads } = await typedIn(args.request);
  const id = askedId(args.params.requestId);
  const deed = deeds.find((each) => each === fields['viec']) ?? 'answer';
  const on = { id, version: versionIn(fields), typed: fields };
  const file = deed === 'file' ? await uploadIn(edge.services, uploads) : undefined;
  const result =
    file && !file.ok
      ? file
      : await act(edge, async (context) => {
          if (file?.ok) return attachAnswer(context, { id, attachmentId: newId(), file: file.value });
          return deed === 'letter'
            ? numberLetter(context, on)
            : answerRequest(context, { ...on, move: deed === 'enter' ? 'enter' : 'answer' });
        });
  const done = deed === 'letter' ? 'cong-van' : deed === 'file' ? 'tep' : 'tra-loi';
  if (result.ok) return redirect(`/khen-thuong/tham-dinh/y-kien/${id}?da=${done}`);
  return data({ deed, fields, problems: appraisalProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function OpinionRequest({ loaderData, actionData }: Route.ComponentProps) {
  const { row, nominees, files, moves, isAsked, today, done } = loaderData;
  const told = done === null ? undefined : said.done[done];
  const isLate = row.stage === 'waiting' && row.dueOn !== null && today > row.dueOn;
  return (
    <Page
      title={said.requestTitle(row.body)}
      lead={said.requestLead(row.toUnitName)}
      trail={isAsked ? [] : [{ label: row.dossierTitle, href: `/khen-thuong/tham-dinh/${row.dossierId}` }]}
    >
      <title>{said.requestTitle(row.body)}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {isLate && <Notice kind="warning">{said.late}</Notice>}
      <Pairs
        pairs={[
          { label: said.dossier, value: `${row.dossierTitle} (${row.dossierCode})` },
          ...(row.sentOn ? [{ label: said.sentOn, value: dateText(row.sentOn) }] : []),
          ...(row.dueOn ? [{ label: said.due, value: dateText(row.dueOn) }] : []),
          ...(row.basis === '' ? [] : [{ label: said.basis, value: row.basis }]),
          { label: said.answer, value: answerOf(row, today) },
          ...(row.answeredBy && row.answeredAt
            ? [{ label: said.sender, value: said.concludedBy(row.answeredBy, momentText(row.answeredAt)) }]
            : []),
        ]}
      />
      {row.stage !== 'waived' && (
        <p className="muted">{row.silenceAgrees ? said.silenceAgrees : said.silenceIsSilence}</p>
      )}
      {row.stage !== 'waived' && !isAsked && (
        <div className="acts">
          {(['docx', 'pdf'] as const).map((format) => (
            <LinkButton key={format} kind="second" href={`/khen-thuong/tham-dinh/y-kien/${row.id}/cong-van/${format}`}>
              {`${said.letter} (${format === 'docx' ? said.word : said.pdf})`}
            </LinkButton>
          ))}
        </div>
      )}
      <h2>{said.requestNominees}</h2>
      <Table
        caption={said.requestNominees}
        captionHidden
        rows={nominees}
        rowKey={({ id }) => id}
        columns={[
          { key: 'ten', head: said.nominee, kind: 'name', cell: ({ name }) => name },
          { key: 'don-vi', head: said.unit, cell: ({ holderUnitName }) => holderUnitName },
          { key: 'de-nghi', head: said.award, cell: ({ awardCode }) => awardName(awardCode) },
          { key: 'thanh-tich', head: said.achievement, cell: ({ achievement }) => achievement },
        ]}
      />
      <RequestForms row={row} moves={moves} files={files} refused={actionData} />
    </Page>
  );
}
