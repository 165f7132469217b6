import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findPaper } from '../files.server.ts';
import type { Route } from './+types/plan-file.ts';

/** A signed plan to whoever may read the plan, evidence of progress to those inside; to anybody else it is not there. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findPaper);
}
