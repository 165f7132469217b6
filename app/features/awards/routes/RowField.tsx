import { scopesOfEffect } from '../../initiatives/initiative.ts';
import { Choices } from '../../../ui/Choices.tsx';
import type { Option } from '../../../ui/Field.tsx';
import { Field } from '../../../ui/Field.tsx';
import { factStates, holders } from '../award.ts';
import { formText as said, paramText } from '../law/form.text.ts';
import { HOLDER_TEXT, STATE_MARK } from '../law/law.text.ts';
import type { Param, ParamKind } from '../law/row-kinds.ts';
import { groups, levels, reviews } from '../standards/case.ts';
import { launchers } from '../standards/rule.ts';
import { ORGANISER_NAME, REVIEW_NAME } from '../standards/test.text.ts';
import { GROUP_TEXT, LAUNCHER_TEXT, LEVEL_TEXT, SCOPE_TEXT } from '../standards/text.ts';
import { awardOptions } from '../text.ts';
import { tryText } from '../try.text.ts';

export type RowFieldProps = {
  readonly param: Param;
  readonly name: string;
  readonly values: readonly string[];
  readonly error: string | undefined;
};

const optionsOf = <Value extends string>(values: readonly Value[], text: Readonly<Record<Value, string>>): Option[] =>
  values.map((value) => ({ value, label: text[value] }));

const OPTIONS: Readonly<Partial<Record<ParamKind, readonly Option[]>>> = {
  state: optionsOf(factStates, STATE_MARK),
  flag: [{ value: 'co', label: tryText.yes }],
  level: optionsOf(levels, LEVEL_TEXT),
  scope: optionsOf(scopesOfEffect, SCOPE_TEXT),
  place: optionsOf(['first', 'reviewed'], said.place),
  organiser: optionsOf(['province', 'centre'], ORGANISER_NAME),
  body: optionsOf(['province', 'government'], said.body),
  which: optionsOf(['first', 'last'], said.which),
  holders: optionsOf(holders, HOLDER_TEXT),
  groups: optionsOf(groups, GROUP_TEXT),
  launchers: optionsOf(launchers, LAUNCHER_TEXT),
  reviews: optionsOf(reviews, REVIEW_NAME),
};

/** The control for one parameter of a line. Several awards are several selects under one name, one more than there are. */
export function RowField({ param, name, values, error }: RowFieldProps) {
  const shared = { name, label: paramText(param), error, optional: param.optional };
  const [value = ''] = values;
  switch (param.as) {
    case 'long_text':
      return <Field type="textarea" rows={3} {...shared} value={value} width="medium" />;
    case 'article':
    case 'articles':
    case 'count':
    case 'percent':
      return <Field {...shared} value={value} width="short" />;
    case 'text':
      return <Field {...shared} value={value} />;
    case 'holders':
    case 'groups':
    case 'launchers':
    case 'reviews':
      return <Many param={param} shared={shared} values={values} />;
    case 'awards':
      return [...values, ''].map((each, at) => (
        <Field
          key={`${at} ${each}`}
          type="select"
          {...shared}
          id={at === 0 ? undefined : `o-${name}-${at + 1}`}
          value={each}
          options={awardOptions()}
          blank="—"
        />
      ));
    case 'award':
      return <Field type="select" {...shared} value={value} options={awardOptions()} blank="—" />;
    case 'flag':
    case 'state':
    case 'level':
    case 'scope':
    case 'place':
    case 'organiser':
    case 'body':
    case 'which':
      return <Field type="select" {...shared} value={value} options={OPTIONS[param.as] ?? []} blank="—" />;
  }
}

type ManyProps = Pick<RowFieldProps, 'param' | 'values'> & {
  readonly shared: Pick<Parameters<typeof Choices>[0], 'name' | 'label' | 'error' | 'optional'>;
};

/** Folded away where nothing is chosen: most groups are for everybody. */
function Many({ param, shared, values }: ManyProps) {
  const choices = <Choices kind="many" {...shared} value={values} options={OPTIONS[param.as] ?? []} />;
  if (values.length > 0 || !param.optional) return choices;
  return (
    <details className="wording">
      <summary>{shared.label}</summary>
      {choices}
    </details>
  );
}
