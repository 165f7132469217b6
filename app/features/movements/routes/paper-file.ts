import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findPaper } from '../papers.server.ts';
import type { Route } from './+types/paper-file.ts';

/** A paper goes out as a file, to whoever may know of its movement; to anybody else it is not there. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findPaper);
}
