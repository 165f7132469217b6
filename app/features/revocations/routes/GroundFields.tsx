import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { grounds } from '../ground.ts';
import { fieldText, groundText, revocationText as said } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly errorAt: (name: string) => string | undefined;
};

export function GroundFields({ fields, errorAt }: Props) {
  return (
    <>
      <Choices
        kind="one"
        name="ground"
        label={fieldText.ground}
        hint={said.groundHint}
        value={fields['ground']}
        error={errorAt('ground')}
        options={grounds.map((value) => ({ value, label: groundText(value) }))}
      />
      <Field
        type="textarea"
        rows={8}
        name="statement"
        label={fieldText.statement}
        hint={said.statementHint}
        value={fields['statement']}
        error={errorAt('statement')}
      />
    </>
  );
}
