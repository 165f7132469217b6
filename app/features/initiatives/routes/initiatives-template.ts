import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { pastTemplate } from '../template.server.ts';
import { pastText } from '../text.ts';
import type { Route } from './+types/initiatives-template.ts';

/** The empty sheet holds nothing that is anybody's: whoever is signed in may have it. */
export async function loader(args: Route.LoaderArgs) {
  personAt(edgeOf(args), args.request);
  return fileAnswer(pastText.fileName, 'xlsx', await pastTemplate());
}
