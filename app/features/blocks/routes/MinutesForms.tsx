import { Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { fieldId } from '../../../ui/ErrorSummary.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import { Table } from '../../../ui/Table.tsx';
import type { MeetingDeed } from '../deeds.server.ts';
import type { Minutes } from '../minutes.ts';
import { attendances } from '../minutes.ts';
import { attendanceText, blocksText as said, fieldText, meetingMoveText } from '../text.ts';

type At = {
  readonly minutes: Minutes;
  readonly refused: (Refused<MeetingDeed> & { readonly isRace?: boolean }) | undefined;
};
const words = ['beganAt', 'endedAt', 'chair', 'secretary', 'course', 'conclusion'] as const;

export function MinutesForm({
  meeting,
  minutes,
  refused,
}: At & { readonly meeting: { readonly id: string; readonly version: number } }) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'write');
  const of = (name: (typeof words)[number]) => (isOpen ? fields[name] : minutes[name]) ?? '';
  return (
    <Form
      version={meeting.version}
      hidden={{ viec: 'write' }}
      errors={problems}
      guard={`bien-ban-khoi-${meeting.id}`}
      wide
    >
      {isOpen && refused?.isRace && (
        <Compare
          fields={words.map((name) => ({
            label: fieldText[name],
            mine: fields[name] ?? '',
            theirs: minutes[name] ?? '',
          }))}
        />
      )}
      <div id={fieldId('attendance')} className="field" tabIndex={-1}>
        <Attended minutes={minutes} fields={fields} />
      </div>
      <Field
        name="beganAt"
        label={fieldText.beganAt}
        hint={said.beganHint(minutes.time)}
        width="short"
        optional
        value={of('beganAt')}
        error={errorAt('beganAt')}
      />
      <Field
        name="endedAt"
        label={fieldText.endedAt}
        hint={said.endedHint}
        width="short"
        value={of('endedAt')}
        error={errorAt('endedAt')}
      />
      <Field
        name="chair"
        label={fieldText.chair}
        hint={said.whoHint}
        width="long"
        value={of('chair')}
        error={errorAt('chair')}
      />
      <Field
        name="secretary"
        label={fieldText.secretary}
        hint={said.whoHint}
        width="long"
        value={of('secretary')}
        error={errorAt('secretary')}
      />
      <Field
        type="textarea"
        rows={8}
        name="course"
        label={fieldText.course}
        value={of('course')}
        error={errorAt('course')}
      />
      <Field
        type="textarea"
        rows={6}
        name="conclusion"
        label={fieldText.conclusion}
        value={of('conclusion')}
        error={errorAt('conclusion')}
      />
      <Button>{meetingMoveText.write}</Button>
    </Form>
  );
}

type AttendedProps = { readonly minutes: Minutes; readonly fields: Readonly<Record<string, string>> };

function Attended({ minutes, fields }: AttendedProps) {
  return (
    <Table
      caption={said.attended}
      rows={minutes.attended}
      rowKey={({ unitId }) => unitId}
      columns={[
        { key: 'don-vi', head: said.unit, kind: 'name', cell: ({ name }) => name },
        {
          key: 'co-mat',
          head: said.state,
          cell: ({ unitId, name, state }) => (
            <select
              name={`du-${unitId}`}
              defaultValue={fields[`du-${unitId}`] ?? state ?? ''}
              aria-label={`${said.state}: ${name}`}
            >
              <option value="">{said.notSaid}</option>
              {attendances.map((one) => (
                <option key={one} value={one}>
                  {attendanceText[one]}
                </option>
              ))}
            </select>
          ),
        },
        {
          key: 'ai',
          head: `${said.whoCame} (${said.whoHint.toLocaleLowerCase('vi')})`,
          cell: ({ unitId, name, who }) => (
            <input
              name={`ai-${unitId}`}
              type="text"
              maxLength={200}
              defaultValue={fields[`ai-${unitId}`] ?? who}
              aria-label={`${said.whoCame}: ${name}`}
            />
          ),
        },
      ]}
    />
  );
}

export function AddAgreement({ minutes, minted, refused }: At & { readonly minted: string }) {
  const { fields, problems, errorAt } = formOf(refused, 'agree');
  const options = minutes.attended.map(({ unitId, name }) => ({ value: unitId, label: name }));
  return (
    <Form hidden={{ viec: 'agree', ma: fields['ma'] ?? minted }} errors={problems}>
      <Field
        type="textarea"
        rows={2}
        name="what"
        label={fieldText.what}
        value={fields['what']}
        error={errorAt('what')}
      />
      <Field
        type="select"
        name="unit"
        label={fieldText.unit}
        options={options}
        value={fields['unit']}
        error={errorAt('unit')}
      />
      <Field type="date" name="dueOn" label={fieldText.dueOn} value={fields['dueOn']} error={errorAt('dueOn')} />
      <Button kind="second">{said.addAgreement}</Button>
    </Form>
  );
}
