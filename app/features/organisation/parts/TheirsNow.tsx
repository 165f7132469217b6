import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { adminText, periodText, unitText } from '../page.text.ts';
import type { UnitChoice } from '../unit-queries.server.ts';
import type { Unit } from '../unit.ts';

/** Somebody was faster: what is stored now, period by period, above what was typed. */
export function TheirsNow({ unit, choices }: { readonly unit: Unit; readonly choices: readonly UnitChoice[] }) {
  const pairs = unit.versions.toReversed().map((version) => {
    const parent = choices.find(({ id }) => id === version.parentId)?.name;
    return {
      label: periodText(version),
      value: [version.name, parent && unitText.under(parent)].filter(Boolean).join('. '),
    };
  });
  return (
    <Notice kind="refusal">
      <p>{adminText.lostRace}</p>
      <p>{adminText.theirs}:</p>
      <Pairs pairs={pairs} />
    </Notice>
  );
}
