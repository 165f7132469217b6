import { Readable } from 'node:stream';
import { typeOfMedia } from '../../../platform/files/file-types.ts';
import { downloadHeaders } from '../../../platform/files/headers.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { findPaper } from '../files.server.ts';
import type { Route } from './+types/plan-file.ts';

/** A signed plan to whoever may read the plan, evidence of progress to those inside; to anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { db, files } = edge.services;
  const found = (await findPaper(db, edge.actor, args.params.attachmentId)) ?? pageNotFound();
  const opened = (await files.open(found.hash)) ?? pageNotFound();
  const type = typeOfMedia(found.mediaType) ?? pageNotFound();
  const inline = new URL(args.request.url).searchParams.has('xem');
  const headers = downloadHeaders({ name: found.name, type, size: opened.size, hash: found.hash, inline });
  return new Response(Readable.toWeb(opened.stream) as ReadableStream, { headers });
}
