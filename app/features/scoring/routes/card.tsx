import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { momentText } from '../../../ui/moment.ts';
import { BlockDoors } from '../../blocks/routes/BlockDoors.tsx';
import { askedOf } from '../../organisation/day-asked.server.ts';
import type { CardPage } from '../card-page.server.ts';
import { cardPage } from '../card-page.server.ts';
import { cardDeedIn, doOnCard } from '../deeds.server.ts';
import { evidenceOn } from '../evidence.server.ts';
import { judgedBlock } from '../judged-block.server.ts';
import { objectionsOn } from '../objection-list.server.ts';
import { scoringProblems } from '../refusals.text.ts';
import { cardLook } from '../stage-look.ts';
import { cardStageText, evidenceText, fillText, scoringText, selfSheetText, stepAddress } from '../text.ts';
import { CardActs } from './CardActs.tsx';
import { Objections } from './Objections.tsx';
import { Differences, LeftOvers, Lines, Totals } from './CardParts.tsx';
import type { Route } from './+types/card.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const { day, asked } = askedOf(edge, args.request);
  const page = (await cardPage(db, person, { id: askedId(args.params.cardId), ...day })) ?? pageNotFound();
  const [objections, evidence] = page.content
    ? await Promise.all([objectionsOn(db, page.card.id), evidenceOn(db, page.card.id)])
    : [[], []];
  const counts = Object.fromEntries(
    [...Map.groupBy(evidence, ({ code }) => code)].map(([code, own]) => [code, own.length]),
  );
  const { pathname: path, searchParams } = new URL(args.request.url);
  const block = await judgedBlock(db, page.card.judgementId);
  return { page, block, objections, counts, asked, path, newId: newId(), done: searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.cardId);
  const { fields } = await typedIn(args.request);
  const deed = cardDeedIn(fields);
  if (!deed) return redirect(`/cham-diem/phieu/${id}`);
  const result = await act(edge, (context) => doOnCard(context, id, { deed, fields }));
  if (result.ok) return redirect(`/cham-diem/phieu/${id}?da=${deed}`);
  return data({ fields, deed, problems: scoringProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function Card({ loaderData, actionData }: Route.ComponentProps) {
  const { page, block, done, objections, counts, asked, path } = loaderData;
  const { card, names, content, steps } = page;
  const said = done ? scoringText.done[done] : undefined;
  const general = actionData?.problems.filter(({ field }) => field === '') ?? [];
  return (
    <Page
      title={scoringText.cardTitle(names.unitName)}
      lead={names.ofName}
      trail={[
        { label: scoringText.title, href: '/cham-diem' },
        { label: names.judgementTitle, href: `/cham-diem/${card.judgementId}` },
      ]}
      action={<Stage stage={cardLook[card.stage]} word={cardStageText[card.stage]} />}
    >
      <title>{scoringText.cardTitle(names.unitName)}</title>
      {!actionData && said && <Notice kind="success">{said}</Notice>}
      {general.map(({ message }) => (
        <Notice key={message} kind="refusal">
          {message}
        </Notice>
      ))}
      <About page={page} />
      {block && <BlockDoors block={block} year={card.year} here="result" />}
      {content &&
        (names.frozenAt ? <AsFrozen page={page} at={names.frozenAt} /> : <DayNotice asked={asked} path={path} />)}
      {(steps.length > 0 || content) && (
        <p className="acts">
          {steps.map((step, at) => (
            <LinkButton
              key={step}
              kind={at === 0 ? 'primary' : 'second'}
              href={`/cham-diem/phieu/${card.id}/cham/${stepAddress[step]}`}
            >
              {fillText[step]}
            </LinkButton>
          ))}
          {steps.includes('self') && (
            <LinkButton kind="second" href={`/cham-diem/phieu/${card.id}/excel`}>
              {selfSheetText.short}
            </LinkButton>
          )}
          {content && (
            <>
              <LinkButton kind="second" href={`/cham-diem/phieu/${card.id}/minh-chung`}>
                {evidenceText.short}
              </LinkButton>
              <LinkButton kind="second" href={`/cham-diem/phieu/${card.id}/so-sanh`}>
                {scoringText.strengths}
              </LinkButton>
            </>
          )}
        </p>
      )}
      {content ? (
        <>
          <Totals total={content.total} isFinal={card.stage === 'appraised'} />
          <Lines
            lines={content.lines}
            total={content.total}
            cardId={card.id}
            counts={counts}
            known={names.frozenAt || asked.kind !== 'past' ? undefined : asked.known}
          />
          {!names.frozenAt && <DayChoice asked={asked} path={path} />}
          {!names.frozenAt && asked.kind === 'past' && <p className="muted">{scoringText.knownNote}</p>}
          <Differences lines={content.lines} />
          <LeftOvers left={content.leftOver} />
          <Objections page={page} objections={objections} newId={loaderData.newId} refused={actionData} />
          <nav aria-label={scoringText.taking} className="acts">
            <a href={`/cham-diem/phieu/${card.id}/in/docx`}>{scoringText.word}</a>
            <a href={`/cham-diem/phieu/${card.id}/in/pdf`}>{scoringText.pdf}</a>
            <a href={`/cham-diem/phieu/${card.id}/tai.xlsx`}>{scoringText.excel}</a>
            <a href={`/cham-diem/phieu/${card.id}/tai.csv`}>{scoringText.csv}</a>
          </nav>
        </>
      ) : (
        <Empty what={scoringText.contentHidden} why={scoringText.contentHiddenWhy} />
      )}
      <CardActs page={page} refused={actionData} />
    </Page>
  );
}

/** A frozen card stays as it was; what the data say since stands beside. */
function AsFrozen({ page: { card, content }, at }: { readonly page: CardPage; readonly at: Date }) {
  const changed = content?.lines.filter(({ since }) => since !== null).length ?? 0;
  return (
    <Notice kind="info">
      {scoringText.frozenAs(at)}{' '}
      {changed > 0 && (
        <>
          {scoringText.frozenSince(changed)}{' '}
          <a href={`/cham-diem/${card.judgementId}/xep-hang/sau-khi-cong-bo`}>{scoringText.frozenSinceLink}</a>
        </>
      )}
    </Notice>
  );
}

function About({ page: { card, names } }: { readonly page: CardPage }) {
  const sent = names.submittedAt
    ? [{ label: scoringText.submittedBy, value: `${names.submittedName ?? ''}, ${momentText(names.submittedAt)}` }]
    : [];
  return (
    <>
      {!names.isActive && <Notice kind="warning">{scoringText.mergedSince}</Notice>}
      <Pairs
        pairs={[
          { label: scoringText.cross, value: names.crossName ?? scoringText.noCross },
          ...sent,
          ...(card.isLate ? [{ label: scoringText.lateLabel, value: scoringText.late }] : []),
        ]}
      />
    </>
  );
}
