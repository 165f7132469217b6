import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { jsonOf } from '../../../platform/spreadsheet/download.server.ts';
import { exportHolder } from '../personal-data.server.ts';
import { registerText } from '../text.ts';
import type { Route } from './+types/holder-data.ts';

/** By a form, because it is recorded: a link that is only looked at must not leave an entry. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.holderId);
  const made = await act(edge, (context) => exportHolder(context, edge.services.seal, id));
  return made.ok ? jsonOf(registerText.dataName, made.value) : pageNotFound();
}

export function loader() {
  return pageNotFound();
}
