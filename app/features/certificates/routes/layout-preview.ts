import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt, statusOf } from '../../../platform/http.server.ts';
import { allAwards, findAward } from '../../awards/award.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { rootUnit } from '../../organisation/root.server.ts';
import { baseOf } from '../base.server.ts';
import { layoutsFor } from '../layouts.server.ts';
import { drawCertificates } from '../printing.server.ts';
import { sampleRow } from '../sample.text.ts';
import { certificatePrintText, certificatesText } from '../text.ts';
import { pdfAnswer } from './print.ts';
import type { Route } from './+types/layout-preview.ts';

/** Plainly made-up names on the layout as it is saved. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { db, clock, config } = edge.services;
  const code = findAward(new URL(args.request.url).searchParams.get('loai') ?? '')?.code ?? allAwards()[0]?.code ?? '';
  const root = await rootUnit(db);
  const issuer = await issuerAt(db, root?.id ?? '');
  const row = sampleRow({ awardCode: code, issuer, today: plainDateIn(clock()), now: clock() });
  const layoutOf = await layoutsFor(db);
  const base = baseOf(config, args.request);
  const drawn = await drawCertificates({
    rows: [row],
    onBlank: false,
    base,
    layoutOf: ({ awardCode }) => layoutOf(awardCode),
  });
  if (!drawn.ok) throw data({ sentence: certificatePrintText(drawn.refusal, 1) }, { status: statusOf(drawn.refusal) });
  return pdfAnswer(drawn.value, `${certificatesText.layouts}.pdf`);
}
