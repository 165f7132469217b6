import { Readable } from 'node:stream';
import { typeOfMedia } from '../../../platform/files/file-types.ts';
import { downloadHeaders } from '../../../platform/files/headers.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { findPaper } from '../papers.server.ts';
import type { Route } from './+types/paper-file.ts';

/** A paper goes out as a file, to whoever may know of its movement; to anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { db, files } = edge.services;
  const found = (await findPaper(db, edge.actor, askedId(args.params.attachmentId))) ?? pageNotFound();
  const opened = (await files.open(found.hash)) ?? pageNotFound();
  const type = typeOfMedia(found.mediaType) ?? pageNotFound();
  const headers = downloadHeaders({ name: found.name, type, size: opened.size, hash: found.hash, inline: false });
  return new Response(Readable.toWeb(opened.stream) as ReadableStream, { headers });
}
