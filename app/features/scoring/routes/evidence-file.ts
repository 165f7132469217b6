import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findEvidence } from '../evidence.server.ts';
import type { Route } from './+types/evidence-file.ts';

/** To whoever may read what is on the card; to anybody else it is not there. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findEvidence);
}
