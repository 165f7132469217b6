import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findPaper } from '../papers.server.ts';
import type { Route } from './+types/report-file.ts';

/** A paper of a report goes out to whoever may read the report; to anybody else it is not there. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findPaper);
}
