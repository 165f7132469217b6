import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { findLetter } from '../letter-page.server.ts';
import { letterPaper, lettersText } from '../letter.text.ts';
import type { Route } from './+types/letter-file.ts';

/** What was put away is not printed any more. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const letter = await findLetter(db, person, { id: askedId(args.params.letterId), today });
  if (!letter || letter.stage === 'withdrawn') return pageNotFound();
  const paper = letterPaper({ ...letter, duties: letter.list, today });
  const made = letter.issuedAt ?? clock();
  const sent = await sendPaper({ paper, format, name: lettersText.file, made });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
