import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { MeetingDeed } from '../deeds.server.ts';
import type { MeetingSeen } from '../meeting-page.server.ts';
import { blockProblems, blocksText as said, fieldText, meetingMoveText } from '../text.ts';

type Props = { readonly seen: MeetingSeen; readonly today: string; readonly refused: Refused<MeetingDeed> };

export function MeetingActs({ seen, today, refused }: Props) {
  const { meeting, moves, lacks } = seen;
  return (
    <>
      {moves.includes('call') && today <= meeting.plannedOn && (
        <Plain deed="call" version={meeting.version} lead={said.callLead} />
      )}
      {moves.includes('hold') &&
        (meeting.stage === 'called' ? today >= meeting.plannedOn : today > meeting.plannedOn) && (
          <Plain deed="hold" version={meeting.version} lead={said.holdLead} />
        )}
      {(moves.includes('change') || moves.includes('write')) && (
        <Actions>
          {moves.includes('change') && (
            <LinkButton kind="second" href={`/khoi-cum/hop/${meeting.id}/sua`}>
              {said.change}
            </LinkButton>
          )}
          {moves.includes('write') && (
            <LinkButton href={`/khoi-cum/hop/${meeting.id}/bien-ban`}>{said.writeMinutes}</LinkButton>
          )}
        </Actions>
      )}
      {moves.includes('close') &&
        (lacks.length === 0 ? (
          <Plain deed="close" version={meeting.version} lead={said.closeMinutesLead} />
        ) : (
          <section>
            <p>{said.closeAwaits}</p>
            <ul>
              {blockProblems({ kind: 'block_wrong', wrongs: lacks } as Parameters<typeof blockProblems>[0]).map(
                ({ field, label, message }) => (
                  <li key={field}>{`${label}: ${message}`}</li>
                ),
              )}
            </ul>
          </section>
        ))}
      {moves.includes('cancel') && <Cancel version={meeting.version} refused={refused} />}
    </>
  );
}

function Plain({
  deed,
  version,
  lead,
}: {
  readonly deed: 'call' | 'hold' | 'close';
  readonly version: number;
  readonly lead: string;
}) {
  return (
    <section>
      <p>{lead}</p>
      <Form version={version} hidden={{ viec: deed }}>
        <Button>{meetingMoveText[deed]}</Button>
      </Form>
    </section>
  );
}

function Cancel({ version, refused }: { readonly version: number; readonly refused: Refused<MeetingDeed> }) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'cancel');
  return (
    <details open={isOpen}>
      <summary>{said.cancelTitle}</summary>
      <Form version={version} hidden={{ viec: 'cancel' }} errors={problems}>
        <Field
          type="textarea"
          rows={2}
          name="reason"
          label={fieldText.reason}
          value={fields['reason']}
          error={errorAt('reason')}
        />
        <Button kind="danger">{meetingMoveText.cancel}</Button>
      </Form>
    </details>
  );
}
