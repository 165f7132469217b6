import { sizeText } from '../../../platform/files/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { InspectionDeed } from '../deeds.server.ts';
import type { OneInspection } from '../one.server.ts';
import { inspectionMoveText, inspectionsText } from '../text.ts';
import type { Refused } from './parts.tsx';
import { errorIn, mineOf, Typed } from './parts.tsx';

type Props = { readonly one: OneInspection; readonly refused: Refused<InspectionDeed> };

/** Closing the minutes, and calling the inspection off. */
export function InspectionActs({ one: { inspection, findings }, refused }: Props) {
  const issued = mineOf(refused, 'issue');
  const cancelled = mineOf(refused, 'cancel');
  const hasMinutes = inspection.heldOn !== null;
  return (
    <>
      {inspection.moves.includes('issue') && (
        <section>
          <h2>{inspectionsText.issueTitle}</h2>
          <p>{inspectionsText.issueLead(findings.length)}</p>
          <Form version={inspection.version} hidden={{ viec: 'issue' }} errors={withoutFields(issued)}>
            <Button kind={hasMinutes ? 'primary' : 'second'}>{inspectionMoveText.issue}</Button>
          </Form>
        </section>
      )}
      {inspection.moves.includes('cancel') && (
        <details open={cancelled !== undefined}>
          <summary>{inspectionsText.cancelTitle}</summary>
          <Form version={inspection.version} hidden={{ viec: 'cancel' }} errors={cancelled?.problems}>
            <Typed
              name="reason"
              type="textarea"
              rows={2}
              label={inspectionsText.cancelReason}
              fields={cancelled?.fields ?? {}}
              problems={cancelled?.problems}
            />
            <Button kind="danger">{inspectionMoveText.cancel}</Button>
          </Form>
        </details>
      )}
    </>
  );
}

/** What is missing stands on another page: said here, not linked to a field that is not here. */
function withoutFields(refused: Refused<InspectionDeed>) {
  return refused?.problems.map(({ label, message }) => ({ message: label ? `${label}: ${message}` : message }));
}

export function Papers({ one: { inspection, papers }, refused }: Props) {
  const mine = mineOf(refused, 'attach');
  if (!inspection.seesMinutes) return null;
  return (
    <section>
      <h2>{inspectionsText.papers}</h2>
      {papers.length === 0 ? (
        <p className="muted">{inspectionsText.noPapers}</p>
      ) : (
        <ul>
          {papers.map(({ id, name, size }) => (
            <li key={id}>
              <a href={`/kiem-tra/tep/${id}`}>{name}</a> <small>{sizeText(size)}</small>
            </li>
          ))}
        </ul>
      )}
      {inspection.moves.includes('attach') && (
        <Form hidden={{ viec: 'attach' }} errors={mine?.problems} multipart>
          <Field
            type="file"
            name="tep-moi"
            label={inspectionsText.paperFile}
            hint={inspectionsText.paperHint}
            error={errorIn(mine?.problems, 'tep-moi')}
          />
          <Button kind="second">{inspectionsText.attach}</Button>
        </Form>
      )}
    </section>
  );
}
