import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { AgendaItem } from '../agenda.server.ts';
import { councilText as said } from '../text.ts';
import { SheetLine } from './Sheet.tsx';

/** `left`: of those that are open, what still waits; a ballot that was taken may still lie in this browser. */
type Props = { readonly id: string; readonly items: readonly AgendaItem[]; readonly left: readonly AgendaItem[] };

/** No form on purpose: a choice must not be sent with the account, whatever is pressed. /ballot.js makes and casts the ballots. */
export function SecretSheet({ id, items, left }: Props) {
  const here = `/khen-thuong/hoi-dong/phien/${id}`;
  const polls = items.flatMap(({ poll, position, holderName }) =>
    poll?.publicKey
      ? [{ pollId: poll.id, publicKey: poll.publicKey, label: `${position}. ${holderName}`, taken: poll.hasTaken }]
      : [],
  );
  return (
    <section>
      <h2>{said.secretSheet}</h2>
      <p>{said.secretNote}</p>
      <noscript>
        <Notice kind="warning">{said.secretScript}</Notice>
      </noscript>
      <p id="phieu-tinh-trang" role="status" />
      <div
        id="phieu-kin"
        hidden
        data-polls={JSON.stringify(polls)}
        data-take={`${here}/nhan-phieu`}
        data-returned={`${here}/da-bo`}
        data-after={`${here}?da=secret`}
      >
        <div id="bo-tiep" hidden>
          <h3>{said.goOnTitle}</h3>
          <p>{said.goOnNote}</p>
          <Field name="ma" label={said.code} autoComplete="off" />
          <p>
            <button type="button" className="btn btn-second" id="bo-tiep-bam">
              {said.goOn}
            </button>
          </p>
        </div>
        {left.length > 1 && (
          <p>
            <button type="button" className="btn btn-second" data-tat-ca="for">
              {said.allFor}
            </button>
          </p>
        )}
        {left.map((item) => (
          <SheetLine key={item.id} item={item} />
        ))}
        <details id="du-phong" data-at={`${here}/du-phong`}>
          <summary>{said.spareTitle}</summary>
          <p>{said.spareNote}</p>
          <p>
            <button type="button" className="btn btn-second" id="tao-ma">
              {said.spareMake}
            </button>
          </p>
          <p id="ma-du-phong" className="ballot-code" role="status" />
        </details>
        <p hidden={left.length === 0}>
          <button type="button" className="btn btn-primary" id="bo-phieu">
            {said.castSecret}
          </button>
        </p>
      </div>
      <script type="module" src="/ballot.js" />
    </section>
  );
}
