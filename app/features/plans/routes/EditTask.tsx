import { formatVietnamese } from '../../../kernel/decimal.ts';
import { Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { TaskChoices } from '../choices.server.ts';
import type { PlanTask } from '../lines.server.ts';
import type { ListedPlan } from '../list.server.ts';
import { taskFieldsOf, typedTask } from '../task-form.ts';
import type { PlanProblemShown } from '../text.ts';
import { plansText, taskVersions } from '../text.ts';
import { TaskForm } from './TaskForm.tsx';

type Fields = Readonly<Record<string, string>>;
type Of = { readonly plan: ListedPlan; readonly choices: TaskChoices };
type Props = Of & {
  readonly task: PlanTask;
  readonly saved:
    | { readonly fields: Fields; readonly isRace: boolean; readonly problems: readonly PlanProblemShown[] }
    | undefined;
};

/** What the plan's unit may do with a task while it writes: save it, take it off. After a lost race both versions stand above. */
export function EditTask({ plan, task, choices, saved }: Props) {
  const stored = taskFieldsOf(task, task.weight === null ? '' : formatVietnamese(task.weight), plan);
  const race = saved?.isRace ? { mine: typedTask(saved.fields), theirs: typedTask(stored) } : undefined;
  return (
    <section>
      <h2>{plansText.editTask}</h2>
      <TaskForm
        planId={plan.id}
        choices={choices}
        fields={saved?.fields ?? stored}
        problems={saved?.problems ?? []}
        version={task.version}
        hidden={{}}
        first={race && <Compare fields={taskVersions(race, choices.units)} />}
      />
      <Form version={task.version} hidden={{ viec: 'remove' }}>
        <p>{plansText.removeLead}</p>
        <Button kind="danger">{plansText.removeTask}</Button>
      </Form>
    </section>
  );
}

type GoneProps = Of & { readonly id: string; readonly fields: Fields };

/** Somebody took the task off while it was being written on: what was typed can be kept as a new one. */
export function GoneTask({ plan, choices, id, fields }: GoneProps) {
  return (
    <Page
      title={plansText.goneTitle}
      trail={[
        { label: plansText.title, href: '/ke-hoach' },
        { label: plan.title, href: `/ke-hoach/${plan.id}` },
      ]}
    >
      <title>{plansText.goneTitle}</title>
      <Notice kind="warning">{plansText.goneLead}</Notice>
      <TaskForm
        planId={plan.id}
        choices={choices}
        fields={fields}
        problems={[]}
        hidden={{ id }}
        action={`/ke-hoach/${plan.id}/nhiem-vu/moi`}
      />
    </Page>
  );
}
