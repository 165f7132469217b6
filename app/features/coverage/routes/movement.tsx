import { data, redirect } from 'react-router';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { MovementDetail } from '../../movements/detail.server.ts';
import { movementDetail } from '../../movements/detail.server.ts';
import { doOnMovement, movementDeeds } from '../../movements/movement-deeds.server.ts';
import { stageOn } from '../../movements/movement.ts';
import { MovementForms } from '../../movements/routes/MovementForms.tsx';
import { CarriedOn, Former, MovementContents, MovementFacts } from '../../movements/routes/MovementParts.tsx';
import { ReviewsHeld, SecretNote } from '../../movements/routes/MovementParts.tsx';
import { Papers } from '../../movements/routes/Papers.tsx';
import { scopeChoices } from '../../movements/scope.server.ts';
import { movementLook } from '../../movements/stage-look.ts';
import { movementDoneText, movementProblems, movementsText, movementStageText } from '../../movements/text.ts';
import { coverageAsked, coverageSeen } from '../coverage-page.server.ts';
import { publicCoverage } from '../coverage.server.ts';
import { coveredOf } from '../coverage.ts';
import { coverageText } from '../text.ts';
import { Sums } from './Numbers.tsx';
import { UnitsBehind } from './UnitsBehind.tsx';
import type { Route } from './+types/movement.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { actor } = edge;
  const { db } = edge.services;
  const id = askedId(args.params.movementId);
  const { day } = coverageAsked(edge, args.request);
  const there = (await movementDetail(db, actor, id)) ?? notFound(edge, args.request);
  const stage = stageOn(there.movement, day.known);
  // Not launched yet on the day asked for: shown as it is today, and said.
  const known = stage === undefined ? undefined : day.known;
  const seen = await coverageSeen(edge, args.request, { movementId: id, isNow: stage === undefined });
  const { units } = seen;
  const detail = known ? ((await movementDetail(db, actor, id, known)) ?? pageNotFound()) : there;
  const { unitId } = detail.movement;
  const isDrafting = detail.moves.includes('change');
  const choices = isDrafting ? await scopeChoices(db, { unitIds: [unitId], year: seen.thisYear }) : noChoices;
  const { pathname: path, search: query } = new URL(args.request.url);
  const done = movementDeeds.find((each) => each === new URL(args.request.url).searchParams.get('da'));
  const isInside = actor.kind === 'person';
  const asked = { year: seen.year, known, movementId: id, today: day.today };
  const all = isInside ? coveredOf(units) : (await publicCoverage(db, asked)).all;
  const shown = { ...seen, day, units: undefined, all, isInside };
  return { ...shown, detail, choices, done, known, stage: stage ?? there.movement.stage, view: { path, query } };
}

const noChoices = { units: [], blocks: [] };

/** Whoever is not signed in is asked to sign in first: it may be there for them. */
function notFound(edge: ReturnType<typeof edgeOf>, request: Request): never {
  personAt(edge, request);
  return pageNotFound();
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.movementId);
  const typed = await typedIn(args.request);
  const { deed, result } = await doOnMovement(edge, id, typed, act);
  if (result.ok) return redirect(`/phong-trao/${id}${keepsTheirs(typed.fields) ? '' : `?da=${deed}`}`);
  const { refusal } = result;
  const [scope, scopeUnits, scopeBlocks] = ['scope', 'scopeUnits', 'scopeBlocks'].map(typed.many);
  const chosen = { scope: scope ?? [], scopeUnits: scopeUnits ?? [], scopeBlocks: scopeBlocks ?? [] };
  const answer = { fields: typed.fields, scope: chosen, deed, isRace: refusal.kind === 'lost_race' };
  return data({ ...answer, problems: movementProblems(refusal) }, { status: statusOf(refusal) });
}

export default function Movement({ loaderData, actionData }: Route.ComponentProps) {
  const { detail, choices, done, stage, asked, known, view, day, isInside } = loaderData;
  const { movement } = detail;
  const isButton = actionData && ['receive', 'withdraw', 'detach'].includes(actionData.deed);
  const isOut = movement.stage !== 'draft' && movement.stage !== 'withdrawn';
  return (
    <Page
      title={movement.name}
      lead={movement.unitName}
      trail={[{ label: movementsText.title, href: '/phong-trao' }]}
      action={<Stage stage={movementLook[stage]} word={movementStageText[stage]} />}
    >
      <title>{movement.name}</title>
      {!actionData && done && <Notice kind="success">{movementDoneText(done)}</Notice>}
      {isButton && <Notice kind="refusal">{actionData.problems[0]?.message ?? ''}</Notice>}
      <DayNotice asked={asked} path={view.path} />
      {day.known && <p className="muted">{known ? coverageText.movementDay(known) : coverageText.notYet(day.known)}</p>}
      <SecretNote detail={detail} />
      <Receiving detail={detail} />
      <MovementFacts detail={detail} />
      <Carrying {...loaderData} />
      <MovementContents detail={detail} />
      <ReviewsHeld detail={detail} />
      {isOut && isInside && !movement.isSecret && (
        <p>
          <a href={`/cham-diem/dan-dau/chuyen-de?phong-trao=${movement.id}`}>{coverageText.ranking}</a>
        </p>
      )}
      <Papers detail={detail} refused={actionData} />
      <CarriedOn detail={detail} />
      <Former detail={detail} />
      <MovementForms detail={detail} choices={choices} refused={actionData} />
      {isOut && <DayChoice asked={asked} path={view.path} />}
    </Page>
  );
}

/** Who of the scope has received, carried on, planned, pledged; each number opens the units. */
function Carrying({
  all,
  view,
  by,
  year,
  opened,
  listed,
  reminder,
  isInside,
  detail,
}: Route.ComponentProps['loaderData']) {
  if (all.units === 0) return null;
  const aspects = detail.movement.isSecret
    ? (['received'] as const)
    : (['received', 'carriedOn', 'planned', 'pledged'] as const);
  const isCommitment = detail.movement.packCode !== null;
  // Plans and pledges are owed for the directive's movement alone.
  const isOwed = isCommitment || opened?.aspect === 'received';
  return (
    <section>
      <h2 id="thuc-hien">{coverageText.movementUnits(all.units)}</h2>
      <Sums view={view} by={by} isInside={isInside} all={all} aspects={aspects} />
      <p className="muted">{isInside ? coverageText.pledgesOfYear(year) : coverageText.signIn}</p>
      {isInside && listed && opened && (
        <UnitsBehind
          view={view}
          asking={opened}
          units={listed}
          isCommitment={isCommitment}
          reminder={isOwed ? reminder : undefined}
        />
      )}
    </section>
  );
}

/** What a unit of the scope does with it: receives it, then carries it on. */
function Receiving({ detail: { movement, toReceive, mayCarryOn } }: { readonly detail: MovementDetail }) {
  if (toReceive.length + mayCarryOn.length === 0) return null;
  return (
    <div className="acts">
      {toReceive.map(({ unitId, name }) => (
        <Form key={unitId} hidden={{ viec: 'receive', 'don-vi': unitId }}>
          <Button>{movementsText.receiveFor(name)}</Button>
        </Form>
      ))}
      {mayCarryOn.map(({ code, name }) => (
        <LinkButton key={code} href={`/phong-trao/moi?theo=${movement.id}&don-vi=${code}`} kind="second">
          {movementsText.carryOn(name)}
        </LinkButton>
      ))}
    </div>
  );
}
