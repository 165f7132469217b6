import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findAnswerFile } from '../answer-files.server.ts';
import type { Route } from './+types/answer-file.ts';

/** To whoever may know of the request; to anybody else it is not there. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findAnswerFile);
}
