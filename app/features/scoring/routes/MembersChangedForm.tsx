import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { JudgementDeed } from '../deeds.server.ts';
import type { MembersChanged } from '../members.server.ts';
import { judgementMoveText, membersText, scoringText } from '../text.ts';

type Props = {
  readonly judgement: { readonly version: number };
  readonly changed: MembersChanged;
  readonly refused: Refused<JudgementDeed>;
};

/** Who joined the block or left it since the cards were made, named before anything is done. */
export function MembersChangedForm({ judgement: { version }, changed: { joined, left }, refused }: Props) {
  if (joined.length + left.length === 0) return null;
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'follow');
  return (
    <Notice kind="warning" title={membersText.title}>
      {joined.length > 0 && <p>{membersText.joined(joined.map(({ unitName }) => unitName).join(', '))}</p>}
      {left.length > 0 && (
        <>
          <p>{membersText.left}</p>
          <ul>
            {left.map(({ cardId, unitName, into, isMerged }) => (
              <li key={cardId}>
                <a href={`/cham-diem/phieu/${cardId}`}>{isMerged ? membersText.merged(unitName, into) : unitName}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Form version={version} hidden={{ viec: 'follow' }} errors={problems}>
        <Field
          type="textarea"
          rows={2}
          id={isOpen ? undefined : 'reason-follow'}
          name="reason"
          label={scoringText.reason}
          value={fields['reason'] ?? ''}
          error={errorAt('reason')}
        />
        <Actions>
          <Button kind="second">{judgementMoveText.follow}</Button>
        </Actions>
      </Form>
    </Notice>
  );
}
