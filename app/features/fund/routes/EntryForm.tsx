import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { typedKinds } from '../fund.ts';
import type { ShownProblem } from '../../../ui/field-error.ts';
import { entryFieldText, entryKindText, fundText as said } from '../text.ts';

type Props = {
  /** Of the line, minted with the form. */
  readonly id: string;
  readonly year: number;
  readonly refused:
    | { readonly fields: Readonly<Record<string, string>>; readonly problems: readonly ShownProblem[] }
    | undefined;
};

export function EntryForm({ id, refused }: Props) {
  const value = (name: string) => refused?.fields[name];
  const errorAt = (name: string) => refused?.problems.find(({ field }) => field === name)?.message;
  return (
    <section>
      <h2>{said.enter}</h2>
      <Form hidden={{ ma: refused?.fields['ma'] ?? id }} errors={refused?.problems}>
        <Field
          type="select"
          name="kind"
          label={entryFieldText.kind}
          value={value('kind')}
          error={errorAt('kind')}
          options={typedKinds.map((kind) => ({ value: kind, label: entryKindText[kind] }))}
        />
        <Field
          name="amount"
          label={entryFieldText.amount}
          hint={said.amountHint}
          width="medium"
          value={value('amount')}
          error={errorAt('amount')}
        />
        <Field
          type="date"
          name="onDate"
          label={entryFieldText.onDate}
          value={value('onDate')}
          error={errorAt('onDate')}
        />
        <Field name="what" label={entryFieldText.what} value={value('what')} error={errorAt('what')} />
        <Field
          name="voucher"
          label={entryFieldText.voucher}
          hint={said.voucherHint}
          width="medium"
          value={value('voucher')}
          error={errorAt('voucher')}
        />
        <Button>{said.enterVerb}</Button>
      </Form>
    </section>
  );
}
