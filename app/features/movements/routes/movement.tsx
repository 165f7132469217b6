import { data, redirect } from 'react-router';
import { keepsTheirs } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { MovementDetail } from '../detail.server.ts';
import { movementDetail } from '../detail.server.ts';
import { doOnMovement, movementDeeds } from '../movement-deeds.server.ts';
import { movementLook } from '../stage-look.ts';
import { movementDoneText, movementProblems, movementsText, movementStageText } from '../text.ts';
import { MovementForms } from './MovementForms.tsx';
import { CarriedOn, MovementContents, MovementFacts, ReviewsHeld, Seats } from './MovementParts.tsx';
import { Papers } from './Papers.tsx';
import type { Route } from './+types/movement.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const detail = await movementDetail(edge.services.db, person, askedId(args.params.movementId));
  const asked = new URL(args.request.url).searchParams.get('da');
  return { detail: detail ?? pageNotFound(), done: movementDeeds.find((each) => each === asked) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.movementId);
  const typed = await typedIn(args.request);
  const { deed, result } = await doOnMovement(edge, id, typed, act);
  if (result.ok) return redirect(`/phong-trao/${id}${keepsTheirs(typed.fields) ? '' : `?da=${deed}`}`);
  const { refusal } = result;
  const answer = { fields: typed.fields, scope: typed.many('scope'), deed, isRace: refusal.kind === 'lost_race' };
  return data({ ...answer, problems: movementProblems(refusal) }, { status: statusOf(refusal) });
}

export default function Movement({ loaderData, actionData }: Route.ComponentProps) {
  const { detail, done } = loaderData;
  const { movement } = detail;
  const isButton = actionData && ['receive', 'withdraw', 'detach'].includes(actionData.deed);
  return (
    <Page
      title={movement.name}
      lead={movement.unitName}
      trail={[{ label: movementsText.title, href: '/phong-trao' }]}
      action={<Stage stage={movementLook[movement.stage]} word={movementStageText[movement.stage]} />}
    >
      <title>{movement.name}</title>
      {!actionData && done && <Notice kind="success">{movementDoneText(done)}</Notice>}
      {isButton && <Notice kind="refusal">{actionData.problems[0]?.message ?? ''}</Notice>}
      <Receiving detail={detail} />
      <MovementFacts detail={detail} />
      <MovementContents detail={detail} />
      <ReviewsHeld detail={detail} />
      <Papers detail={detail} refused={actionData} />
      <CarriedOn detail={detail} />
      <MovementForms detail={detail} refused={actionData} />
      <Seats detail={detail} />
    </Page>
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
