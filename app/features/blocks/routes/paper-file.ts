import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findBlockPaper } from '../files.server.ts';
import type { Route } from './+types/paper-file.ts';

/** To whoever may know of the decision, the meeting; to anybody else it is not there. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findBlockPaper);
}
