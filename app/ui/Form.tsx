import type { ReactNode } from 'react';
import type { FieldError } from './ErrorSummary.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FormScope } from './scope.ts';

export type OfflineForm = {
  readonly check: 'report' | 'entry' | 'progress';
  /** What waits, in a list of what waits. */
  readonly title: string;
  readonly facts: object;
};

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
  /** Where other forms of the page have fields of the same names: ends the ids of these. */
  readonly scope?: string | undefined;
  /** Uses the full width, for tables of fields. */
  readonly wide?: boolean | undefined;
  /** What is typed is kept on this machine under this key, for its writer alone, until it has been sent. Not for passwords. */
  readonly guard?: string | undefined;
  /** With `guard`: sent without a line it waits in the browser, checked there on these facts (features/offline). */
  readonly offline?: OfflineForm | undefined;
  readonly children: ReactNode;
};

/** A form that works without script. The browser's own messages are off: ours are in Vietnamese and name the field. */
export function Form(props: FormProps) {
  const {
    id,
    action,
    version,
    hidden = {},
    errors = [],
    multipart,
    scope = '',
    wide,
    guard,
    offline,
    children,
  } = props;
  return (
    <form
      id={id}
      method="post"
      action={action}
      className={wide ? 'form form-wide' : 'form'}
      encType={multipart ? 'multipart/form-data' : undefined}
      noValidate
      data-guard={guard}
      data-offline={offline && JSON.stringify(offline)}
    >
      <FormScope value={scope}>
        <ErrorSummary errors={errors} />
        {version !== undefined && <input type="hidden" name="version" value={version} />}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </FormScope>
    </form>
  );
}
