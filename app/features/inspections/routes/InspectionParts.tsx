import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { ListedFinding } from '../list.server.ts';
import type { OneInspection } from '../one.server.ts';
import { findingLook } from '../stage-look.ts';
import {
  fieldText,
  findingStandingText,
  inspectionKindText,
  inspectionMoveText,
  inspectionsText,
  memberPartText,
  shortened,
} from '../text.ts';
import { Lines } from './Lines.tsx';

type Props = { readonly one: OneInspection };

export function InspectionFacts({ one: { inspection, team } }: Props) {
  const { programmeId, programmeTitle, outsideReason, aboutName } = inspection;
  const programme =
    programmeId === null ? (
      `${inspectionsText.outside}: ${outsideReason ?? ''}`
    ) : (
      <a href={`/kiem-tra/chuong-trinh/${programmeId}`}>{programmeTitle}</a>
    );
  return (
    <>
      <Pairs
        pairs={[
          { label: inspectionsText.kind, value: inspectionKindText[inspection.kind] },
          { label: inspectionsText.by, value: inspection.byUnitName },
          { label: inspectionsText.days, value: inspectionsText.daysOf(inspection.firstDay, inspection.lastDay) },
          { label: inspectionsText.programme, value: programme },
          { label: inspectionsText.about, value: aboutName ?? inspectionsText.noAbout },
          {
            label: inspectionsText.team,
            value: team.map(({ name, part }) => `${name} (${memberPartText[part].toLocaleLowerCase('vi')})`).join('; '),
          },
        ]}
      />
      <h2>{fieldText.content}</h2>
      <Lines text={inspection.content} />
      {inspection.moves.includes('change') && (
        <p>
          <a href={`/kiem-tra/${inspection.id}/sua`}>{inspectionMoveText.change}</a>
        </p>
      )}
    </>
  );
}

const words = ['attendees', 'course', 'results', 'opinions', 'conclusion'] as const;

export function MinutesOf({ one: { inspection, isUnderWay } }: Props) {
  const { heldOn, heldUntil, place } = inspection;
  const isThere = heldOn !== null || words.some((field) => inspection[field] !== '');
  if (inspection.stage === 'cancelled') return null;
  return (
    <section>
      <h2>{inspectionsText.minutes}</h2>
      {!inspection.seesMinutes && <p className="muted">{inspectionsText.minutesHidden}</p>}
      {inspection.seesMinutes && !isThere && <p className="muted">{inspectionsText.minutesNone}</p>}
      {heldOn !== null && (
        <Pairs
          pairs={[
            { label: inspectionsText.held, value: inspectionsText.daysOf(heldOn, heldUntil ?? heldOn) },
            ...(place === '' ? [] : [{ label: fieldText.place, value: place }]),
          ]}
        />
      )}
      {words
        .filter((field) => inspection[field] !== '')
        .map((field) => (
          <div key={field}>
            <h3>{fieldText[field]}</h3>
            <Lines text={inspection[field]} />
          </div>
        ))}
      {heldOn !== null && (
        <p className="acts">
          <a href={`/kiem-tra/${inspection.id}/bien-ban/tai/docx`}>{inspectionsText.printMinutes('Word')}</a>
          <a href={`/kiem-tra/${inspection.id}/bien-ban/tai/pdf`}>{inspectionsText.printMinutes('PDF')}</a>
        </p>
      )}
      {inspection.moves.includes('write') && !isUnderWay && <p>{inspectionsText.notUnderWay(inspection.firstDay)}</p>}
      {inspection.moves.includes('write') && isUnderWay && (
        <p>
          <LinkButton href={`/kiem-tra/${inspection.id}/bien-ban`} kind={isThere ? 'second' : 'primary'}>
            {inspectionsText.writeMinutes}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

const columns: readonly Column<ListedFinding>[] = [
  {
    key: 'ton-tai',
    head: inspectionsText.finding,
    kind: 'name',
    cell: (row) => <a href={`/kiem-tra/${row.inspectionId}/ton-tai/${row.id}`}>{shortened(row.statement)}</a>,
  },
  { key: 'yeu-cau', head: inspectionsText.remedy, cell: (row) => shortened(row.remedy) },
  { key: 'han', head: inspectionsText.due, cell: (row) => dateText(row.dueOn) },
  {
    key: 'tinh-trang',
    head: inspectionsText.standing,
    cell: (row) => <Stage stage={findingLook[row.standing]} word={findingStandingText[row.standing]} />,
  },
];

export function FindingsOf({ one: { inspection, findings, isUnderWay } }: Props) {
  if (!inspection.seesMinutes || inspection.stage === 'cancelled') return null;
  if (!isUnderWay && findings.length === 0) return null;
  return (
    <section>
      <h2>{inspectionsText.findings(findings.length)}</h2>
      <Table
        caption={inspectionsText.findingsCaption}
        captionHidden
        columns={columns}
        rows={findings}
        rowKey={(row) => row.id}
        isLate={({ standing }) => standing === 'overdue'}
        empty={<p className="muted">{inspectionsText.noFindings}</p>}
      />
      {inspection.moves.includes('write') && isUnderWay && (
        <p>
          <LinkButton href={`/kiem-tra/${inspection.id}/ton-tai/moi`} kind="second">
            {inspectionsText.addFinding}
          </LinkButton>
        </p>
      )}
    </section>
  );
}
