import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { findList } from '../case.server.ts';
import { levelsTemplate } from '../import.server.ts';
import { levelsText } from '../text.ts';
import type { Route } from './+types/levels-template.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const list = (await findList(db, person, args.params.listId)) ?? pageNotFound();
  return fileAnswer(levelsText.fileName, 'xlsx', await levelsTemplate(db, list));
}
