import { edgeOf } from '../../../platform/http.server.ts';
import { workbookAnswer } from '../download.server.ts';
import { shaperAt } from '../gate.server.ts';
import { unitsText } from '../page.text.ts';
import { unitsWorkbook } from '../unit-import.server.ts';
import type { Route } from './+types/units-workbook.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  shaperAt(edge, args.request);
  return workbookAnswer(unitsText.exportName, await unitsWorkbook(edge.services.db, edge.services.clock()));
}
