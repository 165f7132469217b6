import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PURPOSES } from '../snapshot.ts';
import { mayTake, takeSnapshot } from '../take.server.ts';
import type { TakeRefusal } from '../take.server.ts';
import { purposeText, snapshotProblemText, snapshotText, takeRefusalText } from '../text.ts';
import type { Route } from './+types/take.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  if (!(await mayTake(edge.services.db, person))) return pageForbidden();
  return { id: newId(), today: plainDateIn(edge.services.clock()) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const taken = await act(edge, (context) => takeSnapshot(context, { id: mintedId(fields['id']), typed: fields }));
  if (taken.ok) return redirect(`/so-lieu-chot/${taken.value.id}`);
  return data({ refusal: taken.refusal, typed: fields }, { status: statusOf(taken.refusal) });
}

export default function Take({ loaderData, actionData }: Route.ComponentProps) {
  const { id, today } = loaderData;
  const typed = actionData?.typed;
  const problems = problemsOf(actionData?.refusal);
  return (
    <Page
      title={snapshotText.takeTitle}
      lead={snapshotText.takeLead}
      trail={[{ label: snapshotText.area, href: '/so-lieu-chot' }]}
    >
      <title>{snapshotText.takeTitle}</title>
      <Form hidden={{ id: typed?.['id'] ?? id }} errors={errorsOf(actionData?.refusal)} guard="so-lieu-chot">
        <Field
          name="tieu-de"
          label={snapshotText.name}
          hint={snapshotText.nameHint}
          value={typed?.['tieu-de']}
          error={problems.get('tieu-de')}
        />
        <Field
          name="muc-dich"
          type="select"
          label={snapshotText.purpose}
          options={PURPOSES.map((value) => ({ value, label: purposeText[value] }))}
          value={typed?.['muc-dich']}
          error={problems.get('muc-dich')}
        />
        <Field
          name="ngay"
          type="date"
          label={snapshotText.asOf}
          hint={snapshotText.asOfHint}
          value={typed?.['ngay'] ?? today}
          error={problems.get('ngay')}
        />
        <Actions>
          <Button>{snapshotText.take}</Button>
          <a href="/so-lieu-chot">{snapshotText.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}

function problemsOf(refusal: TakeRefusal | undefined): ReadonlyMap<string, string> {
  if (refusal?.kind !== 'snapshot_wrong') return new Map();
  return new Map(refusal.problems.map(({ field, problem }) => [field, snapshotProblemText(problem)]));
}

function errorsOf(refusal: TakeRefusal | undefined) {
  if (!refusal) return [];
  const fields = [...problemsOf(refusal)].map(([field, message]) => ({ field, message }));
  return fields.length > 0 ? fields : [{ message: takeRefusalText(refusal) }];
}
