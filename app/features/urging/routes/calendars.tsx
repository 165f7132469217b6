import { data } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { chooseDigest, digestChoice } from '../choice.server.ts';
import type { OwnFeed } from '../feeds.server.ts';
import { makeFeed, ownFeeds, withdrawFeed } from '../feeds.server.ts';
import { calendarRefusal, calendarsText, remindText } from '../text.ts';
import type { Route } from './+types/calendars.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const [feeds, choice] = await Promise.all([ownFeeds(db, person), digestChoice(db, person)]);
  return { feeds, choice };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const { config } = edge.services;
  const base = config.publicUrl ?? new URL(args.request.url).origin;
  switch (fields['viec']) {
    case 'tao': {
      const unitId = fields['don-vi'] ? askedId(fields['don-vi']) : null;
      const made = await act(edge, (context) => makeFeed(context, person, unitId));
      if (!made.ok)
        return data(
          { message: calendarRefusal(made.refusal), address: null, said: null },
          { status: statusOf(made.refusal) },
        );
      return { address: `${base}/lich/${made.value}.ics`, message: null, said: null };
    }
    case 'thu-hoi': {
      const done = await act(edge, (context) => withdrawFeed(context, person, askedId(fields['id'])));
      if (!done.ok)
        return data(
          { message: calendarRefusal(done.refusal), address: null, said: null },
          { status: statusOf(done.refusal) },
        );
      return { address: null, message: null, said: calendarsText.withdrawn };
    }
    case 'nhan-thu': {
      const chosen = await act(edge, (context) => chooseDigest(context, person, fields['thu'] !== 'khong'));
      if (!chosen.ok)
        return data(
          { message: calendarRefusal(chosen.refusal), address: null, said: null },
          { status: statusOf(chosen.refusal) },
        );
      return { address: null, message: null, said: calendarsText.chosen };
    }
    default:
      return pageNotFound();
  }
}

export default function Calendars({ loaderData, actionData }: Route.ComponentProps) {
  const { feeds, choice } = loaderData;
  return (
    <Page title={calendarsText.title} lead={calendarsText.lead} trail={[{ label: remindText.back, href: '/don-doc' }]}>
      <title>{calendarsText.title}</title>
      {actionData?.message && <Notice kind="refusal">{actionData.message}</Notice>}
      {actionData?.said && <Notice kind="success">{actionData.said}</Notice>}
      {actionData?.address && (
        <Notice kind="success" title={calendarsText.made}>
          <p>{calendarsText.once}</p>
          <p>
            <code>{actionData.address}</code>
          </p>
        </Notice>
      )}
      {feeds.map((feed) => (
        <FeedPart key={feed.unit?.id ?? ''} feed={feed} />
      ))}
      <h2>{calendarsText.how}</h2>
      <dl className="pairs">
        {calendarsText.steps.flatMap(([where, steps]) => [
          <dt key={`${where} `}>{where}</dt>,
          <dd key={where}>{steps}</dd>,
        ])}
      </dl>
      <p className="muted">{calendarsText.secret}</p>
      <h2>{calendarsText.digest}</h2>
      <p>{calendarsText.digestWhat}</p>
      {choice.mayChoose ? (
        <Form hidden={{ viec: 'nhan-thu' }}>
          <Field
            type="select"
            name="thu"
            label={calendarsText.byMail}
            blank={null}
            value={choice.byMail ? 'co' : 'khong'}
            options={[
              { value: 'co', label: calendarsText.mailYes },
              { value: 'khong', label: calendarsText.mailNo },
            ]}
          />
          <Button kind="second">{calendarsText.saveChoice}</Button>
        </Form>
      ) : (
        <p className="muted">{calendarsText.noChoice}</p>
      )}
    </Page>
  );
}

function FeedPart({ feed: { unit, id, madeAt } }: { readonly feed: OwnFeed }) {
  const name = unit === null ? calendarsText.mine : calendarsText.ofUnit(unit.name);
  return (
    <section>
      <h2>{name}</h2>
      <p>{madeAt === null ? calendarsText.none : calendarsText.madeAt(momentText(madeAt))}</p>
      <div className="acts">
        <Form hidden={{ viec: 'tao', 'don-vi': unit?.id ?? '' }}>
          <Button kind="second">
            {id === null ? calendarsText.make : calendarsText.again}
            <span className="sr">: {name}</span>
          </Button>
        </Form>
        {id !== null && (
          <Form hidden={{ viec: 'thu-hoi', id }}>
            <Button kind="danger">
              {calendarsText.withdraw}
              <span className="sr">: {name}</span>
            </Button>
          </Form>
        )}
      </div>
    </section>
  );
}
