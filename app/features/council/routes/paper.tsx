import { data, redirect } from 'react-router';
import type { Edge } from '../../../platform/command.server.ts';
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
import { giveBackPaper, receivePaper } from '../papers.server.ts';
import { writeVotes } from '../writing.server.ts';
import { Envelope, envelopeDeeds } from './Envelope.tsx';
import { atFirstLine, SheetLines } from './Sheet.tsx';
import type { Route } from './+types/paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = await findOneSession(edge.services.db, person, askedId(args.params.sessionId));
  const seat = one?.seats.find(({ personId }) => personId === args.params.personId);
  if (!one?.moves.includes('write') || !seat) return pageNotFound();
  const mine = one.items.filter(
    ({ poll, interests }) => poll?.isOpen && !interests.some(({ personId }) => personId === seat.personId),
  );
  const items = mine.filter(({ poll }) => !poll?.isSecret);
  return { session: one.session, seat, items, secret: mine.filter(({ poll }) => poll?.isSecret) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.sessionId);
  const { fields, many } = await typedIn(args.request);
  const deed = envelopeDeeds.find((each) => each === fields['viec']);
  if (deed) return onEnvelope(edge, { id, deed, personId: args.params.personId, pollIds: many('polls') });
  const paper = { paperNumber: fields['paperNumber'] ?? '', paperDate: fields['paperDate'] ?? '' };
  const given = { id, personId: args.params.personId, choices: choicesIn(fields), ...paper };
  const written = await act(edge, (context) => writeVotes(context, given));
  if (written.ok) return redirect(`/khen-thuong/hoi-dong/phien/${id}?da=written`);
  return data({ deed, fields, problems: councilProblems(written.refusal) }, { status: statusOf(written.refusal) });
}

type OnEnvelope = {
  readonly id: string;
  readonly deed: (typeof envelopeDeeds)[number];
  readonly personId: string;
  readonly pollIds: readonly string[];
};

/** A closed envelope with papers of secret votes: received, or given back unopened. */
async function onEnvelope(edge: Edge, { id, deed, ...given }: OnEnvelope) {
  const asked = { id, ...given };
  const done = await act(edge, (context) =>
    deed === 'receive' ? receivePaper(context, asked) : giveBackPaper(context, asked),
  );
  if (done.ok) return redirect(`/khen-thuong/hoi-dong/phien/${id}?da=${deed}`);
  const fields: Readonly<Record<string, string>> = {};
  const problems = councilProblems(done.refusal).map((one) =>
    one.field === 'choice' ? { ...one, field: 'polls', label: fieldText.items } : one,
  );
  return data({ deed, fields, problems }, { status: statusOf(done.refusal) });
}

export default function WrittenOpinion({ loaderData, actionData }: Route.ComponentProps) {
  const { session, seat, items, secret } = loaderData;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  const problems = actionData?.problems ?? [];
  const atSheet = actionData?.deed ? [] : problems.filter(({ field }) => field !== '');
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
      {secret.length > 0 && <Envelope seat={seat} items={secret} refused={actionData} />}
      {items.length > 0 && <h2>{said.openSheet}</h2>}
      {items.length + secret.length === 0 && <p>{said.nothingOpen}</p>}
      {items.length > 0 && (
        <Form wide errors={atFirstLine(atSheet, items)}>
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
          <SheetLines items={items} typed={typed} error={errorAt('choice')} />
          <Actions>
            <Button>{said.enterPaper}</Button>
            <a href={here}>{said.cancel}</a>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
