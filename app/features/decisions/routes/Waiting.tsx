import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { ListedDecision } from '../list.server.ts';
import type { DecisionPage } from '../one.server.ts';
import { decisionsText as said } from '../text.ts';

type Props = {
  readonly decision: ListedDecision;
  readonly waiting: NonNullable<DecisionPage['waiting']>;
  readonly mode: 'development' | 'csc' | 'token';
};

/** Prepared and not signed yet: by hand it is taken away and brought back, else it is tried again. */
export function Waiting({ decision, waiting, mode }: Props) {
  const { id, version, moves } = decision;
  const mayTake = moves.includes(waiting.part === 'person' ? 'sign' : 'seal');
  return (
    <section>
      <Notice kind="warning" title={said.waitingTitle}>
        {waiting.lastError !== null && mode !== 'token' ? said.lastError : said.waitingHand}
      </Notice>
      {mayTake && (
        <>
          <p>
            <a href={`/khen-thuong/quyet-dinh/${id}/tai/cho-ky.pdf`}>{said.takeAway}</a>
          </p>
          <p className="muted">
            {said.hash}: <code>{waiting.digest}</code>
          </p>
          <Form version={version} hidden={{ viec: 'hand', phan: waiting.part }} multipart>
            <Field type="file" name="tep" label={said.bringBack} accept=".pdf,.p7s,.pem,.der,.cms" />
            <Button>{said.hand}</Button>
          </Form>
        </>
      )}
    </section>
  );
}
