import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { enterEntry } from '../entering.server.ts';
import { organisingShare } from '../fund.ts';
import { organisingLimit } from '../limits.ts';
import { findFund } from '../list.server.ts';
import { dong } from '../money.text.ts';
import { fundProblems, fundStageText, fundText as said } from '../text.ts';
import { EntryForm } from './EntryForm.tsx';
import { Ledger } from './Ledger.tsx';
import { Limits } from './Limits.tsx';
import type { Route } from './+types/fund.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const id = askedId(args.params.fundId);
  const one = (await findFund(edge.services.db, person, id)) ?? pageNotFound();
  return { ...one, newId: newId(), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const fundId = askedId(args.params.fundId);
  const result = await act(edge, (context) =>
    enterEntry(context, { id: mintedId(fields['ma']), fundId, typed: fields }),
  );
  if (result.ok) return redirect(`/khen-thuong/quy/${fundId}?da=enter`);
  return data({ fields, problems: fundProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function Fund({ loaderData, actionData }: Route.ComponentProps) {
  const { fund, lines, done } = loaderData;
  const here = `/khen-thuong/quy/${fund.id}`;
  const share = organisingShare({ income: fund.opening + fund.income, organising: fund.organising });
  const told = done === null ? undefined : said.done[done];
  return (
    <Page
      title={said.of(fund.unitName, fund.year)}
      lead={`${fundStageText[fund.stage]}, ${said.balanceIs(fund.balance)}.`}
      trail={[{ label: said.title, href: '/khen-thuong/quy' }]}
      action={
        <LinkButton kind={fund.moves.includes('enter') ? 'primary' : 'second'} href={`${here}/chi-thuong`}>
          {said.dues}
        </LinkButton>
      }
    >
      <title>{said.of(fund.unitName, fund.year)}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {share > Number(organisingLimit.atMostPercent) && (
        <Notice kind="warning">{said.overOrganising(share, organisingLimit.atMostPercent)}</Notice>
      )}
      <Facts
        facts={[
          { label: said.opening, value: dong(fund.opening) },
          { label: said.income, value: dong(fund.income) },
          { label: said.bonus, value: dong(fund.bonus) },
          { label: said.items, value: dong(fund.items) },
          { label: said.organising, value: dong(fund.organising), note: said.ofIncome(share) },
          { label: said.balance, value: dong(fund.balance) },
        ]}
      />
      <Ledger fund={fund} lines={lines} />
      {fund.moves.includes('enter') && <EntryForm id={loaderData.newId} year={fund.year} refused={actionData} />}
      {fund.moves.includes('close') && (
        <p>
          <a href={`${here}/khoa-so`}>{said.close}</a>
        </p>
      )}
      <Limits />
    </Page>
  );
}
