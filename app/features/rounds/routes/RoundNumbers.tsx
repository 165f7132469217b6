import { Facts } from '../../../ui/Facts.tsx';
import type { RoundCounts, RoundView } from '../standing.ts';
import { roundText } from '../text.ts';

type Props = { readonly path: string; readonly counts: RoundCounts };

/** How a round stands; each number opens the units behind it. */
export function RoundNumbers({ path, counts }: Props) {
  const linked = (view: RoundView, n: number) => (n === 0 ? n : <a href={`${path}?xem=${view}`}>{n}</a>);
  return (
    <Facts
      facts={[
        { label: roundText.expected, value: counts.expected },
        { label: roundText.sent, value: linked('da-gui', counts.sent) },
        { label: roundText.onTime, value: linked('dung-han', counts.onTime) },
        { label: roundText.late, value: linked('gui-muon', counts.sentLate) },
        { label: roundText.received, value: linked('da-nhan', counts.received) },
        {
          label: roundText.missing,
          value: linked('chua-gui', counts.missing),
          ...(counts.overdue > 0 && { note: <a href={`${path}?xem=qua-han`}>{roundText.overdue(counts.overdue)}</a> }),
        },
        { label: roundText.exempt, value: linked('mien', counts.exempt) },
      ]}
    />
  );
}
