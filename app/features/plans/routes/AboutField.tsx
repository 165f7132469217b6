import { Field } from '../../../ui/Field.tsx';
import { plansText } from '../text.ts';

type About = { readonly key: string; readonly name: string; readonly isScheme: boolean };
type Props = {
  /** Where two forms of a page have the field. */
  readonly id?: string;
  readonly abouts: readonly About[];
  readonly value: string | undefined;
  readonly blank?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
};

/** A scheme or a movement, each kind under its word. */
export function AboutField({ id, abouts, value, blank, hint, error }: Props) {
  const of = (isScheme: boolean) =>
    abouts.filter((one) => one.isScheme === isScheme).map(({ key, name }) => ({ value: key, label: name }));
  const groups = [
    { label: plansText.movements, options: of(false) },
    { label: plansText.schemes, options: of(true) },
  ].filter(({ options }) => options.length > 0);
  return (
    <Field
      id={id}
      type="select"
      name="ve"
      label={plansText.about}
      value={value}
      options={groups}
      blank={blank}
      hint={hint}
      error={error}
    />
  );
}
