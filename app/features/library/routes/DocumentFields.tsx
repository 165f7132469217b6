import { Field } from '../../../ui/Field.tsx';
import { verifications } from '../document.ts';
import { documentFieldText, libraryText as said, verificationText } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  readonly errorAt: (name: string) => string | undefined;
};

/** What an edition says of itself, its words, its file. */
export function DocumentFields({ fields, errorAt }: Props) {
  const usual = (name: keyof typeof documentFieldText) => ({
    name,
    label: documentFieldText[name],
    value: fields[name],
    error: errorAt(name),
  });
  return (
    <>
      <Field {...usual('number')} width="medium" optional />
      <Field {...usual('issuer')} width="long" />
      {(['issuedOn', 'inForceFrom', 'inForceUntil'] as const).map((name) => (
        <Field key={name} type="date" optional {...usual(name)} />
      ))}
      <Field
        type="select"
        {...usual('state')}
        options={verifications.map((value) => ({ value, label: verificationText[value] }))}
      />
      <Field {...usual('source')} hint={said.sourceHint} width="long" />
      <Field type="textarea" rows={2} {...usual('note')} optional />
      <Field type="textarea" rows={12} {...usual('body')} hint={said.bodyHint} optional />
      <Field type="file" name="tep-moi" label={said.file} hint={said.fileHint} error={errorAt('tep-moi')} optional />
    </>
  );
}
