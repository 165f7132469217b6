import { useContext } from 'react';
import type { FieldError } from './field-error.ts';
import { fieldId, FormScope } from './scope.ts';
import { uiText } from './text.ts';

export type { FieldError };
export { fieldId };

/** What must be mended, first thing on the form, each linked to its field. Announced, and focused by the optional script. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const scope = useContext(FormScope);
  if (errors.length === 0) return null;
  return (
    <div className="wrongs" role="alert" tabIndex={-1} data-focus="">
      <h2>{uiText.errors(errors.length)}</h2>
      <ul>
        {errors.map(({ field, label, message }) => {
          const words = label ? `${label}: ${message}` : message;
          return (
            <li key={`${field ?? ''} ${words}`}>{field ? <a href={`#${fieldId(field, scope)}`}>{words}</a> : words}</li>
          );
        })}
      </ul>
    </div>
  );
}
