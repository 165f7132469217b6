import { edgeOf } from '../../../platform/http.server.ts';
import { blocksWorkbook } from '../block-import.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { shaperAt } from '../gate.server.ts';
import { yearAsked } from '../year-asked.server.ts';
import type { Route } from './+types/blocks-workbook.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  shaperAt(edge, args.request);
  const year = yearAsked(edge, args.request);
  return fileAnswer(`khoi-cum-${year}`, 'xlsx', await blocksWorkbook(edge.services.db, year));
}
