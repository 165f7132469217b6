import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { RuleMove } from '../thresholds/rule.ts';
import { thresholdLevels } from '../thresholds/rule.ts';
import { ruleFieldText, thresholdsText as said } from '../thresholds.text.ts';

export function ProposeRule({ newId, refused }: { readonly newId: string; readonly refused: Refused<RuleMove> }) {
  const { fields, problems, errorAt, isOpen } = formOf(refused, 'propose');
  const shared = (name: keyof typeof ruleFieldText) => ({
    name,
    label: ruleFieldText[name],
    value: fields[name],
    error: errorAt(name),
  });
  return (
    <details open={isOpen}>
      <summary>{said.propose}</summary>
      <p>{said.proposeLead}</p>
      <Form hidden={{ viec: 'propose', ma: fields['ma'] ?? newId }} errors={problems}>
        <Field {...shared('fromYear')} width="short" />
        {thresholdLevels.map((level) => (
          <div key={level}>
            <Field {...shared(level)} type="number-vi" unit="%" hint={said.shareHint} />
            <Field {...shared(`${level}Groups`)} type="textarea" rows={2} hint={said.groupsHint} optional />
          </div>
        ))}
        <Field {...shared('perBlock')} width="short" hint={said.leadersHint} optional />
        <Field {...shared('source')} type="textarea" rows={3} hint={said.sourceHint} />
        <Button>{said.save}</Button>
      </Form>
    </details>
  );
}
