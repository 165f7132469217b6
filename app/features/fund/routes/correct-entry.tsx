import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import { correctEntry } from '../entering.server.ts';
import { findFund } from '../list.server.ts';
import { fundProblems, fundText as said } from '../text.ts';
import type { Route } from './+types/correct-entry.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = (await findFund(edge.services.db, person, askedId(args.params.fundId))) ?? pageNotFound();
  const line = one.lines.find(({ id }) => id === args.params.entryId) ?? pageNotFound();
  return { fund: one.fund, line, newId: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const fundId = askedId(args.params.fundId);
  const command = {
    id: mintedId(fields['ma']),
    fundId,
    entryId: askedId(args.params.entryId),
    reason: fields['ly-do'] ?? '',
  };
  const result = await act(edge, (context) => correctEntry(context, command));
  if (result.ok) return redirect(`/khen-thuong/quy/${fundId}?da=correct`);
  const problems = fundProblems(result.refusal).map((one) => ({ ...one, field: 'ly-do', label: said.reason }));
  return data({ fields, problems }, { status: statusOf(result.refusal) });
}

export default function CorrectEntry({ loaderData, actionData }: Route.ComponentProps) {
  const { fund, line, newId: id } = loaderData;
  const back = `/khen-thuong/quy/${fund.id}`;
  return (
    <Page
      title={said.correctTitle(line.number)}
      trail={[
        { label: said.title, href: '/khen-thuong/quy' },
        { label: said.of(fund.unitName, fund.year), href: back },
      ]}
    >
      <title>{said.correctTitle(line.number)}</title>
      <Confirm
        what={`${said.correctWhat(line.number, line.amount)} ${line.what}.`}
        lost={line.kind === 'bonus' ? [said.correctLost] : []}
        verb={said.correct}
        back={back}
        hidden={{ ma: id }}
        errors={actionData?.problems}
      >
        <Field
          type="textarea"
          rows={2}
          name="ly-do"
          label={said.reason}
          value={actionData?.fields['ly-do']}
          error={actionData?.problems[0]?.message}
        />
      </Confirm>
    </Page>
  );
}
