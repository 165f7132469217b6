/** The list of who qualifies and was not proposed, taken away whole. */
import { awardName } from '../awards/text.ts';
import type { Ending } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import type { AskedQualifying, Qualifying } from './qualifying.server.ts';
import { firstText, qualifyingText as said, standardsText, standingText } from './standards.text.ts';
import { registerText } from './text.ts';

export function qualifyingFile(ending: Ending, asked: AskedQualifying, rows: readonly Qualifying[]): Promise<Response> {
  return listFile(ending, {
    name: said.fileName,
    title: said.title,
    sheet: said.sheet,
    preface: [said.title, said.caption(awardName(asked.awardCode), asked.year), standardsText.lead],
    columns: [
      { heading: said.name, width: 32, of: ({ name }) => name },
      { heading: said.position, width: 32, of: ({ positionTitle }) => positionTitle ?? '' },
      { heading: registerText.unit, width: 32, of: ({ unitName }) => unitName },
      {
        heading: said.first,
        width: 40,
        of: (row) => [row.leads ? said.leads : '', firstText(row)].filter(Boolean).join(', '),
      },
      { heading: standardsText.standing, width: 50, of: ({ standing }) => standingText[standing] },
      { heading: standardsText.open, width: 50, of: ({ open }) => standardsText.openText(open) },
    ],
    rows,
  });
}
