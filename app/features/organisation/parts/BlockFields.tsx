import type { FieldError } from '../../../ui/ErrorSummary.tsx';
import { Field } from '../../../ui/Field.tsx';
import { blockKinds } from '../block.ts';
import type { BlockTyped } from '../block-form.ts';
import { blocksText, unitHints } from '../page.text.ts';
import { blockKindNames } from '../text.ts';

type Props = {
  readonly typed: BlockTyped;
  readonly errors: readonly FieldError[];
  /** The code is given once. */
  readonly withCode?: boolean;
};

export function BlockFields({ typed, errors, withCode }: Props) {
  const errorOf = (name: string) => errors.find((error) => error.field === name)?.message;
  return (
    <>
      <Field name="name" label={blocksText.name} value={typed.name} error={errorOf('name')} width="long" />
      <Field
        name="kind"
        type="select"
        label={blocksText.kind}
        options={blockKinds.map((kind) => ({ value: kind, label: blockKindNames[kind] }))}
        value={typed.kind}
        error={errorOf('kind')}
      />
      {withCode && (
        <Field
          name="code"
          label={blocksText.code}
          hint={unitHints.code}
          value={typed.code}
          error={errorOf('code')}
          width="medium"
        />
      )}
    </>
  );
}
