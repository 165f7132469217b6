import { getAward } from '../../awards/award.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { AgendaItem } from '../agenda.server.ts';
import { councilText as said } from '../text.ts';
import { SheetLine } from './Sheet.tsx';

type Props = { readonly id: string; readonly items: readonly AgendaItem[] };

/** No form on purpose: a choice must not be sent with the account, whatever is pressed. /ballot.js makes and casts the ballots. */
export function SecretSheet({ id, items }: Props) {
  const here = `/khen-thuong/hoi-dong/phien/${id}`;
  const polls = items.flatMap(({ poll, position, holderName }) =>
    poll?.publicKey
      ? [{ pollId: poll.id, publicKey: poll.publicKey, label: `${position}. ${holderName}`, taken: poll.hasTaken }]
      : [],
  );
  const left = items.filter(({ poll }) => !poll?.hasTaken);
  const taken = items.filter(({ poll }) => poll?.hasTaken);
  return (
    <section>
      <h2>{said.secretSheet}</h2>
      <p>{said.secretNote}</p>
      <noscript>
        <Notice kind="warning">{said.secretScript}</Notice>
      </noscript>
      <p id="phieu-tinh-trang" role="status" />
      {taken.length > 0 && (
        <ul>
          {taken.map(({ id: itemId, position, holderName, awardCode }) => (
            <li key={itemId}>{`${position}. ${holderName}: ${getAward(awardCode).name}. ${said.takenElsewhere}`}</li>
          ))}
        </ul>
      )}
      <div
        id="phieu-kin"
        hidden
        data-polls={JSON.stringify(polls)}
        data-take={`${here}/nhan-phieu`}
        data-returned={`${here}/da-bo`}
        data-after={`${here}?da=secret`}
      >
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
        <p>
          <button type="button" className="btn btn-primary" id="bo-phieu">
            {said.castSecret}
          </button>
        </p>
      </div>
      <script type="module" src="/ballot.js" />
    </section>
  );
}
