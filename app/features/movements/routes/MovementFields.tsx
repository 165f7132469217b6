import { Checkbox, Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { unitKinds } from '../../organisation/unit.ts';
import { unitKindNames } from '../../organisation/text.ts';
import type { TypedMovement } from '../movement.ts';
import { movementKinds, visibilities } from '../movement.ts';
import type { ScopeChoices } from '../scope.server.ts';
import { movementFieldText, movementKindText, movementsText, visibilityText } from '../text.ts';

/** As typed: kinds, units and blocks. */
export type ChosenScope = Required<Pick<TypedMovement, 'scope' | 'scopeUnits' | 'scopeBlocks'>>;

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  readonly scope: ChosenScope;
  readonly choices: ScopeChoices;
  readonly errorAt: (name: string) => string | undefined;
};

/** What a movement is: its name, days, aim, goals, criteria, times of review, and whom it is for. */
export function MovementFields(props: Props) {
  const { fields, errorAt } = props;
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
      <Scope {...props} />
      <Choices
        kind="one"
        name="visibility"
        label={movementsText.visibility}
        hint={movementsText.secret}
        value={fields['visibility'] ?? 'internal'}
        options={visibilities.map((value) => ({ value, label: visibilityText[value] }))}
      />
      <Checkbox
        name="secret"
        label={movementsText.secretMark}
        hint={movementsText.secretHint}
        error={errorAt('secret')}
        checked={fields['secret'] === 'on'}
      />
    </>
  );
}

function Scope({ scope: { scope, scopeUnits, scopeBlocks }, choices, errorAt }: Props) {
  const kinds = unitKinds.filter((kind) => kind !== 'province');
  const optionsOf = (all: ScopeChoices['units']) => all.map(({ id, name }) => ({ value: id, label: name }));
  const error = errorAt('scopeUnits');
  const chosen = scopeUnits.length + scopeBlocks.length;
  return (
    <>
      <Choices
        kind="many"
        name="scope"
        label={movementsText.scope}
        hint={`${movementsText.scopeHint} ${movementsText.scopeLater}`}
        value={scope}
        options={kinds.map((value) => ({ value, label: unitKindNames[value] }))}
      />
      {choices.units.length + choices.blocks.length > 0 && (
        <details className="behind" open={error !== undefined}>
          <summary>{movementsText.scopeMore(chosen)}</summary>
          {choices.blocks.length > 0 && (
            <Choices
              kind="many"
              name="scopeBlocks"
              label={movementsText.scopeBlocks}
              value={scopeBlocks}
              options={optionsOf(choices.blocks)}
            />
          )}
          <Choices
            kind="many"
            name="scopeUnits"
            label={movementsText.scopeUnits}
            error={error}
            value={scopeUnits}
            options={optionsOf(choices.units)}
          />
        </details>
      )}
    </>
  );
}

type DayProps = Omit<Props, 'scope' | 'choices'> & {
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
