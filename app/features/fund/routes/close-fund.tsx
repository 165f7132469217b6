import { data, redirect } from 'react-router';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Page } from '../../../ui/Page.tsx';
import { closeFund } from '../closing.server.ts';
import { listFunds } from '../list.server.ts';
import { fundProblems, fundText as said } from '../text.ts';
import type { Route } from './+types/close-fund.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const [fund] = await listFunds(edge.services.db, person, { id: askedId(args.params.fundId) });
  return { fund: fund ?? pageNotFound() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const fundId = askedId(args.params.fundId);
  const result = await act(edge, (context) => closeFund(context, { fundId, version: versionIn(fields) }));
  if (result.ok) return redirect(`/khen-thuong/quy/${fundId}?da=close`);
  return data({ problems: fundProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function CloseFund({ loaderData: { fund }, actionData }: Route.ComponentProps) {
  const back = `/khen-thuong/quy/${fund.id}`;
  return (
    <Page
      title={said.close}
      trail={[
        { label: said.title, href: '/khen-thuong/quy' },
        { label: said.of(fund.unitName, fund.year), href: back },
      ]}
    >
      <title>{said.close}</title>
      <Confirm
        what={said.closeWhat(fund.year, fund.balance)}
        lost={[said.closeLost(fund.year)]}
        verb={said.close}
        back={back}
        version={fund.version}
        errors={actionData?.problems}
      />
    </Page>
  );
}
