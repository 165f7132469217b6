import { dateText } from '../../../ui/moment.ts';
import { Stage } from '../../../ui/Status.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import { standingLook } from '../stage-look.ts';
import { roundText, standingText } from '../text.ts';
import type { ExpectedUnit } from '../units.server.ts';

/** How a unit stands in a round, and what is to be said about it. */
export function StandingCell({ standing, lateDays, exemptReason, returns }: ExpectedUnit) {
  return (
    <>
      <Stage stage={standingLook[standing]} word={standingText[standing]} />
      {standing === 'overdue' && lateDays > 0 && <small> {roundText.overdueBy(lateDays)}</small>}
      {standing === 'exempt' && exemptReason && <small> {roundText.exemptBecause(exemptReason)}</small>}
      {returns > 0 && <small> {roundText.returnedTimes(returns)}</small>}
    </>
  );
}

export function SentCell({ sentOn, isLate, lateDays }: ExpectedUnit) {
  if (sentOn === null) return null;
  return (
    <>
      {dateText(sentOn)} {isLate && <Overdue>{roundText.lateBy(lateDays)}</Overdue>}
    </>
  );
}
