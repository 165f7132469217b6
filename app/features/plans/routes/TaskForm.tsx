import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { milestoneFields } from '../task.ts';
import { partName, rowsIn } from '../task-form.ts';
import type { PlanProblemShown } from '../text.ts';
import { milestoneFieldText, plansText, taskFieldText } from '../text.ts';

type Fields = Readonly<Record<string, string>>;
type Props = {
  readonly planId: string;
  readonly fields: Fields;
  readonly problems: readonly PlanProblemShown[];
  readonly version?: number | undefined;
  readonly hidden: Fields;
};

const long = ['title', 'product', 'lead', 'joins'] as const;
const hints = {
  title: undefined,
  product: plansText.productHint,
  lead: plansText.leadHint,
  joins: plansText.joinsHint,
};

/** A task and its milestones, written at once. */
export function TaskForm({ planId, fields, problems, version, hidden }: Props) {
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const rows = Array.from({ length: rowsIn(fields) }, (_, at) => at);
  const lines = rows.flatMap((at) => {
    const line = fields[`moc-${at}-line`];
    return line ? [[`moc-${at}-line`, line] as const] : [];
  });
  const kept = { ...hidden, viec: 'save', 'so-moc': String(rows.length), ...Object.fromEntries(lines) };
  return (
    <Form version={version} hidden={kept} errors={problems} guard={`nhiem-vu-${hidden['id'] ?? planId}`}>
      {long.map((name) => (
        <Field
          key={name}
          name={name}
          label={taskFieldText[name]}
          width="long"
          optional={name === 'joins'}
          hint={hints[name]}
          value={fields[name]}
          error={errorAt(name)}
        />
      ))}
      <Field
        type="number-vi"
        name="weight"
        label={taskFieldText.weight}
        hint={plansText.weightHint}
        unit="%"
        optional
        value={fields['weight']}
        error={errorAt('weight')}
      />
      {(['startsOn', 'dueOn'] as const).map((name) => (
        <Field
          key={name}
          type="date"
          name={name}
          label={taskFieldText[name]}
          value={fields[name]}
          error={errorAt(name)}
        />
      ))}
      <h2>{plansText.milestones}</h2>
      <p className="hint">{plansText.milestonesHint}</p>
      {rows.map((at) => (
        <fieldset key={at}>
          <legend>{plansText.milestoneRow(at + 1)}</legend>
          {milestoneFields.map((field) => {
            const name = partName({ field, milestone: at });
            return (
              <Field
                key={name}
                name={name}
                type={field === 'dueOn' ? 'date' : 'text'}
                label={milestoneFieldText[field]}
                optional={field === 'product'}
                value={fields[name]}
                error={errorAt(name)}
              />
            );
          })}
        </fieldset>
      ))}
      <Actions>
        <Button>{plansText.saveChange}</Button>
        <a href={`/ke-hoach/${planId}`}>{plansText.cancel}</a>
      </Actions>
    </Form>
  );
}
