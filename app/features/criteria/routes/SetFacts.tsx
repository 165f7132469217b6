import { Pairs } from '../../../ui/Facts.tsx';
import { pointsText } from '../../../kernel/hundredths.ts';
import type { StoredSet } from '../sets.server.ts';
import { setsText as said, tieText } from '../text.ts';

/** What stands at the head of a set: its paper, source, reasons, caps and what parts equal scores. */
export function SetFacts({ set }: { readonly set: StoredSet }) {
  const { documentNumber, documentDate, source, reason, lateReason, basedOn, bonusCap, penaltyCap, tieRules } = set;
  const pairs = [
    ...(documentNumber && documentDate
      ? [{ label: said.inForce, value: said.paperOf(documentNumber, documentDate) }]
      : []),
    ...(source === '' ? [] : [{ label: said.source, value: source }]),
    ...(basedOn === null
      ? []
      : [{ label: said.basedOn, value: <a href={`/tieu-chi/${basedOn}`}>{said.basedOnSet}</a> }]),
    ...(reason === null ? [] : [{ label: said.reason, value: reason }]),
    ...(lateReason === null ? [] : [{ label: said.lateReason, value: lateReason }]),
    { label: said.bonusCap, value: bonusCap === null ? said.capFree : pointsText(bonusCap) },
    { label: said.penaltyCap, value: penaltyCap === null ? said.capFree : pointsText(penaltyCap) },
    {
      label: said.ties,
      value:
        tieRules.length === 0
          ? said.tiesNone
          : tieRules.map((rule, at) => `${at + 1}. ${tieText(rule, set.criteria)}`).join('; '),
    },
  ];
  return <Pairs pairs={pairs} />;
}
