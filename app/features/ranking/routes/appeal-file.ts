import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findAppealFile } from '../appeals/files.server.ts';
import type { Route } from './+types/appeal-file.ts';

/** To whoever may know of the appeal; to anybody else it is not there. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findAppealFile);
}
