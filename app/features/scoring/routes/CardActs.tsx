import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { CardPage } from '../card-page.server.ts';
import type { CardDeed } from '../deeds.server.ts';
import { cardMoveText, scoringText } from '../text.ts';

type Props = { readonly page: CardPage; readonly refused: Refused<CardDeed> };

const plainDeeds = ['submit', 'pass', 'conclude', 'recall'] as const;
const reasonedDeeds = ['return', 'skip_cross', 'reopen'] as const;

/** What the reader may do with the card as a whole now. */
export function CardActs({ page: { card, moves }, refused }: Props) {
  const plain = plainDeeds.filter((deed) => moves.includes(deed));
  const reasoned = reasonedDeeds.filter((deed) => moves.includes(deed));
  if (plain.length + reasoned.length === 0) return null;
  return (
    <section>
      <h2>{scoringText.moves}</h2>
      {plain.map((deed) => (
        <Form key={deed} version={card.version} hidden={{ viec: deed }} errors={formOf(refused, deed).problems}>
          <Button kind={deed === 'recall' ? 'second' : 'primary'}>{cardMoveText[deed]}</Button>
        </Form>
      ))}
      {reasoned.map((deed) => (
        <Reasoned key={deed} deed={deed} version={card.version} refused={refused} />
      ))}
    </section>
  );
}

type ReasonedProps = {
  readonly deed: (typeof reasonedDeeds)[number];
  readonly version: number;
  readonly refused: Refused<CardDeed>;
};

function Reasoned({ deed, version, refused }: ReasonedProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, deed);
  return (
    <details open={isOpen}>
      <summary>{cardMoveText[deed]}</summary>
      <Form version={version} hidden={{ viec: deed }} errors={problems}>
        <Field
          type="textarea"
          rows={2}
          id={isOpen ? undefined : `reason-${deed}`}
          name="reason"
          label={scoringText.reason}
          value={fields['reason'] ?? ''}
          error={errorAt('reason')}
        />
        <Actions>
          <Button kind="second">{cardMoveText[deed]}</Button>
        </Actions>
      </Form>
    </details>
  );
}
