import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { reportMoveText, reportText } from '../text.ts';
import type { RefusedReport } from './ReportForm.tsx';

type Props = {
  readonly version: number;
  readonly refused: RefusedReport;
  /** Received already; it can still be returned. */
  readonly isReceived?: boolean;
};

export function Decide({ version, refused, isReceived = false }: Props) {
  const mine = refused?.deed === 'return' ? refused : undefined;
  const error = mine?.problems[0]?.message;
  const errors = error ? [{ field: 'ly-do', label: reportText.reason, message: error }] : [];
  return (
    <section>
      <h2>{isReceived ? reportMoveText.return : reportText.decide}</h2>
      {!isReceived && (
        <Form version={version} hidden={{ viec: 'receive' }}>
          <Button>{reportMoveText.receive}</Button>
        </Form>
      )}
      <Form version={version} hidden={{ viec: 'return' }} errors={errors}>
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={reportText.reason}
          value={mine?.fields['ly-do']}
          error={error}
        />
        <Button kind="second">{reportMoveText.return}</Button>
      </Form>
    </section>
  );
}

export function Recall({ version }: { readonly version: number }) {
  return (
    <Form version={version} hidden={{ viec: 'recall' }}>
      <Button kind="second">{reportMoveText.recall}</Button>
    </Form>
  );
}
