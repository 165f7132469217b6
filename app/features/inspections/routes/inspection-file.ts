import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findPaper } from '../files.server.ts';
import type { Route } from './+types/inspection-file.ts';

/** To whoever may read the minutes or the finding; to anybody else it is not there. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findPaper);
}
