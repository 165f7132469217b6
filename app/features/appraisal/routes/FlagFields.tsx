import { Field } from '../../../ui/Field.tsx';
import type { FlagColumn } from '../flag-plan.ts';
import { flagHeadings, flagsText as said } from '../flags.text.ts';

type Props = {
  readonly kinds: readonly { readonly code: string; readonly name: string; readonly body: string }[];
  readonly usual: (name: FlagColumn) => {
    readonly name: string;
    readonly value: string | undefined;
    readonly error: string | undefined;
  };
};

export function FlagFields({ kinds, usual }: Props) {
  const of = (name: FlagColumn) => ({ ...usual(name), label: flagHeadings[name] });
  return (
    <>
      <Field {...of('name')} width="long" />
      <Field {...of('unit')} hint={said.unitHint} optional width="long" />
      <Field {...of('identity')} hint={said.identityHint} optional width="medium" autoComplete="off" />
      <Field
        type="select"
        {...of('kind')}
        blank={said.choose}
        options={kinds.map(({ code, name, body }) => ({ value: code, label: `${name} (${body})` }))}
      />
      <Field {...of('body')} hint={said.bodyHint} optional width="long" />
      <Field {...of('number')} width="medium" />
      <Field type="date" {...of('date')} optional />
      <div className="row-fields">
        <Field type="date" {...of('from')} optional />
        <Field type="date" {...of('until')} optional />
      </div>
      <Field type="textarea" rows={4} {...of('what')} hint={said.whatHint} />
      <Field type="date" {...of('expires')} hint={said.expiresHint} optional />
    </>
  );
}
