import { Fragment } from 'react';
import { pointsText } from '../../../kernel/hundredths.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { Criterion } from '../../criteria/criterion.ts';
import { isScored } from '../../criteria/criterion.ts';
import { typedThreshold } from '../../criteria/criterion-form.ts';
import { levelOf, titleOf } from '../text.ts';
import { trialProblemText, trialText as said } from '../trying.text.ts';
import type { Trial, TrialRead } from '../trying/trial.ts';
import { tieValue, typedPer } from '../trying/trial.ts';

type Props = {
  readonly trial: Trial;
  readonly problems: TrialRead['problems'];
  /** As it was typed, kept where it could not be read. */
  readonly typed: Readonly<Record<string, string>>;
};

/** What may be changed: maxima, the numbers of rules, caps, thresholds, what parts equal scores. */
export function TrialFields({ trial, problems, typed }: Props) {
  const errorAt = (name: string) => {
    const found = problems.find(({ field }) => field === name);
    return found && trialProblemText[found.problem];
  };
  const { criteria, bonusCap, penaltyCap } = trial.set;
  const titles = Object.fromEntries(criteria.map(({ code, title }) => [code, title]));
  const shared = (name: string, label: string, value: string) =>
    ({ type: 'number-vi', name, label, value: errorAt(name) ? typed[name] : value, error: errorAt(name) }) as const;
  return (
    <>
      <h2>{said.thresholds}</h2>
      {trial.thresholds.map(({ level, atLeast }) => (
        <Field key={level} {...shared(`muc.${level}`, levelOf(level), pointsText(atLeast))} unit="%" />
      ))}
      <h2>{said.ties}</h2>
      {[1, 2, 3].map((at) => (
        <Field
          key={at}
          type="select"
          name={`thu-tu.${at}`}
          width="long"
          label={said.tie(at)}
          blank={said.tieNone}
          value={tieValue(trial.tieRules[at - 1])}
          options={[
            { value: 'fewer_penalties', label: said.tiePenalties },
            { value: 'less_bonus', label: said.tieBonus },
            ...criteria.map(({ code }) => ({ value: `points ${code}`, label: said.tiePoints(titleOf(code, titles)) })),
          ]}
        />
      ))}
      <Button kind="second">{said.reckon}</Button>
      <h2>{said.criteria}</h2>
      {criteria.filter(isScored).map((one) => (
        <fieldset key={one.code} className="field criterion">
          <legend>{`${one.code} ${one.title}`}</legend>
          <div className="row-fields">
            <Field {...shared(`toi-da.${one.code}`, said.max, pointsText(one.max))} unit={said.points} />
            <RuleFields one={one} shared={shared} />
          </div>
        </fieldset>
      ))}
      <Field
        {...shared('tran-thuong', said.bonusCap, bonusCap === null ? '' : pointsText(bonusCap))}
        hint={said.capHint}
        optional
      />
      <Field
        {...shared('tran-tru', said.penaltyCap, penaltyCap === null ? '' : pointsText(penaltyCap))}
        hint={said.capHint}
        optional
      />
    </>
  );
}

type Shared = (
  name: string,
  label: string,
  value: string,
) => { readonly type: 'number-vi'; readonly name: string; readonly label: string; readonly value: string | undefined };

function RuleFields({ one: { code, rule }, shared }: { readonly one: Criterion; readonly shared: Shared }) {
  if (rule === null) return null;
  const threshold = (name: string, label: string, text: string) => (
    <Field
      {...shared(name, label, typedThreshold(text, rule.measure.name))}
      unit={typedPer(rule) === 100 ? '%' : undefined}
    />
  );
  switch (rule.name) {
    case 'each':
      return <Field {...shared(`moi.${code}`, said.each, pointsText(rule.points))} unit={said.points} />;
    case 'proportion':
      return (
        <>
          {threshold(`tu.${code}`, said.from, rule.from)}
          {threshold(`du.${code}`, said.full, rule.full)}
        </>
      );
    case 'steps':
      return rule.steps.map((step, at) => (
        <Fragment key={`${step.atLeast} ${step.points}`}>
          {threshold(`bac.${code}.${at}`, said.step(at + 1), step.atLeast)}
          <Field
            {...shared(`diem.${code}.${at}`, said.stepPoints(at + 1), pointsText(step.points))}
            unit={said.points}
          />
        </Fragment>
      ));
  }
}
