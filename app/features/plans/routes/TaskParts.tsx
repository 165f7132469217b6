import type { PlainDate } from '../../../kernel/calendar.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText, momentText } from '../../../ui/moment.ts';
import { Status } from '../../../ui/Status.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import type { PlanTask } from '../lines.server.ts';
import type { Reported } from '../one.server.ts';
import { milestoneLook } from '../stage-look.ts';
import { milestoneState } from '../standing.ts';
import type { PlanProblemShown } from '../text.ts';
import { milestoneFieldText, milestoneStateText, plansText, progressFieldText } from '../text.ts';

type Of = { readonly task: PlanTask; readonly today: PlainDate };

export function MilestoneList({ task, today }: Of) {
  if (task.milestones.length === 0) return null;
  return (
    <Table
      caption={plansText.milestones}
      columns={[
        { key: 'moc', head: milestoneFieldText.title, kind: 'name', cell: ({ title }) => title },
        { key: 'san-pham', head: milestoneFieldText.product, cell: ({ product }) => product },
        { key: 'han', head: milestoneFieldText.dueOn, kind: 'code', cell: ({ dueOn }) => dateText(dueOn) },
        {
          key: 'tinh-trang',
          head: plansText.state,
          cell: (one) => {
            const state = milestoneState(one, today);
            return <Status status={milestoneLook[state]} word={milestoneStateText[state]} />;
          },
        },
      ]}
      rows={task.milestones}
      rowKey={({ id }) => id}
    />
  );
}

type ReportProps = Of & {
  readonly id: string;
  readonly refused:
    | { readonly fields: Readonly<Record<string, string>>; readonly problems: readonly PlanProblemShown[] }
    | undefined;
};

/** One form for the task and its milestones: what it is about is chosen in it. */
export function ReportForm({ task, today, id, refused }: ReportProps) {
  const fields: Readonly<Record<string, string>> = refused?.fields ?? { asOf: today };
  const errorAt = (name: string) => refused?.problems.find(({ field }) => field === name)?.message;
  const milestones = task.milestones.map((one) => ({ value: one.id, label: plansText.milestone(one.title) }));
  return (
    <section>
      <h2>{plansText.reportTitle}</h2>
      <p>{plansText.reportLead}</p>
      <Form hidden={{ viec: 'report', id }} errors={refused?.problems} multipart guard={`tien-do-${task.id}`}>
        {milestones.length > 0 && (
          <Field
            type="select"
            name="ve"
            label={plansText.reportAbout}
            blank={plansText.reportTask}
            value={fields['ve']}
            options={milestones}
          />
        )}
        <Field
          name="percent"
          label={progressFieldText.percent}
          note="%"
          width="short"
          hint={plansText.percentHint}
          value={fields['percent']}
          error={errorAt('percent')}
        />
        <Field type="date" name="asOf" label={progressFieldText.asOf} value={fields['asOf']} error={errorAt('asOf')} />
        <Field
          type="textarea"
          rows={3}
          name="note"
          label={progressFieldText.note}
          optional
          value={fields['note']}
          error={errorAt('note')}
        />
        <Field type="file" name="tep-moi" label={plansText.evidence} optional error={errorAt('tep-moi')} />
        <Button>{plansText.report}</Button>
      </Form>
    </section>
  );
}

/** `reports` is null for those who do not read what is behind the figures. */
export function ReportHistory({
  task,
  reports,
}: {
  readonly task: PlanTask;
  readonly reports: readonly Reported[] | null;
}) {
  const nameOf = (line: string) => {
    const milestone = task.milestones.find(({ lineId }) => lineId === line);
    return milestone ? plansText.milestone(milestone.title) : plansText.reportTask;
  };
  return (
    <section>
      <h2>{plansText.history}</h2>
      {reports === null && <p className="muted">{plansText.progressNote}</p>}
      {reports?.length === 0 && <p className="muted">{plansText.noHistory}</p>}
      {reports !== null && reports.length > 0 && (
        <Timeline
          entries={reports.map(({ id, at, by, lineId, percent, asOf, note, files }) => ({
            id,
            when: momentText(at),
            dateTime: new Date(at).toISOString(),
            what: plansText.reportedOf(nameOf(lineId), percent, asOf),
            who: by,
            detail: (
              <>
                {note}
                {files.map((file) => (
                  <span key={file.id}>
                    {' '}
                    <a href={`/ke-hoach/tep/${file.id}`}>{file.name}</a>
                  </span>
                ))}
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}
