/** Whether points can be announced: every card is appraised and no criterion is without points. The page says it before, the command refuses by it. */
import type { CardStage } from './procedure.ts';
import type { Total } from './points.ts';

export type NotAppraised = { readonly kind: 'not_appraised'; readonly unitIds: readonly string[] };
export type MissingPoints = {
  readonly kind: 'points_missing';
  readonly missing: readonly { readonly unitId: string; readonly codes: readonly string[] }[];
};
type Card = { readonly unitId: string; readonly stage: CardStage; readonly total: Pick<Total, 'missing'> };

/** `cards`: all of a judgement that were not dropped. */
export function lackingIn(cards: readonly Card[]): NotAppraised | MissingPoints | undefined {
  const open = cards.filter(({ stage }) => stage !== 'appraised').map(({ unitId }) => unitId);
  if (open.length > 0) return { kind: 'not_appraised', unitIds: open };
  const missing = cards
    .filter(({ total }) => total.missing.length > 0)
    .map(({ unitId, total }) => ({ unitId, codes: total.missing }));
  return missing.length > 0 ? { kind: 'points_missing', missing } : undefined;
}
