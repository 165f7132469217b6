import { formatVietnamese } from '../../../kernel/decimal.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import type { Definition } from '../../indicators/definition.ts';
import { AGGREGATION_TEXT, COMPARATOR_TEXT, ROLLUP_TEXT } from '../../indicators/text.ts';
import { indicatorText, overviewText } from '../text.ts';

type AboutProps = {
  readonly definition: Definition;
  /** For whoever may decide what the directive leaves open. */
  readonly editHref: string | undefined;
};

/** How the indicator is read, and what the province has decided about it; a default says that it is one. */
export function About({ definition, editHref }: AboutProps) {
  const { comparator, aggregation, rollup, rollupWhy, owner, reporting } = definition;
  const evidence = definition.evidenceRequired ? indicatorText.evidenceYes : indicatorText.evidenceNo;
  const pairs = [
    { label: indicatorText.owner, value: owner?.name ?? overviewText.noOwner },
    { label: indicatorText.comparator, value: COMPARATOR_TEXT[comparator] },
    { label: indicatorText.aggregation, value: AGGREGATION_TEXT[aggregation] },
    { label: indicatorText.rollup, value: `${ROLLUP_TEXT[rollup]}. ${rollupWhy}` },
    { label: indicatorText.baseline, value: baselineText(definition) },
    { label: indicatorText.trajectory, value: <TrajectoryPoints definition={definition} /> },
    ...(comparator === 'about' ? [{ label: indicatorText.tolerance, value: toleranceText(definition) }] : []),
    { label: indicatorText.margin, value: marginText(definition) },
    { label: indicatorText.reporting, value: indicatorText.reportingWords[reporting] },
    {
      label: indicatorText.evidenceNeeded,
      value: definition.evidenceRequiredIsDefault ? indicatorText.byDefault(evidence) : evidence,
    },
  ];
  return (
    <>
      <Pairs pairs={pairs} />
      {editHref && (
        <p>
          <LinkButton href={editHref} kind="second">
            {indicatorText.edit}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function figure(value: string, { decimals, unitOfMeasure }: Definition): string {
  return `${formatVietnamese(value, undefined, Math.max(decimals, 2))} ${unitOfMeasure}`;
}

function baselineText(definition: Definition): string {
  const { baseline, baselineYear, baselineSource } = definition;
  if (baseline === null) return indicatorText.baselineUnknown;
  return indicatorText.baselineOf(figure(baseline, definition), baselineYear, baselineSource);
}

function toleranceText({ tolerance, toleranceIsDefault }: Definition): string {
  return tolerance === null
    ? indicatorText.toleranceDefault
    : indicatorText.toleranceOf(formatVietnamese(tolerance), toleranceIsDefault);
}

function marginText({ atRiskMargin }: Definition): string {
  return atRiskMargin === null
    ? indicatorText.marginDefault
    : indicatorText.marginOf(formatVietnamese(Number(atRiskMargin) * 100, undefined, 2));
}

function TrajectoryPoints({ definition }: { readonly definition: Definition }) {
  if (definition.trajectory.length === 0) return indicatorText.trajectoryNone;
  return (
    <ul className="plain">
      {definition.trajectory.map(({ year, value, basis }) => (
        <li key={year}>{indicatorText.trajectoryPoint(year, figure(value, definition), basis)}</li>
      ))}
    </ul>
  );
}
