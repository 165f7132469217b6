import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { findListed } from '../list.server.ts';
import { listImportText } from '../nominees-import.text.ts';
import { nomineesTemplate } from '../nominees-template.server.ts';
import type { Route } from './+types/nominees-template.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const dossier = (await findListed(db, person, askedId(args.params.dossierId))) ?? pageNotFound();
  return fileAnswer(listImportText.fileName, 'xlsx', await nomineesTemplate(db, dossier));
}
