import { awardName } from '../../awards/text.ts';
import { data, redirect } from 'react-router';
import { unitsHeld } from '../../../kernel/actor.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { complaintKinds, handlingRoles } from '../complaints/complaint.ts';
import { registerComplaint } from '../complaints/handling.server.ts';
import { complaintKindText, complaintProblems, complaintsText as said } from '../complaints.text.ts';
import { findHonours } from '../honour-choices.server.ts';

import type { Route } from './+types/new-complaint.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const held = [...unitsHeld(person, ...handlingRoles)];
  if (held.length === 0) return pageForbidden();
  const query = new URL(args.request.url).searchParams;
  const words = query.get('q') ?? '';
  const asked = query.get('khen-thuong');
  const [chosen] = asked === null ? [] : await findHonours(db, person, { id: askedId(asked) });
  if (asked !== null && !chosen) return pageNotFound();
  const found = chosen ? [] : await findHonours(db, person, { words });
  const handlers = await db.selectFrom('unit_now').select(['id', 'name']).where('id', 'in', held).execute();
  const shown = handlers.map(({ id, name }) => ({ value: id ?? '', label: name ?? '' }));
  return { words, found, chosen: chosen ?? null, handlers: shown, id: newId(), today: plainDateIn(clock()) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const honour = fields['khen-thuong'] ?? '';
  const command = {
    id: mintedId(fields['ma']),
    handlerId: askedId(fields['noi']),
    honourId: honour === '' ? null : askedId(honour),
    typed: fields,
  };
  const result = await act(edge, (context) => registerComplaint(context, edge.services.seal, command));
  if (result.ok) return redirect(`/khen-thuong/khieu-nai/${result.value.id}?da=register`);
  return data({ fields, problems: complaintProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function NewComplaint({ loaderData, actionData }: Route.ComponentProps) {
  const { words, found, chosen, handlers, id, today } = loaderData;
  const value = (name: string) => actionData?.fields[name];
  const errorAt = (name: string) => actionData?.problems.find(({ field }) => field === name)?.message;
  return (
    <Page title={said.new} lead={said.newLead} trail={[{ label: said.title, href: '/khen-thuong/khieu-nai' }]}>
      <title>{said.new}</title>
      {!chosen && (
        <>
          <Filters path="/khen-thuong/khieu-nai/moi" verb={said.findVerb} label={said.find}>
            <Field type="search" name="q" label={said.find} hint={said.findHint} value={words} />
          </Filters>
          <ul>
            {found.map((one) => (
              <li key={one.id}>
                {said.awardOf(one.holderName, awardName(one.awardCode), one.decisionNumber)}{' '}
                <a
                  href={`/khen-thuong/khieu-nai/moi?khen-thuong=${one.id}`}
                  aria-label={`${said.choose}: ${one.holderName}`}
                >
                  {said.choose}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>
        {chosen ? said.awardOf(chosen.holderName, awardName(chosen.awardCode), chosen.decisionNumber) : said.none}
      </h2>
      <Form hidden={{ ma: value('ma') ?? id, 'khen-thuong': chosen?.id ?? '' }} errors={actionData?.problems}>
        <Field
          type="select"
          name="noi"
          label={said.handler}
          blank={null}
          value={value('noi') ?? handlers[0]?.value}
          options={handlers}
        />
        <Field
          type="select"
          name="kind"
          label={said.kind}
          value={value('kind')}
          error={errorAt('kind')}
          options={complaintKinds.map((kind) => ({ value: kind, label: complaintKindText[kind] }))}
        />
        <Field name="about" label={said.about} value={value('about')} error={errorAt('about')} />
        <Field
          type="textarea"
          rows={6}
          name="content"
          label={said.content}
          value={value('content')}
          error={errorAt('content')}
        />
        <Field
          type="date"
          name="receivedOn"
          label={said.receivedOn}
          value={value('receivedOn') ?? today}
          error={errorAt('receivedOn')}
        />
        <Field
          name="sender"
          label={said.sender}
          hint={said.senderHint}
          optional
          value={value('sender')}
          error={errorAt('sender')}
        />
        <Field name="contact" label={said.contact} optional value={value('contact')} error={errorAt('contact')} />
        <Actions>
          <Button>{said.save}</Button>
          <a href="/khen-thuong/khieu-nai">{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
