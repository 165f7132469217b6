import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { identityText } from '../text.ts';
import type { IdentityRefusal } from '../text.ts';
import { refusedForm } from './refused-form.ts';
import { accountText, stepText } from './text.ts';

/** Shown once, right after they were made. */
export function Codes({ codes, to }: { readonly codes: readonly string[]; readonly to: string }) {
  return (
    <>
      <h2>{accountText.codesTitle}</h2>
      <p>{accountText.codesShow}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <LinkButton href={to}>{accountText.codesDone}</LinkButton>
    </>
  );
}

type Refused = { readonly viec: string | undefined; readonly refusal: IdentityRefusal | undefined } | undefined;
type OffProps = { readonly secret: string; readonly qr: string; readonly refused: Refused };

export function FactorOff({ secret, qr, refused }: OffProps) {
  const { errors, errorAt } = refusedForm(refused?.refusal);
  return (
    <>
      <p>{accountText.factorOff}</p>
      <h2>{accountText.factorSteps}</h2>
      <p>{accountText.factorScan}</p>
      <p>
        <img src={qr} alt={accountText.qrAlt} width={220} height={220} />
      </p>
      <p>
        {accountText.factorSecret} <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <Form hidden={{ viec: 'bat' }} errors={errors}>
        <Field name="code" label={stepText.code} width="short" autoComplete="one-time-code" error={errorAt('code')} />
        <Actions>
          <Button>{accountText.confirm}</Button>
        </Actions>
      </Form>
    </>
  );
}

type OnProps = { readonly since: Date; readonly codesLeft: number; readonly refused: Refused };

export function FactorOn({ since, codesLeft, refused }: OnProps) {
  const renewing = refusedForm(refused?.viec === 'ma-moi' ? refused.refusal : undefined);
  const removing = refusedForm(refused?.viec === 'tat' ? refused.refusal : undefined);
  return (
    <>
      <p>{accountText.factorOn(momentText(since))}</p>
      <h2>{accountText.codesTitle}</h2>
      <p>{accountText.codesLeft(codesLeft)}</p>
      <Form id="ma-du-phong" hidden={{ viec: 'ma-moi' }} errors={renewing.errors}>
        <Field
          name="current"
          type="password"
          label={identityText.currentPassword}
          hint={accountText.codesRenewHint}
          error={renewing.errorAt('current')}
          autoComplete="current-password"
          width="medium"
        />
        <Button kind="second">{accountText.codesRenew}</Button>
      </Form>
      <h2>{accountText.factorRemove}</h2>
      <Form hidden={{ viec: 'tat' }} errors={removing.errors.map((error) => ({ ...error, field: 'tat' }))}>
        <Field
          id="o-tat"
          name="current"
          type="password"
          label={identityText.currentPassword}
          error={removing.errorAt('current')}
          autoComplete="current-password"
          width="medium"
        />
        <Button kind="danger">{accountText.factorRemove}</Button>
      </Form>
    </>
  );
}
