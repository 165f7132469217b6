import { Field } from '../../../ui/Field.tsx';
import { planFieldText } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  readonly errorAt: (name: string) => string | undefined;
};

/** What a plan is as a whole: name, objectives, days. */
export function PlanFields({ fields, errorAt }: Props) {
  return (
    <>
      <Field name="title" label={planFieldText.title} width="long" value={fields['title']} error={errorAt('title')} />
      <Field
        type="textarea"
        rows={6}
        name="objectives"
        label={planFieldText.objectives}
        value={fields['objectives']}
        error={errorAt('objectives')}
      />
      <Field
        type="date"
        name="firstDay"
        label={planFieldText.firstDay}
        value={fields['firstDay']}
        error={errorAt('firstDay')}
      />
      <Field
        type="date"
        name="lastDay"
        label={planFieldText.lastDay}
        value={fields['lastDay']}
        error={errorAt('lastDay')}
      />
    </>
  );
}
