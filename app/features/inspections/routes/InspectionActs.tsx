import { sizeText } from '../../../platform/files/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { InspectionDeed } from '../deeds.server.ts';
import type { OneInspection } from '../one.server.ts';
import { missingInMinutes } from '../inspection.ts';
import type { InspectionRefusal } from '../minutes.server.ts';
import { inspectionMoveText, inspectionProblems, inspectionsText, sayProblem } from '../text.ts';
import type { Refused } from './parts.tsx';
import { errorIn, mineOf, Typed } from './parts.tsx';

type Props = { readonly one: OneInspection; readonly refused: Refused<InspectionDeed> };

/** Closing the minutes, and calling the inspection off. */
export function InspectionActs({ one, refused }: Props) {
  const { inspection, isUnderWay } = one;
  const cancelled = mineOf(refused, 'cancel');
  return (
    <>
      {inspection.moves.includes('issue') && isUnderWay && <Issue one={one} />}
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

/** Offered when it can be done; until then what it waits for. */
function Issue({ one: { inspection, findings } }: Pick<Props, 'one'>) {
  const refusals: readonly InspectionRefusal[] = [
    { kind: 'inspection_wrong', problems: missingInMinutes(inspection) },
    ...(inspection.programmeStage === 'draft' ? [{ kind: 'programme_open' } as const] : []),
  ];
  const awaited = refusals.flatMap(inspectionProblems).map(sayProblem);
  return (
    <section>
      <h2>{inspectionsText.issueTitle}</h2>
      {awaited.length === 0 ? (
        <>
          <p>{inspectionsText.issueLead(findings.length)}</p>
          <Form version={inspection.version} hidden={{ viec: 'issue' }}>
            <Button>{inspectionMoveText.issue}</Button>
          </Form>
        </>
      ) : (
        <>
          <p>{inspectionsText.issueAwaits}</p>
          <ul>
            {awaited.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
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
