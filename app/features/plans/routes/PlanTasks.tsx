import type { PlainDate } from '../../../kernel/calendar.ts';
import { addDays } from '../../../kernel/calendar.ts';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Figure } from '../../../ui/chart/Figure.tsx';
import { Schedule } from '../../../ui/chart/Schedule.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { PlanMilestone, PlanTask } from '../lines.server.ts';
import type { ListedPlan } from '../list.server.ts';
import { milestoneLook, taskLook } from '../stage-look.ts';
import { milestoneState, shareOf, taskState } from '../standing.ts';
import { TaskJoins, TaskLead } from './TaskHands.tsx';
import { milestoneStateText, plansText, taskStateText } from '../text.ts';

type Props = { readonly plan: ListedPlan; readonly tasks: readonly PlanTask[]; readonly today: PlainDate };

/** The timeline of a plan with the table behind it. */
export function PlanTasks({ plan, tasks, today }: Props) {
  const mayChange = plan.moves.includes('change');
  const add = mayChange && <LinkButton href={`/ke-hoach/${plan.id}/nhiem-vu/moi`}>{plansText.addTask}</LinkButton>;
  return (
    <section>
      <h2>{plansText.tasks(tasks.length)}</h2>
      {tasks.length === 0 ? (
        <Empty what={plansText.noTasks} why={plansText.noTasksWhy} first={add || undefined} />
      ) : (
        <>
          <Figure title={plansText.timelineTitle(plan.standing)}>
            <Schedule today={shareOf(today, plan)} items={tasks.map((task) => itemOf(plan, task, today))} />
            <p className="muted">{plansText.timelineLegend(plan.firstDay, plan.lastDay)}</p>
          </Figure>
          <details>
            <summary>{plansText.behind}</summary>
            <TaskTable plan={plan} tasks={tasks} today={today} />
          </details>
          {add && <p>{add}</p>}
          <p className="muted">{plansText.rules}</p>
        </>
      )}
    </section>
  );
}

function itemOf(plan: ListedPlan, task: PlanTask, today: PlainDate) {
  const state = taskState(task, today);
  return {
    id: task.id,
    label: <a href={`/ke-hoach/${plan.id}/nhiem-vu/${task.id}`}>{task.title}</a>,
    from: shareOf(task.startsOn, plan),
    to: shareOf(addDays(task.dueOn, 1), plan),
    done: (task.percent ?? 0) / 100,
    marks: task.milestones.map((one) => ({
      id: one.id,
      at: shareOf(one.dueOn, plan),
      status: milestoneLook[milestoneState(one, today)],
    })),
    dueText: dateText(task.dueOn),
    status: taskLook[state],
    word: taskStateText[state],
  };
}

type Line = { readonly task: PlanTask; readonly milestone: PlanMilestone | undefined };

function TaskTable({ plan, tasks, today }: Props) {
  const lines = tasks.flatMap((task): readonly Line[] => [
    { task, milestone: undefined },
    ...task.milestones.map((milestone) => ({ task, milestone })),
  ]);
  return (
    <Table
      caption={plansText.behind}
      captionHidden
      columns={columnsFor(plan, today)}
      rows={lines}
      rowKey={({ task, milestone }) => milestone?.id ?? task.id}
      isLate={(line) => lookOf(line, today) === 'off_track'}
    />
  );
}

function lookOf({ task, milestone }: Line, today: PlainDate) {
  return milestone ? milestoneLook[milestoneState(milestone, today)] : taskLook[taskState(task, today)];
}

function wordOf({ task, milestone }: Line, today: PlainDate) {
  return milestone ? milestoneStateText[milestoneState(milestone, today)] : taskStateText[taskState(task, today)];
}

function doneOf({ task, milestone }: Line): string {
  if (milestone) return milestone.reachedOn === null ? '' : dateText(milestone.reachedOn);
  return task.percent === null ? plansText.notReported : plansText.percent(task.percent);
}

function columnsFor(plan: ListedPlan, today: PlainDate): readonly Column<Line>[] {
  return [
    {
      key: 'nhiem-vu',
      head: plansText.task,
      kind: 'name',
      cell: ({ task, milestone }) =>
        milestone ? (
          plansText.milestone(milestone.title)
        ) : (
          <a href={`/ke-hoach/${plan.id}/nhiem-vu/${task.id}`}>{task.title}</a>
        ),
    },
    {
      key: 'chu-tri',
      head: plansText.lead2,
      cell: ({ task, milestone }) => (milestone ? null : <TaskLead task={task} />),
    },
    { key: 'phu-trach', head: plansText.owner, cell: ({ task, milestone }) => (milestone ? null : task.owner) },
    {
      key: 'phoi-hop',
      head: plansText.joins,
      cell: ({ task, milestone }) => (milestone ? null : <TaskJoins task={task} />),
    },
    { key: 'san-pham', head: plansText.product, cell: ({ task, milestone }) => (milestone ?? task).product },
    {
      key: 'trong-so',
      head: plansText.weight,
      kind: 'number',
      cell: ({ task: { weight }, milestone }) => (milestone || weight === null ? null : formatVietnamese(weight)),
    },
    {
      key: 'han',
      head: plansText.due,
      kind: 'code',
      cell: ({ task, milestone }) => dateText((milestone ?? task).dueOn),
    },
    { key: 'da-lam', head: plansText.done, kind: 'number', cell: doneOf },
    {
      key: 'tinh-trang',
      head: plansText.state,
      cell: (line) => <Status status={lookOf(line, today)} word={wordOf(line, today)} />,
    },
  ];
}
