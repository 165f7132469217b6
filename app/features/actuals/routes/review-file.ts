import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readSort } from '../../../ui/address.ts';
import { reviewFile } from '../review-file.server.ts';
import { reviewQuery, reviewSorts } from '../review-query.server.ts';
import type { Route } from './+types/review-file.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { search, searchParams } = new URL(args.request.url);
  const ending = searchParams.get('dang') === 'csv' ? 'csv' : 'xlsx';
  const sort = readSort(search, Object.keys(reviewSorts), { by: 'gui', direction: 'asc' });
  const sorted = { sort: reviewSorts[sort.by] ?? 'sent', descending: sort.direction === 'desc' };
  const query = { ...reviewQuery(searchParams, person), ...sorted };
  return reviewFile(edge.services.db, person, { query, ending });
}
