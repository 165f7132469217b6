import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Form } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Signing } from './signing.server.ts';
import { decisionMoveText, decisionsText as said } from './text.ts';

type Mode = 'development' | 'csc' | 'token';

/** Signed now, by the key here or by a service that its holder releases. */
export function SignForm({ deed, version, mode }: { deed: 'sign' | 'seal'; version: number; mode: Mode }) {
  return (
    <Form version={version} hidden={{ viec: deed }}>
      {mode === 'csc' && (
        <>
          <Field type="password" name="mat-khau-khoa" label={said.pin} optional />
          <Field name="otp" label={said.otp} optional width="short" />
        </>
      )}
      <Button>{decisionMoveText[deed]}</Button>
    </Form>
  );
}

type WaitsProps = {
  /** Of what waits, as a PDF. */
  readonly href: string;
  readonly version: number;
  /** Of the file, where several wait. */
  readonly name?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly waiting: Pick<Signing, 'part' | 'digest'> & { readonly lastError: string | null };
  readonly mayTake: boolean;
  readonly mode: Mode;
};

/** Prepared and not signed yet: by hand it is taken away and brought back, else it is tried again. */
export function SigningWaits({ href, version, name, hidden = {}, waiting, mayTake, mode }: WaitsProps) {
  return (
    <section>
      <Notice kind="warning" title={name === undefined ? said.waitingTitle : said.waitingTitleOf(name)}>
        {waiting.lastError !== null && mode !== 'token' ? said.lastError : said.waitingHand}
      </Notice>
      {mayTake && (
        <>
          <p>
            <a href={href}>{said.takeAway}</a>
          </p>
          <p className="muted">
            {said.hash}: <code>{waiting.digest}</code>
          </p>
          <Form version={version} hidden={{ viec: 'hand', phan: waiting.part, ...hidden }} multipart>
            <Field
              type="file"
              id={hidden['phu-luc'] && `o-tep-${hidden['phu-luc']}`}
              name="tep"
              label={said.bringBack}
              accept=".pdf,.p7s,.pem,.der,.cms"
            />
            <Button>{said.hand}</Button>
          </Form>
        </>
      )}
    </section>
  );
}
