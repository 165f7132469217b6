import { contentDisposition } from '../../../platform/files/headers.ts';
import { fileTypes } from '../../../platform/files/file-types.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { targetsTemplate } from '../template.server.ts';
import { targetSheetText } from '../text.ts';
import type { Route } from './+types/targets-template.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const query = new URL(args.request.url).searchParams;
  const indicatorCode = query.get('chi-tieu') ?? '';
  const year = Number(query.get('nam'));
  const asked = Number.isInteger(year) && year > 2000 && year < 2100 ? { indicatorCode, year } : pageNotFound();
  const bytes = (await targetsTemplate(edge.services.db, person, asked)) ?? pageNotFound();
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': fileTypes.xlsx.mediaType,
      'Content-Disposition': contentDisposition(
        'attachment',
        `${targetSheetText.fileName}-${indicatorCode}-${year}.xlsx`,
      ),
      'Cache-Control': 'private, no-store',
    },
  });
}
