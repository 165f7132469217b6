import { Checkbox, Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { unitKinds } from '../../organisation/unit.ts';
import { unitKindNames } from '../../organisation/text.ts';
import { movementKinds } from '../movement.ts';
import { movementFieldText, movementKindText, movementsText } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  /** Kinds of units chosen. */
  readonly scope: readonly string[];
  readonly errorAt: (name: string) => string | undefined;
};

/** What a movement is: its name, days, aim, goals, criteria, times of review, and whom it is for. */
export function MovementFields({ fields, scope, errorAt }: Props) {
  const kinds = unitKinds.filter((kind) => kind !== 'province');
  return (
    <>
      <Field
        name="name"
        label={movementFieldText.name}
        hint={movementsText.nameHint}
        width="long"
        value={fields['name']}
        error={errorAt('name')}
      />
      <Choices
        kind="one"
        name="kind"
        label={movementFieldText.kind}
        value={fields['kind']}
        error={errorAt('kind')}
        options={movementKinds.map((value) => ({ value, label: movementKindText[value] }))}
      />
      <Day name="first" hint={movementsText.daysHint} fields={fields} errorAt={errorAt} />
      <Day name="last" fields={fields} errorAt={errorAt} />
      <Field
        type="textarea"
        rows={3}
        name="aim"
        label={movementFieldText.aim}
        value={fields['aim']}
        error={errorAt('aim')}
      />
      <Field
        type="textarea"
        rows={5}
        name="goals"
        label={movementFieldText.goals}
        hint={movementsText.listHint}
        value={fields['goals']}
        error={errorAt('goals')}
      />
      <Field
        type="textarea"
        rows={5}
        name="criteria"
        label={movementFieldText.criteria}
        hint={movementsText.listHint}
        optional
        value={fields['criteria']}
        error={errorAt('criteria')}
      />
      <Checkbox name="yearly" label={movementsText.yearly} checked={fields['yearly'] === 'on'} />
      <Day name="midTerm" optional hint={movementsText.reviewsHint} fields={fields} errorAt={errorAt} />
      <Day name="final" optional fields={fields} errorAt={errorAt} />
      <Choices
        kind="many"
        name="scope"
        label={movementsText.scope}
        hint={movementsText.scopeHint}
        value={scope}
        options={kinds.map((value) => ({ value, label: unitKindNames[value] }))}
      />
      <Checkbox
        name="restricted"
        label={movementsText.restricted}
        hint={movementsText.secret}
        checked={fields['restricted'] === 'on'}
      />
    </>
  );
}

type DayProps = Omit<Props, 'scope'> & {
  readonly name: 'first' | 'last' | 'midTerm' | 'final';
  readonly hint?: string;
  readonly optional?: boolean;
};

function Day({ name, hint, optional, fields, errorAt }: DayProps) {
  return (
    <Field
      type="date"
      name={name}
      label={movementFieldText[name]}
      hint={hint}
      optional={optional}
      width="short"
      value={fields[name]}
      error={errorAt(name)}
    />
  );
}
