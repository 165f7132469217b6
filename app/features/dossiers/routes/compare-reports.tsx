import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import type { Piece } from '../../../kernel/alike.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Compared } from '../alike.server.ts';
import { findReportPair } from '../alike.server.ts';
import { judgeReports } from '../judging.server.ts';
import { findListed } from '../list.server.ts';
import { judgingText } from '../looking.text.ts';
import { dossierProblems } from '../refusals.text.ts';

import { reportText as said } from '../report.text.ts';
import { dossiersText } from '../text.ts';
import { Judging } from './Judging.tsx';
import type { Route } from './+types/compare-reports.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const ids = { id: askedId(args.params.nomineeId), otherId: askedId(args.params.otherId) };
  const { db } = edge.services;
  const pair = (await findReportPair(db, person, ids)) ?? pageNotFound();
  const dossier = await findListed(db, person, pair.mine.dossierId);
  const isJudged = new URL(args.request.url).searchParams.has('da');
  return { ...pair, mayJudge: dossier?.moves.includes('appraise') === true, isJudged, newId: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const ids = { nomineeId: askedId(args.params.nomineeId), otherId: askedId(args.params.otherId) };
  const command = {
    id: mintedId(fields['ma']),
    ...ids,
    verdict: fields['ket-luan'] ?? '',
    reason: fields['ly-do'] ?? '',
  };
  const done = await act(edge, (context) => judgeReports(context, command));
  const own = `/khen-thuong/ho-so/${askedId(args.params.dossierId)}/doi-tuong/${ids.nomineeId}/so-sanh/${ids.otherId}`;
  if (done.ok) return redirect(`${own}?da=ket-luan`);
  return data({ fields, problems: dossierProblems(done.refusal) }, { status: statusOf(done.refusal) });
}

export default function CompareReports({ loaderData, actionData }: Route.ComponentProps) {
  const { mine, other, shared } = loaderData;
  return (
    <Page
      title={said.compareTitle}
      lead={said.share(shared.shareOfMine, shared.shareOfTheirs)}
      trail={[
        { label: dossiersText.title, href: '/khen-thuong/ho-so' },
        { label: mine.name, href: `/khen-thuong/ho-so/${mine.dossierId}/doi-tuong/${mine.nomineeId}` },
      ]}
    >
      <title>{said.compareTitle}</title>
      {loaderData.isJudged && !actionData && <Notice kind="success">{judgingText.judged}</Notice>}
      <p className="muted">{said.legend}</p>
      <div className="pair">
        <Side title={said.mine} one={mine} texts={shared.mine} />
        <Side title={said.theirs} one={other} texts={shared.theirs} />
      </div>
      <Judging
        judgement={loaderData.judgement}
        mayJudge={loaderData.mayJudge}
        newId={loaderData.newId}
        fields={actionData?.fields ?? {}}
        problems={actionData?.problems ?? []}
      />
    </Page>
  );
}

type SideProps = {
  readonly title: string;
  readonly one: Compared;
  readonly texts: readonly (readonly Piece[])[];
};

function Side({ title, one, texts }: SideProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p>
        <a href={`/khen-thuong/ho-so/${one.dossierId}/doi-tuong/${one.nomineeId}`}>{one.name}</a>
        <br />
        <small>{[one.unitName, awardName(one.awardCode), String(one.year)].join(' · ')}</small>
      </p>
      {texts.map((pieces, at) => (
        <p key={`${at} ${pieces.length}`} className="as-typed">
          {pieces.map(({ text, isShared }, n) => (isShared ? <mark key={`${n} ${text.length}`}>{text}</mark> : text))}
        </p>
      ))}
    </section>
  );
}
