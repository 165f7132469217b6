import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { seeIdentity } from '../identity.server.ts';
import { initiativesOf, linkInitiative } from '../initiatives.server.ts';
import type { ListedHolder } from '../list.server.ts';
import { waitingOffers } from '../offers.server.ts';
import { offerText } from '../offer.text.ts';
import { findHolder } from '../one.server.ts';
import { timelineOf } from '../timeline.server.ts';
import { Namesakes, Sealed } from './HolderActs.tsx';
import { HeldHonours } from './HeldHonours.tsx';
import { HolderTimeline } from './HolderTimeline.tsx';
import { standardsText } from '../standards.text.ts';
import {
  genderText,
  groupName,
  holderFieldText as field,
  holderKindText,
  knownText,
  refusalText,
  registerText as said,
} from '../text.ts';
import type { Route } from './+types/holder.ts';

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.holderId);
  const { fields } = await typedIn(args.request);
  if (fields['viec'] === 'dinh-danh') {
    const seen = await act(edge, (context) => seeIdentity(context, edge.services.seal, id));
    if (seen.ok) return { identity: seen.value.identity, problem: undefined };
    return data({ identity: undefined, problem: refusalText(seen.refusal) }, { status: statusOf(seen.refusal) });
  }
  const isAuthor = fields['viec'] === 'la-tac-gia';
  const command = { holderId: id, initiativeId: askedId(fields['sang-kien']), isAuthor };
  const linked = await act(edge, (context) => linkInitiative(context, command));
  if (linked.ok) return redirect(`/khen-thuong/so/${id}?da=luu`);
  return data({ identity: undefined, problem: refusalText(linked.refusal) }, { status: statusOf(linked.refusal) });
}

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = (await findHolder(db, person, askedId(args.params.holderId))) ?? pageNotFound();
  const [items, initiatives, offers] = await Promise.all([
    timelineOf(db, one.holder),
    one.may.note ? initiativesOf(db, one.holder.id) : [],
    waitingOffers(db, one.holder.id),
  ]);
  return { ...one, items, initiatives, offers: offers.length, done: new URL(args.request.url).searchParams.has('da') };
}

export default function Holder({ loaderData, actionData }: Route.ComponentProps) {
  const { holder, honours, items, initiatives, offers, may, done } = loaderData;
  return (
    <Page
      title={holder.name}
      lead={`${holderKindText[holder.kind]}, ${holder.unitName}`}
      trail={[{ label: said.title, href: '/khen-thuong/so' }]}
      action={may.change && <LinkButton href={`/khen-thuong/so/${holder.id}/sua`}>{said.edit}</LinkButton>}
    >
      <title>{holder.name}</title>
      {done && <Notice kind="success">{said.done}</Notice>}
      {actionData?.problem !== undefined && <Notice kind="refusal">{actionData.problem}</Notice>}
      {holder.mergedInto !== null && (
        <Notice kind="warning">
          {said.mergedInto} <a href={`/khen-thuong/so/${holder.mergedInto}`}>{said.seeKept}</a>
        </Notice>
      )}
      {offers > 0 && (
        <Notice kind="warning">
          {offerText.waiting(offers)} <a href={`/khen-thuong/so/${holder.id}/ket-qua`}>{offerText.open}</a>
        </Notice>
      )}
      <h2>{said.facts}</h2>
      <Pairs pairs={pairsOf(holder)} />
      <Sealed one={loaderData} identity={actionData?.identity} />
      <p>
        <a href={`/khen-thuong/so/${holder.id}/tieu-chuan`}>{standardsText.link}</a>
      </p>
      <h2>{said.held}</h2>
      {may.enter && (
        <p>
          <a href={`/khen-thuong/so/da-khen/moi?doi-tuong=${holder.id}`}>{said.enterHonour}</a>
        </p>
      )}
      <HeldHonours honours={honours} may={may} />
      <HolderTimeline holder={holder} items={items} mayNote={may.note} hasHistory={may.history} />
      <Namesakes initiatives={initiatives} />
    </Page>
  );
}

function pairsOf(holder: ListedHolder) {
  const known = (value: string | number | null) => value ?? said.unknown;
  const group = { label: field.group, value: known(holder.groupCode && groupName(holder.groupCode)) };
  const person = [
    group,
    { label: field.gender, value: known(holder.gender && genderText[holder.gender]) },
    { label: field.birthYear, value: known(holder.birthYear) },
    { label: field.position, value: known(holder.positionTitle) },
    { label: field.leader, value: knownText(holder.isLeader) },
    { label: field.direct, value: knownText(holder.worksDirectly) },
  ];
  const collective = [group, { label: field.foundedYear, value: known(holder.foundedYear) }];
  return [
    ...(holder.kind === 'person' ? person : holder.kind === 'collective' ? collective : []),
    ...(holder.endedOn === null ? [] : [{ label: field.endedOn, value: dateText(holder.endedOn) }]),
    ...(holder.source === null ? [] : [{ label: field.source, value: holder.source }]),
  ];
}
