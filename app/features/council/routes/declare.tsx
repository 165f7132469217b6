import { data, redirect } from 'react-router';
import { getAward } from '../../awards/award.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { declareInterest } from '../interest.server.ts';
import { findOneSession } from '../page.server.ts';
import { councilProblems, councilText as said } from '../text.ts';
import type { Route } from './+types/declare.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = await findOneSession(edge.services.db, person, askedId(args.params.sessionId));
  if (!one?.sits || !one.moves.includes('declare')) return pageNotFound();
  return { session: one.session, items: one.items.filter(({ ownGround }) => ownGround === null) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.sessionId);
  const { fields } = await typedIn(args.request);
  const given = { id, itemId: fields['items'] ?? '', note: fields['reason'] ?? '' };
  const declared = await act(edge, (context) => declareInterest(context, given));
  if (declared.ok) return redirect(`/khen-thuong/hoi-dong/phien/${id}?da=declare`);
  return data({ fields, problems: councilProblems(declared.refusal) }, { status: statusOf(declared.refusal) });
}

export default function Declare({ loaderData, actionData }: Route.ComponentProps) {
  const { session, items } = loaderData;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  const problems = actionData?.problems ?? [];
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <Page title={said.declare} lead={said.declareLead} trail={[{ label: session.title, href: here }]}>
      <title>{said.declare}</title>
      {problems
        .filter(({ field }) => field === '')
        .map(({ message }) => (
          <Notice key={message} kind="refusal">
            {message}
          </Notice>
        ))}
      <Form errors={problems.filter(({ field }) => field !== '')}>
        <Field
          type="select"
          name="items"
          label={said.declareItem}
          value={actionData?.fields['items']}
          error={errorAt('items')}
          options={items.map(({ id, position, holderName, awardCode }) => ({
            value: id,
            label: `${position}. ${holderName}: ${getAward(awardCode).name}`,
          }))}
        />
        <Field
          name="reason"
          label={said.declareReason}
          value={actionData?.fields['reason']}
          error={errorAt('reason')}
          width="long"
        />
        <Actions>
          <Button>{said.declare}</Button>
          <a href={here}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
