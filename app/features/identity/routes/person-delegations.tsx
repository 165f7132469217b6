import { edgeOf, pageNotFound, refused, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { colleaguesOf, delegationsOf } from '../account/profile.server.ts';
import { personDetail } from '../people/queries.server.ts';
import { lendOrRevoke } from '../roles/lend-or-revoke.server.ts';
import { administratorAt } from '../session/administrator.server.ts';
import { identityRefusal } from '../text.ts';
import type { Route } from './+types/person-delegations';
import { DelegationForm, DelegationTable, typedDelegation } from './delegation-parts.tsx';
import { accountText, peopleText } from './text.ts';

/** For somebody who cannot do it themselves: an administrator lends their role for them. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = administratorAt(edge, args.request);
  const { db, seal, clock } = edge.services;
  const asked = { personId: askedId(args.params.personId), now: clock() };
  const detail = (await personDetail(db, seal, person, asked)) ?? pageNotFound();
  const holdings = detail.holdings.map(({ id, role, unit }) => ({ holdingId: id, role, unit }));
  const houses = { personId: detail.id, homeUnitId: detail.unitId, unitIds: detail.holdings.map((one) => one.unitId) };
  return {
    name: detail.name,
    id: detail.id,
    holdings,
    delegations: await delegationsOf(db, detail.id),
    colleagues: await colleaguesOf(db, houses),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  administratorAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const typed = typedDelegation(fields);
  const { id } = fields;
  const result = await lendOrRevoke(edge, id, typed);
  if (!result.ok) return refused(result.refusal, { typed: id ? undefined : typed, done: undefined });
  return { typed: undefined, done: id ? accountText.delegationRevoked : accountText.delegated, refusal: undefined };
}

export default function PersonDelegations({ loaderData, actionData }: Route.ComponentProps) {
  const { name, id, holdings, delegations, colleagues } = loaderData;
  const trail = [
    { label: peopleText.title, href: '/quan-tri/nguoi-dung' },
    { label: name, href: `/quan-tri/nguoi-dung/${id}` },
  ];
  return (
    <Page title={accountText.delegate} lead={name} trail={trail}>
      <title>{`${accountText.delegate} · ${name}`}</title>
      {actionData?.done && <Notice kind="success">{actionData.done}</Notice>}
      {actionData?.refusal && !actionData.typed && (
        <Notice kind="refusal">{identityRefusal(actionData.refusal)}</Notice>
      )}
      <DelegationTable delegations={delegations} />
      <h2>{accountText.delegate}</h2>
      {holdings.length === 0 ? (
        <p>{peopleText.rolesNoneWhy}</p>
      ) : (
        <DelegationForm
          roles={holdings}
          colleagues={colleagues}
          typed={actionData?.typed}
          refusal={actionData?.refusal}
        />
      )}
    </Page>
  );
}
