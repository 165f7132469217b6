import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { typedTask } from '../task-form.ts';
import type { PlanProblemShown } from '../text.ts';
import { plansText, taskVersions } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly PlanProblemShown[];
  readonly units: readonly { readonly code: string; readonly name: string }[];
};

/** A task that can no longer be saved, the plan having moved on meanwhile: all that was typed, to copy from. */
export function NotSaved({ fields, problems, units }: Props) {
  const typed = typedTask(fields);
  const words = taskVersions({ mine: typed, theirs: typed }, units).filter(({ mine }) => mine !== '');
  return (
    <section>
      <Notice kind="refusal">{problems.map(({ message }) => message).join(' ')}</Notice>
      <h2>{plansText.typedTitle}</h2>
      <p>{plansText.typedLead}</p>
      <Pairs pairs={words.map(({ label, mine }) => ({ label, value: mine }))} />
    </section>
  );
}
