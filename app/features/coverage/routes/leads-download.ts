/** The lead bodies behind the opened number, or all, taken away: `/do-phu/chu-tri.csv`, `/do-phu/chu-tri.xlsx`, same query. */
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { coverageAsked } from '../coverage-page.server.ts';
import { leadsFile } from '../export.server.ts';
import { leadCoverage } from '../leads.server.ts';
import { leadsBehind } from '../leads.ts';
import type { Route } from './+types/leads-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { year, day, openedLeads } = coverageAsked(edge, args.request);
  const leads = await leadCoverage(edge.services.db, person, { year, known: day.known });
  const listed = openedLeads ? leadsBehind(leads, openedLeads) : leads;
  return leadsFile(listed, { year, day: day.known ?? day.today, ending: endingOf(args.request) });
}
