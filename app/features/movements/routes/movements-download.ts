/** The list as it is narrowed, taken away: `/phong-trao/tai.csv`, `/phong-trao/tai.xlsx`, same query. */
import { edgeOf } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { movementsFile } from '../export.server.ts';
import { movementsAsked } from '../list-asked.ts';
import { listMovements } from '../list.server.ts';
import type { Route } from './+types/movements-download.ts';

const most = 10_000;

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const { searchParams } = new URL(args.request.url);
  const { rows } = await listMovements(services.db, actor, { ...movementsAsked(searchParams), size: most });
  return movementsFile(rows, endingOf(args.request));
}
