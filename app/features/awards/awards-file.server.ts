/** The list of awards as it is seen, to take away. */
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import type { AwardRow } from './law/award-list.ts';
import { bonusText, contentText, HOLDER_TEXT, LEVEL_NAME, STATE_MARK, TYPE_NAME } from './law/law.text.ts';
import { awardsText as said } from './text.ts';

const columns: readonly FileColumn<AwardRow>[] = [
  { heading: said.name, width: 44, of: ({ name }) => name },
  { heading: said.type, width: 22, of: ({ type }) => TYPE_NAME[type] },
  { heading: said.level, width: 22, of: ({ level }) => LEVEL_NAME[level] },
  { heading: said.holders, width: 28, of: ({ holders }) => holders.map((each) => HOLDER_TEXT[each]).join(', ') },
  { heading: said.article, width: 8, of: ({ article }) => article },
  {
    heading: said.decider,
    width: 60,
    of: ({ deciders }) => deciders?.content.map(({ what }) => what).join('; ') ?? said.unknown,
  },
  { heading: said.vote, width: 40, of: ({ vote }) => marked(vote) },
  { heading: said.council, width: 40, of: ({ council }) => marked(council) },
  { heading: said.bonus, width: 40, of: bonusText },
  { heading: said.quota, width: 40, of: ({ quota }) => marked(quota) },
  {
    heading: said.state,
    width: 30,
    of: ({ chosen: { rule } }) => (rule ? `${rule.basis} (${STATE_MARK[rule.state]})` : said.noRule),
  },
];

function marked(fact: AwardRow['vote'] | AwardRow['council'] | AwardRow['quota']): string {
  return fact ? `${contentText(fact)} (${STATE_MARK[fact.state]})` : said.unknown;
}

export const awardsFile = (rows: readonly AwardRow[], day: string, ending: Ending): Promise<Response> =>
  listFile(ending, {
    name: `${said.fileName}-${day}`,
    title: said.caption,
    sheet: said.sheet,
    preface: [said.caption, said.lead(day)],
    columns,
    rows,
  });
