import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { paperText, planPaper } from '../paper.text.ts';
import { printedPlan } from '../printing.server.ts';
import type { Route } from './+types/plan-paper.ts';

/** `/ke-hoach/…/van-ban/docx` and `/pdf`: the plan laid out as a paper, for whoever may read it. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const asked = { id: askedId(args.params.planId), today: plainDateIn(clock()) };
  const printed = (await printedPlan(db, person, asked)) ?? pageNotFound();
  const name = `${paperText.file}-${printed.plan.unitCode}-${printed.plan.edition}`;
  const sent = await sendPaper({ paper: planPaper(printed), format, name, made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
