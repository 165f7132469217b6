import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { MarkOwner } from '../identities.server.ts';
import { marksText as said } from '../identities.text.ts';

type Deed = 'picture' | 'key' | 'remove';
type Props = {
  readonly kind: MarkOwner['kind'];
  readonly seen: string;
  readonly today: string;
  readonly credentialId: string;
  readonly refused: Refused<Deed>;
};

/** A new picture; or the key alone; or none any more. Each is a new entry from a day on. */
export function MarkForms({ kind, seen, today, credentialId, refused }: Props) {
  const picture = formOf(refused, 'picture');
  const [key, remove] = [formOf(refused, 'key'), formOf(refused, 'remove')];
  const width = kind === 'person' ? '50' : '';
  const day = (form: typeof key) => (
    <Field
      type="date"
      name="tu-ngay"
      label={said.from}
      hint={said.fromHint}
      value={form.fields['tu-ngay'] ?? today}
      error={form.errorAt('tu-ngay')}
    />
  );
  return (
    <>
      <section>
        <h2>{said.change}</h2>
        <Form version={seen} hidden={{ viec: 'picture', khoa: credentialId }} errors={picture.problems} multipart>
          <Field type="file" name="tep" label={said.file} accept="image/png" error={picture.errorAt('tep')} />
          <Field
            name="rong"
            width="short"
            label={said.width[kind]}
            hint={said.widthHint[kind]}
            value={picture.fields['rong'] ?? width}
            error={picture.errorAt('rong')}
          />
          {day(picture)}
          <Button>{said.save}</Button>
        </Form>
      </section>
      <details open={key.isOpen || remove.isOpen}>
        <summary>{said.keyTitle}</summary>
        <Form version={seen} hidden={{ viec: 'key' }} errors={key.problems} scope="key">
          <Field
            name="khoa"
            label={said.credential}
            hint={said.credentialHint}
            value={key.fields['khoa'] ?? credentialId}
            error={key.errorAt('khoa')}
            optional
          />
          {day(key)}
          <Button kind="second">{said.saveKey}</Button>
        </Form>
        <Form version={seen} hidden={{ viec: 'remove', khoa: credentialId }} errors={remove.problems} scope="remove">
          {day(remove)}
          <Button kind="danger">{said.remove}</Button>
        </Form>
      </details>
    </>
  );
}
