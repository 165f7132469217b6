import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Inside } from '../one.server.ts';
import { appraisalText as said } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';

/** Of the dossier as a whole, for the report. */
export function Summary({ one, refused }: { readonly one: Inside; readonly refused: Refused }) {
  const { summary, mayAppraise, dossier } = one;
  const { fields, problems, errorAt } = formOf(refused, 'nhan-xet');
  if (!mayAppraise)
    return (
      <section>
        <h2>{said.summary}</h2>
        {summary.text === '' ? <p className="muted">{said.notWritten}</p> : <p>{summary.text}</p>}
      </section>
    );
  return (
    <section>
      <h2>{said.summary}</h2>
      <Form
        version={summary.version}
        hidden={{ viec: 'nhan-xet' }}
        errors={problems}
        guard={`tham-dinh-${dossier.id}-${summary.version}`}
      >
        <Field
          type="textarea"
          name="summary"
          rows={4}
          label={said.summary}
          hint={said.summaryLead}
          value={fields['summary'] ?? summary.text}
          error={errorAt('summary')}
        />
        <Button kind="second">{said.saveSummary}</Button>
      </Form>
    </section>
  );
}
