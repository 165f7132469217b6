import { Checkbox } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { BodyChoice, IndicatorChoice } from '../choices.server.ts';
import { FIRST_STEP, stepNames } from '../criterion-fields.ts';
import type { CriterionField } from '../criterion-form.ts';
import type { Criterion } from '../criterion.ts';
import { criterionKinds, scoringWays } from '../criterion.ts';
import { measureNames, ruleNames } from '../rule.ts';
import { measureText, ruleHintText, ruleNameText } from '../rule.text.ts';
import type { ShownProblem } from '../text.ts';
import { criterionText as said, fieldText, kindText, wayText } from '../text.ts';

type Typed = {
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly ShownProblem[] | undefined;
};
type Props = Typed & {
  readonly groups: readonly Criterion[];
  readonly bodies: readonly BodyChoice[];
  readonly indicators: readonly IndicatorChoice[];
};

/** All of a criterion; what does not go with the chosen way is left alone. */
export function CriterionFields({ fields, problems, groups, bodies, indicators }: Props) {
  const of = fieldBy({ fields, problems });
  return (
    <>
      <Field {...of('code')} hint={said.codeHint} width="short" />
      <Field
        {...of('parent')}
        type="select"
        blank={said.noParent}
        options={groups.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` }))}
      />
      <Field
        {...of('kind')}
        type="select"
        blank={null}
        options={criterionKinds.map((value) => ({ value, label: kindText[value] }))}
      />
      <Field {...of('title')} type="textarea" rows={2} />
      <Field {...of('guidance')} type="textarea" rows={3} optional />
      <Field {...of('max')} hint={said.maxHint} width="short" />
      <Field
        {...of('way')}
        type="select"
        hint={said.wayHint}
        options={scoringWays.map((value) => ({ value, label: wayText[value] }))}
      />
      <fieldset className="field">
        <legend>{said.handLegend}</legend>
        <Checkbox name="evidence" label={fieldText.evidence} checked={fields['evidence'] === 'on'} />
      </fieldset>
      <fieldset className="field">
        <legend>{said.expertLegend}</legend>
        <Field {...of('expert')} type="select" options={bodies.map(({ id, name }) => ({ value: id, label: name }))} />
      </fieldset>
      <DataFields fields={fields} problems={problems} indicators={indicators} />
    </>
  );
}

type Named = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
};

function fieldBy({ fields, problems }: Typed): (name: CriterionField) => Named {
  return (name) => ({
    name,
    label: fieldText[name],
    value: fields[name] ?? '',
    error: problems?.find(({ field }) => field === name)?.message,
  });
}

function DataFields({ fields, problems, indicators }: Typed & Pick<Props, 'indicators'>) {
  const of = fieldBy({ fields, problems });
  return (
    <fieldset className="field">
      <legend>{said.dataLegend}</legend>
      <p className="hint">{said.dataHint}</p>
      <Field
        {...of('measure')}
        type="select"
        options={measureNames.map((value) => ({ value, label: measureText[value] }))}
      />
      <Field
        {...of('indicator')}
        type="select"
        hint={said.indicatorHint}
        options={indicators.map(({ code, name }) => ({ value: code, label: `${code}. ${name}` }))}
      />
      <Field
        {...of('rule')}
        type="select"
        options={ruleNames.map((value) => ({ value, label: ruleNameText[value] }))}
      />
      <ul className="hint">
        {ruleNames.map((name) => (
          <li key={name}>
            <b>{ruleNameText[name]}:</b> {ruleHintText[name]}
          </li>
        ))}
      </ul>
      <Field {...of('from')} hint={said.thresholdHint} width="short" />
      <Field {...of('full')} hint={said.thresholdHint} width="short" />
      <StepFields fields={fields} problems={problems} />
      <Field {...of('each')} width="short" />
    </fieldset>
  );
}

function StepFields({ fields, problems }: Typed) {
  return (
    <fieldset className="field">
      <legend>{fieldText.steps}</legend>
      {stepNames(fields).map(({ n, from, points }) => (
        <div key={n} className="row-fields">
          <Field
            name={from}
            label={said.step(n)}
            width="short"
            value={fields[from]}
            error={from === FIRST_STEP.from ? problems?.find(({ field }) => field === from)?.message : undefined}
          />
          <Field name={points} label={said.stepPoints(n)} width="short" value={fields[points]} />
        </div>
      ))}
    </fieldset>
  );
}
