import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { findingsFile, inspectionsFile } from '../exports.server.ts';
import { findingsQuery, inspectionsQuery } from '../query.server.ts';
import type { Route } from './+types/download.ts';

/** The list as it is narrowed, every page of it, as Excel or CSV. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { searchParams } = new URL(args.request.url);
  const { db, clock } = edge.services;
  const ending = searchParams.get('dang') === 'csv' ? 'csv' : 'xlsx';
  const isFindings = searchParams.get('bang') === 'ton-tai';
  return isFindings
    ? findingsFile(db, person, { ...(await findingsQuery(db, person, searchParams, plainDateIn(clock()))), ending })
    : inspectionsFile(db, person, { ...(await inspectionsQuery(db, person, searchParams)), ending });
}
