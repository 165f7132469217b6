import type { ReactNode } from 'react';
import type { FieldError } from './ErrorSummary.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';

export type FormProps = {
  readonly id?: string | undefined;
  /** Defaults to the page's own address. */
  readonly action?: string | undefined;
  /** The version of the row that was read; a later one makes the command refuse instead of overwrite. */
  readonly version?: number | string | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  /** For files. */
  readonly multipart?: boolean | undefined;
  /** Uses the full width, for tables of fields. */
  readonly wide?: boolean | undefined;
  /** Warn before leaving with unsaved text, and keep it on this machine across a lost session. Not for passwords. */
  readonly guard?: string | undefined;
  readonly children: ReactNode;
};

/** A form that works without script. The browser's own messages are off: ours are in Vietnamese and name the field. */
export function Form({ id, action, version, hidden = {}, errors = [], multipart, wide, guard, children }: FormProps) {
  return (
    <form
      id={id}
      method="post"
      action={action}
      className={wide ? 'form form-wide' : 'form'}
      encType={multipart ? 'multipart/form-data' : undefined}
      noValidate
      data-guard={guard}
    >
      <ErrorSummary errors={errors} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
