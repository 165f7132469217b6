import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { importText } from '../import.text.ts';
import { honoursTemplate } from '../template.server.ts';
import type { Route } from './+types/honours-template.ts';

/** The empty sheet holds nothing that is anybody's: whoever is signed in may have it. */
export async function loader(args: Route.LoaderArgs) {
  personAt(edgeOf(args), args.request);
  return fileAnswer(importText.fileName, 'xlsx', await honoursTemplate());
}
