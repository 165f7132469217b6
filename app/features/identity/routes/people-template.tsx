import { edgeOf } from '../../../platform/http.server.ts';
import { contentDisposition } from '../../../platform/files/headers.ts';
import { accountsTemplate } from '../accounts-import/template.server.ts';
import { sheetText } from '../accounts-import/text.ts';
import { administratorAt } from '../session/administrator.server.ts';
import type { Route } from './+types/people-template';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = administratorAt(edge, args.request);
  const bytes = await accountsTemplate(edge.services.db, person);
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': contentDisposition('attachment', sheetText.fileName),
      'Cache-Control': 'private, no-store',
    },
  });
}
