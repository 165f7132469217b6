import { pointsText } from '../../../kernel/hundredths.ts';
import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { dateText } from '../../../ui/moment.ts';
import { BlockDoors } from '../../blocks/routes/BlockDoors.tsx';
import { newerEdition } from '../choices.server.ts';
import { doOnJudgement, judgementDeedIn } from '../deeds.server.ts';
import type { JudgementPage } from '../judgement-page.server.ts';
import { judgementPage } from '../judgement-page.server.ts';
import { assignPage } from '../assigning.server.ts';
import { membersChanged } from '../members.server.ts';
import { refusalText, scoringProblems } from '../refusals.text.ts';
import { judgementLook } from '../stage-look.ts';
import { judgementFieldText, judgementMoveText, judgementStageText, scoringText } from '../text.ts';
import { CardsTable } from './CardsTable.tsx';
import { JudgementActs } from './JudgementActs.tsx';
import { MembersChangedForm } from './MembersChangedForm.tsx';
import type { Route } from './+types/judgement.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = { id: askedId(args.params.judgementId), today: plainDateIn(clock()) };
  const page = (await judgementPage(db, person, asked)) ?? pageNotFound();
  const mayChange = page.moves.includes('change');
  const newer = mayChange ? await newerEdition(db, page.judgement.setId) : undefined;
  const changed = page.moves.includes('follow') ? await membersChanged(db, page.judgement) : undefined;
  const mayAssign = (await assignPage(db, person, asked.id)) !== undefined;
  const lacking = page.lacking && refusalText(page.lacking);
  return { page, lacking, newer, changed, mayAssign, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.judgementId);
  const { fields } = await typedIn(args.request);
  const deed = judgementDeedIn(fields);
  if (!deed) return redirect(`/cham-diem/${id}`);
  const result = await act(edge, (context) => doOnJudgement(context, id, { deed, fields }));
  if (result.ok) return redirect(`/cham-diem/${id}?da=${deed}`);
  return data({ fields, deed, problems: scoringProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function Judgement({ loaderData, actionData }: Route.ComponentProps) {
  const { page, lacking, newer, changed, mayAssign, done } = loaderData;
  const { judgement, moves } = page;
  const said = done ? scoringText.done[done] : undefined;
  const general = actionData?.problems.filter(({ field }) => field === '') ?? [];
  return (
    <Page
      title={judgement.title}
      lead={page.ofName}
      trail={[{ label: scoringText.title, href: '/cham-diem' }]}
      action={<Stage stage={judgementLook[judgement.stage]} word={judgementStageText[judgement.stage]} />}
    >
      <title>{judgement.title}</title>
      {!actionData && said && <Notice kind="success">{said}</Notice>}
      {general.map(({ message }) => (
        <Notice key={message} kind="refusal">
          {message}
        </Notice>
      ))}
      <About page={page} />
      {page.block && <BlockDoors block={page.block} year={judgement.year} here="judged" />}
      <p className="acts">
        <LinkButton kind="second" href={`/cham-diem/${judgement.id}/xep-hang`}>
          {scoringText.ranking}
        </LinkButton>
        {mayAssign && (
          <LinkButton kind="second" href={`/cham-diem/${judgement.id}/phan-cong`}>
            {scoringText.assign}
          </LinkButton>
        )}
        {moves.includes('change') && (
          <LinkButton kind="second" href={`/cham-diem/${judgement.id}/sua`}>
            {judgementMoveText.change}
          </LinkButton>
        )}
      </p>
      <CardsTable page={page} />
      {changed && <MembersChangedForm judgement={judgement} changed={changed} refused={actionData} />}
      <JudgementActs page={page} lacking={lacking} newer={newer} refused={actionData} />
    </Page>
  );
}

function About({ page: { judgement, set, leadName } }: { readonly page: JudgementPage }) {
  const day = (date: string | null) => (date === null ? scoringText.notSet : dateText(date));
  return (
    <Pairs
      pairs={[
        {
          label: scoringText.set,
          value: (
            <>
              <a href={`/tieu-chi/${set.id}`}>{scoringText.setName(set.title, set.edition)}</a>
              {set.isProposal && <p className="muted">{scoringText.proposal}</p>}
            </>
          ),
        },
        { label: scoringText.full, value: pointsText(set.full) },
        { label: scoringText.lead_unit, value: leadName ?? scoringText.noLead },
        { label: judgementFieldText.selfUntil, value: day(judgement.selfUntil) },
        { label: judgementFieldText.crossUntil, value: day(judgement.crossUntil) },
        { label: judgementFieldText.appraiseUntil, value: day(judgement.appraiseUntil) },
        {
          label: scoringText.objections,
          value: judgement.objectionsUntil
            ? scoringText.objectionsUntil(judgement.objectionsUntil)
            : scoringText.objectionsOf(judgement.objectionDays),
        },
      ]}
    />
  );
}
