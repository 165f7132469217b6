import type { ReactNode } from 'react';
import { importText } from '../../../platform/imports/text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';

type Props = {
  readonly error: string | undefined;
  readonly hint?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  /** Of another field, above the file. */
  readonly errors?: readonly { readonly field: string; readonly label: string; readonly message: string }[];
  readonly children?: ReactNode;
};

/** The file of an import, whatever it brings; fields that say more stand above it. */
export function UploadForm({ error, hint, hidden, errors = [], children }: Props) {
  const label = importText.fileField;
  const own = error ? [{ field: 'tep', label, message: error }] : [];
  return (
    <Form multipart hidden={hidden} errors={[...errors, ...own]}>
      {children}
      <Field type="file" name="tep" label={label} hint={hint} accept=".xlsx,.csv" error={error} />
      <Actions>
        <Button>{importText.upload}</Button>
      </Actions>
    </Form>
  );
}
