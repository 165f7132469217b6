import { Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { judgementLine, judgingText as said, reportVerdictText } from '../looking.text.ts';
import type { ShownProblem } from '../refusals.text.ts';
import type { ReportJudgement } from '../report-judgement.ts';
import { reportVerdicts } from '../report-judgement.ts';

type Props = {
  readonly judgement: ReportJudgement | null;
  readonly mayJudge: boolean;
  readonly newId: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly ShownProblem[];
};

/** What was found of the two, and for whoever appraises the form to say it. */
export function Judging({ judgement, mayJudge, newId, fields, problems }: Props) {
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const form = (
    <Form hidden={{ ma: fields['ma'] ?? newId }} errors={problems}>
      <Choices
        kind="one"
        name="ket-luan"
        label={said.verdict}
        value={fields['ket-luan']}
        options={reportVerdicts.map((value) => ({ value, label: reportVerdictText[value] }))}
        error={errorAt('ket-luan')}
      />
      <Field
        type="textarea"
        rows={3}
        name="ly-do"
        label={said.reason}
        value={fields['ly-do']}
        error={errorAt('ly-do')}
      />
      <Button>{said.judge}</Button>
    </Form>
  );
  const isAsked = judgement === null || judgement.isStale || problems.length > 0;
  return (
    <section>
      <h2>{said.title}</h2>
      {judgement ? (
        <Notice kind={judgement.verdict === 'copied' || judgement.isStale ? 'warning' : 'info'}>
          <p>{judgementLine(judgement)}</p>
          <p>{said.by(judgement)}</p>
        </Notice>
      ) : (
        <p className="muted">{said.none}</p>
      )}
      {mayJudge && <p className="muted">{said.lead}</p>}
      {mayJudge && isAsked && form}
      {mayJudge && !isAsked && (
        <details>
          <summary>{said.again}</summary>
          {form}
        </details>
      )}
    </section>
  );
}
