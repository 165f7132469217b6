import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { readYear } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Mark } from '../../awards/routes/Mark.tsx';
import { leadersDefaultText } from '../../ranking/thresholds.text.ts';
import { sayOfLeader } from '../choosing.server.ts';
import type { LeadersOfYear } from '../leaders.server.ts';
import { latestYear, leadersOf } from '../leaders.server.ts';
import { leaderProblems, leadersText as said } from '../text.ts';
import { LeaderPart } from './LeaderPart.tsx';
import type { Route } from './+types/leaders.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const received = plainDateIn(clock());
  const thisYear = Number(received.slice(0, 4));
  const year = Math.min(readYear(url.searchParams) ?? (await latestYear(db, person)) ?? thisYear, thisYear);
  const found = await leadersOf(db, person, { year, received });
  return { ...found, year, thisYear, done: url.searchParams.has('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const deed = fields['viec'] === 'chon' ? 'chon' : 'ket-luan';
  const refused = (problems: ReturnType<typeof leaderProblems>, status: number) =>
    data({ deed, fields, problems } as const, { status });
  const answer = fields['tra-loi'];
  if (answer !== 'co' && answer !== 'khong') return refused(leaderProblems({ kind: 'not_chosen' }), 422);
  const command = {
    judgementId: askedId(fields['dot']),
    unitId: askedId(fields['don-vi']),
    version: Number(fields['version']),
    what: deed === 'chon' ? 'chosen' : 'meets',
    yes: answer === 'co',
    reason: fields['ly-do'] ?? '',
  } as const;
  const kept = await act(edge, (context) => sayOfLeader(context, command));
  const year = readYear(new URL(args.request.url).searchParams);
  if (kept.ok) return redirect(`/cham-diem/dan-dau?${year === undefined ? '' : `nam=${year}&`}da=luu`);
  return refused(leaderProblems(kept.refusal), statusOf(kept.refusal));
}

export default function Leaders({ loaderData, actionData }: Route.ComponentProps) {
  const { leaders, number, year, thisYear, done } = loaderData;
  const other = actionData?.problems.find(({ field }) => field === '');
  const years = Array.from({ length: 6 }, (_, at) => String(thisYear - at));
  const shared = Map.groupBy(leaders, ({ judgementId }) => judgementId);
  return (
    <Page
      title={said.heading(year, leaders.length)}
      lead={said.lead}
      trail={[{ label: said.judgements, href: '/cham-diem' }]}
    >
      <title>{said.title}</title>
      {done && !actionData && <Notice kind="success">{said.done}</Notice>}
      {other && <Notice kind="refusal">{other.message}</Notice>}
      <p>
        <a href="/cham-diem/dan-dau/chuyen-de">{said.themed}</a>
      </p>
      <Filters path="/cham-diem/dan-dau" verb={said.show} auto>
        <Field
          type="select"
          name="nam"
          label={said.year}
          blank={null}
          value={String(year)}
          options={years.map((value) => ({ value, label: value }))}
        />
      </Filters>
      <p className="muted">
        {said.number(number.perBlock)}. {number.isDefault ? leadersDefaultText : number.source}{' '}
        <a href="/cham-diem/nguong-xep-loai">{said.numberRules}</a>
      </p>
      {leaders.length === 0 ? (
        <Empty
          what={said.emptyWhat}
          why={said.emptyWhy}
          first={<LinkButton href="/cham-diem">{said.emptyFirst}</LinkButton>}
        />
      ) : (
        <>
          <Share {...loaderData} />
          {leaders.map((leader) => (
            <LeaderPart
              key={`${leader.judgementId} ${leader.unitId}`}
              leader={leader}
              year={year}
              isShared={(shared.get(leader.judgementId)?.length ?? 0) > number.perBlock}
              refused={actionData}
            />
          ))}
        </>
      )}
    </Page>
  );
}

/** How many may go up for Cờ thi đua của Chính phủ, by which provision, and how many were chosen. */
function Share({ share, quota }: Pick<LeadersOfYear, 'share' | 'quota'>) {
  if (!share) return <Notice kind="info">{said.noShare}</Notice>;
  return (
    <section>
      <h2>{said.quotaTitle}</h2>
      <p>
        {said.quotaShare(share.content.atMostPercent, share.content.of)}{' '}
        <Mark state={share.state} amendedBy={share.amendedBy} />
      </p>
      <p className="muted">{said.quotaBasis(share.article, share.basis)}</p>
      {quota && (
        <>
          <p>
            <b>{said.quotaCount(quota)}</b> <span className="muted">{said.quotaScope}</span>
          </p>
          {quota.chosen > quota.most && <Notice kind="warning">{said.quotaOver}</Notice>}
        </>
      )}
    </section>
  );
}
