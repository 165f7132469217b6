import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findRevocationFile } from '../files.server.ts';
import type { Route } from './+types/revocation-file.ts';

/** Evidence to those who work on the case; to anybody else it is not there. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findRevocationFile);
}
