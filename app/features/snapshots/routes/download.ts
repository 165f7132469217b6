/** A snapshot taken away: as JSON whole, with every calculation sheet; as Excel the tables seen on its page. */
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import type { SheetToWrite } from '../../../platform/spreadsheet/workbook.ts';
import { statusText } from '../../../ui/text.ts';
import { excelOf, jsonOf } from '../../../platform/spreadsheet/download.server.ts';
import type { FrozenSnapshot } from '../list.server.ts';
import { findSnapshot } from '../list.server.ts';
import { snapshotText } from '../text.ts';
import type { Route } from './+types/download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const found = (await findSnapshot(edge.services.db, person, args.params.id)) ?? pageNotFound();
  const name = snapshotText.fileName(found.asOf);
  if (new URL(args.request.url).pathname.endsWith('.json')) return jsonOf(name, found);
  return excelOf(name, { title: found.title, sheets: [indicatorSheet(found), unitSheet(found)] });
}

function indicatorSheet({ title, content }: FrozenSnapshot): SheetToWrite {
  return {
    name: snapshotText.indicators,
    preface: [title],
    columns: [
      { heading: snapshotText.code, kind: 'text', width: 9 },
      { heading: snapshotText.indicator, kind: 'text', width: 60 },
      { heading: snapshotText.atTaking, kind: 'text', width: 16 },
      { heading: snapshotText.period, kind: 'text', width: 18 },
      { heading: snapshotText.target, kind: 'text', width: 24 },
      { heading: snapshotText.status, kind: 'text', width: 20 },
      { heading: snapshotText.explanation, kind: 'text', width: 110 },
    ],
    rows: content.indicators.map(({ code, name, latest, target, answer }) => [
      code,
      name,
      latest?.value ?? '',
      latest?.period ?? '',
      target,
      statusText[answer.status],
      answer.explanation,
    ]),
  };
}

function unitSheet({ title, content }: FrozenSnapshot): SheetToWrite {
  return {
    name: snapshotText.unit,
    preface: [title],
    columns: [
      { heading: snapshotText.unit, kind: 'text', width: 40 },
      { heading: snapshotText.status, kind: 'text', width: 20 },
      { heading: snapshotText.unitIndicators, kind: 'text', width: 90 },
    ],
    rows: content.units.map(({ name, status, indicators }) => [
      name,
      statusText[status],
      indicators.map((one) => snapshotText.unitFigure(one.code, one.value, one.period, one.target)).join('; '),
    ]),
  };
}
