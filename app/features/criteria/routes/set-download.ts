import { csvOf, excelOf } from '../../../platform/spreadsheet/download.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { setWorkbook } from '../import.server.ts';
import { sheetText } from '../sheet.text.ts';
import { askedSet } from './asked-set.ts';
import type { Route } from './+types/set-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const { set, edge } = await askedSet(args);
  const workbook = await setWorkbook(edge.services.db, set);
  const name = `${sheetText.file}-${set.year}`;
  const [sheet] = workbook.sheets;
  return endingOf(args.request) === 'csv' && sheet ? csvOf(name, sheet) : excelOf(name, workbook);
}
