/** The desk as it is seen, taken away. */
import { awardName } from '../../awards/text.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf, listFile } from '../../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../../ui/moment.ts';
import type { DeskRow } from '../desk.server.ts';
import { appraisalDesk } from '../desk.server.ts';
import { deskQueryIn } from '../desk-query.ts';
import { appraisalText as said, deskStageText } from '../text.ts';
import type { Route } from './+types/desk-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = { ...deskQueryIn(new URL(args.request.url)), today: plainDateIn(clock()) };
  const { rows } = await appraisalDesk(db, person, query);
  return listFile<DeskRow>(endingOf(args.request), {
    name: said.exportName,
    title: said.title,
    sheet: said.desk,
    preface: [said.caption],
    rows,
    columns: [
      { heading: said.code, width: 14, of: (row) => row.code },
      { heading: said.dossier, width: 60, of: (row) => row.title },
      { heading: said.unit, width: 28, of: (row) => row.unitName },
      { heading: said.to, width: 28, of: (row) => row.toUnitName },
      { heading: said.awards, width: 40, of: (row) => row.awardCodes.map(awardName).join(', ') },
      { heading: said.stage, width: 18, of: (row) => deskStageText[row.stage] },
      { heading: said.received, width: 12, of: (row) => (row.receivedOn ? dateText(row.receivedOn) : '') },
      { heading: said.due, width: 12, of: (row) => (row.dueOn ? dateText(row.dueOn) : '') },
      { heading: said.concluded, width: 12, of: (row) => `${row.concluded}/${row.nominees}` },
      { heading: said.flagged, width: 12, of: (row) => String(row.flags) },
      { heading: said.waitingFor, width: 40, of: (row) => said.waitingText(row.waiting, row.closesOn, row.opinions) },
    ],
  });
}
