import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { hasBegun, moveSet } from '../publishing.server.ts';
import { faultText, publishText as said, setProblems, setsText } from '../text.ts';
import { askedSet } from './asked-set.ts';
import type { Route } from './+types/publish.ts';

export async function loader(args: Route.LoaderArgs) {
  const { set, faults, editions, edge } = await askedSet(args, 'publish');
  const replaced = editions.find(({ stage }) => stage === 'published')?.edition;
  return { set, faults, replaced, isLate: hasBegun(set.year, plainDateIn(edge.services.clock())) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.setId);
  const { fields } = await typedIn(args.request);
  const paper = { number: fields['number'] ?? '', date: fields['date'] ?? '' };
  const command = { id, version: versionIn(fields), move: 'publish', paper, reason: fields['reason'] ?? null } as const;
  const done = await act(edge, (context) => moveSet(context, command));
  if (done.ok) return redirect(`/tieu-chi/${id}?da=publish`);
  return data({ fields, problems: setProblems(done.refusal) }, { status: statusOf(done.refusal) });
}

export default function Publish({ loaderData, actionData }: Route.ComponentProps) {
  const { set, faults, replaced, isLate } = loaderData;
  const here = `/tieu-chi/${set.id}`;
  return (
    <Page
      title={said.title}
      lead={said.lead}
      trail={[
        { label: setsText.title, href: '/tieu-chi' },
        { label: set.title, href: here },
      ]}
    >
      <title>{said.title}</title>
      {faults.length > 0 ? (
        <Notice kind="warning" title={said.faulty}>
          <ul>
            {faults.map((fault) => (
              <li key={JSON.stringify(fault)}>
                {'code' in fault && (
                  <>
                    <a href={`${here}#muc-${fault.code}`}>{fault.code}</a>:{' '}
                  </>
                )}
                {faultText(fault)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <PublishForm set={set} isLate={isLate} replaced={replaced} refused={actionData} />
      )}
    </Page>
  );
}

type FormProps = Pick<Route.ComponentProps['loaderData'], 'set' | 'isLate' | 'replaced'> & {
  readonly refused: Route.ComponentProps['actionData'];
};

function PublishForm({ set, isLate, replaced, refused }: FormProps) {
  const errorAt = (name: string) => refused?.problems.find(({ field }) => field === name)?.message;
  return (
    <Form version={set.version} errors={refused?.problems}>
      {replaced !== undefined && <p>{said.replaces(replaced)}</p>}
      <Field
        name="number"
        label={said.number}
        hint={said.numberHint}
        width="medium"
        value={refused?.fields['number']}
        error={errorAt('number')}
      />
      <Field type="date" name="date" label={said.date} value={refused?.fields['date']} error={errorAt('date')} />
      {isLate && (
        <>
          <Notice kind="warning">{said.late(set.year)}</Notice>
          <Field
            type="textarea"
            rows={3}
            name="reason"
            label={said.reason}
            value={refused?.fields['reason']}
            error={errorAt('reason')}
          />
        </>
      )}
      <Actions>
        <Button>{said.verb}</Button>
        <a href={`/tieu-chi/${set.id}`}>{setsText.back}</a>
      </Actions>
    </Form>
  );
}
