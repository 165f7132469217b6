import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findLibraryFile } from '../reading.server.ts';
import type { Route } from './+types/library-file.ts';

/** The file of an edition to whoever may read its document. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findLibraryFile);
}
