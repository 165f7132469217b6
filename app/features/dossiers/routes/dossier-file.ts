import { handOut } from '../../../platform/files/hand-out.server.ts';
import { findDossierFile } from '../files.server.ts';
import type { Route } from './+types/dossier-file.ts';

/** A paper to whoever may know of its dossier; to anybody else it is not there. */
export function loader(args: Route.LoaderArgs) {
  return handOut(args, findDossierFile);
}
