import { data } from 'react-router';
import type { Person } from '../../../kernel/actor.ts';
import type { Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { act } from '../../../platform/command.server.ts';
import type { Fields } from '../../../platform/http.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { NoChoice } from '../choice.server.ts';
import { chooseDigest, digestChoice } from '../choice.server.ts';
import type { FeedRefusal, OwnFeed } from '../feeds.server.ts';
import { makeFeed, ownFeeds, withdrawFeed } from '../feeds.server.ts';
import { calendarRefusal, calendarsText } from '../text.ts';
import { UrgingTabs } from './UrgingTabs.tsx';
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
  const done = await act(edge, (context) => carryOut(context, person, fields));
  if (!done.ok) {
    const { refusal } = done;
    return data({ message: calendarRefusal(refusal), address: null, said: null }, { status: statusOf(refusal) });
  }
  const { token, said } = done.value;
  const base = edge.services.config.publicUrl ?? new URL(args.request.url).origin;
  return { address: token === null ? null : `${base}/lich/${token}.ics`, message: null, said };
}

type Done = { readonly token: string | null; readonly said: string | null };

async function carryOut(
  context: Context,
  person: Person,
  fields: Fields,
): Promise<Result<Done, FeedRefusal | NoChoice>> {
  const deed = fields['viec'];
  if (deed === 'tao') {
    const made = await makeFeed(context, person, fields['don-vi'] ? askedId(fields['don-vi']) : null);
    return made.ok ? ok({ token: made.value, said: null }) : made;
  }
  if (deed === 'thu-hoi') {
    const withdrawn = await withdrawFeed(context, person, askedId(fields['id']));
    return withdrawn.ok ? ok({ token: null, said: calendarsText.withdrawn }) : withdrawn;
  }
  if (deed !== 'nhan-thu') return refuse(notThere);
  const chosen = await chooseDigest(context, person, fields['thu'] !== 'khong');
  return chosen.ok ? ok({ token: null, said: calendarsText.chosen }) : chosen;
}

export default function Calendars({ loaderData, actionData }: Route.ComponentProps) {
  const { feeds, choice } = loaderData;
  return (
    <Page title={calendarsText.title} lead={calendarsText.lead}>
      <title>{calendarsText.title}</title>
      <UrgingTabs at="/don-doc/lich" />
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
