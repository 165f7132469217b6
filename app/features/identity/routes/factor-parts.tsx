import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { identityText } from '../text.ts';
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

export function FactorOff({ secret, qr }: { readonly secret: string; readonly qr: string }) {
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
      <Form hidden={{ viec: 'bat' }}>
        <Field name="code" label={stepText.code} width="short" autoComplete="one-time-code" />
        <Actions>
          <Button>{accountText.confirm}</Button>
        </Actions>
      </Form>
    </>
  );
}

export function FactorOn({ since, codesLeft }: { readonly since: Date; readonly codesLeft: number }) {
  return (
    <>
      <p>{accountText.factorOn(momentText(since))}</p>
      <h2>{accountText.codesTitle}</h2>
      <p>{accountText.codesLeft(codesLeft)}</p>
      <Form id="ma-du-phong" hidden={{ viec: 'ma-moi' }}>
        <Field
          name="current"
          type="password"
          label={identityText.currentPassword}
          hint={accountText.codesRenewHint}
          autoComplete="current-password"
          width="medium"
        />
        <Button kind="second">{accountText.codesRenew}</Button>
      </Form>
      <h2>{accountText.factorRemove}</h2>
      <form method="post" className="form">
        <input type="hidden" name="viec" value="tat" />
        <div className="field medium">
          <label htmlFor="o-tat">{identityText.currentPassword}</label>
          <input id="o-tat" name="current" type="password" autoComplete="current-password" />
        </div>
        <Button kind="danger">{accountText.factorRemove}</Button>
      </form>
    </>
  );
}
