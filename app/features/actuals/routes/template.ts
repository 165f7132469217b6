import { redirect } from 'react-router';
import { parsePeriod } from '../../../kernel/period.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { templateOfIndicator, templateOfUnit } from '../template.server.ts';
import { excelText } from '../text.ts';
import type { Route } from './+types/template.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const query = new URL(args.request.url).searchParams;
  const period = parsePeriod(query.get('ky') ?? query.get('ky-chi-tieu') ?? '') ?? pageNotFound();
  const [unitCode, indicatorCode] = [query.get('don-vi') ?? '', query.get('chi-tieu') ?? ''];
  const { db } = edge.services;
  const bytes =
    indicatorCode === ''
      ? await templateOfUnit(db, person, { unitCode, period })
      : await templateOfIndicator(db, person, { indicatorCode, period });
  if (!bytes) return redirect('/nhap-so-lieu/excel?khong-co');
  const name = `${excelText.fileName}-${indicatorCode || unitCode}-${period.code}`;
  return fileAnswer(name, 'xlsx', bytes);
}
