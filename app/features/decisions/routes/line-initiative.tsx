import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { doOnDecision } from '../deeds.server.ts';
import { isOpen, offeredTo } from '../initiatives.server.ts';
import { lineInitiativeText as said } from '../initiatives.text.ts';
import { findDecision } from '../one.server.ts';
import { decisionRefusal } from '../text.ts';
import type { Route } from './+types/line-initiative.ts';

/** For whoever may change the list now; what a holder has made is known to whoever is signed in once it is recognised. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const one = (await findDecision(db, person, askedId(args.params.decisionId), plainDateIn(clock()))) ?? pageNotFound();
  const { decision } = one;
  const line = one.lines.find(({ id }) => id === args.params.lineId) ?? pageNotFound();
  const mayJudge = decision.moves.includes('judge') || decision.moves.includes('change');
  if (!mayJudge || line.verdict !== 'grant') return pageNotFound();
  const offered = await offeredTo(db, line);
  return { decision, line, free: offered.filter(isOpen), gone: offered.filter((each) => !isOpen(each)) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.decisionId);
  const sent = await typedIn(args.request);
  const result = await doOnDecision(edge, id, sent, act);
  if (result.ok) return redirect(`/khen-thuong/quyet-dinh/${id}?da=initiative`);
  const message = decisionRefusal(result.refusal);
  return data({ chosen: sent.fields['sang-kien'] ?? '', message }, { status: statusOf(result.refusal) });
}

export default function LineInitiative({ loaderData, actionData }: Route.ComponentProps) {
  const { decision, line, free, gone } = loaderData;
  const title = said.title(line.name);
  const trail = [{ label: decision.content.about, href: `/khen-thuong/quyet-dinh/${decision.id}` }];
  const options = [
    ...free.map((one) => ({ value: one.id, label: one.title, hint: said.facts(one) })),
    { value: '', label: said.none, hint: said.noneHint },
  ];
  return (
    <Page title={title} lead={said.lead} trail={trail}>
      <title>{title}</title>
      {actionData && <Notice kind="refusal">{actionData.message}</Notice>}
      {free.length === 0 && line.initiativeId === null ? (
        <Empty what={said.empty} why={said.emptyWhy} />
      ) : (
        <Form version={decision.version} hidden={{ viec: 'initiative', dong: line.id }}>
          <Choices
            kind="one"
            name="sang-kien"
            label={said.choose}
            value={actionData?.chosen ?? line.initiativeId ?? ''}
            options={options}
          />
          <Button>{said.save}</Button>
        </Form>
      )}
      {gone.length > 0 && (
        <section>
          <h2>{said.notFree}</h2>
          <ul>
            {gone.map((one) => (
              <li key={one.id}>
                {`${one.title}: ${one.usedFor === null ? said.named(one.namedIn ?? '') : said.used(one.usedFor, one.usedYear)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={`/khen-thuong/so/${line.holderId}`}>{said.openHolder}</a>
      </p>
    </Page>
  );
}
