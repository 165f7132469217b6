import type { ReactNode } from 'react';
import type { Option } from './Field.tsx';
import { Around, describedBy } from './Field.tsx';
import { useFieldId } from './scope.ts';
import { uiText } from './text.ts';

type Shared = {
  readonly name: string;
  readonly id?: string | undefined;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly options: readonly Option[];
};

export type ChoicesProps = Shared &
  (
    | { readonly kind: 'one'; readonly value?: string | undefined }
    | { readonly kind: 'many'; readonly value?: readonly string[] | undefined }
  );

/** Radio buttons (`one`) or check boxes (`many`, sent as repeated values under one name). The first carries the field's id. */
export function Choices(props: ChoicesProps) {
  const { name, label, hint, error, optional, options, kind } = props;
  const own = useFieldId(name);
  const id = props.id ?? own;
  const chosen = kind === 'one' ? [props.value] : (props.value ?? []);
  return (
    <fieldset className={error ? 'field bad' : 'field'} aria-describedby={describedBy(id, hint, error)}>
      <legend>
        {label}
        {optional && <small>{uiText.optional}</small>}
      </legend>
      <Around id={id} hint={hint} error={error} />
      {options.map((option, at) => (
        <Choice
          key={option.value}
          id={at === 0 ? id : `${id}-${at + 1}`}
          type={kind === 'one' ? 'radio' : 'checkbox'}
          name={name}
          option={option}
          checked={chosen.includes(option.value)}
        />
      ))}
    </fieldset>
  );
}

/** A single box to tick, such as a consent; sends "on" or nothing. */
export function Checkbox(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly checked?: boolean | undefined;
}) {
  const { name, label, hint, error, checked = false } = props;
  const id = useFieldId(name);
  return (
    <div className={error ? 'field bad' : 'field'}>
      <Around id={id} hint={undefined} error={error} />
      <Choice
        id={id}
        type="checkbox"
        name={name}
        option={{ value: 'on', label, hint }}
        checked={checked}
        describedBy={describedBy(id, undefined, error)}
      />
    </div>
  );
}

function Choice(props: {
  readonly id: string;
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly option: Option;
  readonly checked: boolean;
  readonly describedBy?: string | undefined;
}) {
  const { id, type, name, option, checked } = props;
  return (
    <div className="choice">
      <input
        id={id}
        type={type}
        name={name}
        value={option.value}
        defaultChecked={checked}
        aria-describedby={props.describedBy}
      />
      <label htmlFor={id}>
        {option.label}
        {option.hint && <small>{option.hint}</small>}
      </label>
    </div>
  );
}
