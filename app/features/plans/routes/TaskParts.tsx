import type { PlainDate } from '../../../kernel/calendar.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText, momentText } from '../../../ui/moment.ts';
import { Status } from '../../../ui/Status.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import type { ProgressFacts } from '../check-progress.ts';
import type { PlanTask } from '../lines.server.ts';
import type { Reported } from '../one.server.ts';
import { milestoneLook } from '../stage-look.ts';
import { milestoneState } from '../standing.ts';
import type { PlanProblemShown } from '../text.ts';
import { milestoneFieldText, milestoneStateText, plansText, progressFieldText, taskListText } from '../text.ts';
import { TaskJoins, TaskLead } from './TaskHands.tsx';

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

/** What units beside the plan's own said of their part. */
export function PartList({ task }: Pick<Of, 'task'>) {
  if (task.parts.length === 0) return null;
  return (
    <section>
      <h2>{plansText.partsTitle}</h2>
      <p>{plansText.partsLead}</p>
      <Table
        caption={plansText.partsTitle}
        captionHidden
        columns={[
          {
            key: 'don-vi',
            head: plansText.partUnit,
            kind: 'name',
            cell: ({ code, name }) => <a href={`/don-vi/${code}`}>{name}</a>,
          },
          {
            key: 'vai-tro',
            head: plansText.partRole,
            cell: ({ leads }) => (leads ? plansText.partLeads : plansText.partJoins),
          },
          {
            key: 'da-lam',
            head: plansText.partDone,
            kind: 'number',
            cell: ({ percent }) => (percent === null ? plansText.notReported : plansText.percent(percent)),
          },
          {
            key: 'den-ngay',
            head: progressFieldText.asOf,
            kind: 'code',
            cell: ({ asOf }) => (asOf === null ? null : dateText(asOf)),
          },
        ]}
        rows={task.parts}
        rowKey={({ code }) => code}
      />
    </section>
  );
}

type ReportProps = Of & {
  readonly secrets: ProgressFacts['secrets'];
  readonly id: string;
  /** The plan's own unit, when it is theirs to report for. */
  readonly own: string | null;
  readonly parts: readonly { readonly code: string; readonly name: string }[];
  readonly refused:
    | { readonly fields: Readonly<Record<string, string>>; readonly problems: readonly PlanProblemShown[] }
    | undefined;
};

/** One form for the task and its milestones: what it is about is chosen in it. */
export function ReportForm({ task, today, secrets, id, own, parts, refused }: ReportProps) {
  const facts: ProgressFacts = { today, secrets };
  const fields: Readonly<Record<string, string>> = refused?.fields ?? { asOf: today };
  const errorAt = (name: string) => refused?.problems.find(({ field }) => field === name)?.message;
  const milestones =
    own === null ? [] : task.milestones.map((one) => ({ value: one.id, label: plansText.milestone(one.title) }));
  const [first, ...others] = parts;
  const isOne = own === null && first !== undefined && others.length === 0;
  const hidden = { viec: 'report', id, ...(isOne && { cho: first.code }) };
  return (
    <section>
      <h2>{plansText.reportTitle}</h2>
      <p>{isOne ? plansText.reportPart(first.name) : plansText.reportLead}</p>
      <Form
        hidden={hidden}
        errors={refused?.problems}
        multipart
        guard={`tien-do-${task.id}`}
        offline={{ check: 'progress', title: plansText.waiting(task.title), facts }}
      >
        {parts.length > 0 && !isOne && (
          <Field
            type="select"
            name="cho"
            label={plansText.reportFor}
            blank={own === null ? null : plansText.reportWhole(own)}
            value={fields['cho']}
            options={parts.map(({ code, name }) => ({ value: code, label: plansText.reportPart(name) }))}
          />
        )}
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

type HistoryProps = Pick<Of, 'task'> & {
  readonly reports: readonly Reported[];
  /** Those who are not read what they reported themselves, and no more. */
  readonly isInside: boolean;
};

export function ReportHistory({ task, reports, isInside }: HistoryProps) {
  const nameOf = (line: string) => {
    const milestone = task.milestones.find(({ lineId }) => lineId === line);
    return milestone ? plansText.milestone(milestone.title) : plansText.reportTask;
  };
  return (
    <section>
      <h2>{plansText.history}</h2>
      {!isInside && <p className="muted">{plansText.progressNote}</p>}
      {isInside && reports.length === 0 && <p className="muted">{plansText.noHistory}</p>}
      {reports.length > 0 && (
        <Timeline
          entries={reports.map(({ id, at, by, lineId, part, percent, asOf, note, files }) => ({
            id,
            when: momentText(at),
            dateTime: new Date(at).toISOString(),
            what: plansText.reportedOf(part === null ? nameOf(lineId) : plansText.partOf(part), percent, asOf),
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

type FactsProps = Pick<Of, 'task'> & {
  readonly criteria: readonly { readonly code: string; readonly wording: string }[];
};

export function TaskFacts({ task, criteria }: FactsProps) {
  const { joins, product, weight, startsOn, dueOn, percent, owner, parts } = task;
  const joining = parts.filter(({ leads }) => !leads);
  const served = criteria.filter(({ code }) => task.criteria.includes(code));
  return (
    <Pairs
      pairs={[
        { label: plansText.lead2, value: <TaskLead task={task} /> },
        ...(owner === '' ? [] : [{ label: plansText.owner, value: owner }]),
        ...(joining.length === 0 && joins === '' ? [] : [{ label: plansText.joins, value: <TaskJoins task={task} /> }]),
        { label: plansText.product, value: product },
        ...(served.length === 0
          ? []
          : [
              {
                label: taskListText.criteria,
                value: served.map(({ code, wording }) => plansText.criterionOf(code, wording)).join(' '),
              },
            ]),
        ...(weight === null ? [] : [{ label: plansText.weight, value: plansText.percent(weight) }]),
        { label: plansText.days, value: plansText.daysOf(startsOn, dueOn) },
        { label: plansText.done, value: percent === null ? plansText.notReported : plansText.percent(percent) },
      ]}
    />
  );
}
