import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { NewerEdition } from '../choices.server.ts';
import type { JudgementDeed } from '../deeds.server.ts';
import type { JudgementPage } from '../judgement-page.server.ts';
import { judgementMoveText, scoringText } from '../text.ts';

type Props = {
  readonly page: JudgementPage;
  /** What stands against the announcement. */
  readonly lacking: string | undefined;
  readonly newer: NewerEdition | undefined;
  readonly refused: Refused<JudgementDeed>;
};

/** What whoever organises may do with the judgement now. Settling and all after it stands on the page of the ranking. */
export function JudgementActs({ page: { judgement, moves }, lacking, newer, refused }: Props) {
  const { version } = judgement;
  const plain = (['open', 'announce'] as const).filter((deed) => moves.includes(deed));
  const reasoned = (['reopen', 'cancel'] as const).filter((deed) => moves.includes(deed));
  const onRanking = (['settle', 'sign_off', 'freeze'] as const).some((deed) => moves.includes(deed));
  if (plain.length + reasoned.length === 0 && !newer && !onRanking) return null;
  return (
    <section>
      <h2>{scoringText.moves}</h2>
      {onRanking && (
        <p>
          <a href={`/cham-diem/${judgement.id}/xep-hang`}>{scoringText.onRanking}</a>
        </p>
      )}
      {newer && (
        <Notice kind="warning">
          <p>{scoringText.newer(newer.edition)}</p>
          <Form version={version} hidden={{ viec: 'adopt', ban: newer.id }}>
            <Button kind="second">{scoringText.adopt(newer.edition)}</Button>
          </Form>
        </Notice>
      )}
      {plain.map((deed) =>
        deed === 'announce' && lacking ? (
          <p key={deed}>
            <b>{scoringText.notYet(judgementMoveText.announce)}</b> {lacking}
          </p>
        ) : (
          <Form key={deed} version={version} hidden={{ viec: deed }} errors={formOf(refused, deed).problems}>
            <Button>{judgementMoveText[deed]}</Button>
          </Form>
        ),
      )}
      {reasoned.map((deed) => (
        <Reasoned key={deed} deed={deed} version={version} refused={refused} />
      ))}
    </section>
  );
}

function Reasoned({
  deed,
  version,
  refused,
}: {
  readonly deed: 'reopen' | 'cancel';
  readonly version: number;
  readonly refused: Refused<JudgementDeed>;
}) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, deed);
  return (
    <details open={isOpen}>
      <summary>{judgementMoveText[deed]}</summary>
      <Form version={version} hidden={{ viec: deed }} errors={problems}>
        <Field
          type="textarea"
          rows={2}
          id={isOpen ? undefined : `reason-${deed}`}
          name="reason"
          label={scoringText.reason}
          hint={deed === 'cancel' ? scoringText.cancelWhat : undefined}
          value={fields['reason'] ?? ''}
          error={errorAt('reason')}
        />
        <Actions>
          <Button kind={deed === 'cancel' ? 'danger' : 'second'}>{judgementMoveText[deed]}</Button>
        </Actions>
      </Form>
    </details>
  );
}
