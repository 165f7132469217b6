/** The list of dossiers as it is seen, taken away: `tai.csv`, `tai.xlsx`, same query. */
import { awardName } from '../../awards/text.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf, listFile } from '../../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../../ui/moment.ts';
import { clocksOn, runningFor } from '../clocks.server.ts';
import { listQueryIn } from '../list-query.server.ts';
import { listDossiers } from '../list.server.ts';
import { clockLabel, clockText } from '../papers.text.ts';

import { dossierKindText, dossiersText as said, dossierStageText, routeText } from '../text.ts';
import type { Route } from './+types/dossiers-download.ts';

const most = 5000;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const clocks = await clocksOn(db, plainDateIn(clock()));
  const query = await listQueryIn(db, new URL(args.request.url), clocks);
  const { rows } = await listDossiers(db, person, { ...query, size: most });
  return listFile(endingOf(args.request), {
    name: said.exportName,
    title: said.title,
    sheet: said.nominees,
    rows,
    columns: [
      { heading: said.code, width: 18, of: ({ code }) => code },
      { heading: said.name, width: 60, of: ({ title }) => title },
      { heading: said.unit, width: 30, of: ({ unitName }) => unitName },
      { heading: said.to, width: 24, of: ({ toUnitName }) => toUnitName },
      { heading: said.routeHead, width: 14, of: ({ route }) => routeText[route] },
      { heading: said.kind, width: 34, of: ({ kind }) => dossierKindText[kind] },
      { heading: said.year, width: 8, of: ({ year }) => String(year) },
      { heading: said.award, width: 40, of: ({ awardCodes }) => awardCodes.map(awardName).join('; ') },
      { heading: said.nominees, width: 12, of: ({ nominees }) => String(nominees) },
      { heading: said.stage, width: 26, of: ({ stage }) => dossierStageText[stage] },
      { heading: said.receivedOn, width: 14, of: ({ receivedOn }) => (receivedOn ? dateText(receivedOn) : '') },
      {
        heading: clockLabel,
        width: 40,
        of: (row) => {
          const running = runningFor(clocks, row);
          return running ? clockText(running) : '';
        },
      },
    ],
  });
}
