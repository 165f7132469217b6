/** The list of movements as its address narrows it. */
import type { MovementKind, MovementStage } from './movement.ts';
import { movementKinds, movementStages } from './movement.ts';
import { readYear } from '../../ui/address.ts';

export type MovementsAsked = {
  readonly year: number | undefined;
  readonly kind: MovementKind | undefined;
  readonly stage: MovementStage | undefined;
  readonly unitCode: string | undefined;
};

export function movementsAsked(query: URLSearchParams): MovementsAsked {
  return {
    year: readYear(query),
    kind: movementKinds.find((each) => each === query.get('hinh-thuc')),
    stage: movementStages.find((each) => each === query.get('buoc')),
    unitCode: query.get('don-vi') || undefined,
  };
}
