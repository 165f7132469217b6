import { Field } from '../../../ui/Field.tsx';
import { pledgeFieldText, pledgesText } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  readonly errorAt: (name: string) => string | undefined;
};

/** What is pledged: words, and a level where there is one. */
export function PledgeFields({ fields, errorAt }: Props) {
  return (
    <>
      <Field
        type="textarea"
        rows={3}
        name="wording"
        label={pledgeFieldText.wording}
        value={fields['wording']}
        error={errorAt('wording')}
      />
      <Field
        type="number-vi"
        name="value"
        label={pledgeFieldText.value}
        hint={pledgesText.valueHint}
        value={fields['value']}
        error={errorAt('value')}
      />
      <Field
        name="unitOfMeasure"
        label={pledgeFieldText.unitOfMeasure}
        hint={pledgesText.unitOfMeasureHint}
        optional
        width="short"
        value={fields['unitOfMeasure']}
        error={errorAt('unitOfMeasure')}
      />
    </>
  );
}
