/** The package: as it was sent (`?lan=1`), else as it stands now; to whoever may know of the dossier. */
import { data } from 'react-router';
import { Readable } from 'node:stream';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { centralDossiers } from '../list.server.ts';
import { packageOf, prepare } from '../package.server.ts';
import { centreText } from '../text.ts';
import type { Route } from './+types/package-file.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { services } = edge;
  const id = askedId(args.params.dossierId);
  const [dossier] = await centralDossiers(services.db, person, { today: plainDateIn(services.clock()), id });
  if (!dossier) return pageNotFound();
  const edition = new URL(args.request.url).searchParams.get('lan');
  const body = edition === null ? await madeNow() : await kept(Number(edition));
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${centreText.zipName(dossier.code)}.zip"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });

  async function madeNow(): Promise<Uint8Array> {
    const prepared = await prepare(services.db, person, id, services.clock());
    if (!prepared) return pageNotFound();
    const made = await packageOf(services, prepared);
    if (!made) throw data({ sentence: centreText.lost }, { status: 500 });
    return made.zip;
  }

  async function kept(wanted: number) {
    const sent = dossier?.packages.find((one) => one.edition === wanted) ?? pageNotFound();
    const opened = (await services.files.open(sent.hash)) ?? pageNotFound();
    return Readable.toWeb(opened.stream) as ReadableStream;
  }
}
