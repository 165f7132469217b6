import { Field } from '../../../ui/Field.tsx';
import { identityText } from '../text.ts';

/** A new password, twice. */
export function NewPasswordFields({
  errorAt,
}: {
  readonly errorAt: (name: 'password' | 'again') => string | undefined;
}) {
  return (
    <>
      <Field
        name="password"
        type="password"
        label={identityText.newPassword}
        hint={identityText.passwordHint}
        error={errorAt('password')}
        autoComplete="new-password"
        width="medium"
      />
      <Field
        name="again"
        type="password"
        label={identityText.passwordAgain}
        error={errorAt('again')}
        autoComplete="new-password"
        width="medium"
      />
    </>
  );
}
