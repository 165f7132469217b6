import { awardName } from '../../awards/text.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf, listFile } from '../../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../../ui/moment.ts';
import { centralDossiers, standings } from '../list.server.ts';
import { centreText as said, standingText, wayText } from '../text.ts';
import type { Route } from './+types/central-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = new URL(args.request.url).searchParams.get('tinh-trang');
  const standing = standings.find((each) => each === asked);
  const rows = await centralDossiers(db, person, { today: plainDateIn(clock()), standing });
  const last = (row: (typeof rows)[number]) => row.packages.at(-1);
  return listFile(endingOf(args.request), {
    name: said.exportName,
    title: said.title,
    sheet: said.sheet,
    columns: [
      { heading: said.code, width: 16, of: (row) => row.code },
      { heading: said.name, width: 50, of: (row) => row.title },
      { heading: said.unit, width: 34, of: (row) => row.unitName },
      { heading: said.awards, width: 44, of: (row) => row.awardCodes.map(awardName).join('; ') },
      { heading: said.due, width: 14, of: (row) => (row.due ? dateText(row.due.on) : said.noTerm) },
      { heading: said.number, width: 18, of: (row) => last(row)?.number ?? '' },
      { heading: said.on, width: 14, of: (row) => (last(row) ? dateText(last(row)?.sentOn ?? '') : '') },
      { heading: said.way, width: 28, of: (row) => wayOf(last(row)?.way) },
      { heading: said.receipt, width: 24, of: (row) => last(row)?.receipt ?? '' },
      { heading: said.standing, width: 24, of: (row) => standingText[row.standing] },
    ],
    rows,
  });
}

const wayOf = (way: keyof typeof wayText | undefined) => (way === undefined ? '' : wayText[way]);
