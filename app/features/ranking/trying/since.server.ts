/** A frozen result beside what the figures say by now: which were corrected since, what they would have moved. What was frozen stays as it is. */
import type { Kysely } from 'kysely';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { DB } from '../../../platform/db-types.ts';
import { factsOf } from '../../scoring/facts.server.ts';
import type { JudgementRow } from '../../scoring/case.server.ts';
import { measuresOf } from '../../scoring/cards.server.ts';
import { frozenOf } from '../frozen.server.ts';
import type { KeptMeasure } from '../../scoring/kept-measure.ts';
import { keptMeasure } from '../../scoring/kept-measure.ts';
import type { Beside, FigureChange } from './beside.ts';
import { besideEachOther, figureChanges, withFacts } from './beside.ts';

export type SinceRow = Beside & { readonly figures: readonly FigureChange[] };

/** For callers that know that it is frozen and that the asker may know of it. Units of which nothing changed are left out. */
export async function changedSince(
  db: Kysely<DB>,
  { id, year }: JudgementRow,
  today: PlainDate,
): Promise<readonly SinceRow[]> {
  const { inputs } = await frozenOf(db, id);
  const unitIds = inputs.cards.map(({ unitId }) => unitId);
  const asked = { judgementId: id, year, today, known: undefined, unitIds };
  const measured = await factsOf(db, { ...asked, measures: measuresOf(inputs.set) });
  const facts = new Map<string, Readonly<Record<string, KeptMeasure>>>(
    [...measured].map(([unitId, own]) => [
      unitId,
      Object.fromEntries([...own].map(([key, one]) => [key, keptMeasure(one)])),
    ]),
  );
  const kept = new Map(inputs.cards.map((card) => [card.unitId, card.facts]));
  return besideEachOther(inputs, withFacts(inputs, facts))
    .map((row) => ({ ...row, figures: figureChanges(kept.get(row.unitId) ?? {}, facts.get(row.unitId) ?? {}) }))
    .filter(({ isMoved, changes, figures }) => isMoved || changes.length > 0 || figures.length > 0);
}
