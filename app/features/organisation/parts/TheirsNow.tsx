import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { adminText, unitFields } from '../page.text.ts';
import type { UnitChoice } from '../unit-queries.server.ts';
import type { UnitVersion } from '../unit.ts';

/** Somebody was faster: what is stored now, above what was typed. */
export function TheirsNow(props: { readonly period: UnitVersion; readonly choices: readonly UnitChoice[] }) {
  const { period, choices } = props;
  const pairs = [
    { label: unitFields.name, value: period.name },
    { label: unitFields.shortName, value: period.shortName },
    { label: unitFields.parentId, value: choices.find(({ id }) => id === period.parentId)?.name ?? '' },
  ];
  return (
    <Notice kind="refusal">
      <p>{adminText.lostRace}</p>
      <p>{adminText.theirs}:</p>
      <Pairs pairs={pairs} />
    </Notice>
  );
}
