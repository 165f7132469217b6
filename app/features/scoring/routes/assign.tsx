import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { assignAll, assignPage } from '../assigning.server.ts';
import { scoringProblems } from '../refusals.text.ts';
import { assignText, scoringText } from '../text.ts';
import type { Route } from './+types/assign.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const page = (await assignPage(edge.services.db, person, askedId(args.params.judgementId))) ?? pageNotFound();
  return { page, isProposed: new URL(args.request.url).searchParams.has('de-xuat') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.judgementId);
  const { fields } = await typedIn(args.request);
  const rows = Object.entries(fields).flatMap(([name, unitId]) => {
    const cardId = name.startsWith('cross.') && unitId !== '' ? name.slice('cross.'.length) : undefined;
    return cardId === undefined
      ? []
      : [{ id: askedId(cardId), version: Number(fields[`version.${cardId}`]), crossUnitId: askedId(unitId) }];
  });
  const result = await act(edge, (context) => assignAll(context, { id, rows }));
  if (result.ok) return redirect(`/cham-diem/${id}?da=assign`);
  return data({ fields, problems: scoringProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function Assign({ loaderData, actionData }: Route.ComponentProps) {
  const { page, isProposed } = loaderData;
  const { judgement, rows, members } = page;
  const typed = actionData?.fields;
  const valueOf = (row: (typeof rows)[number]) =>
    typed?.[`cross.${row.cardId}`] ?? (isProposed ? row.proposedId : row.crossUnitId) ?? '';
  return (
    <Page
      title={scoringText.assign}
      lead={assignText.lead}
      trail={[
        { label: scoringText.title, href: '/cham-diem' },
        { label: judgement.title, href: `/cham-diem/${judgement.id}` },
      ]}
    >
      <title>{scoringText.assign}</title>
      {isProposed && !actionData && <Notice kind="info">{assignText.proposed}</Notice>}
      {!isProposed && (
        <p>
          <LinkButton kind="second" href={`/cham-diem/${judgement.id}/phan-cong?de-xuat`}>
            {assignText.propose}
          </LinkButton>
        </p>
      )}
      <Form errors={actionData?.problems.map((one) => ({ ...one, label: labelOf(one.field, rows) }))}>
        {rows.map((row) => (
          <div key={row.cardId}>
            <input
              type="hidden"
              name={`version.${row.cardId}`}
              value={typed?.[`version.${row.cardId}`] ?? String(row.version)}
            />
            <Field
              type="select"
              name={`cross.${row.cardId}`}
              label={assignText.ofCard(row.unitName)}
              hint={isProposed && row.proposedId === null ? assignText.nobody : undefined}
              blank={assignText.none}
              value={valueOf(row)}
              error={actionData?.problems.find(({ field }) => field === `cross.${row.cardId}`)?.message}
              options={members
                .filter(({ id }) => id !== row.unitId)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </div>
        ))}
        <Actions>
          <Button>{assignText.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}

function labelOf(field: string, rows: readonly { readonly cardId: string; readonly unitName: string }[]) {
  return rows.find(({ cardId }) => field === `cross.${cardId}`)?.unitName;
}
