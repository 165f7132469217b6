import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { formOf } from '../../../ui/refused.ts';
import { settleOffer } from '../offering.server.ts';
import type { WaitingOffer } from '../offers.server.ts';
import { waitingOffers } from '../offers.server.ts';
import { findHolder } from '../one.server.ts';
import { offeredText, offerHeading, offerProblems, offerText as said } from '../offer.text.ts';
import { registerText } from '../text.ts';
import type { Route } from './+types/offers.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = (await findHolder(db, person, askedId(args.params.holderId))) ?? pageNotFound();
  return {
    holder: one.holder,
    mayNote: one.may.note,
    offers: await waitingOffers(db, one.holder.id),
    done: new URL(args.request.url).searchParams.has('da'),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const holderId = askedId(args.params.holderId);
  const { fields } = await typedIn(args.request);
  const refused = (problems: ReturnType<typeof offerProblems>, status: number) =>
    data({ deed: 'chon' as const, fields, problems: problems.map((one) => ({ field: '', ...one })) }, { status });
  const choice = fields['chon'];
  if (choice !== 'lay' && choice !== 'giu') return refused(offerProblems({ kind: 'not_chosen' }), 422);
  const command = {
    holderId,
    id: askedId(fields['ket-qua']),
    version: Number(fields['version']),
    noteVersion: Number(fields['ban-ghi']),
    take: choice === 'lay',
    reason: fields['ly-do'] ?? '',
  };
  const settled = await act(edge, (context) => settleOffer(context, command));
  if (settled.ok) return redirect(`/khen-thuong/so/${holderId}/ket-qua?da=luu`);
  return refused(offerProblems(settled.refusal), statusOf(settled.refusal));
}

type Data = Route.ComponentProps['loaderData'];

export default function Offers({ loaderData, actionData }: Route.ComponentProps) {
  const { holder, offers, mayNote, done } = loaderData;
  const other = actionData?.problems.find(({ field }) => field === '');
  return (
    <Page
      title={said.title}
      lead={said.lead}
      trail={[
        { label: registerText.title, href: '/khen-thuong/so' },
        { label: holder.name, href: `/khen-thuong/so/${holder.id}` },
      ]}
    >
      <title>{`${said.title}: ${holder.name}`}</title>
      {done && <Notice kind="success">{said.done}</Notice>}
      {other && <Notice kind="refusal">{other.message}</Notice>}
      {offers.length === 0 ? (
        <Empty what={said.emptyWhat} why={said.emptyWhy} />
      ) : (
        offers.map((offer) => <Offer key={offer.id} offer={offer} mayNote={mayNote} refused={actionData} />)
      )}
    </Page>
  );
}

type OfferProps = {
  readonly offer: WaitingOffer;
  readonly mayNote: Data['mayNote'];
  readonly refused: Route.ComponentProps['actionData'];
};

function Offer({ offer, mayNote, refused }: OfferProps) {
  const { fields, problems, errorAt } = formOf(refused, 'chon', { 'ket-qua': offer.id });
  return (
    <section>
      <h2>{offerHeading(offer.kind, offer.year, offer.origin)}</h2>
      <Pairs
        pairs={[
          { label: said.noted, value: offeredText(offer.kind, offer.noted) },
          { label: said.offered, value: offeredText(offer.kind, offer.row) },
        ]}
      />
      {mayNote ? (
        <Form
          version={offer.version}
          hidden={{ 'ket-qua': offer.id, 'ban-ghi': String(offer.noteVersion) }}
          errors={problems}
          scope={offer.id}
        >
          <Choices
            kind="one"
            name="chon"
            label={said.choice}
            value={fields['chon']}
            error={errorAt('chon')}
            options={[
              { value: 'lay', label: said.take },
              { value: 'giu', label: said.keep },
            ]}
          />
          <Field
            name="ly-do"
            label={said.reason}
            hint={said.reasonHint}
            value={fields['ly-do']}
            error={errorAt('ly-do')}
            width="long"
          />
          <Actions>
            <Button>{said.save}</Button>
          </Actions>
        </Form>
      ) : (
        <p className="muted">{said.mayNot}</p>
      )}
    </section>
  );
}
