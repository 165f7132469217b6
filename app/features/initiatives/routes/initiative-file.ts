import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findInitiativeFile } from '../files.server.ts';
import type { Route } from './+types/initiative-file.ts';

/** Evidence to whoever may know of its initiative; to anybody else it is not there. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findInitiativeFile);
}
