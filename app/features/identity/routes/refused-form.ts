/** What a form shows after a refusal: the summary, and the message beside the field that the refusal is about. */
import type { IdentityRefusal } from '../text.ts';
import { fieldFault, identityRefusal } from '../text.ts';

export function refusedForm(refusal: IdentityRefusal | undefined) {
  const field = refusal && fieldOf(refusal);
  const message = refusal && (refusal.kind === 'bad_field' ? fieldFault(refusal.fault) : identityRefusal(refusal));
  return {
    errors: message === undefined ? [] : [{ field, message }],
    errorAt: (name: string) => (name === field ? message : undefined),
  };
}

/** Fields are called alike in all forms; undefined when a refusal is about the whole. */
const fields: Partial<Record<IdentityRefusal['kind'], string>> = {
  only_from_top: 'role',
  not_by_delegate: 'role',
  already_held: 'role',
  bad_dates: 'until',
  already_delegated: 'toPersonId',
  other_house: 'toPersonId',
  to_holder: 'toPersonId',
  person_gone: 'toPersonId',
  needs_reason: 'reason',
  username_taken: 'username',
  has_account: 'username',
  wrong_password: 'current',
  wrong_code: 'code',
  email_taken: 'email',
};

function fieldOf(refusal: IdentityRefusal): string | undefined {
  if (refusal.kind === 'bad_field' || refusal.kind === 'choice_missing') return refusal.field;
  if (refusal.kind === 'bad_password') return refusal.fault === 'not_same' ? 'again' : 'password';
  return fields[refusal.kind];
}
