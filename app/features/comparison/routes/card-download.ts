import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { cardSheet } from '../card-sheet.server.ts';
import { cardFile } from '../files.server.ts';
import type { Route } from './+types/card-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const sheet = (await cardSheet(db, person, { id: askedId(args.params.cardId), today })) ?? pageNotFound();
  return cardFile(sheet, { ending: endingOf(args.request), today });
}
