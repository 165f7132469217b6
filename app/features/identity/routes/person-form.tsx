import type { ReactNode } from 'react';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { PersonField } from '../people/person.ts';
import type { IdentityRefusal } from '../text.ts';
import { fieldFault, identityRefusal, personFields } from '../text.ts';
import { peopleText } from './text.ts';

export type PersonTyped = Readonly<Record<PersonField, string>>;

type PersonFormProps = {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly typed: PersonTyped;
  readonly refusal: IdentityRefusal | undefined;
  readonly version?: number | undefined;
  /** A new person may get an account at once. */
  readonly withUsername?: boolean | undefined;
  readonly children?: ReactNode;
};

/** Whose fault a refusal is, when it is a field's. */
function faultyField(refusal: IdentityRefusal | undefined): PersonField | undefined {
  if (refusal?.kind === 'bad_field') return refusal.field;
  if (refusal?.kind === 'email_taken') return 'email';
  return refusal?.kind === 'username_taken' ? 'username' : undefined;
}

export function PersonForm({ units, typed, refusal, version, withUsername, children }: PersonFormProps) {
  const field = faultyField(refusal);
  const message = refusal && (refusal.kind === 'bad_field' ? fieldFault(refusal.fault) : identityRefusal(refusal));
  const label = field && personFields[field];
  const errorOf = (name: PersonField) => (field === name ? message : undefined);
  const options = units.map(({ id, name }) => ({ value: id, label: name }));
  const shared = (name: PersonField) => ({
    name,
    label: personFields[name],
    value: typed[name],
    error: errorOf(name),
  });
  return (
    <Form version={version} errors={message ? [{ field, label, message }] : []} guard="nguoi-dung">
      <Field {...shared('fullName')} autoComplete="off" />
      <Field {...shared('positionTitle')} optional />
      <Field {...shared('unitId')} type="select" options={options} />
      <Field {...shared('email')} type="email" hint={peopleText.emailHint} optional />
      <Field {...shared('phone')} type="tel" optional />
      {withUsername && <Field {...shared('username')} hint={peopleText.usernameHint} optional />}
      {children}
      <Actions>
        <Button>{peopleText.save}</Button>
        <a href="/quan-tri/nguoi-dung">{peopleText.title}</a>
      </Actions>
    </Form>
  );
}

export function typedPerson(fields: Readonly<Record<string, string>>): PersonTyped {
  const of = (name: PersonField) => fields[name] ?? '';
  return {
    fullName: of('fullName'),
    positionTitle: of('positionTitle'),
    unitId: of('unitId'),
    email: of('email'),
    phone: of('phone'),
    username: of('username'),
  };
}
