import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import type { Challenge } from '../second-factor/passkeys.server.ts';
import { accountText } from './text.ts';

type PasskeyFormProps = {
  readonly way: 'create' | 'get';
  readonly challenge: Challenge;
  readonly verb: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children?: ReactNode;
};

/** Filled in by /passkey.js with what the device answers; without script it says what else can be done. */
export function PasskeyForm({ way, challenge, verb, hidden = {}, children }: PasskeyFormProps) {
  return (
    <form method="post" className="form" data-passkey={way} data-options={challenge.options}>
      <input type="hidden" name="step" value={challenge.step} />
      <input type="hidden" name="response" value="" />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <p data-without="">{accountText.passkeyScript}</p>
      <p data-failed="" hidden role="alert">
        {accountText.passkeyFailed}
      </p>
      <div data-with="" hidden>
        <Button>{verb}</Button>
      </div>
      <script type="module" src="/passkey.js" />
    </form>
  );
}
