import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Why } from '../../../ui/Why.tsx';
import { BlockDoors } from '../../blocks/routes/BlockDoors.tsx';
import { judgedBlock } from '../../scoring/judged-block.server.ts';
import { filingOf } from '../appeals/filing.server.ts';
import { doOnRanking, rankingDeedIn } from '../deeds.server.ts';
import { rankingPage } from '../page.server.ts';
import { replayText } from '../replay.text.ts';
import { publicationText } from '../publication.text.ts';
import { rankingProblems, rankingText as said, settleDone, stageLead } from '../text.ts';
import { NextStep } from './NextStep.tsx';
import { RankingTable } from './RankingTable.tsx';
import { UsedThresholds } from './UsedThresholds.tsx';
import { Ties } from './Ties.tsx';
import { AfterFreeze } from './AfterFreeze.tsx';
import { Publication } from './Publication.tsx';
import { nameIn } from './name-in.ts';
import { trailOf } from './trail.ts';
import type { Route } from './+types/ranking.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const id = askedId(args.params.judgementId);
  const today = plainDateIn(clock());
  const page = (await rankingPage(db, person, { id, today })) ?? pageNotFound();
  const filing = await filingOf(db, person, { judgementId: id, today });
  const mayFile = (filing?.units.length ?? 0) > 0 && filing?.isLate === false;
  const block = await judgedBlock(db, id);
  return { ...page, block, mayFile, newId: newId(), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const judgementId = askedId(args.params.judgementId);
  const deed = rankingDeedIn(fields) ?? pageNotFound();
  const result = await act(edge, (context) => doOnRanking(context, { judgementId, deed, fields }));
  if (result.ok) return redirect(`/cham-diem/${judgementId}/xep-hang?da=${deed}`);
  const { db, clock } = edge.services;
  const page = await rankingPage(db, person, { id: judgementId, today: plainDateIn(clock()) });
  const problems = rankingProblems(result.refusal, nameIn(page?.ranking?.rows ?? []));
  return data({ deed, fields, problems }, { status: statusOf(result.refusal) });
}

export default function RankingOfBlock({ loaderData, actionData }: Route.ComponentProps) {
  const {
    judgement,
    ofName,
    block,
    ranking,
    next,
    moves,
    live,
    deeds,
    appeals,
    mayFile,
    newId: minted,
    done,
  } = loaderData;
  const told = done === null ? undefined : (settleDone[done] ?? publicationText.done[done]);
  const atTop = actionData?.problems.filter(({ field }) => field === '') ?? [];
  const title = said.heading(ofName, judgement.year);
  const own = { judgement, moves, refused: actionData };
  return (
    <Page title={title} lead={stageLead[judgement.stage]} trail={trailOf(judgement)}>
      <title>{title}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {atTop.length > 0 && <Notice kind="refusal">{atTop.map(({ message }) => message).join(' ')}</Notice>}
      {block && <BlockDoors block={block} year={judgement.year} here="result" />}
      {ranking === null ? (
        <Empty what={said.hiddenWhat} why={said.hiddenWhy} />
      ) : (
        <>
          <RankingTable ranking={ranking} />
          <nav aria-label={said.taking} className="acts">
            {takenAs.map(([ending, word]) => (
              <a key={ending} href={`/cham-diem/${judgement.id}/xep-hang/${ending}`}>
                {word}
              </a>
            ))}
          </nav>
          <Why question={said.how} {...(judgement.digest && { figures: frozenFigures(judgement) })}>
            {said.reckoning}
          </Why>
          {next && <NextStep next={next} rows={ranking.rows} {...own} />}
          {judgement.stage === 'frozen' && <AfterFreeze judgement={judgement} appeals={appeals} mayFile={mayFile} />}
          {judgement.stage === 'frozen' && (
            <Publication judgementId={judgement.id} live={live} deeds={deeds} refused={actionData} />
          )}
          <Ties ranking={ranking} newId={minted} {...own} />
          <UsedThresholds ranking={ranking} />
        </>
      )}
    </Page>
  );
}

const takenAs = [
  ['in/docx', said.word],
  ['in/pdf', said.pdf],
  ['tai.xlsx', said.excel],
  ['tai.csv', said.csv],
] as const;

type Judgement = Route.ComponentProps['loaderData']['judgement'];

function frozenFigures({ frozenAt, minutesNumber, minutesDate, digest, year }: Judgement) {
  return [
    ...(minutesNumber && minutesDate ? [{ label: said.signed, value: said.minutes(minutesNumber, minutesDate) }] : []),
    ...(frozenAt ? [{ label: said.published, value: said.frozenAt(frozenAt) }] : []),
    { label: said.digest, value: <code>{digest}</code> },
    { label: replayText.found, value: <a href={`/cham-diem/tinh-lai?nam=${year}`}>{replayText.link}</a> },
  ];
}
