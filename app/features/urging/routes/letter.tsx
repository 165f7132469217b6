import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dateText } from '../../../ui/moment.ts';
import { doOnLetter, letterDeed } from '../letter-deeds.server.ts';
import { findLetter } from '../letter-page.server.ts';
import { lateText, letterFieldText, letterRefusal, lettersText, letterStageText } from '../letter.text.ts';
import type { LetterDuty } from '../letter.ts';
import { lackingIn, letterFieldNames, linesOf } from '../letter.ts';
import { letterLook } from '../stage-look.ts';
import { dutyText, urgingText } from '../text.ts';
import { LetterForm } from './LetterForm.tsx';
import { LetterDeeds } from './LetterDeeds.tsx';
import type { Route } from './+types/letter.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const letter = (await findLetter(db, person, { id: askedId(args.params.letterId), today })) ?? pageNotFound();
  return { letter, today, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.letterId);
  const { fields } = await typedIn(args.request);
  if (keepsTheirs(fields)) return redirect(`/don-doc/cong-van/${id}`);
  const result = await act(edge, (context) => doOnLetter(context, id, fields));
  const deed = letterDeed(fields);
  if (result.ok)
    return redirect(deed === 'withdraw' ? '/don-doc/cong-van' : `/don-doc/cong-van/${id}?da=${deed ?? ''}`);
  const { refusal } = result;
  return data({ fields, deed, refusal, message: letterRefusal(refusal) }, { status: statusOf(refusal) });
}

const columns: readonly Column<LetterDuty>[] = [
  { key: 'nhiem-vu', head: lettersText.duties, kind: 'name', cell: dutyText },
  { key: 'don-vi', head: lettersText.units, cell: ({ unitName }) => unitName },
  { key: 'han', head: urgingText.due, cell: (duty) => `${dateText(duty.lastDay)} · ${lateText(duty)}` },
];

export default function Letter({ loaderData, actionData }: Route.ComponentProps) {
  const { letter, done } = loaderData;
  const { content, stage, moves, list } = letter;
  const lacking = stage === 'draft' ? lackingIn(content) : [];
  return (
    <Page
      title={lettersText.titleOf(content.about)}
      trail={[{ label: lettersText.title, href: '/don-doc/cong-van' }]}
      action={<Stage stage={letterLook[stage]} word={letterStageText[stage]} />}
    >
      <title>{lettersText.title}</title>
      {!actionData && <Done done={done} />}
      {actionData && <Notice kind="refusal">{actionData.message}</Notice>}
      {letter.fulfilled > 0 && <Notice kind="warning">{lettersText.fulfilled(letter.fulfilled)}</Notice>}
      {lacking.length > 0 && (
        <Notice kind="info">{lettersText.lacking(lacking.map((field) => letterFieldText[field]))}</Notice>
      )}
      {stage !== 'withdrawn' && (
        <div className="acts">
          <LinkButton href={`/don-doc/cong-van/${letter.id}/tai/docx`} kind="second">
            {lettersText.word}
          </LinkButton>
          <LinkButton href={`/don-doc/cong-van/${letter.id}/tai/pdf`} kind="second">
            {lettersText.pdf}
          </LinkButton>
        </div>
      )}
      {moves.includes('change') ? <LetterForm letter={letter} refused={actionData} /> : <Written letter={letter} />}
      <h2>{lettersText.list}</h2>
      <p className="muted">{lettersText.factsOn(letter.factsOn)}</p>
      <Table caption={lettersText.list} captionHidden columns={columns} rows={list} rowKey={({ key }) => key} />
      <LetterDeeds letter={letter} refused={actionData} />
    </Page>
  );
}

function Done({ done }: { readonly done: string | null }) {
  if (done === 'soan') return <Notice kind="success">{lettersText.drafted}</Notice>;
  const said = done === 'change' || done === 'refresh' || done === 'issue' ? lettersText.done[done] : undefined;
  return said ? <Notice kind="success">{said}</Notice> : null;
}

/** What nobody edits any more. */
function Written({ letter }: { readonly letter: Route.ComponentProps['loaderData']['letter'] }) {
  const { content, number, signedOn } = letter;
  const numbered = number !== null && signedOn !== null ? lettersText.numberOf(number, content.symbol, signedOn) : '';
  return (
    <Pairs
      pairs={[
        ...(numbered === '' ? [] : [{ label: lettersText.numbered, value: numbered }]),
        ...letterFieldNames
          .filter((name) => content[name] !== '' && name !== 'symbol')
          .map((name) => ({
            label: letterFieldText[name],
            value: linesOf(content[name]).map((line) => <p key={line}>{line}</p>),
          })),
      ]}
    />
  );
}
