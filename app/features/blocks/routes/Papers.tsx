import { sizeText } from '../../../platform/files/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { MeetingDeed } from '../deeds.server.ts';
import type { MeetingSeen } from '../meeting-page.server.ts';
import { blocksText as said, fieldText, meetingMoveText } from '../text.ts';

type Props = { readonly seen: MeetingSeen; readonly refused: Refused<MeetingDeed> };

export function Papers({ seen: { papers, moves }, refused }: Props) {
  const { problems, errorAt } = formOf(refused, 'attach');
  return (
    <section>
      <h2>{said.papers}</h2>
      {papers.length === 0 ? (
        <p className="muted">{said.noPapers}</p>
      ) : (
        <ul>
          {papers.map(({ id, name, size }) => (
            <li key={id}>
              <a href={`/khoi-cum/tep/${id}`}>{name}</a> <small>{sizeText(size)}</small>
            </li>
          ))}
        </ul>
      )}
      {moves.includes('attach') && (
        <Form hidden={{ viec: 'attach' }} errors={problems} multipart>
          <Field type="file" name="tep-moi" label={fieldText['tep-moi']} error={errorAt('tep-moi')} />
          <Button kind="second">{meetingMoveText.attach}</Button>
        </Form>
      )}
    </section>
  );
}
