import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { selfSheet } from '../self-import.server.ts';
import { selfSheetText } from '../text.ts';
import type { Route } from './+types/self-sheet.ts';

/** To whoever scores the card for its unit now; to anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const asked = { id: askedId(args.params.cardId), now: edge.services.clock() };
  const { page, bytes } = (await selfSheet(edge.services.db, person, asked)) ?? pageNotFound();
  return fileAnswer(`${selfSheetText.fileName}-${page.names.unitCode}-${page.card.year}`, 'xlsx', bytes);
}
