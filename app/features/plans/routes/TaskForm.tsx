import type { ReactNode } from 'react';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { groupsOf } from '../../organisation/parts/UnitFormFields.tsx';
import type { TaskChoices } from '../choices.server.ts';
import { milestoneFields } from '../task.ts';
import { listIn, partName, rowsIn } from '../task-form.ts';
import type { PlanProblemShown } from '../text.ts';
import { milestoneFieldText, plansText, taskFieldText, taskListText } from '../text.ts';

type Fields = Readonly<Record<string, string>>;
type Props = {
  readonly planId: string;
  readonly choices: TaskChoices;
  readonly fields: Fields;
  readonly problems: readonly PlanProblemShown[];
  readonly version?: number | undefined;
  readonly hidden: Fields;
  readonly action?: string;
  /** Above the fields: both versions after a lost race. */
  readonly first?: ReactNode;
};
type Part = Pick<Props, 'fields'> & { readonly errorAt: (name: string) => string | undefined };

/** A task and its milestones, written at once. */
export function TaskForm({ planId, choices, fields, problems, version, hidden, action, first }: Props) {
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const rows = Array.from({ length: rowsIn(fields) }, (_, at) => at);
  const lines = rows.flatMap((at) => {
    const line = fields[`moc-${at}-line`];
    return line ? [[`moc-${at}-line`, line] as const] : [];
  });
  const kept = { ...hidden, viec: 'save', 'so-moc': String(rows.length), ...Object.fromEntries(lines) };
  const guard = `nhiem-vu-${hidden['id'] ?? planId}`;
  return (
    <Form action={action} version={version} hidden={kept} errors={problems} guard={guard}>
      {first}
      <Words names={['title', 'product']} fields={fields} errorAt={errorAt} />
      <Hands choices={choices} fields={fields} errorAt={errorAt} />
      <Criteria choices={choices} fields={fields} errorAt={errorAt} />
      <Field
        type="number-vi"
        name="weight"
        label={taskFieldText.weight}
        hint={
          choices.otherWeights === null
            ? plansText.weightHint
            : `${plansText.weightHint} ${plansText.weightLeft(choices.otherWeights)}`
        }
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
        <MilestoneRow key={at} at={at} fields={fields} errorAt={errorAt} />
      ))}
      <Actions>
        <Button>{plansText.saveChange}</Button>
        <a href={`/ke-hoach/${planId}`}>{plansText.cancel}</a>
      </Actions>
    </Form>
  );
}

type Word = 'title' | 'product' | 'lead' | 'owner' | 'joins';
const hints: Readonly<Record<Word, string | undefined>> = {
  title: undefined,
  product: plansText.productHint,
  lead: plansText.leadHint,
  owner: plansText.ownerHint,
  joins: plansText.joinsHint,
};

function Words({ names, fields, errorAt }: Part & { readonly names: readonly Word[] }) {
  return names.map((name) => (
    <Field
      key={name}
      name={name}
      label={taskFieldText[name]}
      width="long"
      optional={name === 'joins' || name === 'lead'}
      hint={hints[name]}
      value={fields[name]}
      error={errorAt(name)}
    />
  ));
}

/** Who leads, who answers for it, who joins. */
function Hands({ choices, fields, errorAt }: Part & Pick<Props, 'choices'>) {
  const joining = listIn(fields, 'joinUnits');
  const groups = groupsOf(choices.units, { by: 'code' });
  const wrong = errorAt('joinUnits');
  return (
    <>
      <Field
        type="select"
        name="leadUnit"
        label={taskFieldText.leadUnit}
        blank={plansText.leadUnitBlank}
        value={fields['leadUnit']}
        options={groups}
        error={errorAt('leadUnit')}
      />
      <Words names={['lead', 'owner']} fields={fields} errorAt={errorAt} />
      <details open={wrong !== undefined}>
        <summary>{plansText.joinUnits(joining.length)}</summary>
        <Choices
          kind="many"
          name="joinUnits"
          label={taskListText.joinUnits}
          hint={plansText.joinUnitsHint}
          value={joining}
          options={groups.flatMap(({ options }) => options)}
          error={wrong}
        />
      </details>
      <Words names={['joins']} fields={fields} errorAt={errorAt} />
    </>
  );
}

/** Only a scheme has lines to serve. */
function Criteria({ choices, fields, errorAt }: Part & Pick<Props, 'choices'>) {
  if (choices.criteria.length === 0) return null;
  return (
    <Choices
      kind="many"
      name="criteria"
      label={taskListText.criteria}
      hint={plansText.criteriaHint}
      optional
      value={listIn(fields, 'criteria')}
      options={choices.criteria.map(({ code, wording }) => ({
        value: code,
        label: plansText.criterionOf(code, wording),
      }))}
      error={errorAt('criteria')}
    />
  );
}

function MilestoneRow({ at, fields, errorAt }: Part & { readonly at: number }) {
  return (
    <fieldset>
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
  );
}
