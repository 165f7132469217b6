import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { moneyInWords, dong } from '../money.text.ts';
import { paymentList } from '../payment-view.server.ts';
import { payBonuses } from '../paying.server.ts';
import { fundProblems, fundText as said } from '../text.ts';
import { totalsOf } from '../totals.ts';
import { PayForm } from './PayForm.tsx';
import type { Route } from './+types/payment-list.ts';

const numberIn = (request: Request) => new URL(request.url).searchParams.get('so') ?? '';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const asked = { fundId: askedId(args.params.fundId), decisionNumber: numberIn(args.request) };
  const view = (await paymentList(edge.services.db, person, asked)) ?? pageNotFound();
  return { ...view, newId: newId(), done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const fundId = askedId(args.params.fundId);
  const chosen = many('chon').map(askedId);
  const amounts = Object.fromEntries(chosen.map((id) => [id, fields[`tien-${id}`]]));
  const command = {
    id: mintedId(fields['ma']),
    fundId,
    honourIds: chosen,
    onDate: fields['onDate'] ?? '',
    voucher: fields['voucher'] ?? '',
    amounts,
    reason: fields['ly-do'] ?? '',
  };
  const result = await act(edge, (context) => payBonuses(context, command));
  const decisionNumber = numberIn(args.request);
  if (result.ok) {
    const here = `/khen-thuong/quy/${fundId}/chi-thuong/danh-sach`;
    return redirect(`${here}?so=${encodeURIComponent(decisionNumber)}&da=pay`);
  }
  const view = await paymentList(edge.services.db, person, { fundId, decisionNumber });
  const names = Object.fromEntries((view?.dues ?? []).map(({ honourId, holderName }) => [honourId, holderName]));
  const answer = { fields, chosen, problems: fundProblems(result.refusal, names) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function PaymentList({ loaderData, actionData }: Route.ComponentProps) {
  const { fund, decisionNumber, decidedOn, dues, done } = loaderData;
  const back = `/khen-thuong/quy/${fund.id}`;
  const here = `${back}/chi-thuong/danh-sach`;
  const { unpaidAmount, paidAmount } = totalsOf(dues);
  const file = (path: string) => `${here}/${path}?so=${encodeURIComponent(decisionNumber)}`;
  const told = done === null ? undefined : said.done[done];
  return (
    <Page
      title={said.paymentList(decisionNumber)}
      lead={said.paymentLead(decidedOn)}
      trail={[
        { label: said.of(fund.unitName, fund.year), href: back },
        { label: said.dues, href: `${back}/chi-thuong` },
      ]}
    >
      <title>{said.paymentList(decisionNumber)}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      <dl className="pairs">
        <dt>{said.unpaidAmount}</dt>
        <dd>
          {dong(unpaidAmount)} ({moneyInWords(unpaidAmount)})
        </dd>
        <dt>{said.paidAmount}</dt>
        <dd>
          {dong(paidAmount)} ({moneyInWords(paidAmount)})
        </dd>
      </dl>
      <PayForm view={loaderData} id={loaderData.newId} refused={actionData} />
      <nav aria-label={said.taking} className="acts">
        <a href={file('tai.xlsx')}>{said.excel}</a>
        <a href={file('tai.csv')}>{said.csv}</a>
        <a href={file('in/docx')}>{said.word}</a>
        <a href={file('in/pdf')}>{said.pdf}</a>
      </nav>
    </Page>
  );
}
