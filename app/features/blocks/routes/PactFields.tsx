import { Field } from '../../../ui/Field.tsx';
import { blocksText as said, fieldText } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly errorAt: (name: string) => string | undefined;
};

export function PactFields({ fields, errorAt }: Props) {
  return (
    <>
      <Field
        name="title"
        label={fieldText.title}
        hint={said.pactTitleHint}
        value={fields['title']}
        error={errorAt('title')}
      />
      <Field
        type="textarea"
        rows={16}
        name="content"
        label={fieldText.content}
        value={fields['content']}
        error={errorAt('content')}
      />
      <Field
        type="date"
        name="signUntil"
        label={fieldText.signUntil}
        optional
        value={fields['signUntil']}
        error={errorAt('signUntil')}
      />
    </>
  );
}
