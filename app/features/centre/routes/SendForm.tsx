import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { centreText as said, fieldText, wayText } from '../text.ts';
import { ways } from '../typed.ts';
import type { Refused } from './refused.ts';
import { formOf } from '../../../ui/refused.ts';

type Props = { readonly id: string; readonly version: number; readonly refused: Refused };

export function SendForm({ id, version, refused }: Props) {
  const { fields, problems, errorAt } = formOf(refused, 'send');
  return (
    <section>
      <h2>{said.send}</h2>
      <p>{said.sendLead}</p>
      <Form version={version} hidden={{ viec: 'send', ma: fields['ma'] ?? id }} errors={problems}>
        <Field
          name="number"
          label={fieldText.number}
          width="medium"
          value={fields['number']}
          error={errorAt('number')}
        />
        <Field type="date" name="on" label={fieldText.on} value={fields['on']} error={errorAt('on')} />
        <Field
          type="select"
          name="way"
          label={fieldText.way}
          value={fields['way'] ?? 'system'}
          blank={null}
          options={ways.map((value) => ({ value, label: wayText[value] }))}
          error={errorAt('way')}
        />
        <Field name="note" label={fieldText.note} optional value={fields['note']} />
        <Button>{said.send}</Button>
      </Form>
    </section>
  );
}
