import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { unitKindNames } from '../../organisation/text.ts';
import type { UnitKind } from '../../organisation/unit.ts';
import { unitsAsked } from '../asked.ts';
import { findRound } from '../list.server.ts';
import { amendable, changesOf } from '../round-choices.server.ts';
import { doOnRound } from '../round-deeds.server.ts';
import { countStandings } from '../standing.ts';
import { roundLook } from '../stage-look.ts';
import { roundDeedText, roundPageProblems, roundStageText, roundsText, roundText, spanText } from '../text.ts';
import { ExpectedUnits } from './ExpectedUnits.tsx';
import { RoundChanges } from './RoundChanges.tsx';
import { RoundDeeds } from './RoundDeeds.tsx';
import { RoundGroups } from './RoundGroups.tsx';
import { RoundNumbers } from './RoundNumbers.tsx';
import type { Route } from './+types/round.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const { pathname, search, searchParams } = new URL(args.request.url);
  const place = { id: askedId(args.params.roundId), today: plainDateIn(clock()) };
  const round = (await findRound(db, person, place)) ?? pageNotFound();
  const asked = unitsAsked(searchParams);
  const [choices, changes] = await Promise.all([amendable(db, round), changesOf(db, round.id)]);
  const view = { path: pathname, query: search };
  return { round, asked, choices, changes, done: searchParams.get('da'), view };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.roundId);
  const { fields } = await typedIn(args.request);
  const { deed, result } = await doOnRound(edge, id, fields, act);
  if (result.ok) return redirect(deed === 'withdraw' ? '/ky-bao-cao' : `/ky-bao-cao/${id}?da=${deed ?? ''}`);
  const problems = roundPageProblems(result.refusal, deed);
  return data({ fields, deed, problems }, { status: statusOf(result.refusal) });
}

export default function Round({ loaderData, actionData }: Route.ComponentProps) {
  const { round, asked, choices, changes, done, view } = loaderData;
  const { units } = round;
  const said = roundDeedText(done);
  return (
    <Page
      title={round.name}
      lead={roundText.lead(spanText(round), dateText(round.dueOn))}
      trail={[{ label: roundsText.title, href: '/ky-bao-cao' }]}
      action={<Stage stage={roundLook[round.stage]} word={roundStageText[round.stage]} />}
    >
      <title>{round.name}</title>
      {!actionData && said && <Notice kind="success">{said}</Notice>}
      {actionData?.problems[0]?.field === undefined && actionData?.problems[0] && (
        <Notice kind="refusal">{actionData.problems[0].message}</Notice>
      )}
      {round.askedDay !== round.dueOn && (
        <Notice kind="info" title={roundText.dueMovedTitle}>
          {roundText.dueMoved(dateText(round.askedDay), dateText(round.dueOn))}
        </Notice>
      )}
      {units.length > 0 && <RoundNumbers path={view.path} counts={countStandings(units)} />}
      <Pairs
        pairs={[
          {
            label: roundText.form,
            value: (
              <a href={`/mau-bao-cao/${round.formId}`}>
                {roundText.formName(round.formName, round.formEdition, round.formIsDefault)}
              </a>
            ),
          },
        ]}
      />
      <RoundChanges changes={changes} />
      <RoundDeeds round={round} refused={actionData} amendable={choices} />
      <h2>{roundText.units}</h2>
      <RoundGroups
        title={roundText.byKind}
        path={view.path}
        by="nhom"
        units={units}
        keyOf={({ kind }) => kind}
        nameOf={(kind) => unitKindNames[kind as UnitKind] ?? kind}
      />
      <RoundGroups
        title={roundText.byBlock}
        path={view.path}
        by="khoi"
        units={units}
        keyOf={({ block }) => block}
        nameOf={(block) => block}
      />
      <ExpectedUnits round={round} asked={asked} view={view} />
      <p className="muted">{roundText.rule}</p>
    </Page>
  );
}
