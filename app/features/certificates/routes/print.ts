import { data } from 'react-router';
import { contentDisposition } from '../../../platform/files/headers.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { baseOf } from '../base.server.ts';
import { listCertificates } from '../certificate.server.ts';
import { printCertificates } from '../printing.server.ts';
import { sheetTitle } from '../sheet.text.ts';
import { certificatePrintText } from '../text.ts';
import type { Route } from './+types/print.ts';

/** One certificate, or all of a decision, none of an award that was revoked; whole, or what varies for a blank. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, config, clock } = edge.services;
  const asked = new URL(args.request.url).searchParams;
  const [one, decision] = [asked.get('bang'), asked.get('quyet-dinh')];
  if (one === null && decision === null) return pageNotFound();
  const of = one === null ? { decisionId: askedId(decision ?? '') } : { id: askedId(one) };
  const listed = await listCertificates(db, person, { ...of, size: 2_000 });
  const rows = listed.rows.filter(({ revokedOn }) => revokedOn === null);
  if (rows.length === 0) return pageNotFound();
  const base = baseOf(config, args.request);
  const drawn = await printCertificates(db, person, { rows, base, onBlank: asked.get('phoi') === '1', now: clock() });
  if (!drawn.ok)
    throw data({ sentence: certificatePrintText(drawn.refusal, rows.length) }, { status: statusOf(drawn.refusal) });
  return pdfAnswer(drawn.value, `${sheetTitle(rows)}.pdf`);
}

export function pdfAnswer(pdf: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.length),
      'Content-Disposition': contentDisposition('attachment', name),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
