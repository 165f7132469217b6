import { Field } from '../../../ui/Field.tsx';
import { blocksText as said, fieldText } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly errorAt: (name: string) => string | undefined;
};

export const meetingFields = ['title', 'plannedOn', 'plannedTime', 'place', 'agenda'] as const;

export function MeetingFields({ fields, errorAt }: Props) {
  return (
    <>
      <Field name="title" label={fieldText.title} value={fields['title']} error={errorAt('title')} />
      <Field
        type="date"
        name="plannedOn"
        label={fieldText.plannedOn}
        value={fields['plannedOn']}
        error={errorAt('plannedOn')}
      />
      <Field
        name="plannedTime"
        label={fieldText.plannedTime}
        hint={said.timeHint}
        optional
        width="short"
        value={fields['plannedTime']}
        error={errorAt('plannedTime')}
      />
      <Field name="place" label={fieldText.place} value={fields['place']} error={errorAt('place')} />
      <Field
        type="textarea"
        rows={6}
        name="agenda"
        label={fieldText.agenda}
        value={fields['agenda']}
        error={errorAt('agenda')}
      />
    </>
  );
}
