/** The flags as they are seen, taken away. */
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf, listFile } from '../../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../../ui/moment.ts';
import type { ListedFlag } from '../flags-list.server.ts';
import { listFlags } from '../flags-list.server.ts';
import { flagsQueryIn } from '../flags-query.ts';
import { flagHeadings, flagStateText, flagsText as said } from '../flags.text.ts';
import type { Route } from './+types/flags-download.ts';

const most = 5000;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const query = { ...flagsQueryIn(new URL(args.request.url)), today: plainDateIn(clock()), size: most };
  const { rows } = await listFlags(db, person, query);
  return listFile<ListedFlag>(endingOf(args.request), {
    name: said.exportName,
    title: said.title,
    sheet: said.caption,
    rows,
    columns: [
      { heading: flagHeadings.name, width: 30, of: (row) => row.statedName },
      { heading: flagHeadings.unit, width: 28, of: (row) => row.statedUnit },
      {
        heading: said.holder,
        width: 40,
        of: (row) => (row.holderName ? `${row.holderName}, ${row.holderUnit ?? ''}` : ''),
      },
      { heading: flagHeadings.kind, width: 24, of: (row) => row.kindName },
      { heading: flagHeadings.what, width: 60, of: (row) => row.what },
      { heading: flagHeadings.body, width: 28, of: (row) => row.body },
      { heading: flagHeadings.number, width: 18, of: (row) => row.number },
      { heading: flagHeadings.date, width: 12, of: (row) => (row.date ? dateText(row.date) : '') },
      { heading: flagHeadings.expires, width: 12, of: (row) => (row.expires ? dateText(row.expires) : '') },
      { heading: said.state, width: 18, of: (row) => flagStateText[row.state] },
    ],
  });
}
