import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { formOf } from '../../../ui/refused.ts';
import type { CheckedSubmission } from '../signed-submission.server.ts';
import { centreText as said, checkedText } from '../text.ts';
import type { Refused } from './refused.ts';

type Props = {
  readonly dossierId: string;
  readonly newId: string;
  readonly checked: readonly CheckedSubmission[];
  readonly mayAttach: boolean;
  readonly refused: Refused;
};

/** The submission to the centre: drawn as Word and PDF, taken back as it was signed, with what its signatures are worth. */
export function Submission({ dossierId, newId, checked, mayAttach, refused }: Props) {
  const { fields, problems, errorAt } = formOf(refused, 'attach');
  const base = `/khen-thuong/trung-uong/${dossierId}/to-trinh`;
  return (
    <section>
      <h2>{said.submission}</h2>
      <p>{said.submissionLead}</p>
      <p className="acts">
        <a href={`${base}/docx`}>{said.submissionWord}</a>
        <a href={`${base}/pdf`}>{said.submissionPdf}</a>
      </p>
      {checked.length === 0 ? (
        <p>{said.noneSigned}</p>
      ) : (
        <ul>
          {checked.map((one) => (
            <li key={one.hash}>{checkedText(one)}</li>
          ))}
        </ul>
      )}
      {mayAttach && (
        <Form hidden={{ viec: 'attach', ma: fields['ma'] ?? newId }} errors={problems} multipart>
          <Field type="file" name="tep" label={said.attachFile} accept=".pdf" error={errorAt('tep')} />
          <Button kind="second">{said.attachVerb}</Button>
        </Form>
      )}
    </section>
  );
}
