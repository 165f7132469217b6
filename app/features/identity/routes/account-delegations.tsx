import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, refused, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { roleNames } from '../../../platform/text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { colleaguesOf, delegationsOf, rolesOf } from '../account/profile.server.ts';
import { delegateRole, revokeDelegation } from '../roles/delegation.server.ts';
import type { Route } from './+types/account-delegations';
import { AccountPage } from './account-page.tsx';
import { accountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const awake = new Set(person.holdings.map((holding) => holding.holdingId));
  const roles = await rolesOf(db, person.personId);
  return {
    delegations: await delegationsOf(db, person.personId),
    roles: roles.filter((line) => line.isOwn && awake.has(line.holdingId)),
    colleagues: await colleaguesOf(db, person),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const typed = {
    holdingId: askedId(fields['holdingId']),
    toPersonId: askedId(fields['toPersonId']),
    from: fields['from'] ?? '',
    until: fields['until'] ?? '',
    reason: fields['reason'] ?? '',
  };
  const { id } = fields;
  const result = id
    ? await act(edge, (context) => revokeDelegation(context, askedId(id)))
    : await act(edge, (context) => delegateRole(context, typed));
  if (!result.ok) return refused(result.refusal, { typed, done: undefined });
  return { typed: undefined, done: id ? accountText.delegationRevoked : accountText.delegated, refusal: undefined };
}

type Row = Route.ComponentProps['loaderData']['delegations'][number];

const columns: readonly Column<Row>[] = [
  { key: 'vai-tro', head: accountText.role, kind: 'name', cell: ({ role, unit }) => `${roleNames[role]}, ${unit}` },
  { key: 'nguoi-nhan', head: accountText.delegateTo, cell: ({ to }) => to },
  { key: 'tu', head: accountText.delegateFrom, cell: ({ from }) => dateText(from) },
  { key: 'den', head: accountText.delegateUntil, cell: ({ until }) => dateText(until) },
  { key: 'ly-do', head: accountText.delegateReason, cell: ({ reason }) => reason },
  { key: 'thu-hoi', head: accountText.revoke, cell: ({ id }) => <Revoke id={id} /> },
];

function Revoke({ id }: { readonly id: string }) {
  return (
    <Form hidden={{ id }}>
      <Button kind="second" small>
        {accountText.revoke}
      </Button>
    </Form>
  );
}

export default function AccountDelegations({ loaderData, actionData }: Route.ComponentProps) {
  const { delegations, roles } = loaderData;
  return (
    <AccountPage part="delegations" done={actionData?.done} refusal={actionData?.refusal}>
      <p>{accountText.delegateLead}</p>
      <Table
        caption={accountText.delegationsMine}
        columns={columns}
        rows={delegations}
        rowKey={({ id }) => id}
        empty={<Empty what={accountText.noDelegations} why={accountText.noDelegationsWhy} />}
      />
      <h2>{accountText.delegate}</h2>
      {roles.length === 0 ? (
        <p>{accountText.nothingToLend}</p>
      ) : (
        <NewDelegation data={loaderData} typed={actionData?.typed} />
      )}
    </AccountPage>
  );
}

type NewDelegationProps = {
  readonly data: Route.ComponentProps['loaderData'];
  readonly typed: Readonly<Record<'holdingId' | 'toPersonId' | 'from' | 'until' | 'reason', string>> | undefined;
};

function NewDelegation({ data, typed }: NewDelegationProps) {
  const roles = data.roles.map(({ holdingId, role, unit }) => ({
    value: holdingId,
    label: `${roleNames[role]}, ${unit}`,
  }));
  const people = data.colleagues.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form>
      <Field
        type="select"
        name="holdingId"
        label={accountText.delegateWhich}
        options={roles}
        value={typed?.holdingId}
      />
      <Field
        type="select"
        name="toPersonId"
        label={accountText.delegateTo}
        options={people}
        value={typed?.toPersonId}
      />
      <Field type="date" name="from" label={accountText.delegateFrom} value={typed?.from} width="short" />
      <Field type="date" name="until" label={accountText.delegateUntil} value={typed?.until} width="short" />
      <Field
        name="reason"
        label={accountText.delegateReason}
        hint={accountText.delegateReasonHint}
        value={typed?.reason}
      />
      <Actions>
        <Button>{accountText.delegate}</Button>
      </Actions>
    </Form>
  );
}
