import { Notice } from '../../../ui/Notice.tsx';
import type { ListedPlan } from '../list.server.ts';
import type { PlanFault } from '../task.ts';
import { planFaultText, plansText } from '../text.ts';

type Props = { readonly plan: ListedPlan; readonly faults: readonly PlanFault[] };

/** What keeps a plan from being submitted, each with the way to mend it. */
export function PlanFaults({ plan, faults }: Props) {
  if (faults.length === 0) return null;
  return (
    <Notice kind="info" title={plansText.faults}>
      <ul>
        {faults.map((fault) => (
          <li key={planFaultText(fault)}>
            {planFaultText(fault)} <Mend plan={plan} fault={fault} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Mend({ plan, fault }: { readonly plan: ListedPlan; readonly fault: PlanFault }) {
  switch (fault.kind) {
    // The way to a first task stands below, in the empty list.
    case 'no_task':
      return null;
    case 'weights_missing':
    case 'weights_not_whole':
      return <a href={`/ke-hoach/${plan.id}/trong-so`}>{plansText.weightsTitle}</a>;
    case 'task_outside':
    case 'milestone_outside': {
      const task = plan.tasks.find(({ title }) => title === fault.task);
      return task ? <a href={`/ke-hoach/${plan.id}/nhiem-vu/${task.id}`}>{plansText.editTask}</a> : null;
    }
  }
}
