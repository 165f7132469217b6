import { redirect } from 'react-router';
import { parsePeriod } from '../../../kernel/period.ts';
import { contentDisposition } from '../../../platform/files/headers.ts';
import { fileTypes } from '../../../platform/files/file-types.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
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
  const name = `${excelText.fileName}-${indicatorCode || unitCode}-${period.code}.xlsx`;
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': fileTypes.xlsx.mediaType,
      'Content-Disposition': contentDisposition('attachment', name),
      'Cache-Control': 'private, no-store',
    },
  });
}
