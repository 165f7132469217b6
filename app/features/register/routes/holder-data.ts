import { data } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { jsonOf } from '../../../platform/spreadsheet/download.server.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { dataFile, exportHolder } from '../personal-data.server.ts';
import { personalDataPaper, personalDataText } from '../personal-data.text.ts';
import type { Route } from './+types/holder-data.ts';

/** By a form, because it is recorded: a link that is only looked at must not leave an entry. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.holderId);
  const { fields } = await typedIn(args.request);
  const made = await act(edge, (context) => exportHolder(context, edge.services.seal, id));
  if (!made.ok) return pageNotFound();
  const format = paperFormat(fields['dang']);
  if (!format) return jsonOf(personalDataText.name, dataFile(made.value));
  const paper = personalDataPaper(made.value, await issuerAt(edge.services.db, made.value.issuerId));
  const sent = await sendPaper({ paper, format, name: personalDataText.name, made: made.value.madeAt });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}

export function loader() {
  return pageNotFound();
}
