import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf, listFile } from '../../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../../ui/moment.ts';
import { complaintStages } from '../complaints/complaint.ts';
import { listComplaints } from '../complaints/list.server.ts';
import { complaintKindText, complaintStageText, complaintsText as said } from '../complaints.text.ts';
import type { Route } from './+types/complaints-download.ts';

/** Never the sender, nor what was written. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = new URL(args.request.url).searchParams.get('buoc');
  const stage = complaintStages.find((each) => each === asked);
  const { rows } = await listComplaints(db, person, { today: plainDateIn(clock()), stage, size: 100_000 });
  return listFile(endingOf(args.request), {
    name: said.exportName,
    title: said.title,
    sheet: said.sheet,
    columns: [
      { heading: said.code, width: 20, of: (row) => row.code },
      { heading: said.kind, width: 14, of: (row) => complaintKindText[row.kind] },
      { heading: said.about, width: 60, of: (row) => row.about },
      { heading: said.handler, width: 34, of: (row) => row.handlerName },
      { heading: said.receivedOn, width: 14, of: (row) => dateText(row.receivedOn) },
      { heading: said.stage, width: 26, of: (row) => complaintStageText[row.stage] },
      { heading: said.due, width: 14, of: (row) => (row.dueOn === null ? '' : dateText(row.dueOn)) },
    ],
    rows,
  });
}
