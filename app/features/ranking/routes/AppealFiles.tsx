import type { AttachedFile } from '../../../platform/files/attachments.server.ts';
import { sizeText } from '../../../platform/files/text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { AppealMove } from '../appeals/appeal.ts';
import { appealMoveText, appealsText as said } from '../appeals.text.ts';

type Props = {
  readonly files: readonly AttachedFile[];
  readonly mayAttach: boolean;
  readonly refused: Refused<AppealMove>;
};

/** Papers of the appeal, and the form to add one while it is open. */
export function AppealFiles({ files, mayAttach, refused }: Props) {
  const { problems, errorAt } = formOf(refused, 'attach');
  if (files.length === 0 && !mayAttach) return null;
  return (
    <section>
      <h2>{said.files}</h2>
      {files.length === 0 ? (
        <p className="muted">{said.noFiles}</p>
      ) : (
        <ul>
          {files.map(({ id, name, size, attachedAt }) => (
            <li key={id}>
              <a href={`/cham-diem/kien-nghi/tep/${id}`}>{name}</a>{' '}
              <span className="muted">
                {sizeText(size)}, {momentText(attachedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayAttach && (
        <Form multipart hidden={{ viec: 'attach' }} errors={problems}>
          <Field type="file" name="tep" label={said.file} hint={said.fileHint} error={errorAt('tep')} />
          <Actions>
            <Button kind="second">{appealMoveText.attach}</Button>
          </Actions>
        </Form>
      )}
    </section>
  );
}
