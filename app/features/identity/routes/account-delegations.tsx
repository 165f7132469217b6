import { edgeOf, personAt, refused, typedIn } from '../../../platform/http.server.ts';
import { colleaguesOf, delegationsOf, rolesOf } from '../account/profile.server.ts';
import { lendOrRevoke } from '../roles/lend-or-revoke.server.ts';
import type { Route } from './+types/account-delegations';
import { AccountPage } from './account-page.tsx';
import { DelegationForm, DelegationTable, typedDelegation } from './delegation-parts.tsx';
import { accountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const { personId, homeUnitId, holdings } = person;
  const awake = new Set(holdings.map((holding) => holding.holdingId));
  const roles = await rolesOf(db, personId);
  const unitIds = holdings.filter((holding) => !holding.forPersonId).map((holding) => holding.unitId);
  return {
    delegations: await delegationsOf(db, personId),
    roles: roles.filter((line) => line.isOwn && awake.has(line.holdingId)),
    colleagues: await colleaguesOf(db, { personId, homeUnitId, unitIds }),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const typed = typedDelegation(fields);
  const { id } = fields;
  const result = await lendOrRevoke(edge, id, typed);
  if (!result.ok) return refused(result.refusal, { typed: id ? undefined : typed, done: undefined });
  return { typed: undefined, done: id ? accountText.delegationRevoked : accountText.delegated, refusal: undefined };
}

export default function AccountDelegations({ loaderData, actionData }: Route.ComponentProps) {
  const { delegations, roles, colleagues } = loaderData;
  return (
    <AccountPage
      part="delegations"
      done={actionData?.done}
      refusal={actionData?.typed ? undefined : actionData?.refusal}
    >
      <p>{accountText.delegateLead}</p>
      <DelegationTable delegations={delegations} />
      <h2>{accountText.delegate}</h2>
      {roles.length === 0 ? (
        <p>{accountText.nothingToLend}</p>
      ) : (
        <DelegationForm roles={roles} colleagues={colleagues} typed={actionData?.typed} refusal={actionData?.refusal} />
      )}
    </AccountPage>
  );
}
