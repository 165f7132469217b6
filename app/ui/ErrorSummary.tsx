import { uiText } from './text.ts';

/** One thing to mend. `field` is the name of the control; without it the error is about the whole form. */
export type FieldError = {
  readonly field?: string | undefined;
  readonly label?: string | undefined;
  readonly message: string;
};

export const fieldId = (name: string) => `o-${name}`;

/** What must be mended, first thing on the form, each linked to its field. Announced, and focused by the optional script. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="wrongs" role="alert" tabIndex={-1} data-focus="">
      <h2>{uiText.errors(errors.length)}</h2>
      <ul>
        {errors.map(({ field, label, message }) => {
          const words = label ? `${label}: ${message}` : message;
          return <li key={`${field ?? ''} ${words}`}>{field ? <a href={`#${fieldId(field)}`}>{words}</a> : words}</li>;
        })}
      </ul>
    </div>
  );
}
