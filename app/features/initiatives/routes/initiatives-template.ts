import { contentDisposition } from '../../../platform/files/headers.ts';
import { fileTypes } from '../../../platform/files/file-types.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { pastTemplate } from '../template.server.ts';
import { pastText } from '../text.ts';
import type { Route } from './+types/initiatives-template.ts';

/** The empty sheet holds nothing that is anybody's: whoever is signed in may have it. */
export async function loader(args: Route.LoaderArgs) {
  personAt(edgeOf(args), args.request);
  return new Response(Buffer.from(await pastTemplate()), {
    headers: {
      'Content-Type': fileTypes.xlsx.mediaType,
      'Content-Disposition': contentDisposition('attachment', `${pastText.fileName}.xlsx`),
      'Cache-Control': 'private, no-store',
    },
  });
}
