import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import { Table } from '../../../ui/Table.tsx';
import type { MeetingDeed } from '../deeds.server.ts';
import type { MeetingSeen } from '../meeting-page.server.ts';
import type { Agreement, Minutes } from '../minutes.ts';
import { attendanceText, blocksText as said, fieldText, meetingMoveText } from '../text.ts';

const wordsOf = ['chair', 'secretary', 'course', 'conclusion'] as const;
type Props = { readonly seen: MeetingSeen; readonly today: string; readonly refused: Refused<MeetingDeed> };

/** As they are written, or as they were closed; what became of each thing agreed stands beside it. */
export function MinutesSeen({ seen, today, refused }: Props) {
  const { meeting, minutes } = seen;
  if (meeting.stage !== 'held' && meeting.stage !== 'closed') return null;
  return (
    <section>
      <h2>{said.minutes}</h2>
      {minutes === null || isEmpty(minutes) ? (
        <p className="muted">{minutes === null ? said.minutesHidden : said.minutesEmpty}</p>
      ) : (
        <>
          {(minutes.endedAt ?? '') !== '' && (
            <p>{said.lasted(minutes.beganAt || minutes.time, minutes.endedAt ?? '')}</p>
          )}
          {meeting.closedAt !== null && <p>{said.minutesClosed(meeting.closedAt)}</p>}
          <Table
            caption={said.attended}
            rows={minutes.attended}
            rowKey={({ unitId }) => unitId}
            columns={[
              { key: 'don-vi', head: said.unit, kind: 'name', cell: ({ name }) => name },
              {
                key: 'co-mat',
                head: said.state,
                cell: ({ state }) => (state === null ? said.notSaid : attendanceText[state]),
              },
              { key: 'ai', head: said.whoCame, cell: ({ who }) => who },
            ]}
          />
          {wordsOf.map((name) => (
            <div key={name}>
              <h3>{fieldText[name]}</h3>
              {(minutes[name] || said.notSaid).split('\n').map((line, at) => (
                <p key={`${at} ${line}`}>{line}</p>
              ))}
            </div>
          ))}
          <h3>{said.agreements}</h3>
          <Agreements seen={seen} agreements={minutes.agreements} today={today} refused={refused} />
          <Actions>
            <LinkButton kind="second" href={`/khoi-cum/hop/${meeting.id}/bien-ban/tai/docx`}>
              {said.download}
            </LinkButton>
            <LinkButton kind="second" href={`/khoi-cum/hop/${meeting.id}/bien-ban/tai/pdf`}>
              {said.downloadPdf}
            </LinkButton>
          </Actions>
        </>
      )}
    </section>
  );
}

function isEmpty({ attended, agreements, ...words }: Minutes): boolean {
  const written = wordsOf.some((name) => words[name] !== '');
  return !written && agreements.length === 0 && attended.every(({ state }) => state === null);
}

function Agreements({ seen, agreements, today, refused }: Props & { readonly agreements: readonly Agreement[] }) {
  const isClosed = seen.meeting.stage === 'closed';
  const outcome = ({ id, dueOn }: Agreement) => {
    const one = seen.outcomes[id];
    if (one?.doneAt) return said.doneOn(one.doneAt, one.note ?? '');
    return dueOn < today ? said.overdue : said.notDone;
  };
  return (
    <>
      <Table
        caption={said.agreements}
        captionHidden
        rows={agreements}
        rowKey={({ id }) => id}
        columns={[
          { key: 'viec', head: fieldText.what, kind: 'name', cell: ({ what }) => what },
          { key: 'don-vi', head: fieldText.unit, cell: ({ unitName }) => unitName },
          { key: 'han', head: fieldText.dueOn, cell: ({ dueOn }) => dateText(dueOn) },
          ...(isClosed ? [{ key: 'ket-qua', head: said.done, cell: outcome }] : []),
        ]}
        empty={<p className="muted">{said.noAgreements}</p>}
      />
      {agreements
        .filter(({ id }) => seen.outcomes[id]?.mayReport)
        .map((one) => (
          <Report key={one.id} agreement={one} version={seen.outcomes[one.id]?.version ?? 0} refused={refused} />
        ))}
    </>
  );
}

type ReportProps = { readonly agreement: Agreement; readonly version: number; readonly refused: Refused<MeetingDeed> };

function Report({ agreement, version, refused }: ReportProps) {
  const at = { ma: agreement.id };
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'report', at);
  return (
    <details open={isOpen}>
      <summary>{`${said.reportTitle}: ${agreement.what}`}</summary>
      <Form version={version} hidden={{ viec: 'report', ...at }} errors={problems} scope={agreement.id}>
        <Field
          type="textarea"
          rows={2}
          name="note"
          label={fieldText.note}
          value={fields['note']}
          error={errorAt('note')}
        />
        <Button kind="second">{meetingMoveText.report}</Button>
      </Form>
    </details>
  );
}
