import { onDay } from '../../../ui/day.ts';
import type { PlansStanding } from '../standing-of.server.ts';
import { plansText, standingText } from '../text.ts';

type Props = {
  readonly standing: PlansStanding;
  /** On the page of a scheme, whose plan it is is said beside it. */
  readonly withUnit?: boolean;
  /** Where all that is late of them stands. */
  readonly attention: string;
  readonly known: string | undefined;
};

/** Plans in force with how they stand, each a link; tasks that the unit does with others below. */
export function PlansOf({ standing: { plans, together }, withUnit = false, attention, known }: Props) {
  const isPressing = plans.some(({ standing }) => standing.lateTasks + standing.lateMilestones > 0);
  return (
    <section aria-labelledby="ke-hoach">
      <h2 id="ke-hoach">{plansText.title}</h2>
      {plans.length === 0 ? (
        <p className="muted">{plansText.nonePlanned}</p>
      ) : (
        <ul>
          {plans.map(({ id, title, unitName, standing }) => (
            <li key={id}>
              <a href={onDay(`/ke-hoach/${id}`, known)}>{title}</a>{' '}
              <small>{[...(withUnit ? [unitName] : []), standingText(standing)].join(' · ')}</small>
            </li>
          ))}
        </ul>
      )}
      {isPressing && (
        <p>
          <a href={onDay(attention, known)}>{plansText.toAttention}</a>
        </p>
      )}
      {together.length > 0 && (
        <>
          <h3>{plansText.together(together.length)}</h3>
          <ul>
            {together.map(({ id, planId, title, unitName, dueOn }) => (
              <li key={id}>
                <a href={onDay(`/ke-hoach/${planId}/nhiem-vu/${id}`, known)}>{title}</a>{' '}
                <small>{plansText.workMilestoneNote(unitName, dueOn, false)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
