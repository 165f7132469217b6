/** The figures for the statutory statistics taken away: as Excel by form, as CSV in one list. */
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageForbidden, personAt } from '../../../platform/http.server.ts';
import { csvOf, excelOf } from '../../../platform/spreadsheet/download.server.ts';
import { mayReadStatistics, statisticsOf } from '../statistics.server.ts';
import { movementSheet, staffSheet, statisticsList, statisticsText } from '../statistics.text.ts';
import { yearAsked } from '../statistics-year.ts';
import type { Route } from './+types/statistics-file.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  if (!(await mayReadStatistics(db, person))) pageForbidden();
  const { pathname, search } = new URL(args.request.url);
  const year = yearAsked(search, Number(plainDateIn(clock()).slice(0, 4)));
  const statistics = await statisticsOf(db, person, year);
  const name = statisticsText.fileName(year);
  if (pathname.endsWith('.csv')) return csvOf(name, statisticsList(statistics));
  return excelOf(name, {
    title: statisticsText.title(year),
    sheets: [movementSheet(statistics), staffSheet(statistics)].map((sheet) => ({
      ...sheet,
      preface: [sheet.name, statisticsText.basis],
    })),
  });
}
