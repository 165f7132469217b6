import type { ReactNode } from 'react';
import { useFieldId } from './scope.ts';
import { uiText } from './text.ts';

export type Option = { readonly value: string; readonly label: string; readonly hint?: string | undefined };

export type OptionGroup = { readonly label: string; readonly options: readonly Option[] };

type Shared = {
  readonly name: string;
  /** Where one form has two fields of this name; fields of other forms are told apart by the form's scope. */
  readonly id?: string | undefined;
  readonly label: string;
  /** Beside the label: a code, a unit of measure. */
  readonly note?: string | undefined;
  readonly hint?: ReactNode;
  /** Says what is wrong and how it should look, with an example. */
  readonly error?: string | undefined;
  /** What was typed, kept when refused. */
  readonly value?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly width?: 'short' | 'medium' | 'long' | undefined;
  readonly autoComplete?: string | undefined;
  readonly disabled?: boolean | undefined;
};

type TextKind = 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'date' | 'month';

export type FieldProps = Shared &
  (
    | {
        readonly type?: TextKind | undefined;
        readonly maxLength?: number | undefined;
        readonly list?: readonly string[] | undefined;
      }
    /** A number as it is written in Vietnam: 1.234,5. `unit` stands behind it. */
    | { readonly type: 'number-vi'; readonly unit?: string | undefined }
    | { readonly type: 'textarea'; readonly rows?: number | undefined; readonly maxLength?: number | undefined }
    | {
        readonly type: 'select';
        readonly options: readonly (Option | OptionGroup)[];
        /** The word for nothing chosen; null when something is always chosen. */
        readonly blank?: string | null | undefined;
      }
    | { readonly type: 'file'; readonly accept?: string | undefined; readonly multiple?: boolean | undefined }
  );

/** One labelled control: label, hint, error, then the control, tied together for those who hear the page. */
export function Field(props: FieldProps) {
  const { name, label, note, hint, error, optional, width } = props;
  const own = useFieldId(name);
  const id = props.id ?? own;
  return (
    <div className={['field', width ?? '', error ? 'bad' : ''].filter(Boolean).join(' ')}>
      <label htmlFor={id}>
        {label}
        {note && <small>{note}</small>}
        {optional && <small>{uiText.optional}</small>}
      </label>
      <Around id={id} hint={hint} error={error} />
      <Control {...props} id={id} />
    </div>
  );
}

/** The hint and the error of a field, with the ids that `describedBy` names. */
export function Around({
  id,
  hint,
  error,
}: {
  readonly id: string;
  readonly hint: ReactNode;
  readonly error: string | undefined;
}) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-goi-y`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="wrong" id={`${id}-loi`}>
          <span className="sr">{uiText.errorPrefix}</span>
          {error}
        </p>
      )}
    </>
  );
}

export function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  return [hint && `${id}-goi-y`, error && `${id}-loi`].filter(Boolean).join(' ') || undefined;
}

function Control(props: FieldProps & { readonly id: string }) {
  const { id, name, hint, error, value, autoComplete, disabled } = props;
  const shared = {
    id,
    name,
    disabled,
    autoComplete,
    'aria-describedby': describedBy(id, hint, error),
    'aria-invalid': error ? true : undefined,
  };
  switch (props.type) {
    case 'textarea':
      return <textarea {...shared} rows={props.rows ?? 5} maxLength={props.maxLength} defaultValue={value} />;
    case 'select':
      return (
        <select {...shared} defaultValue={value}>
          {props.blank !== null && <option value="">{props.blank ?? uiText.choose}</option>}
          {props.options.map(drawOption)}
        </select>
      );
    case 'number-vi':
      return (
        <div className="with-unit short">
          <input {...shared} type="text" inputMode="decimal" data-number="" defaultValue={value} />
          {props.unit && <span>{props.unit}</span>}
        </div>
      );
    case 'file':
      return <input {...shared} type="file" accept={props.accept} multiple={props.multiple} />;
    case undefined:
    case 'text':
    case 'email':
    case 'password':
    case 'search':
    case 'tel':
    case 'url':
    case 'date':
    case 'month':
      return (
        <>
          <input
            {...shared}
            type={props.type ?? 'text'}
            maxLength={props.maxLength}
            list={props.list && `${id}-de-nghi`}
            defaultValue={value}
          />
          {props.list && <Suggestions id={`${id}-de-nghi`} list={props.list} />}
        </>
      );
  }
}

function Suggestions({ id, list }: { readonly id: string; readonly list: readonly string[] }) {
  return (
    <datalist id={id}>
      {list.map((each) => (
        <option key={each}>{each}</option>
      ))}
    </datalist>
  );
}

function drawOption(option: Option | OptionGroup) {
  if (!('options' in option)) {
    return (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    );
  }
  return (
    <optgroup key={option.label} label={option.label}>
      {option.options.map(drawOption)}
    </optgroup>
  );
}
