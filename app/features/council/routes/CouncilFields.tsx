import { Field } from '../../../ui/Field.tsx';
import type { CouncilField } from '../typed.ts';
import type { ShownProblem } from '../text.ts';
import { councilText as said, fieldText, mannerText } from '../text.ts';

export type Typed = Readonly<Record<string, string>>;
type Props = { readonly typed: Typed; readonly problems: readonly ShownProblem[] };

export function errorIn(problems: readonly ShownProblem[]) {
  return (field: string) => problems.find((each) => each.field === field)?.message;
}

export function CouncilFields({ typed, problems }: Props) {
  const errorAt = errorIn(problems);
  const text = (
    name: CouncilField,
    more: { readonly width?: 'short' | 'medium' | 'long'; readonly type?: 'date' } = {},
  ) => <Field name={name} label={fieldText[name]} value={typed[name]} error={errorAt(name)} {...more} />;
  return (
    <>
      {text('name', { width: 'long' })}
      {text('decisionNumber', { width: 'medium' })}
      {text('decidedOn', { type: 'date' })}
      <h2>{said.ruleTitle}</h2>
      <p className="hint">{said.ruleDefault}</p>
      {text('quorumNum', { width: 'short' })}
      {text('quorumDen', { width: 'short' })}
      {text('votingPercent', { width: 'short' })}
      <Field
        name="ruleSource"
        label={fieldText.ruleSource}
        value={typed['ruleSource']}
        error={errorAt('ruleSource')}
        optional
        width="long"
      />
    </>
  );
}

export function SessionFields({ typed, problems, isFixed }: Props & { readonly isFixed?: boolean }) {
  const errorAt = errorIn(problems);
  return (
    <>
      <Field
        name="sessionTitle"
        label={fieldText.sessionTitle}
        value={typed['sessionTitle']}
        error={errorAt('sessionTitle')}
        width="long"
      />
      {!isFixed && (
        <>
          <Field
            type="select"
            name="manner"
            label={fieldText.manner}
            value={typed['manner'] ?? 'meeting'}
            blank={null}
            options={[
              { value: 'meeting', label: mannerText.meeting },
              { value: 'written', label: mannerText.written },
            ]}
          />
          <Field
            type="date"
            name="plannedOn"
            label={fieldText.plannedOn}
            value={typed['plannedOn']}
            error={errorAt('plannedOn')}
          />
        </>
      )}
      <Field name="plannedTime" label={fieldText.plannedTime} value={typed['plannedTime']} optional width="short" />
      <Field name="place" label={fieldText.place} value={typed['place']} optional width="long" />
      {isFixed && (
        <Field type="textarea" name="notes" label={fieldText.notes} value={typed['notes']} optional rows={10} />
      )}
    </>
  );
}
