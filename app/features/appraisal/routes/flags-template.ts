import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { flagsTemplate } from '../flags-template.server.ts';
import type { Route } from './+types/flags-template.ts';

/** The empty sheet holds nothing that is anybody's: whoever is signed in may have it. */
export async function loader(args: Route.LoaderArgs) {
  personAt(edgeOf(args), args.request);
  return fileAnswer('mau-canh-bao', 'xlsx', await flagsTemplate());
}
