import type { Role } from '../../../kernel/actor.ts';
import { roleNames } from '../../../platform/text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { DelegationLine } from '../account/profile.server.ts';
import type { IdentityRefusal } from '../text.ts';
import { refusedForm } from './refused-form.ts';
import { accountText } from './text.ts';

const columns: readonly Column<DelegationLine>[] = [
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

export function DelegationTable({ delegations }: { readonly delegations: readonly DelegationLine[] }) {
  return (
    <Table
      caption={accountText.delegationsMine}
      columns={columns}
      rows={delegations}
      rowKey={({ id }) => id}
      empty={<Empty what={accountText.noDelegations} why={accountText.noDelegationsWhy} />}
    />
  );
}

export type TypedDelegation = Readonly<Record<'holdingId' | 'toPersonId' | 'from' | 'until' | 'reason', string>>;

export function typedDelegation(fields: Readonly<Record<string, string>>): TypedDelegation {
  const of = (name: keyof TypedDelegation) => fields[name] ?? '';
  return {
    holdingId: of('holdingId'),
    toPersonId: of('toPersonId'),
    from: of('from'),
    until: of('until'),
    reason: of('reason'),
  };
}

type DelegationFormProps = {
  readonly roles: readonly { readonly holdingId: string; readonly role: Role; readonly unit: string }[];
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly typed: TypedDelegation | undefined;
  readonly refusal: IdentityRefusal | undefined;
};

export function DelegationForm({ roles, colleagues, typed, refusal }: DelegationFormProps) {
  const { errors, errorAt } = refusedForm(refusal);
  const offered = roles.map(({ holdingId, role, unit }) => ({
    value: holdingId,
    label: `${roleNames[role]}, ${unit}`,
  }));
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form errors={errors}>
      <Field
        type="select"
        name="holdingId"
        label={accountText.delegateWhich}
        options={offered}
        value={typed?.holdingId}
        error={errorAt('holdingId')}
      />
      <Field
        type="select"
        name="toPersonId"
        label={accountText.delegateTo}
        options={people}
        value={typed?.toPersonId}
        error={errorAt('toPersonId')}
      />
      <Field type="date" name="from" label={accountText.delegateFrom} value={typed?.from} width="short" />
      <Field
        type="date"
        name="until"
        label={accountText.delegateUntil}
        value={typed?.until}
        error={errorAt('until')}
        width="short"
      />
      <Field
        name="reason"
        label={accountText.delegateReason}
        hint={accountText.delegateReasonHint}
        value={typed?.reason}
        error={errorAt('reason')}
      />
      <Actions>
        <Button>{accountText.delegate}</Button>
      </Actions>
    </Form>
  );
}
