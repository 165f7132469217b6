/** The list of movements as its address narrows it. */
import type { MovementKind, MovementStage } from './movement.ts';
import { movementKinds, movementStages } from './movement.ts';

export type MovementsAsked = {
  readonly year: number | undefined;
  readonly kind: MovementKind | undefined;
  readonly stage: MovementStage | undefined;
  readonly unitCode: string | undefined;
};

export function movementsAsked(query: URLSearchParams): MovementsAsked {
  const year = Number(query.get('nam'));
  return {
    year: year >= 2000 && year <= 2100 ? Math.trunc(year) : undefined,
    kind: movementKinds.find((each) => each === query.get('hinh-thuc')),
    stage: movementStages.find((each) => each === query.get('buoc')),
    unitCode: query.get('don-vi') || undefined,
  };
}
