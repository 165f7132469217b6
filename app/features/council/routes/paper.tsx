import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { choicesIn } from '../choices-in.ts';
import { findOneSession } from '../page.server.ts';
import { councilProblems, councilText as said, fieldText } from '../text.ts';
import { writeVotes } from '../voting.server.ts';
import { SheetLine } from './Sheet.tsx';
import type { Route } from './+types/paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = await findOneSession(edge.services.db, person, askedId(args.params.sessionId));
  const seat = one?.seats.find(({ personId }) => personId === args.params.personId);
  if (!one?.moves.includes('write') || !seat) return pageNotFound();
  const items = one.items.filter(
    ({ poll, interests }) =>
      poll?.isOpen && !poll.isSecret && !interests.some(({ personId }) => personId === seat.personId),
  );
  return { session: one.session, seat, items };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.sessionId);
  const { fields } = await typedIn(args.request);
  const paper = { paperNumber: fields['paperNumber'] ?? '', paperDate: fields['paperDate'] ?? '' };
  const given = { id, personId: args.params.personId, choices: choicesIn(fields), ...paper };
  const written = await act(edge, (context) => writeVotes(context, given));
  if (written.ok) return redirect(`/khen-thuong/hoi-dong/phien/${id}?da=written`);
  return data({ fields, problems: councilProblems(written.refusal) }, { status: statusOf(written.refusal) });
}

export default function WrittenOpinion({ loaderData, actionData }: Route.ComponentProps) {
  const { session, seat, items } = loaderData;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  const problems = actionData?.problems ?? [];
  const typed = actionData?.fields ?? {};
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <Page title={said.paperOf(seat.name)} lead={said.paperLead} trail={[{ label: session.title, href: here }]}>
      <title>{said.enterPaper}</title>
      {problems
        .filter(({ field }) => field === '')
        .map(({ message }) => (
          <Notice key={message} kind="refusal">
            {message}
          </Notice>
        ))}
      <Form wide errors={problems.filter(({ field }) => field !== '')}>
        <Field
          name="paperNumber"
          label={fieldText.paperNumber}
          value={typed['paperNumber']}
          error={errorAt('paperNumber')}
          width="short"
        />
        <Field
          type="date"
          name="paperDate"
          label={fieldText.paperDate}
          value={typed['paperDate']}
          error={errorAt('paperDate')}
        />
        {items.map((item) => (
          <SheetLine key={item.id} item={item} value={typed[`phieu-${item.poll?.id ?? ''}`]} />
        ))}
        <Actions>
          <Button>{said.enterPaper}</Button>
          <a href={here}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
