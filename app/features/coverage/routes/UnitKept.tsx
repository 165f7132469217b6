import { plainDateIn } from '../../../kernel/calendar.ts';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { onDay } from '../../../ui/day.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { UnitCovered } from '../coverage.ts';
import type { LeadCovered } from '../leads.ts';
import { isWhole, lacking } from '../leads.ts';
import { coverageText, leadPartText } from '../text.ts';

type Props = {
  readonly unit: UnitCovered | undefined;
  readonly leads: readonly LeadCovered[];
  readonly year: number;
  readonly known: string | undefined;
};

/** On the page of a unit: how it keeps the commitments of the directive this year, each with where it is done. */
export function UnitKept({ unit, leads, year, known }: Props) {
  if (!unit && leads.length === 0) return null;
  return (
    <section aria-labelledby="cam-ket">
      <h2 id="cam-ket">{coverageText.unitTitle(year)}</h2>
      <Pairs pairs={[...(unit ? ownPairs(unit, year) : []), ...leads.map(leadPair)]} />
      <p>
        <a href={onDay(`/do-phu?nam=${year}`, known)}>{coverageText.toCoverage}</a>
      </p>
    </section>
  );
}

function ownPairs(
  { code, receivedAt, receivedAs, carriedOnId, planId, pledges, initiatives }: UnitCovered,
  year: number,
) {
  const received = receivedAt && dateText(plainDateIn(new Date(receivedAt)));
  return [
    {
      label: coverageText.unitReceipt,
      value: received
        ? [received, receivedAs && coverageText.receivedAs(receivedAs)].filter(Boolean).join(', ')
        : coverageText.none,
    },
    {
      label: coverageText.carriedOn,
      value: carriedOnId ? <a href={`/phong-trao/${carriedOnId}`}>{coverageText.seeMovement}</a> : coverageText.none,
    },
    {
      label: coverageText.unitPlan,
      value: planId ? <a href={`/ke-hoach/${planId}`}>{coverageText.has}</a> : coverageText.none,
    },
    {
      label: coverageText.unitPledges,
      value: <a href="#dang-ky">{formatVietnamese(pledges)}</a>,
    },
    {
      label: coverageText.unitInitiatives,
      value: <a href={`/sang-kien?nam=${year}&don-vi=${code}`}>{formatVietnamese(initiatives)}</a>,
    },
  ];
}

function leadPair(lead: LeadCovered) {
  const missing = lacking(lead).map((part) => leadPartText[part]);
  return {
    label: coverageText.unitLead(lead.schemeCode),
    value: (
      <>
        <a href={`/de-an/${lead.schemeCode}`}>{lead.schemeName}</a>:{' '}
        {isWhole(lead) ? coverageText.leadWhole : coverageText.leadLacks(missing.join(', '))}
        {lead.planId && (
          <>
            {' '}
            <a href={`/ke-hoach/${lead.planId}`}>{coverageText.seePlan}</a>
          </>
        )}
      </>
    ),
  };
}
