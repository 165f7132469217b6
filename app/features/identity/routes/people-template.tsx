import { edgeOf } from '../../../platform/http.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { accountsTemplate } from '../accounts-import/template.server.ts';
import { sheetText } from '../accounts-import/text.ts';
import { administratorAt } from '../session/administrator.server.ts';
import type { Route } from './+types/people-template';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = administratorAt(edge, args.request);
  const bytes = await accountsTemplate(edge.services.db, person);
  return fileAnswer(sheetText.fileName, 'xlsx', bytes);
}
