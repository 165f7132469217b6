import { edgeOf } from '../../../platform/http.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { shaperAt } from '../gate.server.ts';
import { unitsText } from '../page.text.ts';
import { unitsWorkbook } from '../unit-import.server.ts';
import type { Route } from './+types/units-workbook.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  shaperAt(edge, args.request);
  return fileAnswer(unitsText.exportName, 'xlsx', await unitsWorkbook(edge.services.db, edge.services.clock()));
}
