/** The package: as it was sent (`?lan=1`), else as it stands now; with the council's shares to whoever may know of all of them. */
import { data } from 'react-router';
import { Readable } from 'node:stream';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { pdfOnlyText } from '../../../platform/print/text.ts';
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
    if (made.ok) return made.value.zip;
    const { refusal } = made;
    const sentence = refusal.kind === 'file_lost' ? centreText.lost : pdfOnlyText(refusal, centreText.slowPackage);
    throw data({ sentence }, { status: refusal.kind === 'file_lost' ? 500 : statusOf(refusal) });
  }

  async function kept(wanted: number) {
    const prepared = await prepare(services.db, person, id, services.clock());
    if (!prepared || prepared.isCut) return pageNotFound();
    const sent = dossier?.packages.find((one) => one.edition === wanted) ?? pageNotFound();
    const opened = (await services.files.open(sent.hash)) ?? pageNotFound();
    return Readable.toWeb(opened.stream) as ReadableStream;
  }
}
