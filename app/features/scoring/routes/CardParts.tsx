import { pointsText } from '../../../kernel/hundredths.ts';
import type { ReactNode } from 'react';
import { Facts } from '../../../ui/Facts.tsx';
import { onDay } from '../../../ui/day.ts';
import { momentText } from '../../../ui/moment.ts';
import { uiText } from '../../../ui/text.ts';
import type { CardLine, GivenShown, LeftOver } from '../card-page.server.ts';
import { differencesIn } from '../differences.ts';
import type { Total } from '../points.ts';
import { shownScore } from '../points.ts';
import { scoreSteps } from '../procedure.ts';
import type { ScoreStep } from '../procedure.ts';
import { evidenceText, figureText, measuredText, scoredText, scoringText, stepText } from '../text.ts';

/** What the card adds up to. */
export function Totals({ total, isFinal }: { readonly total: Total; readonly isFinal: boolean }) {
  const { score, full, points, applicable, bonus, penalty, missing } = total;
  return (
    <>
      <Facts
        facts={[
          {
            label: isFinal ? scoringText.finalTotal : scoringText.total,
            value: score === null ? scoringText.notApplicable : pointsText(shownScore(score)),
            unit: scoringText.ofFull(full),
            note: applicable < full && score !== null ? scoringText.scaled : undefined,
          },
          { label: scoringText.raw, value: pointsText(points), unit: scoringText.ofApplicable(applicable) },
          { label: scoringText.bonus, value: pointsText(bonus) },
          { label: scoringText.penalty, value: pointsText(penalty) },
          ...(missing.length > 0
            ? [{ label: scoringText.missingTotal, value: scoringText.criteriaCount(missing.length) }]
            : []),
        ]}
      />
    </>
  );
}

type LinesProps = {
  readonly lines: readonly CardLine[];
  readonly total: Total;
  readonly cardId: string;
  /** Files of evidence by code. */
  readonly counts: Readonly<Record<string, number>>;
  /** The day whose figures are shown; undefined: today's, or those that were frozen. */
  readonly known: string | undefined;
};

/** Scrolls by itself, so it is reached by keyboard. */
const frame = {
  className: 'scroll wraps',
  tabIndex: 0,
  role: 'region',
  'aria-label': scoringText.linesCaption,
} as const;

/** All steps side by side; the first column stays while the table is pushed. */
export function Lines({ lines, total, cardId, counts, known }: LinesProps) {
  const steps = scoreSteps.filter((step) => lines.some(({ given }) => given.some((one) => one.step === step)));
  return (
    <>
      <h2>{scoringText.linesCaption}</h2>
      <div {...frame}>
        <table>
          <caption className="sr">{scoringText.linesCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{scoringText.criterion}</th>
              <th scope="col" className="num">
                {scoringText.max}
              </th>
              {steps.map((step) => (
                <th key={step} scope="col" className="num">
                  {stepText[step]}
                </th>
              ))}
              <th scope="col" className="num">
                {scoringText.stands}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.one.code} line={line} steps={steps} total={total}>
                <WhyLink line={line} cardId={cardId} known={known} />
                <Proof line={line} cardId={cardId} count={counts[line.one.code] ?? 0} />
              </Line>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type ProofProps = { readonly line: CardLine; readonly cardId: string; readonly count: number };

function Proof({ line: { one }, cardId, count }: ProofProps) {
  if (count === 0 && !one.needsEvidence) return null;
  return (
    <small>
      {' '}
      <a href={`/cham-diem/phieu/${cardId}/minh-chung?tieu-chi=${encodeURIComponent(one.code)}`}>
        {count > 0 ? evidenceText.count(count) : evidenceText.none}
      </a>
    </small>
  );
}

function WhyLink({ line: { one }, cardId, known }: Pick<ProofProps, 'line' | 'cardId'> & Pick<LinesProps, 'known'>) {
  if (one.way !== 'data') return null;
  return (
    <small>
      {' '}
      <a href={onDay(`/cham-diem/phieu/${cardId}/vi-sao/${encodeURIComponent(one.code)}`, known)}>{uiText.why}</a>
    </small>
  );
}

type LineProps = {
  readonly line: CardLine;
  readonly steps: readonly ScoreStep[];
  readonly total: Total;
  readonly children: ReactNode;
};

function Line({ line, steps, total, children }: LineProps) {
  const { one, depth, given, standing, measured, since } = line;
  const sum = one.kind === 'group' ? total.groups.get(one.code) : undefined;
  const name = `${one.code} ${one.title}`;
  return (
    <tr id={`tieu-chi-${encodeURIComponent(one.code)}`}>
      <th scope="row" className={`deep-${Math.min(depth, 3)}`}>
        {sum ? <b>{name}</b> : name}
        {one.way === 'data' && <small> {figureText(measured, one.rule?.measure.name)}</small>}
        {since && <small> ({scoringText.sinceFrozen(measuredText(since, one.rule?.measure.name))})</small>}
        {children}
      </th>
      <td className="num">{pointsText(one.max)}</td>
      {steps.map((step) => {
        const gave = given.find((each) => each.step === step);
        return (
          <td key={step} className="num">
            {gave && scoredText(gave.scored)}
          </td>
        );
      })}
      <td className="num">
        {sum && <b>{pointsText(sum.points)}</b>}
        {standing && standing.from !== null && scoredText(standing.scored)}
        {standing?.from === null && one.kind === 'criterion' && <span className="muted">{scoringText.missing}</span>}
      </td>
    </tr>
  );
}

/** Where steps differ: who said what, and why. */
export function Differences({ lines }: { readonly lines: readonly CardLine[] }) {
  const differing = lines.filter(({ given }) => differencesIn(given).length > 0);
  if (!lines.some(({ given }) => given.length > 1)) return null;
  return (
    <section>
      <h2>{scoringText.differences}</h2>
      {differing.length === 0 && <p className="muted">{scoringText.noDifferences}</p>}
      {differing.map(({ one, given }) => (
        <article key={one.code}>
          <h3>{`${one.code} ${one.title}`}</h3>
          <Saids given={given} />
        </article>
      ))}
    </section>
  );
}

function Saids({ given }: { readonly given: readonly GivenShown[] }) {
  const inOrder = scoreSteps.flatMap((step) => given.filter((one) => one.step === step));
  return (
    <ul>
      {inOrder.map((one) => (
        <li key={one.step}>
          <b>{scoringText.atStep(one.step, scoredText(one.scored))}</b>{' '}
          <span className="muted">
            {scoringText.byWhom(one.byName, one.unitName)}, {momentText(one.at)}
          </span>
          {one.reason !== '' && <p className="said">{scoringText.because(one.reason)}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Points given at criteria that the present edition no longer has. */
export function LeftOvers({ left }: { readonly left: readonly LeftOver[] }) {
  if (left.length === 0) return null;
  return (
    <section>
      <h2>{scoringText.leftOver}</h2>
      <p>{scoringText.leftOverWhy}</p>
      {left.map(({ code, title, given }) => (
        <article key={code}>
          <h3>{[code, title].filter(Boolean).join(' ')}</h3>
          <Saids given={given} />
        </article>
      ))}
    </section>
  );
}
