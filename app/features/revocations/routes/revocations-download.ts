import { awardName } from '../../awards/text.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf, listFile } from '../../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../../ui/moment.ts';
import { listRevocations } from '../list.server.ts';
import { revocationStages } from '../procedure.ts';
import { revocationStageText, revocationText as said } from '../text.ts';
import type { Route } from './+types/revocations-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const asked = new URL(args.request.url).searchParams.get('buoc');
  const stage = revocationStages.find((each) => each === asked);
  const { rows } = await listRevocations(edge.services.db, person, { stage, size: 100_000 });
  return listFile(endingOf(args.request), {
    name: said.exportName,
    title: said.title,
    sheet: said.sheet,
    columns: [
      { heading: said.holder, width: 34, of: (row) => row.holderName },
      { heading: said.award, width: 44, of: (row) => awardName(row.awardCode) },
      { heading: said.decision, width: 24, of: (row) => row.awardNumber },
      { heading: said.stage, width: 20, of: (row) => revocationStageText[row.stage] },
      { heading: said.revokedBy, width: 24, of: (row) => row.decisionNumber ?? '' },
      { heading: said.on, width: 14, of: (row) => (row.decidedOn === null ? '' : dateText(row.decidedOn)) },
      { heading: said.recall, width: 28, of: (row) => said.openItems(row.openItems) },
    ],
    rows,
  });
}
